"""What linters make of our files: textlint itself, and for Vale what can be seen without it.

Vale's program is in no package registry, so its package is read here as Vale would read it: the
layout of the archive, the keys of a rule, and its patterns in Python's regular expressions,
which mean the same as far as `wording` uses them.
"""

import io
import json
import re
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import yaml

from termwise.exports.lint import lint_files
from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.markup.names import plain
from termwise.model.fields import texts
from termwise.model.guide import Guide
from termwise.site.make import make_file

Lint: TypeAlias = Callable[[bytes, dict[str, str]], dict[str, list[str]]]


def files(library: Library) -> dict[str, bytes]:
    """The files for linters."""
    lookup = Lookup(library)
    return {each.path: b"".join(make_file(each, lookup)) for each in lint_files(lookup)}


def textlint_settings(library: Library) -> bytes:
    """The configuration of textlint."""
    return files(library)["api/v1/textlint.json"]


@pytest.fixture
def textlint(textlint_folder: Path, node: str, tmp_path: Path) -> Callable[..., str]:
    """Run textlint on the Markdown files in the test's folder, with the settings there."""

    def run(*words: str) -> str:
        program = textlint_folder / "node_modules/textlint/bin/textlint.js"
        # Rules are looked for where textlint is started.
        done = subprocess.run(
            [node, program, "--config", tmp_path / "textlint.json", *words, tmp_path / "*.md"],
            cwd=textlint_folder, capture_output=True, text=True, encoding="utf-8", timeout=60,
            check=False,
        )  # fmt: skip
        assert done.returncode in (0, 1), done.stderr
        return done.stdout

    return run


@pytest.fixture
def lint(textlint: Callable[..., str], tmp_path: Path) -> Lint:
    """What textlint says of texts under a configuration: `line:column wrong > right`."""

    def run(settings: bytes, prose: dict[str, str]) -> dict[str, list[str]]:
        (tmp_path / "textlint.json").write_bytes(settings)
        for name, text in prose.items():
            (tmp_path / f"{name}.md").write_text(text, "utf-8")
        said: list[dict[str, Any]] = json.loads(textlint("--format", "json"))
        return {
            Path(each["filePath"]).stem: [
                f"{at['line']}:{at['column']} "
                + re.sub(r"Incorrect term: “(.*)”, use “(.*)” instead", r"\1 > \2", at["message"])
                for at in each["messages"]
            ]
            for each in said
        }

    return run


WRONG = """\
# 3 minute egg

Fry a 3 Minute Egg in a pan, a fry (pan) or a Spider. Fry-pan is old. Is ISOFTEGG one?
See `pan`, https://x.example/pan, pan.yml and (frypann).
"""

MENDED = """\
# Three-minute egg

Fry a three-minute egg in a skillet, a skillet or a skillet. Skillet is old. Is iSoftEgg one?
See `pan`, https://x.example/pan, pan.yml and (skillet).
"""

RIGHT = """\
# Three-minute egg

Fry a three-minute egg in a C++ pan, a $1 pan or an a|b; a frying skillet will do. The iSoftEgg
is a soft egg. Pancakes, pans, Span and spiders are other things.
"""


def test_textlint_finds_what_is_wrong_and_nothing_else(eggs: Library, lint: Lint) -> None:
    said = lint(textlint_settings(eggs), {"wrong": WRONG, "right": RIGHT})
    assert said == {
        "right": [],
        "wrong": [
            "1:3 3 minute egg > Three-minute egg",
            "3:7 3 Minute Egg > three-minute egg",
            "3:25 pan > skillet",
            "3:32 fry (pan) > skillet",
            "3:47 Spider > skillet",
            "3:55 Fry-pan > Skillet",
            "3:74 ISOFTEGG > iSoftEgg",
            "4:48 frypann > skillet",
        ],
    }


def test_textlint_mends_what_it_finds(
    eggs: Library, lint: Lint, textlint: Callable[..., str], tmp_path: Path
) -> None:
    """And has nothing to say of the text afterwards."""
    settings = textlint_settings(eggs)
    lint(settings, {"text": WRONG})
    textlint("--fix")
    assert (tmp_path / "text.md").read_text("utf-8") == MENDED
    assert lint(settings, {"text": MENDED}) == {"text": []}


def prose(library: Library) -> Iterator[tuple[str, str]]:
    """Each entry's texts as paragraphs, and each guide; not what others are quoted with."""
    lookup = Lookup(library)
    for (kind, name), entry in library.glossary.entries():
        if isinstance(entry, Guide):
            yield f"guide {name.replace('/', ' ')}", entry.text[entry.body :]
        elif kind != "source":
            paragraphs = [plain(text, lookup) for _path, text in texts(entry)]
            yield f"{kind} {name}", "\n\n".join([*paragraphs, ""])


def test_textlint_raises_no_false_alarm_in_our_own_prose(reference: Library, lint: Lint) -> None:
    """Tens of thousands of words about the very terms, and two that are wrong beside them."""
    own = dict(prose(reference))
    assert sum(len(text.split()) for text in own.values()) > 30_000
    own["wrong"] = "It is finetuned by finetuning chatgpt.\n"
    said = lint(textlint_settings(reference), own)
    assert said.pop("wrong") == ["1:20 finetuning > fine-tuning", "1:31 chatgpt > ChatGPT"]
    assert {name: found for name, found in said.items() if found} == {}
    assert len(said) == len(own) - 1


@pytest.mark.parametrize("name", ["$& $1 $$", "a|b\\", "(?=x)[", "C++", "*", "a.b"])
def test_textlint_takes_a_name_to_the_letter(
    name: str, spoil: Callable[[str], Library], lint: Lint, textlint: Callable[..., str],
    tmp_path: Path,
) -> None:  # fmt: skip
    """Also one that means something in a regular expression or in a replacement."""
    settings = textlint_settings(spoil(name))
    text = f"It is `x` {name}! here, `x` {name} there.\n"
    assert len(lint(settings, {"text": text})["text"]) == 1
    textlint("--fix")
    assert (tmp_path / "text.md").read_text("utf-8") == text.replace("!", "", 1)


def vale_package(library: Library) -> dict[str, str]:
    """The files in the package of Vale."""
    with zipfile.ZipFile(io.BytesIO(files(library)["api/v1/vale.zip"])) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode() for name in archive.namelist()}


def findings(rule: dict[str, Any], text: str) -> set[tuple[str, str]]:
    """What Vale would find and put in its place, capitals aside."""
    return {
        (found[0], right)
        for pattern, right in rule["swap"].items()
        for found in re.finditer(pattern, text, re.IGNORECASE)
        if found[0] != right
    }


def test_a_package_of_vale_holds_a_style_and_turns_it_on(eggs: Library) -> None:
    """In a folder that is named as the archive is, where Vale looks for it."""
    package = vale_package(eggs)
    assert list(package) == [
        "vale/.vale.ini",
        "vale/styles/Termwise/Casing.yml",
        "vale/styles/Termwise/Terms.yml",
    ]
    assert package["vale/.vale.ini"] == "[*]\nBasedOnStyles = Termwise\n"


def test_rules_of_vale_say_what_to_write(eggs: Library) -> None:
    """Each with the keys of Vale's check `substitution`, and its mending."""
    package = vale_package(eggs)
    for name in ("Casing", "Terms"):
        rule = yaml.safe_load(package[f"vale/styles/Termwise/{name}.yml"])
        swap = rule.pop("swap")
        assert swap
        assert rule == {
            "extends": "substitution",
            "message": "Use '%s' instead of '%s'.",
            "link": "https://glossary.example/",
            "level": "error",
            "ignorecase": True,
            "nonword": True,
            "capitalize": name == "Terms",
            "action": {"name": "replace"},
        }


def test_patterns_of_vale_find_what_textlint_finds(eggs: Library) -> None:
    package = vale_package(eggs)
    terms = yaml.safe_load(package["vale/styles/Termwise/Terms.yml"])
    casing = yaml.safe_load(package["vale/styles/Termwise/Casing.yml"])
    assert findings(terms, WRONG.replace("`pan`", "")) == {
        ("3 minute egg", "three-minute egg"),
        ("3 Minute Egg", "three-minute egg"),
        ("pan", "skillet"),
        ("fry (pan)", "skillet"),
        ("Spider", "skillet"),
        ("Fry-pan", "skillet"),
        ("frypann", "skillet"),
    }
    assert findings(casing, WRONG) == {("ISOFTEGG", "iSoftEgg")}
    assert findings(terms, RIGHT) | findings(casing, RIGHT) == set()


def test_no_name_bends_a_rule_of_vale(hostile: str, spoil: Callable[[str], Library]) -> None:
    """Neither its YAML nor the groups and alternatives that Vale sees in replacements."""
    package = vale_package(spoil(hostile))
    [text] = [text for name, text in package.items() if name.endswith("Terms.yml")]
    rule = yaml.safe_load(text)
    plain = yaml.safe_load(vale_package(spoil("word"))["vale/styles/Termwise/Terms.yml"])
    assert list(rule) == list(plain)
    [right] = rule["swap"].values()
    assert not re.search(r"(?<!\\)\|", right)
    assert not re.search(r"(?<!\$)(\$\$)*\$\d", right)
    meant = right.replace("\\|", "|")
    assert hostile in (meant, meant.replace("$$", "$"))


def test_a_long_pattern_is_still_a_key_of_yaml(spoil: Callable[[str], Library]) -> None:
    """YAML reads keys of up to 1024 characters only where a question mark says that it is one."""
    name = "long " * 300 + "name"
    [text] = [text for path, text in vale_package(spoil(name)).items() if "Terms" in path]
    assert "\n  ? " in text
    assert list(yaml.safe_load(text)["swap"].values()) == [name]


def test_the_archive_depends_on_its_files_alone(eggs: Library) -> None:
    """No clock, no compression: the same bytes on every machine."""
    made = files(eggs)["api/v1/vale.zip"]
    assert made == files(eggs)["api/v1/vale.zip"]
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        for entry in archive.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert entry.compress_type == zipfile.ZIP_STORED
            assert entry.external_attr >> 16 == 0o644


def test_the_lock_names_no_address(root: Path) -> None:
    """So that it installs from whichever registry a machine is set up for, hashes checked."""
    text = (root / "tests/lint/package-lock.json").read_text("utf-8")
    assert "://" not in text
    assert '"resolved"' not in text
    packages = [each for name, each in json.loads(text)["packages"].items() if name]
    assert packages
    assert all(each["integrity"].startswith("sha512-") for each in packages)

"""The documents' own words work: what they show to be pasted is pasted here, and runs."""

import configparser
import datetime
import io
import json
import re
import shlex
import shutil
import subprocess
import sys
import textwrap
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click import Choice, Command, Group
from click.testing import CliRunner

from termwise.cli import main
from termwise.embeds.snippets import snippets
from termwise.exports import EXPORTS
from termwise.loader.guides import FrontMatter
from termwise.loader.validate import validate
from termwise.loader.yaml_reader import read_yaml
from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.markup.forms import HtmlForm
from termwise.markup.writer import Writer
from termwise.model.kinds import FILE_TYPES, FOLDER_TYPES
from termwise.model.values import Entry
from termwise.project.checked import read_and_check
from termwise.project.library import library_of
from termwise.project.settings import read_settings
from termwise.site.export import FORMATS
from termwise.site.make import make_html
from termwise.site.plan import plan

Run = Callable[..., subprocess.CompletedProcess[str]]

ROOT = Path(__file__).parent.parent
DOCUMENTS = (
    "README.md",
    "CONTRIBUTING.md",
    *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "content").rglob("*.md")),
)
HOST, GUIDE_HOST = "https://termwise.example", "https://glossary.example"


@dataclass(frozen=True)
class Block:
    """A fenced block: where it stands, what it is said to be, and what is in it."""

    document: str
    kind: str
    text: str

    @property
    def path(self) -> str:
        """The file that its first line names, a comment; or "" where it names none."""
        found = re.match(r"(?:---\n)?# (\S+\.\w+)\n", self.text)
        return found[1] if found else ""


def blocks_of(document: str) -> list[Block]:
    """Every fenced block of a document, without the indentation of a list around it."""
    text = (ROOT / document).read_text("utf-8")
    fence = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
    return [Block(document, kind, textwrap.dedent(body)) for _, kind, body in fence.findall(text)]


BLOCKS = [block for document in DOCUMENTS for block in blocks_of(document)]
FILES = {(block.document, block.path): block.text for block in BLOCKS if block.path}
SHELL = [line.partition("  #")[0].strip() for block in BLOCKS if block.kind == "sh"
         for line in block.text.splitlines()]  # fmt: skip
THREE_MINUTES = "glossary/terms/vector-search.yml"
"""The file of the README that goes into the reference glossary; its others are a site."""

PARTIAL = {
    "termwise-table {": "the properties are tried in a browser, on an element",
    f'<script src="{GUIDE_HOST}/embed/3f0c…/elements.js"': "every pin is another",
}
"""Blocks that cannot be tried as they stand, by how they begin, and why."""

NOT_RUN = {
    "pip install termwise": "test_package.py builds a site from the wheel",
    "npm install --save-dev textlint textlint-rule-terminology": "they are locked in tests/lint",
}
"""Lines of commands that are not run as they stand, and why."""


def pasted(document: str, folder: Path, *, but: str = "") -> Path:
    """Write the files that a document shows into a folder."""
    for (shown_in, path), text in FILES.items():
        if shown_in == document and path != but:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, "utf-8")
    return folder


def test_every_block_is_tried() -> None:
    """What is in no list here would be tried by nobody."""
    tried = {"sh", "html", "json", "po"}
    left = [
        f"{block.document}: {block.text[:60]}"
        for block in BLOCKS
        if not block.path
        and block.kind not in tried
        and not block.text.startswith(tuple(PARTIAL))
        and block.text.strip() != MISTAKE
    ]
    assert left == []
    assert len(BLOCKS) > 20


# A glossary of your own


def fetched(address: str) -> str:
    """A page of a server that may still be starting."""
    for _try in range(300):
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 - ours
                return str(answer.read(), "utf-8")
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError(f"nothing is served at {address}")


def test_a_newcomer_s_glossary_runs_as_pasted(
    tmp_path: Path, run: Run, command_environment: Mapping[str, str], free_port: int
) -> None:
    """From an empty folder: the folders, the files, a strict check and build, the preview."""
    [folders] = [line for line in SHELL if line.startswith("mkdir ")]
    subprocess.run(shlex.split(folders), cwd=tmp_path, check=True)
    pasted("README.md", tmp_path, but=THREE_MINUTES)
    checked = run(tmp_path, "termwise", "check", "--strict")
    assert (checked.returncode, checked.stdout) == (0, "no problems\n")
    built = run(tmp_path, "mkdocs", "build", "--strict")
    assert built.returncode == 0, built.stderr
    assert "mkdocs serve" in SHELL
    [address] = re.findall(r"<http://127\.0\.0\.1:8000(/\w+/\w+/)>", readme())
    words = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{free_port}"]
    with subprocess.Popen(
        words, cwd=tmp_path, env=command_environment,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as server:  # fmt: skip
        try:
            assert "Proofing" in fetched(f"http://127.0.0.1:{free_port}{address}")
        finally:
            server.terminate()


# A term in three minutes

[MISTAKE] = [block.text.strip() for block in BLOCKS if block.text.startswith(THREE_MINUTES)]


def copied(root: Path, folder: Path, term: str) -> Path:
    """The reference glossary in a folder, with the term of the README in it."""
    for name in ("glossary", "content"):
        shutil.copytree(root / name, folder / name)
    shutil.copy(root / "mkdocs.yml", folder)
    (folder / THREE_MINUTES).write_text(term, "utf-8")
    return folder


def test_a_term_of_three_minutes_builds(root: Path, tmp_path: Path, today: datetime.date) -> None:
    """In the reference glossary, without a warning."""
    project = copied(root, tmp_path, FILES["README.md", THREE_MINUTES])
    settings = read_settings(project / "mkdocs.yml")
    checked = read_and_check(settings.folders, today)
    assert checked.problems == ()
    library = library_of(checked.glossary, settings.site, today)
    [planned] = [page for page in plan(library) if page.path == "terms/vector-search.md"]
    assert 'href="../embedding/"' in make_html(planned, library).body


def test_a_mistake_is_told_as_the_readme_shows(root: Path, tmp_path: Path, run: Run) -> None:
    """The same place, code and remedy."""
    right = FILES["README.md", THREE_MINUTES]
    project = copied(root, tmp_path, right.replace("[[embedding|", "[[embeding|"))
    assert MISTAKE in run(project, "termwise", "check").stdout.splitlines()


def test_what_the_readme_writes_in_braces_is_there(reference: Library) -> None:
    """The links and facts that its text names."""
    terms = set(re.findall(r"`\[\[([a-z-]+)\]\]`", readme()))
    facts = set(re.findall(r"`\{\{([a-z-]+)\}\}`", readme()))
    assert terms
    assert facts
    assert terms <= reference.glossary.terms.keys()
    assert facts <= reference.glossary.facts.keys()


# The examples of CONTRIBUTING

SETTINGS = """\
site_name: Examples
site_url: https://examples.example/
docs_dir: content
theme: material
plugins: [search, termwise]
"""


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project that the files shown in CONTRIBUTING are, together."""
    folder = pasted("CONTRIBUTING.md", tmp_path_factory.mktemp("examples"))
    (folder / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    return folder


def test_the_examples_are_a_glossary(examples: Path, run: Run, tmp_path: Path) -> None:
    """Without a problem, and it builds."""
    checked = run(examples, "termwise", "check", "--strict")
    assert (checked.returncode, checked.stdout) == (0, "no problems\n")
    built = run(examples, "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site"))
    assert built.returncode == 0, built.stderr


def kind_of(path: str) -> type[Entry]:
    """What a file of the examples is."""
    folder, _, name = path.removeprefix("glossary/").rpartition("/")
    return (
        FrontMatter
        if path.endswith(".md")
        else FOLDER_TYPES[folder]
        if folder
        else FILE_TYPES[name]
    )


def parts(value: object) -> Iterator[Entry]:
    """An entry, and every entry within it."""
    if isinstance(value, Entry):
        yield value
        yield from (part for _key, inner in value for part in parts(inner))
    elif isinstance(value, tuple | list):
        yield from (part for inner in value for part in parts(inner))
    elif isinstance(value, dict):
        yield from (part for inner in value.values() for part in parts(inner))


def kinds(kind: type[Entry]) -> Iterator[type[Entry]]:
    """The kinds of value that stand in YAML files."""
    for below in kind.__subclasses__():
        if below.__module__.startswith("termwise."):
            yield from kinds(below) if below.__subclasses__() else [below]


def test_every_key_has_an_example() -> None:
    """An editor sees each key that there is where it stands."""
    shown: dict[type[Entry], set[str]] = {kind: set() for kind in kinds(Entry)}
    for (document, path), text in FILES.items():
        if document == "CONTRIBUTING.md":
            data = text.split("---\n")[1] if path.endswith(".md") else text
            for part in parts(validate(kind_of(path), read_yaml(data, path), path)):
                shown[type(part)] |= part.model_fields_set
    missing = [
        f"{kind.__name__}.{key}"
        for kind, keys in shown.items()
        for key in kind.model_fields
        if key not in keys
    ]
    assert missing == []


# Commands


def readme() -> str:
    """The text of the README."""
    return (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("line", SHELL)
def test_every_line_of_commands_is_tried(line: str, examples: Path, root: Path, run: Run) -> None:
    """Those of `make` are not run, since the tests are one of them, but must be its targets."""
    match shlex.split(line):
        case _ if line in NOT_RUN:
            return
        case ["make", target]:
            dry = ["make", "--dry-run", target]
            subprocess.run(dry, cwd=root, check=True, capture_output=True)
        case [".venv/bin/termwise", *words]:
            done = run(examples, "termwise", *words)
            assert done.returncode == 0, done.stderr
        case ["curl" | "npx", *_]:
            assert line in TEXTLINT
        case ["mkdir", *_] | ["mkdocs", "serve"]:
            pass  # by the test of a newcomer's glossary
        case _:
            raise AssertionError("nothing here tries this line")


SPANS = sorted({
    span
    for document in DOCUMENTS
    for span in re.findall(r"`(termwise [^`]+)`", (ROOT / document).read_text("utf-8"))
})  # fmt: skip
"""Commands within the text, such as `termwise write OUT`."""

STANDS_FOR = {
    "OUT": ("out",),
    "ID": ("prompting-or-fine-tuning",),
    "FORMAT": tuple(FORMATS),
    "KIND": (*FOLDER_TYPES, *(name.removesuffix(".yml") for name in FILE_TYPES)),
    "FOLDER": ("folder",),
    "COMMAND": tuple(main.commands if isinstance(main, Group) else ()),
}
"""What is put in where a document says what is to be put in."""

VALUES = {
    "--config": ("mkdocs.yml",),
    "--today": ("2026-11-20",),
    "--output": ("file",),
    "-o": ("file",),
    "--answer": ("exhausted=yes",),
}
"""What is given to options, where their own declaration does not say it."""


def expanded(span: str) -> list[list[str]]:
    """A command in the text with everything that may stand in it put in."""
    ways: list[list[str]] = [[]]
    for word in span.split()[1:]:
        ways = [[*way, value] for way in ways for value in STANDS_FOR.get(word, (word,))]
    return ways


def with_options(span: str, command: Command) -> Iterator[list[str]]:
    """A command with each of its options in turn, and each value of those that have a choice."""
    words = expanded(span)[0]
    for option in (each for each in command.params if each.param_type_name == "option"):
        for name in option.opts:
            if getattr(option, "is_flag", False):
                yield [*words, name]
            else:
                choices = option.type.choices if isinstance(option.type, Choice) else ()
                yield from ([*words, name, str(value)] for value in choices or VALUES[name])


def usages() -> Iterator[tuple[str, str, Command]]:
    """Each command: its name, how the README's table says that it is typed, and itself."""
    assert isinstance(main, Group)
    for name, command in main.commands.items():
        [span] = re.findall(rf"^\| `(termwise {name}\b[^`]*)` \|", readme(), re.MULTILINE)
        yield name, span, command


TYPED = [
    *(words for span in SPANS for words in expanded(span)),
    *(words for _name, span, command in usages() for words in with_options(span, command)),
]


@pytest.mark.parametrize("words", TYPED, ids=" ".join)
def test_every_command_runs(
    words: list[str], examples: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """As the documents show it, and with each of its options."""
    shutil.copytree(examples, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795176000")
    done = CliRunner().invoke(main, words, catch_exceptions=False)
    assert done.exit_code == 0, done.output


def test_every_option_is_documented() -> None:
    """Of each command: its options, and what there is to choose from, as code in the README."""
    text = re.sub(r"(?ms)^ *```.*?^ *```$", "", readme())
    written = {word for span in re.findall(r"`([^`]+)`", text) for word in span.split()}
    named = {
        word
        for _name, _span, command in usages()
        for parameter in command.params
        for word in (
            *(parameter.opts if parameter.param_type_name == "option" else ()),
            *(parameter.type.choices if isinstance(parameter.type, Choice) else ()),
        )
    }
    assert named - written == set()


def test_every_export_is_documented() -> None:
    """The README's table has the line that each export declares, in their order."""
    lines = [
        f"| {', '.join(f'`{address}`' for address in export.addresses)} | {export.about} |"
        for export in EXPORTS
        if export.about
    ]
    assert "\n".join(lines) in readme()
    named = re.findall(r"`(/[^`]+)`", "\n".join(lines))
    assert [file.path for export in EXPORTS for file in export.files
            if file.form and f"/{file.path}" not in named] == []  # fmt: skip


# Embeds, data and linters


def test_the_guide_shows_what_pages_offer(reference: Library) -> None:
    """Each of the three ways to embed, but for its height and what an element replaces."""
    form = HtmlForm("", True, reference.site.url)
    key = ("comparison", "fine-tuning-vs-rag")
    [offered] = snippets(key, "Words", Writer(Lookup(reference), form))
    ways = [offered.frame, f"{offered.frame} {offered.fit}", offered.element]
    shown = [
        block.text
        for block in BLOCKS
        if block.kind == "html" and not block.text.startswith(tuple(PARTIAL))
    ]
    assert [outline(text) for text in shown] == [outline(text) for text in ways]


def outline(html: str) -> str:
    """HTML on one line, without heights, nor what stands in an element of ours."""
    html = re.sub(r"(?s)(<termwise-\w+ [^>]*>).*(?=</termwise)", r"\1", html)
    return " ".join(re.sub(r'height="\d+"', "", html).split())


def test_data_in_guides_is_data() -> None:
    for block in BLOCKS:
        if block.kind == "json":
            json.loads(block.text)


def test_every_address_of_the_readme_is_on_the_site(reference_site: Path) -> None:
    """Those of the table of embeds and data; what stands in brackets stands for any name."""
    section = readme().partition("## Embeds and data")[2]
    rows = re.findall(r"^\| (`/.*?) \|", section, re.MULTILINE)
    named = [each for row in rows for each in re.findall(r"`/([^`]+)`", row)]
    patterns = [re.sub(r"<[a-z]+>|…", "*", each) for each in named]
    assert [each for each in patterns if not any(reference_site.glob(each))] == []
    assert len(named) > 10


def test_vale_s_settings_name_what_is_there(reference_site: Path) -> None:
    """The archive and its style. Vale's program is in no package registry: it is not run."""
    settings = configparser.ConfigParser(delimiters="=")
    settings.read_string("[top]\n" + FILES["README.md", ".vale.ini"])
    archive = reference_site / settings["top"]["Packages"].removeprefix(f"{HOST}/")
    names = zipfile.ZipFile(io.BytesIO(archive.read_bytes())).namelist()
    style = settings["*.md"]["BasedOnStyles"]
    assert any(name.startswith(f"vale/styles/{style}/") for name in names)


[TEXTLINT] = [block.text for block in BLOCKS if "textlint" in block.text]


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder, and says nothing of it."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture
def served(reference_site: Path) -> Iterator[str]:
    """The address at which the reference site is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(reference_site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.skipif(not shutil.which("curl"), reason="there is no curl")
def test_textlint_runs_as_the_readme_shows(
    served: str, textlint_folder: Path, npm: list[str], tmp_path: Path
) -> None:
    """With the settings that the site offers, on a prose that has a fault."""
    (tmp_path / "node_modules").symlink_to(textlint_folder / "node_modules")
    shutil.copy(textlint_folder / "package.json", tmp_path)
    [install] = [line for line in TEXTLINT.splitlines() if line in NOT_RUN]
    packages = json.loads((tmp_path / "package.json").read_text("utf-8"))["devDependencies"]
    assert install.split()[3:] == list(packages)
    (tmp_path / "README.md").write_text("Ask chatgpt.\n", "utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/page.md").write_text("Ask ChatGPT.\n", "utf-8")
    script = TEXTLINT.replace(f"{install}\n", "").replace(HOST, served)
    script = script.replace("npx ", f"{shlex.join(npm)} exec -- ")
    done = subprocess.run(
        ["sh", "-ec", script], cwd=tmp_path, capture_output=True, text=True, timeout=120,
        check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert "“chatgpt”, use “ChatGPT”" in done.stdout
    assert "page.md" not in done.stdout

"""Settings that no site could have: a line with what is wrong, for every command, no traceback."""

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from termwise.cli import main

Make = Callable[..., Path]
Run = Callable[..., subprocess.CompletedProcess[str]]


COMMANDS = {
    "check": ("termwise", "check"),
    "write": ("termwise", "write", "out"),
    "export": ("termwise", "export", "json", "-o", "out.json"),
    "decide": ("termwise", "decide", "none"),
    "build": ("mkdocs", "build", "-q"),
}

BASE = {
    "site_name": "Fruit", "site_url": "https://fruit.example/", "docs_dir": "content",
    "theme": "{name: material, font: false}", "plugins": "[termwise]",
}  # fmt: skip

HOSTILE: Mapping[str, Mapping[str, str | None]] = {
    "half a character in the name": {"site_name": '"a \\ud800 b"'},
    "half a character in an option": {"plugins": '[{termwise: {edit_base: "https://x/\\udfff"}}]'},
    "no name": {"site_name": ""},
    "a name that is a list": {"site_name": "[a, b]"},
    "NUL in the name": {"site_name": '"a\\0b"'},
    "an escape in the name": {"site_name": '"a\\e[31mb"'},
    "a broken address": {"site_url": "http://["},
    "an address without host": {"site_url": "https://"},
    "an address that is a number": {"site_url": "5"},
    "an address of another kind": {"site_url": "javascript:alert(1)"},
    "plugins that are a number": {"plugins": "5"},
    "a plugin that is a number": {"plugins": "[termwise, 5]"},
    "options that are a number": {"plugins": "[{termwise: 5}]"},
    "styles that are a number": {"extra_css": "5"},
    "styles that are numbers": {"extra_css": "[5]"},
    "scripts that are a number": {"extra_javascript": "5"},
    "extensions that are a number": {"markdown_extensions": "5"},
    "a theme that is a number": {"theme": "5"},
    "a language that is a list": {"theme": "{name: material, font: false, language: [en]}"},
    "a navigation that is a number": {"nav": "5"},
    "a folder that is a number": {"docs_dir": "5"},
    "a folder with NUL": {"docs_dir": '"a\\0b"'},
    "a glossary with NUL": {"plugins": '[{termwise: {glossary: "a\\0b"}}]'},
    "a glossary with too long a name": {"plugins": f"[{{termwise: {{glossary: {'a' * 300}}}}}]"},
    "a folder for pins with NUL": {"plugins": '[{termwise: {pinned: "a\\0b"}}]'},
    "a call to action of numbers": {"plugins": "[{termwise: {call_to_action: {title: 5}}}]"},
    "a broken link to act on": {
        "plugins": '[{termwise: {call_to_action: {title: a, text: b, button: c, url: "https://["}}}]'
    },
    "no settings at all": dict.fromkeys(BASE, None),
}


MKDOCS = ("a broken address", "styles that are numbers", "a language that is a list")
"""What MkDocs or its theme falls over by itself, before a plugin is asked or without one."""

OURS = [words for words in COMMANDS.values() if words[0] == "termwise"]
"""Commands that read the configuration themselves; MkDocs reads its own file without us."""


def settings(changes: Mapping[str, str | None]) -> str:
    """A configuration with some keys changed, and those that are None left out."""
    keys = {**BASE, **changes}
    return "".join(f"{key}: {value}\n" for key, value in keys.items() if value is not None)


def command(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """What a command of ours does in a folder, without the start of a process for each."""
    here = Path.cwd()
    os.chdir(folder)
    try:
        done = CliRunner().invoke(main, list(words))
    finally:
        os.chdir(here)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return subprocess.CompletedProcess(words, done.exit_code, done.output, "")


def assert_told(done: subprocess.CompletedProcess[str]) -> None:
    """Whether it failed or not: in words."""
    said = done.stdout + done.stderr
    assert "Traceback" not in said, said[-2_000:]
    assert done.returncode in (0, 1, 2), said
    if done.returncode:
        assert said.strip()
        assert len(said) < 5_000


@pytest.mark.parametrize("case", HOSTILE)
def test_no_settings_end_in_a_traceback(case: str, project: Make, run: Run) -> None:
    """Each command says what is wrong, or goes on without it; a failed one writes nothing."""
    folder = project({"mkdocs.yml": settings(HOSTILE[case])})
    for name, words in COMMANDS.items():
        if name == "build" and case in MKDOCS:
            continue
        ours = words[0] == "termwise"
        done = command(folder, *words[1:]) if ours else run(folder, *words)
        assert_told(done)
        if done.returncode and name in ("write", "export"):
            assert not list(folder.glob("out*")), (name, done.stderr)


@pytest.mark.parametrize(
    "raw",
    [b"", b"\xff\xfe", b"\x00", "site_name: é".encode("latin-1"), b"site_name: [", b"- a\n", b"5",
     b"[" * 5_000, b"site_name: !!python/object/apply:os.abort []\n"],
    ids=lambda raw: repr(raw[:20]),
)  # fmt: skip
def test_a_file_that_is_no_configuration_is_told(raw: bytes, project: Make) -> None:
    """Whatever its bytes are."""
    folder = project()
    (folder / "mkdocs.yml").write_bytes(raw)
    for words in OURS:
        done = command(folder, *words[1:])
        assert_told(done)
        assert done.returncode != 0


@pytest.mark.skipif(os.name != "posix", reason="links need rights here")
@pytest.mark.parametrize("kind", ["folder", "circle", "nowhere"])
def test_a_configuration_that_is_no_file_is_told(kind: str, project: Make) -> None:
    """A folder, or a link that leads nowhere."""
    folder = project({"mkdocs.yml": None})
    config = folder / "mkdocs.yml"
    config.unlink(missing_ok=True)
    if kind == "folder":
        config.mkdir()
    else:
        config.symlink_to(config if kind == "circle" else folder / "none.yml")
    for words in OURS:
        done = command(folder, *words[1:])
        assert_told(done)
        assert done.returncode != 0

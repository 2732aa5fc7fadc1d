"""What a build says of itself: a line a stage, why files are made again, a bar on a terminal."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from termwise.lookup.reads import READ_KINDS
from termwise.mkdocs_plugin.reasons import sentence

pty = pytest.importorskip("pty", reason="the system has no pseudo-terminals")

Run = Callable[..., subprocess.CompletedProcess[str]]
MakeProject = Callable[..., Path]

SITE_URL = "site_url: https://g.example/\n"

SLOW = """\
import time
from termwise.mkdocs_plugin import stages
from termwise.site import publish

make_file = publish.make_file

def make_slowly(planned, lookup):
    time.sleep(0.02)
    return make_file(planned, lookup)

publish.make_file = make_slowly
stages._PATIENCE = 0.05
"""
"""A hook of MkDocs by which data takes longer than a stage may without a bar."""


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def build(run: Run, project: Path, *options: str) -> list[str]:
    """Build a project that is in order. Returns what our plugin said, line by line."""
    done = run(project, "mkdocs", "build", *options)
    assert done.returncode == 0, done.stderr
    return re.findall(r"termwise: (.*)", done.stderr)


def test_each_stage_has_a_line_with_counts(make_project: MakeProject, run: Run) -> None:
    project = make_project(6, SITE_URL)
    first = build(run, project)
    assert re.fullmatch(r"7 files of the glossary: 7 read, (under )?[\d.]+ s", first[0])
    assert re.fullmatch(r"(\d+) files of embeds: \1 made, .* s", first[1])
    assert re.fullmatch(r"(\d+) files of pages and data: \1 made, .* s", first[2])
    assert first[3].startswith("The site is in ")

    edit(project / "glossary/terms/t-003.yml", "counted as 003", "counted as three")
    second = build(run, project)
    assert re.fullmatch(r"7 files of the glossary: 6 unchanged, 1 read, .* s", second[0])
    counts = [*map(int, re.findall(r"\d+(?= )", second[2]))]
    total, unchanged, made = counts[:3]
    assert min(unchanged, made) > 0
    assert unchanged + made == total


def test_a_site_from_an_archive_is_known_by_its_contents(
    make_project: MakeProject, run: Run, tmp_path: Path
) -> None:
    """As a service that builds restores it: other places on the disk, times in whole seconds."""
    first, second = make_project(4, SITE_URL, name="first"), make_project(4, SITE_URL)
    build(run, first)
    with tarfile.open(tmp_path / "kept.tar", "w", format=tarfile.GNU_FORMAT) as archive:
        for name in (".cache/termwise", "site"):
            archive.add(first / name, name)
    with tarfile.open(tmp_path / "kept.tar") as archive:
        archive.extractall(second, filter="data")
    said = build(run, second)
    assert "made" not in " ".join(said[:3]), said
    assert all("unchanged" in line for line in said[:3]), said


def test_a_quiet_build_says_nothing(make_project: MakeProject, run: Run) -> None:
    project = make_project(2, SITE_URL)
    for _ in range(2):
        done = run(project, "mkdocs", "build", "--quiet")
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def _edited(project: Path) -> None:
    edit(project / "glossary/terms/t-000.yml", "counted as 000", "counted as nought")


def _altered(project: Path) -> None:
    edit(project / "site/terms/t-000/index.html", "counted as 000", "counted as nought")


def _renamed_site(project: Path) -> None:
    edit(project / "mkdocs.yml", "font: false", "font: false\n  palette: {primary: teal}")


def _forgotten(project: Path) -> None:
    shutil.rmtree(project / ".cache")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (_edited, 'made again, since the term "t-000" changed'),
        (_altered, "made again, since its file is not as it was left"),
        (_renamed_site, "made again, since the settings, the theme or what it shares with others"),
        (_forgotten, "made, since no record of it is kept"),
    ],
)
def test_a_verbose_build_says_why_a_page_is_made_again(
    make_project: MakeProject, run: Run, change: Callable[[Path], None], reason: str
) -> None:
    project = make_project(4)
    build(run, project)
    change(project)
    said = build(run, project, "--verbose")
    of_page = [line for line in said if line.startswith("page terms/t-000.md: ")]
    assert [line.startswith(f"page terms/t-000.md: {reason}") for line in of_page] == [True], said
    others = [line for line in said if line.startswith("page terms/t-002.md: ")]
    assert bool(others) == (change in (_renamed_site, _forgotten))


@pytest.mark.parametrize("kind", [kind.name for kind in READ_KINDS])
def test_there_are_words_for_every_kind_of_read(kind: str) -> None:
    assert sentence("page a.md", (kind, "term", "rag", "path")).startswith("page a.md: made again")


def slow(make_project: MakeProject) -> Path:
    project = make_project(40, f"{SITE_URL}hooks: [slow.py]\n")
    (project / "slow.py").write_text(SLOW, "utf-8")
    return project


def shown_on_terminal(project: Path, environment: Mapping[str, str], *options: str) -> str:
    """All that a build writes to a terminal."""
    ours, its = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", *options],
        cwd=project,
        env={**environment, "COLUMNS": "80"},
        stdout=its,
        stderr=its,
    )
    os.close(its)
    parts = []
    while part := _read(ours):
        parts.append(part)
    os.close(ours)
    assert process.wait(timeout=30) == 0
    return b"".join(parts).decode()


def _read(terminal: int) -> bytes:
    """What comes next; Linux has an error where nobody writes any more."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def left(line: str) -> str:
    """What stands in a line of a terminal in the end, of all that was written over it."""
    cells: list[str] = []
    for part in line.split("\r"):
        cells[: len(part)] = part
    return "".join(cells).rstrip()


def test_a_long_stage_has_a_bar_on_a_terminal_and_leaves_nothing_of_it(
    make_project: MakeProject, command_environment: dict[str, str]
) -> None:
    environment = {name: value for name, value in command_environment.items() if name != "CI"}
    shown = shown_on_terminal(slow(make_project), environment)
    shares = [int(share) for share in re.findall(r"\rpages and data \[[#-]{30}\] (\d+)%", shown)]
    assert shares
    assert shares == sorted(shares)
    assert shares[-1] <= 100
    lines = [left(line) for line in shown.split("\n")]
    assert not [line for line in lines if "pages and data [" in line]
    assert any(re.search(r"termwise: \d+ files of pages and data: ", line) for line in lines)


@pytest.mark.parametrize("reason", ["piped", "quiet", "CI"])
def test_there_is_no_bar_where_nobody_watches(
    make_project: MakeProject, run: Run, command_environment: dict[str, str], reason: str
) -> None:
    project = slow(make_project)
    environment = {name: value for name, value in command_environment.items() if name != "CI"}
    if reason == "piped":
        done = run(project, "mkdocs", "build")
        assert "\r" not in done.stdout + done.stderr
        assert "files of pages and data" in done.stderr
    elif reason == "quiet":
        assert shown_on_terminal(project, environment, "--quiet") == ""
    else:
        shown = shown_on_terminal(project, {**environment, "CI": "true"})
        assert "[#" not in shown
        assert "files of pages and data" in shown

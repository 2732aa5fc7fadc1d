"""`termwise export`: every format comes out, the same as on the site, and mistakes are told."""

import subprocess
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from termwise.cli import main
from termwise.site.export import FORMATS, MARK

MakeProject = Callable[..., Path]
Run = Callable[..., subprocess.CompletedProcess[str]]

ADDRESS = "site_url: https://g.example/\n"
FACTS = """\
title: Facts
facts:
  - id: one
    statement: One is less than two.
    observations: [{value: 1, source: book, as_of: 2020}]
"""
SOURCES = "sources: [{id: book, title: The book, kind: book, published: 2020}]\n"


@pytest.fixture
def full(make_project: MakeProject) -> Path:
    """A project that has something for every format."""
    project = make_project(more=ADDRESS)
    (project / "glossary/facts").mkdir()
    (project / "glossary/facts/numbers.yml").write_text(FACTS, "utf-8")
    (project / "glossary/sources.yml").write_text(SOURCES, "utf-8")
    with (project / "glossary/terms/t-000.yml").open("a", encoding="utf-8") as file:
        file.write("added: 2026-11-01\navoid: [nr zero]\n")
    return project


def export(project: Path, *words: str) -> Result:
    """What the command does; an exception is a failure of the test, never an exit code."""
    given = ["export", "--config", str(project / "mkdocs.yml"), "--today", "2026-11-20", *words]
    return CliRunner().invoke(main, given, catch_exceptions=False)


@pytest.mark.parametrize("form", FORMATS)
def test_each_format_is_the_file_of_the_site(form: str, full: Path, run: Run) -> None:
    """To standard output and to a file alike."""
    project = full
    shown = export(project, form)
    assert shown.exit_code == 0, shown.output
    assert shown.stdout_bytes
    written = export(project, form, "--output", str(project / "out"))
    assert written.exit_code == 0, written.output
    assert (project / "out").read_bytes() == shown.stdout_bytes
    assert run(project, "mkdocs", "build").returncode == 0
    assert (project / "site" / FORMATS[form]).read_bytes() == shown.stdout_bytes


def test_all_is_everything_that_the_site_has_beside_its_pages(full: Path, run: Run) -> None:
    """Byte for byte; and the site has nothing of its own but pages and the theme's files."""
    project = full
    done = export(project, "all", "-o", str(project / "out"))
    assert done.exit_code == 0, done.output
    assert run(project, "mkdocs", "build").returncode == 0
    (project / "out" / MARK).unlink()
    files = [path.relative_to(project / "out") for path in (project / "out").rglob("*")]
    assert {path.parts[0] for path in files} >= {"api", "embed", "feed.xml", "llms.txt"}
    for path in files:
        if (project / "out" / path).is_file():
            assert (project / "site" / path).read_bytes() == (project / "out" / path).read_bytes()
    for folder in ("api", "embed"):
        inside = (project / "site" / folder).rglob("*")
        assert {path.relative_to(project / "site") for path in inside} <= set(files)


def test_an_archive_is_the_same_each_time(full: Path) -> None:
    """Or every build would publish another file."""
    first = export(full, "vale").stdout_bytes
    assert first == export(full, "vale").stdout_bytes
    assert zipfile.ZipFile(BytesIO(first)).testzip() is None


def test_a_hand_written_file_is_not_replaced(make_project: MakeProject, run: Run) -> None:
    """Whoever keeps an llms.txt of their own has it published."""
    project = make_project(more=ADDRESS)
    (project / "content/llms.txt").write_text("ours\n", "utf-8")
    assert run(project, "mkdocs", "build").returncode == 0
    assert (project / "site/llms.txt").read_text("utf-8") == "ours\n"
    assert run(project, "termwise", "write", "out").returncode == 0
    assert (project / "out/docs/llms.txt").read_text("utf-8") == "ours\n"


@pytest.mark.parametrize(
    ("more", "words", "said"),
    [
        ("", ("json",), "set site_url in mkdocs.yml"),
        (ADDRESS, ("all",), "name a folder with --output"),
        (ADDRESS, ("json", "-o", "no/such/folder/x.json"), "could not be written"),
        (ADDRESS, ("atom",), "the glossary has nothing that atom could say"),
        (ADDRESS, ("yaml",), '"yaml" is not one of the choices; choose one of: json'),
    ],
)
def test_what_cannot_be_exported_is_told(
    more: str, words: tuple[str, ...], said: str, make_project: MakeProject
) -> None:
    done = export(make_project(more=more), *words)
    assert done.exit_code == 2
    assert said in done.output


def test_errors_of_the_glossary_end_it(make_project: MakeProject) -> None:
    project = make_project(more=ADDRESS)
    (project / "glossary/terms/t-000.yml").write_text("term: x\n", "utf-8")
    done = export(project, "json")
    assert done.exit_code == 1
    assert "error[missing-key]" in done.output

"""A translator's mistake is told as an author's is, and leaves the last good site."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from termwise.model.problem import Problem, ProblemError
from termwise.project.settings import located

Run = Callable[..., subprocess.CompletedProcess[str]]

GERMAN = "theme:\n  name: material\n  language: de\n  font: false\n"
WRONG = r"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

msgid "Used in {places}."
msgstr "Verwendet in {orten}."
"""
PLACE = "words/de.po:6:1: error[bad-catalogue] 'Verwendet in {orten}.' has the place {orten}"


@pytest.fixture
def german(
    root: Path, tmp_path: Path, make_project: Callable[..., Path]
) -> tuple[Path, dict[str, str]]:
    """A project in German, and the environment in which its catalogue has a misspelt place."""
    package = tmp_path / "package"
    left_out = shutil.ignore_patterns("__pycache__")
    shutil.copytree(root / "build_tools/termwise", package / "termwise", ignore=left_out)
    (package / "termwise/words/de.po").write_text(WRONG, "utf-8")
    project = make_project()
    config = project / "mkdocs.yml"
    begin, _theme, rest = config.read_text("utf-8").partition("theme:\n")
    rest = rest[rest.index("nav:") :]
    config.write_text(begin + GERMAN + rest, "utf-8")
    return project, {"PYTHONPATH": str(package)}


def test_the_plugin_tells_it_and_leaves_the_site(
    german: tuple[Path, dict[str, str]], run: Run
) -> None:
    """As it does with every other mistake: without a traceback."""
    project, environment = german
    (project / "site").mkdir()
    (project / "site/index.html").write_text("the last good site", "utf-8")
    failed = run(project, "mkdocs", "build", env=environment)
    assert failed.returncode == 1
    assert PLACE in failed.stderr
    assert "Traceback" not in failed.stderr
    assert [file.read_text("utf-8") for file in (project / "site").iterdir()] == [
        "the last good site"
    ]


@pytest.mark.parametrize("command", [["check"], ["write", "out"], ["export", "all", "-o", "out"]])
def test_the_commands_tell_it(
    german: tuple[Path, dict[str, str]], run: Run, command: list[str]
) -> None:
    """All faults of the file, and nothing is written."""
    project, environment = german
    failed = run(project, "termwise", *command, env=environment)
    assert failed.returncode == 2
    assert PLACE in failed.stdout + failed.stderr
    assert "has the place {orten}" in failed.stdout + failed.stderr
    assert "Traceback" not in failed.stderr
    assert not (project / "out").exists()


def test_programs_are_told_the_place(german: tuple[Path, dict[str, str]], run: Run) -> None:
    """In each format of `check` as any problem is."""
    project, environment = german
    told = run(project, "termwise", "check", "--format", "json", env=environment)
    rows = json.loads(told.stdout)
    assert {(row["code"], row["line"], row["column"]) for row in rows} == {("bad-catalogue", 6, 1)}
    assert all(row["file"].endswith("termwise/words/de.po") for row in rows)


def test_a_catalogue_within_the_project_is_named_from_there(tmp_path: Path) -> None:
    """As its author knows it, and as code hosts do."""
    problem = Problem("bad-catalogue", "wrong", file=str(tmp_path / "words/de.po"), line=3)
    with pytest.raises(ProblemError) as caught, located(tmp_path / "mkdocs.yml"):
        raise ProblemError(problem)
    assert [each.file for each in caught.value.problems] == ["words/de.po"]

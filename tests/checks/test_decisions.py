"""The examination within the checks: asked once a decision, and not again while nothing changes."""

import datetime
import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest

from termwise.checks import check
from termwise.checks.examined import Examined
from termwise.decide.evaluate import Program
from termwise.decide.examine import Examination, examine
from termwise.decide.examiner import METHOD, Examiner, _digest, read_reports
from termwise.decide.program import compile_decision
from termwise.loader import load
from termwise.model.site import Site
from termwise.project.checked import MEMORY, read_and_check
from termwise.project.library import library_of
from termwise.project.settings import Folders
from termwise.site.make import make_html
from termwise.site.plan import plan

SNACK = """\
title: Apple or pear?
summary: Which to eat.
options:
  - {id: eat-apple, title: An apple, term: apple}
  - {id: eat-pear, title: A pear, term: pear}
questions:
  - {id: sharp, ask: Do you like it sharp?, kind: yes_no}
rules:
  - {when: {sharp: "yes"}, favours: {eat-apple: 2}, because: Apples are sharp.}
  - {when: {sharp: "no"}, favours: {eat-pear: 2}, because: Pears are sweet.}
"""

Make = Callable[..., Path]


class Counting(Examiner):
    """An examiner that counts how often it really examined something."""

    examined = 0

    def __call__(self, program: Program) -> Examination:
        """The report, counted if it was not known."""
        self.examined += program["version"] not in self.known
        return super().__call__(program)


def folders(folder: Path) -> Folders:
    """Those of a project."""
    return Folders(folder, folder / "glossary", folder / "content")


def test_each_decision_is_examined_once_a_build(
    project: Make, today: datetime.date, site: Site
) -> None:
    """The checks and the page ask the same examiner."""
    glossary = load(project({"glossary/decisions/snack.yml": SNACK}) / "glossary").glossary
    examiner = Counting()
    assert list(check(Examined(glossary, today, examiner))) == []
    assert examiner.examined == 1
    library = library_of(glossary, site, today, examiner)
    for planned in plan(library):
        make_html(planned, library)
    assert examiner.examined == 1


def test_a_second_check_examines_nothing(project: Make, today: datetime.date) -> None:
    """What the first one wrote down is enough for the next, and is not written again."""
    folder = project({"glossary/decisions/snack.yml": SNACK})
    glossary = load(folder / "glossary").glossary
    fresh = Counting()
    list(check(Examined(glossary, today, fresh)))
    assert fresh.examined == 1
    read_and_check(folders(folder), today)
    stamp = (folder / MEMORY).stat().st_mtime_ns
    later = Counting(read_reports(folder / MEMORY))
    list(check(Examined(glossary, today, later)))
    assert later.examined == 0
    read_and_check(folders(folder), today)
    assert (folder / MEMORY).stat().st_mtime_ns == stamp


def plant(folder: Path, **changes: object) -> None:
    """Change the one report that is remembered."""
    file = folder / MEMORY
    stored = json.loads(file.read_text("utf-8"))
    [version] = stored["reports"]
    stored["reports"][version].update(changes)
    stored["digest"] = _digest(stored["reports"])
    file.write_text(json.dumps(stored), "utf-8")


def codes(folder: Path, today: datetime.date) -> list[str]:
    """What a check finds."""
    return [problem.code for problem in read_and_check(folders(folder), today).problems]


def test_what_is_remembered_is_what_is_reported(project: Make, today: datetime.date) -> None:
    """A planted report shows that it is read, and a changed rule that it is then not."""
    folder = project({"glossary/decisions/snack.yml": SNACK})
    assert codes(folder, today) == []
    plant(folder, dead=[1])
    assert codes(folder, today) == ["dead-rule"]
    project({"glossary/decisions/snack.yml": SNACK.replace("Apple or pear?", "Pear or apple?")})
    assert codes(folder, today) == ["dead-rule"]
    project({"glossary/decisions/snack.yml": SNACK.replace("eat-pear: 2", "eat-pear: 3")})
    assert codes(folder, today) == []


@pytest.mark.parametrize("text", ["", "{", "null", json.dumps({"method": METHOD, "reports": 5})])
def test_a_corrupt_memory_is_replaced(project: Make, today: datetime.date, text: str) -> None:
    """It is only a cache."""
    folder = project({"glossary/decisions/snack.yml": SNACK, str(MEMORY): text})
    assert codes(folder, today) == []
    stored = json.loads((folder / MEMORY).read_text("utf-8"))
    report = examine(read_program(folder))
    assert list(stored["reports"].values()) == [json.loads(json.dumps(asdict(report)))]


def read_program(folder: Path) -> Program:
    """The program of the one decision."""
    glossary = load(folder / "glossary").glossary
    return compile_decision(glossary.decisions["snack"], glossary.facts).program


def test_where_the_memory_cannot_be_kept_the_check_goes_on(
    project: Make, today: datetime.date
) -> None:
    """A file stands where the folder would be, as a read-only folder would."""
    folder = project({"glossary/decisions/snack.yml": SNACK, ".cache": "in the way"})
    assert codes(folder, today) == []
    assert (folder / ".cache").read_text("utf-8") == "in the way"

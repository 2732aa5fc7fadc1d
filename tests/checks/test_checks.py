"""The checks as a whole: each is shown at work, and none is upset by what is not there."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from termwise.checks import CHECKS, PAGE_CHECKS, check
from termwise.checks.dates import nothing_is_past_its_review
from termwise.checks.examined import Examined
from termwise.loader import load
from termwise.model.glossary import Glossary
from termwise.model.kinds import KINDS, Kind
from termwise.model.values import Entry
from termwise.project.checked import Checked
from termwise.reading.library import Library

GOLDENS = sorted((Path(__file__).parents[1] / "goldens" / "problems").glob("*.yml"))


def test_every_check_has_a_golden_in_which_it_finds_something(
    tmp_path: Path, today: datetime.date, read_project: Callable[[Path], Checked]
) -> None:
    """A check that no golden shows could be taken out without anybody's noticing."""
    base = yaml.safe_load((GOLDENS[0].parents[1] / "base.yml").read_text("utf-8"))
    every = (*CHECKS, *PAGE_CHECKS)
    silent = {each.__name__ for each in every}
    for golden in GOLDENS:
        folder = tmp_path / golden.stem
        for name, text in {**base, **yaml.safe_load(golden.read_text("utf-8"))["files"]}.items():
            if text is not None:
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_text(text, "utf-8", newline="")
        examined = Examined(read_project(folder).glossary, today)
        silent -= {each.__name__ for each in every if any(each(examined))}
    assert silent == set()


def test_an_empty_glossary_passes(today: datetime.date) -> None:
    """Whoever starts a glossary has one."""
    assert list(check(Examined(Glossary(), today))) == []


def test_the_reference_glossary_passes(
    root: Path, today: datetime.date, read_project: Callable[[Path], Checked]
) -> None:
    """What we publish has neither errors nor warnings as of the day of its review."""
    checked = read_project(root)
    assert checked.problems == ()
    assert list(check(Examined(checked.glossary, today))) == []


@pytest.mark.parametrize(
    ("broken", "known"),
    [(("term", "plum"), True), (("term", "*"), True), (("term", "pear"), False),
     (("fact", "*"), False)],
)  # fmt: skip
def test_what_may_stand_in_a_broken_file_is_known(
    broken: tuple[str, str], known: bool, today: datetime.date
) -> None:
    """By its kind and id, or by its kind where the ids cannot be made out."""
    examined = Examined(Glossary(broken=frozenset({broken})), today)
    assert examined.knows("term", "plum") is known


def test_a_review_is_due_the_day_after(project: Callable[..., Path], today: datetime.date) -> None:
    """The warning depends on the day that is passed in, and on no clock."""
    term = "term: plum\ncategory: stone-fruit\nlevel: beginner\ndefinition: A fruit.\n"
    folder = project({"glossary/terms/plum.yml": term + f"review_by: {today}\n"})
    glossary = load(folder / "glossary").glossary
    assert list(check(Examined(glossary, today))) == []
    [problem] = check(Examined(glossary, today + datetime.timedelta(days=1)))
    assert (problem.code, problem.severity) == ("review-due", "warning")


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.dated], ids=lambda kind: kind.id)
def test_every_kind_with_a_date_of_review_is_told_when_it_is_due(
    kind: Kind, reference: Library
) -> None:
    """No kind is left out of the checks of dates, whenever it came."""
    name, entry = next(iter(reference.glossary.of_kind(kind.id).items()))
    assert isinstance(entry, Entry)
    changed = entry.model_copy(update={"review_by": datetime.date(2020, 1, 1)})
    glossary = reference.glossary.with_entries(**{kind.id: {name: changed}})
    origins = {(kind.id, name): glossary.origins[kind.id, name]}
    found = nothing_is_past_its_review(
        Examined(replace(glossary, origins=origins), reference.today)
    )
    assert [problem.code for problem in found] == ["review-due"]


def test_a_text_with_a_thousand_faults_is_told_up_to_a_bound(
    project: Callable[..., Path], today: datetime.date
) -> None:
    """The report stays readable, and the check quick."""
    text = " ".join(f"[[no-{number}]] [x](y)" for number in range(1_000))
    term = f"term: plum\ncategory: stone-fruit\nlevel: beginner\ndefinition: See {text}\n"
    glossary = load(project({"glossary/terms/plum.yml": term}) / "glossary").glossary
    codes = [problem.code for problem in check(Examined(glossary, today))]
    assert set(codes) == {"unknown-term", "bad-link"}
    assert len(codes) <= 200

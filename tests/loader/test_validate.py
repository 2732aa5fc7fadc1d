"""What pydantic finds wrong, said as an author would want to hear it.

The wording of each fault is in the goldens of problems/; here is what they cannot show.
"""

import pytest

from termwise.loader.validate import MAX_PROBLEMS, validate
from termwise.loader.yaml_reader import read_yaml
from termwise.model.comparison import Comparison
from termwise.model.problem import Problem
from termwise.model.term import Term
from termwise.model.values import Entry

TERM = "term: plum\ncategory: fruit\nlevel: beginner\ndefinition: A fruit.\n"


def problems_of(text: str, kind: type[Entry] = Term) -> list[Problem]:
    """The problems of a file of this text."""
    document = read_yaml(text, "f.yml")
    assert not document.problems
    assert (validate(kind, document, "f.yml") is None) == bool(document.problems)
    return document.problems


def test_a_good_file_becomes_an_entry() -> None:
    """With lists as tuples, so that it is immutable."""
    document = read_yaml(TERM + "aliases: [prune]\nreviewed: 2026-03-31\n", "f.yml")
    entry = validate(Term, document, "f.yml")
    assert entry is not None
    assert entry.aliases == ("prune",)
    assert str(entry.reviewed) == "2026-03-31"
    assert document.problems == []


def test_all_faults_are_told_at_once() -> None:
    """Nobody should have to run the check once for each mistake."""
    text = "term: 1\ncategory: [A]\ncolour: blue\nrelated:\n  - term: x\n"
    assert sorted(problem.field for problem in problems_of(text)) == [
        "category", "colour", "definition", "level", "related[0].kind", "related[0].why", "term"
    ]  # fmt: skip


def test_numbers_in_messages_are_written_as_everywhere() -> None:
    """Thousands apart: whoever counts characters reads 50,000 and not 50000."""
    [problem] = problems_of(TERM.replace("A fruit.", "fruit " * 10_000))
    assert problem.fault == "there is room for 50,000 characters here"


def test_a_fault_made_many_times_is_told_up_to_a_bound() -> None:
    """A file of nothing but unknown keys does not make an endless report."""
    text = TERM + "".join(f"key-{number}: x\n" for number in range(5 * MAX_PROBLEMS))
    assert len(problems_of(text)) == MAX_PROBLEMS


def test_a_long_value_is_not_repeated_in_full() -> None:
    """Neither as a value, nor as a key, nor as a wrong choice."""
    long = "x" * 5_000
    text = TERM + f'{long[:900]}: a\nstatus: {long}\nreplaced_by: "{long}!"\nreviewed: {long}\n'
    for problem in problems_of(text):
        assert len(problem.message) < 600


@pytest.mark.parametrize(
    ("cell", "field"),
    [("{fact: a, nots: b}", "nots"), ("{note: b}", "fact"), ("{fact: 5}", "fact"),
     ("{fact: a, note: 5}", "note"), ("5", ""), ("{text: a, fact: b}", "text")],
)  # fmt: skip
def test_a_cell_has_the_path_that_authors_write(cell: str, field: str) -> None:
    """The two forms of a cell leave no trace in it, even where a key is called as they are."""
    row = f"{{name: N, cells: {{a: {cell}}}}}"
    text = f"title: T\nsummary: S.\nsubjects: [a]\ndimensions: [{row}]\n"
    [problem] = problems_of(text, Comparison)
    assert problem.field == "dimensions[0].cells.a" + (f".{field}" if field else "")


def test_a_subject_may_be_called_as_a_form_of_cell() -> None:
    """`text` and `fact` are good ids."""
    text = (
        "title: T\nsummary: S.\nsubjects: [a]\ndimensions: [{name: N, cells: {fact: 1, text: 2}}]\n"
    )
    assert [problem.field for problem in problems_of(text, Comparison)] == [
        "dimensions[0].cells.fact", "dimensions[0].cells.text"
    ]  # fmt: skip


def test_a_key_of_a_mapping_is_validated_too() -> None:
    """A translation's language is a code."""
    text = TERM + "translations: {A B: {term: prune}}\n"
    [problem] = problems_of(text)
    assert (problem.code, problem.field) == ("bad-language", "translations.A B")
    assert problem.column == text.splitlines()[-1].index("A B") + 1


@pytest.mark.parametrize("text", ["- a\n", "a\n", "5\n", "null\n", "[]\n"])
def test_what_is_no_mapping_is_told(text: str) -> None:
    """A file that holds a list or a single word."""
    assert [problem.code for problem in problems_of(text)] == ["wrong-type"]

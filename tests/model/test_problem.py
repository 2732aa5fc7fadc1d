"""Problems: how their place and their message read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termwise.model.problem import FieldPath, Problem


@pytest.mark.parametrize(
    ("path", "field"),
    [((), ""), (("term",), "term"), (("related", 2, "term"), "related[2].term"),
     (("a", 0, 1, "b"), "a[0][1].b"), ((0, "a"), "[0].a"), (("k" * 999, 1), "k" * 59 + "…[1]")],
)  # fmt: skip
def test_a_field_reads_as_authors_write_it(path: FieldPath, field: str) -> None:
    """The path leads an editor to the field where a line number has moved on."""
    assert Problem("c", "fault", file="f", path=path).field == field


def test_the_message_is_the_fault_and_the_remedy() -> None:
    """What is wrong, then what to do; a fault without a remedy has no semicolon."""
    assert Problem("c", "fault", "remedy", file="f").message == "fault; remedy"
    assert Problem("c", "fault", file="f").message == "fault"


@given(st.text(), st.text(), st.lists(st.text() | st.integers()))
def test_message_and_field_are_one_line(fault: str, remedy: str, path: list[str | int]) -> None:
    """An author's text in a message cannot begin a line that looks like another problem."""
    problem = Problem("c", fault, remedy, file="f", path=tuple(path))
    for line in (problem.message, problem.field):
        assert line.splitlines() in ([], [line])

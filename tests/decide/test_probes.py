"""Probes: what would change an outcome, and which question would settle it."""

import math
from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from termwise.decide.evaluate import decide
from termwise.decide.probes import changes, names_in, open_questions, probe_points

Make = Callable[..., dict[str, Any]]


def upwards(low: float) -> dict[str, Any]:
    """A test of `many`: this or more."""
    return {"of": "many", "from": low, "to": None, "with_from": True, "with_to": False}


def found_changes(program: dict[str, Any], answers: dict[str, Any]) -> list[tuple[Any, ...]]:
    """The changes, as plain tuples."""
    found = changes(program, answers, decide(program, answers))
    return [(item.question, item.answer, item.leaders, item.settled) for item in found]


def test_every_other_answer_is_tried(program: Make) -> None:
    """And named if somebody else would lead, in the order of the questions."""
    made = program(
        rules=[
            {"when": [], "weights": [1.0, 0.0]},
            {"when": [{"of": "sure", "in": ["yes"]}], "weights": [0.0, 2.0]},
            {"when": [{"of": "kind", "in": ["y", "z"]}], "weights": [0.0, 1.0]},
        ]
    )
    assert found_changes(made, {}) == [
        ("sure", "yes", (1,), True), ("kind", "y", (0, 1), False), ("kind", "z", (0, 1), False),
    ]  # fmt: skip
    assert found_changes(made, {"sure": "yes", "kind": "x"}) == [("sure", "no", (0,), True)]


def test_of_neighbouring_numbers_only_the_least_is_named(program: Make) -> None:
    """And one after numbers that change nothing is named again."""
    made = program(
        rules=[
            {"when": [], "weights": [1.0, 0.0]},
            {"when": [upwards(5.0)], "weights": [0.0, 2.0]},
            {"when": [upwards(55.0)], "weights": [2.0, 0.0]},
            {"when": [upwards(100.0)], "weights": [0.0, 2.0]},
        ]
    )
    assert found_changes(made, {"many": 0.0}) == [
        ("many", 5.0, (1,), True), ("many", 100.0, (1,), True),
    ]  # fmt: skip


def test_the_answer_that_is_given_is_no_change(program: Make) -> None:
    """What leads already needs nothing."""
    made = program(rules=[{"when": [upwards(5.0)], "weights": [1.0, 0.0]}])
    given_answers = {"many": 5.0, "sure": "yes", "kind": "x"}
    assert found_changes(made, given_answers) == [("many", 0.0, (0, 1), False)]


def test_open_questions_are_those_that_unknown_rules_wait_for(program: Make) -> None:
    """Directly or through a quantity; what is answered or does not matter is not among them."""
    made = program(
        quantities=[
            {"id": "twice", "formula": ["*", "many", 2.0]},
            {"id": "more", "formula": ["+", "twice", 1.0]},
        ],
        rules=[
            {"when": [{**upwards(11.0), "of": "more"}], "weights": [3.0, 0.0]},
            {"when": [{"of": "sure", "in": ["yes"]}, {"of": "kind", "in": ["x"]}],
             "weights": [0.0, 1.0]},
        ],
    )  # fmt: skip

    def names(answers: dict[str, Any]) -> list[str]:
        now = decide(made, answers)
        return [item.question for item in open_questions(made, answers, now)]

    assert sorted(names({})) == ["kind", "many", "sure"]
    assert names({"sure": "no"}) == ["many"]
    assert names({"many": 3.0, "kind": "x"}) == ["sure"]
    assert names({"many": 3.0, "kind": "y"}) == []


def test_the_question_that_settles_most_comes_first(program: Make) -> None:
    """Then the one that turns most; equals stay in the order of the file."""
    made = program(
        rules=[
            {"when": [], "weights": [1.0, 0.0]},
            {"when": [{"of": "kind", "in": ["y"]}], "weights": [0.5, 0.0]},
            {"when": [{"of": "sure", "in": ["yes"]}], "weights": [0.0, 1.5]},
        ]
    )
    found = open_questions(made, {}, decide(made, {}))
    assert [(q.question, q.tried, q.settle, q.turn) for q in found] == [
        ("sure", 2, 1, 1), ("kind", 3, 0, 0),
    ]  # fmt: skip


def test_names_in_a_formula() -> None:
    """Operators are none."""
    assert sorted(names_in(["+", "a", ["min", 1.0, ["*", "b", "a"]]])) == ["a", "a", "b"]
    assert list(names_in(1.0)) == []


def test_points_to_try_are_ends_constants_and_between() -> None:
    """Rounded to steps; constants outside are left out."""
    assert probe_points([10, 50, 500], 0, 100, 1, grid=False) == [0, 5, 10, 30, 50, 75, 100]
    assert probe_points([], 0, 10, 4, grid=False) == [0, 4, 10]
    assert len(probe_points([], 0, 1e6, 1, grid=True)) > 40


@given(
    st.floats(-1e9, 1e9), st.floats(1e-3, 1e9), st.floats(1e-3, 1e6),
    st.lists(st.floats(-1e9, 1e9), max_size=5), st.booleans(),
)  # fmt: skip
def test_points_to_try_stay_within_and_hold_each_constant(
    least: float, span: float, step: float, constants: list[float], grid: bool
) -> None:
    """Sorted, once each, finite, and without a fault whatever the ends are."""
    most = least + span
    points = probe_points(constants, least, most, step, grid=grid)
    assert points == sorted(set(points))
    assert points[0] == least
    assert points[-1] == most
    assert all(math.isfinite(point) for point in points)
    assert {constant for constant in constants if least <= constant <= most} <= set(points)


def test_a_question_whose_most_is_zero_has_points() -> None:
    """Temperatures, say, and what a step cannot divide."""
    assert probe_points([], -10, 0, 1, grid=True)[-1] == 0
    assert probe_points([], -10, -5, 1, grid=True)[0] == -10
    assert probe_points([], 0, 1.7e308, 1e-300, grid=True)[-1] == 1.7e308
    assert probe_points([], 1e308, 1.7e308, 1, grid=False)[0] == 1e308

"""Costs: ranges, totals over a horizon, and where two options meet."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termwise.decide.costs import BreakEven, bills, break_even, number_ranges, spread
from termwise.decide.evaluate import Range, evaluate

Make = Callable[..., dict[str, Any]]
RANGES: dict[str, Range | None] = {
    "p": (1.0, 2.0, 4.0), "n": (-3.0, -1.0, 2.0), "one": (1.0, 1.0, 1.0), "unknown": None,
}  # fmt: skip


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("p", (1, 2, 4)),
        (5.0, (5, 5, 5)),
        (["+", "p", "n"], (-2, 1, 6)),
        (["-", "p", "n"], (-1, 3, 7)),
        (["-", "p", "p"], (-3, 0, 3)),
        (["*", "p", "n"], (-12, -2, 8)),
        (["*", "n", "n"], (-6, 1, 9)),
        (["/", 8.0, "p"], (2, 4, 8)),
        (["min", "p", 2.0], (1, 2, 2)),
        (["max", "n", 0.0], (0, 0, 2)),
        (["/", "p", "n"], None),
        (["/", "p", 0.0], None),
        (["/", "p", ["-", "one", "p"]], None),
        ("unknown", None),
        (["*", "unknown", 0.0], None),
        ("missing", None),
        (None, None),
        (["*", 1e300, ["*", 1e300, "p"]], None),
    ],
)
def test_a_formula_over_ranges(formula: object, expected: Range | None) -> None:
    """Low and high are the least and the most that the parts allow; by a range about zero, none."""
    assert spread(formula, RANGES) == expected


operators = st.sampled_from(["+", "-", "*", "/", "min", "max"])
formulas = st.recursive(
    st.sampled_from(["x", "y", 2.0, -0.5, 3.0]),
    lambda parts: st.tuples(operators, parts, parts),
    max_leaves=6,
)


@given(
    formulas,
    st.lists(st.integers(-8, 8).map(float), min_size=6, max_size=6),
    st.floats(0, 1), st.floats(0, 1),
)  # fmt: skip
def test_a_range_holds_whatever_lies_within(
    formula: object, ends: list[float], at_x: float, at_y: float
) -> None:
    """Any numbers within the ranges of the parts give a number within the range of the result."""
    x, y = sorted(ends[:3]), sorted(ends[3:])
    found = spread(formula, {"x": (x[0], x[1], x[2]), "y": (y[0], y[1], y[2])})
    if found is None:
        return
    values = {"x": x[0] + (x[2] - x[0]) * at_x, "y": y[0] + (y[2] - y[0]) * at_y}
    exact = evaluate(formula, values)
    assert exact is not None
    slack = 1e-9 * max(1.0, abs(exact))
    assert found[0] - slack <= exact <= found[2] + slack


@pytest.fixture
def priced(program: Make) -> dict[str, Any]:
    """Two options: `a` costs 100 at once and 1 to 4 for each, `b` ten for each and no more."""
    made = program(
        assumptions=[{"id": "price", "range": [1.0, 2.0, 4.0]}],
        quantities=[{"id": "used", "formula": ["*", "many", "price"]}],
        costs=[{"once": [100.0], "per_month": ["used"]},
               {"once": [], "per_month": [["*", "many", 10.0]]}],
        over="many",
    )  # fmt: skip
    made["questions"][2]["usual"] = 5.0
    return made


def test_a_bill_has_parts_and_a_total_over_the_months(priced: dict[str, Any]) -> None:
    """Each as low, typical and high; the usual number stands in for an answer."""
    a, b = bills(priced, {})
    assert (a.once, a.per_month, a.total) == (
        (100, 100, 100), (5, 10, 20), (160, 220, 340),
    )  # fmt: skip
    assert (b.once, b.per_month, b.total) == ((0, 0, 0), (50, 50, 50), (600, 600, 600))
    assert bills(priced, {"many": 1.0})[0].per_month == (1, 2, 4)


def test_the_readers_own_numbers_have_no_range(priced: dict[str, Any]) -> None:
    """They take the place of the assumption, and `horizon` that of the months."""
    assert bills(priced, {"price": 3.0})[0].per_month == (15, 15, 15)
    assert bills(priced, {"horizon": 2.0})[0].total == (110, 120, 140)
    assert bills(priced, {"horizon": 0.0})[0].total == (100, 100, 100)


def test_what_is_not_known_has_no_bill(program: Make) -> None:
    """No cost given, no number to calculate with, or numbers too large."""
    made = program(
        assumptions=[{"id": "gone", "range": [None, None, None]}],
        costs=[None, {"once": [1.0], "per_month": ["many"]}],
    )
    nothing, unknown = bills(made, {})
    assert (nothing.once, nothing.per_month, nothing.total) == (None, None, None)
    assert (unknown.once, unknown.per_month, unknown.total) == ((1, 1, 1), None, None)
    ranges = number_ranges(made, {})
    assert (ranges["gone"], ranges["many"], ranges["horizon"]) == (None, None, (12, 12, 12))


def test_sums_that_are_not_finite_are_unknown(program: Make) -> None:
    """No page shows infinity, and JSON has no word for it."""
    huge = {"once": [1.7e308, 1.7e308], "per_month": [1.0]}
    total = {"once": [0.0], "per_month": [1.7e308]}
    first, second = bills(program(costs=[huge, total]), {})
    assert (first.once, first.total) == (None, None)
    assert (second.per_month, second.total) == ((1.7e308,) * 3, None)


LINE = {
    "never": ((100.0, 10.0), (0.0, 2.0)),
    "always": ((0.0, 2.0), (100.0, 10.0)),
    "from": ((100.0, 2.0), (0.0, 4.0)),
    "up-to": ((0.0, 4.0), (100.0, 2.0)),
    "level": ((5.0, 5.0), (5.0, 5.0)),
    "level-then-more": ((0.0, 5.0), (0.0, 4.0)),
    "level-then-less": ((0.0, 4.0), (0.0, 5.0)),
    "apart": ((7.0, 3.0), (5.0, 3.0)),
}


@pytest.mark.parametrize(
    ("case", "never", "least", "most"),
    [
        ("never", True, None, None),
        ("always", False, None, None),
        ("from", False, 50.0, None),
        ("up-to", False, None, 50.0),
        ("level", False, None, None),
        ("level-then-more", False, None, 0.0),
        ("level-then-less", False, None, None),
        ("apart", True, None, None),
    ],
)
def test_where_one_option_costs_no_more_than_another(
    program: Make, case: str, never: bool, least: float | None, most: float | None
) -> None:
    """Never, always, from some number on, or up to one."""
    costs = [
        {"once": [once], "per_month": [["*", "many", each]]} for once, each in LINE[case]
    ]  # fmt: skip
    found = break_even(program(costs=costs, over="many", horizon=1), {}, 0, 1)
    assert found is not None
    assert (found.never, found.least) == (never, least)
    assert found.most == most
    assert (found.one, found.other) == (0, 1)


def test_where_it_meets_follows_months_and_own_numbers(priced: dict[str, Any]) -> None:
    """The answer to the question itself plays no part."""
    found = break_even(priced, {"many": 77.0}, 0, 1)
    assert found == BreakEven(0, 1, never=False, least=100 / 96)
    assert break_even(priced, {"horizon": 1.0}, 0, 1) == BreakEven(0, 1, False, least=12.5)
    assert break_even(priced, {"price": 11.0}, 0, 1) == BreakEven(0, 1, never=True)


def test_without_a_total_nothing_meets(program: Make) -> None:
    """None, which is neither never nor always."""
    assert break_even(program(over="many"), {}, 0, 1) is None

"""What the options cost: low, typical and high, over a horizon, and where two break even.

Twin of `widgets/src/costs.js`. Formulas are evaluated over ranges: each number is low, typical
and high, and a result's low and high are the least and the most that its parts allow.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from termwise.decide.evaluate import HORIZON, Answers, Program, Range, apply, finite, number
from termwise.decide.questions import is_number

Ranges = Mapping[str, Range | None]


@dataclass(frozen=True)
class Bill:
    """The cost of one option: once, a month, and both over the horizon. None is unknown."""

    once: Range | None
    per_month: Range | None
    total: Range | None


@dataclass(frozen=True)
class BreakEven:
    """For how many (of the question `over`) one option costs no more than another.

    From `least` on and up to `most`, where None is not a bound; `never` where for none at all.
    """

    one: int
    other: int
    never: bool
    least: float | None = None
    most: float | None = None


def bills(program: Program, answers: Answers) -> tuple[Bill, ...]:
    """A bill for each option."""
    ranges = number_ranges(program, answers)
    return tuple(_bill(cost, ranges) for cost in program["costs"])


def number_ranges(program: Program, answers: Answers) -> Ranges:
    """The range of every number; a question without an answer stands at its usual value."""
    ranges: dict[str, Range | None] = {}
    for question in program["questions"]:
        if is_number(question):
            value = number(answers.get(question["id"]))
            value = question["usual"] if value is None else value
            ranges[question["id"]] = None if value is None else (value, value, value)
    for assumption in program["assumptions"]:
        value = number(answers.get(assumption["id"]))
        span = assumption["range"] if value is None else (value, value, value)
        ranges[assumption["id"]] = None if span[1] is None else (span[0], span[1], span[2])
    months = number(answers.get(HORIZON))
    months = program["horizon"] if months is None else months
    ranges[HORIZON] = (months, months, months)
    for quantity in program["quantities"]:
        ranges[quantity["id"]] = spread(quantity["formula"], ranges)
    return ranges


def spread(formula: object, ranges: Ranges) -> Range | None:
    """A formula's low, typical and high; None where any of them is unknown."""
    if isinstance(formula, str):
        return ranges.get(formula)
    if not isinstance(formula, list | tuple):
        value = number(formula)
        return None if value is None else (value, value, value)
    left, right = spread(formula[1], ranges), spread(formula[2], ranges)
    if left is None or right is None:
        return None
    if formula[0] == "/" and right[0] <= 0 <= right[2]:
        return None
    corners = [
        finite(apply(str(formula[0]), a, b))
        for a in (left[0], left[2])
        for b in (right[0], right[2])
    ]
    typical = finite(apply(str(formula[0]), left[1], right[1]))
    known = [corner for corner in corners if corner is not None]
    if typical is None or len(known) < len(corners):
        return None
    return (_least(known), typical, _most(known))


def _least(values: Sequence[float]) -> float:
    least = values[0]
    for value in values:
        least = value if value < least else least
    return least


def _most(values: Sequence[float]) -> float:
    most = values[0]
    for value in values:
        most = value if value > most else most
    return most


def _bill(cost: Mapping[str, Any] | None, ranges: Ranges) -> Bill:
    if cost is None:
        return Bill(None, None, None)
    once, per_month = _sum(cost["once"], ranges), _sum(cost["per_month"], ranges)
    months = ranges[HORIZON]
    if once is None or per_month is None or months is None:
        return Bill(once, per_month, None)
    low, typical, high = (
        one + month * months[1] for one, month in zip(once, per_month, strict=True)
    )
    return Bill(once, per_month, _finite((low, typical, high)))


def _sum(formulas: Sequence[Any], ranges: Ranges) -> Range | None:
    low = typical = high = 0.0
    for formula in formulas:
        part = spread(formula, ranges)
        if part is None:
            return None
        low, typical, high = low + part[0], typical + part[1], high + part[2]
    return _finite((low, typical, high))


def _finite(found: Range) -> Range | None:
    return None if any(finite(value) is None for value in found) else found


def break_even(program: Program, answers: Answers, one: int, other: int) -> BreakEven | None:
    """Where the typical totals of two options meet, over the question `program["over"]`.

    Costs are straight lines over it (a check holds that), so that two points make each line.
    None where a total is unknown.
    """
    over = program["over"]
    at_zero = bills(program, {**answers, over: 0.0})
    at_one = bills(program, {**answers, over: 1.0})
    ends = (at_zero[one].total, at_zero[other].total, at_one[one].total, at_one[other].total)
    start_one, start_other, end_one, end_other = ends
    if start_one is None or start_other is None or end_one is None or end_other is None:
        return None
    ahead = start_other[1] - start_one[1]
    gained = (end_other[1] - end_one[1]) - ahead
    meet = finite(apply("/", -ahead, gained))
    if ahead >= 0:
        if gained >= 0 or meet is None:
            return BreakEven(one, other, never=False)
        return BreakEven(one, other, never=False, most=meet)
    if gained <= 0 or meet is None:
        return BreakEven(one, other, never=True)
    return BreakEven(one, other, never=False, least=meet)

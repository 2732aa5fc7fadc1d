"""Tests of numbers, from text to data: `">= 500"`, `"[50..500)"`."""

import re
from collections.abc import Mapping
from typing import Any, TypeAlias

from termwise.model.problem import FieldPath, Problem
from termwise.model.values import shortened
from termwise.words.numbers import AUTHORS

_NUMBER = r"-?\d[\d_]*(?:\.\d+)?"
_COMPARED = re.compile(rf"(>=|<=|>|<|=)\s*({_NUMBER})")
_BETWEEN = re.compile(rf"([\[(])\s*({_NUMBER})\s*\.\.\s*({_NUMBER})\s*([\])])")

Test: TypeAlias = Mapping[str, Any]
"""`{"of": question, "in": [answers]}`, or `{"of": number, "from", "to", "with_from", "with_to"}`
with None for no bound."""

Written: TypeAlias = str | tuple[str, ...]
"""A test as its author writes it."""


def read_range(
    name: str, test: Written, possible: tuple[float, float] | None, path: FieldPath
) -> Test | Problem:
    """A test for a number, by one bound or two, some number in which must be `possible`."""
    text = test.strip() if isinstance(test, str) else ""
    if compared := _COMPARED.fullmatch(text):
        sign, bound = compared[1], _float(compared[2])
        low = bound if sign in (">", ">=", "=") else None
        high = bound if sign in ("<", "<=", "=") else None
        found = _bounds(name, low, high, sign in (">=", "="), sign in ("<=", "="))
    elif between := _BETWEEN.fullmatch(text):
        low, high = _float(between[2]), _float(between[3])
        found = _bounds(name, low, high, between[1] == "[", between[4] == "]")
    else:
        given = f'"{shortened(text)}"' if isinstance(test, str) else "a list"
        fault = f'"{name}" is a number, and {given} is not a range'
        return Problem("bad-test", fault, _range_remedy(text), path=path)
    return _checked(found, possible, path)


_RANGE_SLIPS: tuple[tuple[str, str], ...] = (
    (r"\d,\d", "write a decimal point for the comma"),
    (r"[≥≤]", "write >= or <="),
    (r"=[<>]", "write >= or <=, with = behind"),
    (r"\d\s*[^\W\d_]", "remove what is not a digit; the question has the unit"),
)
"""What is written by mistake in a range, and the remedy."""


def _range_remedy(text: str) -> str:
    """What to write for a text that is not a range."""
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", text)
    if _COMPARED.fullmatch(plain) or _BETWEEN.fullmatch(plain):
        return f'take out the comma: "{plain}"'
    for slip, remedy in _RANGE_SLIPS:
        if re.search(slip, text):
            return remedy
    return 'write ">= 500", "< 500" or "[50..500)", in quotes'


def _bounds(
    name: str, low: float | None, high: float | None, with_low: bool, with_high: bool
) -> dict[str, Any]:
    return {"of": name, "from": low, "to": high, "with_from": with_low, "with_to": with_high}


def _checked(
    test: dict[str, Any], possible: tuple[float, float] | None, path: FieldPath
) -> Test | Problem:
    """The test, unless no number (or none that is possible) can pass it."""
    low, high = test["from"], test["to"]
    closed = test["with_from"] and test["with_to"]
    if low is not None and high is not None and (low > high or (low == high and not closed)):
        return Problem(
            "impossible-test", "no number is in this range", "correct the bounds", path=path
        )
    if possible:
        least, most = possible
        beyond = low is not None and (low > most or (low == most and not test["with_from"]))
        below = high is not None and (high < least or (high == least and not test["with_to"]))
        if beyond or below:
            ends = f"{AUTHORS.figure(least)} to {AUTHORS.figure(most)}"
            fault = f"the answers go from {ends}, so that this never holds"
            return Problem("impossible-test", fault, "correct the bounds", path=path)
    return test


def _float(text: str) -> float:
    return float(text.replace("_", ""))

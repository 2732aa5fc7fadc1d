"""Formulas: plain arithmetic over named numbers, parsed and checked for units.

A formula is text such as `requests * (prompt-tokens * input-price + output-tokens * output-price)`.
It knows `+ - * /`, brackets, `min(a, b)`, `max(a, b)`, numbers, and names, which are words joined
by hyphens; a minus sign therefore stands between spaces. It becomes a tree of numbers, names and
`[operator, left, right]`, in which every conversion between units has been written out.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from termwise.decide.units import Unit
from termwise.model.names import did_you_mean, listed
from termwise.model.problem import ProblemError, fault

Tree: TypeAlias = float | str | list[Any]
"""A number, a name, or `[operator, left, right]` of trees."""

_NUMBER = r"\d[\d_]*(?:\.\d+)?"
_TOKEN = re.compile(rf"\s*(?:({_NUMBER})|([^\W\d]\w*(?:-\w+)*)|(.))")
_SIGNS = {"×": "*", "·": "*", "÷": "/", ":": "/", "−": "-", "–": "-"}
"""What else is written for the signs of arithmetic."""
_ABOUT_COMMAS = "write numbers without commas, such as 100000 or 0.5"
MAX_LENGTH = 2000
MAX_DEPTH = 30


@dataclass(frozen=True)
class Typed:
    """A tree and the unit of its value, None where that is not known."""

    tree: Tree
    unit: Unit | None


def parse_formula(text: str, units: Mapping[str, Unit | None], wanted: Unit) -> Tree:
    """The tree of a formula whose value is in the unit `wanted`. Raises `ProblemError`.

    `units` names every number that the formula may use, with its unit; where that is not known
    (None), it is taken to fit.
    """
    if len(text) > MAX_LENGTH:
        raise fault("bad-formula", "the formula is too long", "cut it into quantities")
    parser = _Parser(_split(text), units)
    typed = parser.sum()
    if parser.ahead:
        raise parser.unexpected(parser.ahead)
    return _convert(typed, wanted, "the formula").tree


def _split(text: str) -> list[str]:
    found = [match[1] or match[2] or match[3] for match in _TOKEN.finditer(text.strip())]
    for token in found:
        if not re.fullmatch(r"[\w.-]+|[+*/(),-]", token):
            remedy = "use + - * /, min, max and brackets"
            if token in _SIGNS:
                remedy = f'write "{_SIGNS[token]}"'
            elif token == "%":
                remedy = "write 5% as 0.05"
            raise fault("bad-formula", f'"{token}" is not arithmetic', remedy)
    return found


class _Parser:
    """Recursive descent: sums of products of numbers, names, calls and brackets."""

    def __init__(self, tokens: list[str], units: Mapping[str, Unit | None]) -> None:
        self.tokens = tokens
        self.units = units
        self.at = 0
        self.depth = 0

    @property
    def ahead(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self, wanted: str = "") -> str:
        token = self.ahead
        if not token or (wanted and token != wanted):
            shown = f'"{token}"' if token else "the end"
            what = f'"{wanted}"' if wanted else "a number or a name"
            remedy = _ABOUT_COMMAS if token == "," else "complete it"
            raise fault("bad-formula", f"{what} is expected, not {shown}", remedy)
        self.at += 1
        return token

    def unexpected(self, token: str) -> ProblemError:
        """What to say of a sign or a name that cannot stand where it does."""
        remedy = "check the signs and brackets"
        if token == ",":
            remedy = _ABOUT_COMMAS
        elif re.fullmatch(r"[eE]\d+", token):
            remedy = "write the number out, such as 100000"
        elif re.match(r"[\w(]", token) and self.at:
            remedy = f'put + - * or / between it and "{self.tokens[self.at - 1]}"'
        return fault("bad-formula", f'"{token}" is not expected here', remedy)

    def sum(self) -> Typed:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise fault("bad-formula", "brackets nest too deep", "cut it into quantities")
        left = self.product()
        while self.ahead in ("+", "-"):
            sign = self.take()
            right = _convert(self.product(), left.unit, f'what "{sign}" combines')
            left = Typed([sign, left.tree, right.tree], left.unit or right.unit)
        self.depth -= 1
        return left

    def product(self) -> Typed:
        left = self.atom()
        while self.ahead in ("*", "/"):
            sign = self.take()
            right = self.atom()
            unit = _product(left.unit, right.unit, 1 if sign == "*" else -1)
            left = Typed([sign, left.tree, right.tree], unit)
        return left

    def atom(self) -> Typed:
        token = self.take()
        if token == "(":
            inner = self.sum()
            self.take(")")
            return inner
        if token in ("min", "max") and self.ahead == "(":
            self.take("(")
            left = self.sum()
            self.take(",")
            right = _convert(self.sum(), left.unit, f'what "{token}" compares')
            self.take(")")
            return Typed([token, left.tree, right.tree], left.unit or right.unit)
        if re.fullmatch(_NUMBER, token):
            return Typed(float(token.replace("_", "")), Unit())
        if re.fullmatch(r"\W", token):
            raise self.unexpected(token)
        if token not in self.units:
            raise fault("unknown-name", f'no number "{token}"', self._meant(token))
        return Typed(token, self.units[token])

    def _meant(self, name: str) -> str:
        """The remedy for an unknown name, which may be a difference without its spaces."""
        known = "|".join(map(re.escape, sorted(self.units, key=len, reverse=True)))
        part = rf"(?:{known}|\d+)"
        if known and re.fullmatch(rf"{part}(?:-{part})+", name):
            parts = re.findall(rf"{part}(?=-|\Z)", name)
            return f'put spaces around the minus: "{" - ".join(parts)}"'
        return did_you_mean(name, self.units, f"known are: {listed(self.units)}")


def _product(left: Unit | None, right: Unit | None, power: int) -> Unit | None:
    """The unit of a product, or with power -1 of a quotient, if both units are known."""
    if left is None or right is None:
        return None
    unit = left.times(right, power)
    _bounded(unit.scale)
    return unit


def _convert(typed: Typed, wanted: Unit | None, what: str) -> Typed:
    """The same value in another unit of the same things; a plain zero fits every unit."""
    if typed.tree == 0.0:
        return Typed(0.0, wanted)
    if typed.unit is None or wanted is None:
        return typed
    if typed.unit.things != wanted.things:
        raise fault(
            "unit-mismatch", f"{what} is in {typed.unit}, where {wanted} is wanted",
            "check what is multiplied and divided by what",
        )  # fmt: skip
    if typed.unit.scale == wanted.scale:
        return typed
    return Typed(["*", typed.tree, _bounded(typed.unit.scale / wanted.scale)], wanted)


def _bounded(scale: float) -> float:
    """A scale between units, unless doubles have no room for it."""
    if 0 < scale < math.inf:
        return scale
    raise fault(
        "unit-mismatch", "the units come to a number too large or too small to calculate with",
        "write units without such numbers",
    )  # fmt: skip

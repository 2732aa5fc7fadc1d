"""Units of numbers, as they are written in facts, questions and quantities.

A unit is text such as `USD per million tokens` or `requests per month`: one counted thing, and
after each `per` another. It is read as a scale and a product of things: 0.000001 · USD / token.
`%` is 0.01 of nothing, and whatever begins with `times` is a plain number.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

SCALES: Mapping[str, float] = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
SAME_THING: Mapping[str, tuple[float, str]] = {
    "minute": (1 / 60, "hour"),
    "day": (24.0, "hour"),
    "week": (168.0, "hour"),
    "year": (12.0, "month"),
}
"""Things that are a fixed number of another. Months are no number of days, so they stand apart."""


@dataclass(frozen=True)
class Unit:
    """A scale, and how often each thing counts: 1 above the line, -1 below it."""

    scale: float = 1.0
    things: tuple[tuple[str, int], ...] = field(default=())

    def times(self, other: "Unit", power: int = 1) -> "Unit":
        """The unit of a product, or with power -1 of a quotient; its scale may be out of bounds."""
        things = dict(self.things)
        for thing, count in other.things:
            things[thing] = things.get(thing, 0) + power * count
        kept = tuple(sorted((thing, count) for thing, count in things.items() if count))
        try:
            return Unit(self.scale * other.scale**power, kept)
        except (OverflowError, ZeroDivisionError):
            return Unit(math.inf, kept)

    def __str__(self) -> str:
        above = [thing for thing, count in self.things for _ in range(count)]
        below = [f"per {thing}" for thing, count in self.things for _ in range(-count)]
        return " ".join(["·".join(above) or "plain number", *below])


def parse_unit(text: str | None) -> Unit:
    """The unit that a text names; none at all is a plain number."""
    unit = Unit()
    for index, part in enumerate((text or "").split(" per ")):
        unit = unit.times(_thing(part.strip()), 1 if index == 0 else -1)
    return unit


def _thing(text: str) -> Unit:
    if not text or text == "times" or text.startswith("times "):
        return Unit()
    if text == "%" or text.startswith("% "):
        return Unit(0.01)
    scale, words = 1.0, text.replace(",", "").split()
    while len(words) > 1 and (words[0] in SCALES or re.fullmatch(r"[1-9][0-9]*", words[0])):
        scale *= SCALES.get(words[0]) or float(words[0])
        words = words[1:]
    name = _singular(" ".join(words))
    factor, thing = SAME_THING.get(name, (1.0, name))
    return Unit(scale * factor, ((thing, 1),))


def _singular(name: str) -> str:
    if name.isupper() or len(name) < 3 or name.endswith("ss"):
        return name
    return name[:-1] if name.endswith("s") else name

"""The source of some words while they are parsed: what stands where, and what was refused."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property

from termwise.text import refusals
from termwise.text.emphasis import Pairs
from termwise.text.patterns import BRACKETS, begins_sentence
from termwise.text.tree import Refused

TICKS = re.compile("`+")


@dataclass
class Line:
    """What is known of the source of some words, while they are parsed.

    `cell` is whether they are a cell of a table, where no line begins. Each lookup takes a time in
    proportion to what it passes, whatever the words are made of.
    """

    source: str
    cell: bool
    refused: list[Refused] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    told_until: int = 0
    end_of_image: int = -1
    pairs: Pairs = field(default_factory=Pairs)

    @cached_property
    def ticks(self) -> dict[int, list[int]]:
        """For each number of backticks in a row, where there are so many."""
        places: dict[int, list[int]] = {}
        for run in TICKS.finditer(self.source):
            places.setdefault(len(run[0]), []).append(run.start())
        return places

    def end_of_code(self, start: int, length: int) -> int:
        """Where the backticks end that close as many at `start`, or -1."""
        places = self.ticks.get(length, [])
        index = bisect_left(places, start + length)
        return places[index] + length if index < len(places) else -1

    @cached_property
    def web_links(self) -> dict[int, tuple[int, str]]:
        """For each bracket that opens a link out of the site, where it closes, and its address.

        Of links within links the outermost is one.
        """
        waiting: list[int] = []
        made: list[tuple[int, int, str]] = []
        place = 0
        while sign := BRACKETS.search(self.source, place):
            place = sign.end()
            if sign["ticks"]:
                place = max(place, self.end_of_code(sign.start(), len(sign["ticks"])))
            elif sign["open"]:
                waiting.append(sign.start())
            elif sign[0][0] == "]" and waiting:
                start = waiting.pop()
                if sign["url"]:
                    while made and made[-1][0] > start:
                        made.pop()
                    made.append((start, sign.start(), sign["url"]))
        return {start: (end, url) for start, end, url in made}

    def begins(self, place: int) -> bool:
        """Whether a line begins here, but for spaces."""
        if self.cell:
            return False
        while place and self.source[place - 1] in " \t":
            place -= 1
        return place == 0 or self.source[place - 1] == "\n"

    def starts(self, place: int) -> bool:
        """Whether a sentence begins here; that of a cell is none."""
        if self.cell and place <= 12 and not self.source[:place].strip("*_"):
            return False
        return begins_sentence(self.source, place)

    def refuse(self, place: int) -> None:
        """Note the sign here, if it must not stand where it does."""
        refused = refusals.sign(self.source, place, begins=self.begins(place))
        self.note(refused)
        if refused and refused.code == "image":
            self.end_of_image = refusals.end_of_image(self.source, place)
        if place != self.end_of_image:
            self.note(refusals.target(self.source, place))

    def refuse_unfinished(self, place: int) -> None:
        """Note what begins here as a link to a term or as a value, and does not end as one."""
        if place >= self.told_until and (end := refusals.end_of_unfinished(self.source, place)):
            self.told_until = end
            self.note(refusals.unfinished(self.source[place:end]))

    def note(self, refused: Refused | None) -> None:
        """Note what is refused: of one fault the first."""
        if refused and refused.fault not in self.told:
            self.told.add(refused.fault)
            self.refused.append(refused)

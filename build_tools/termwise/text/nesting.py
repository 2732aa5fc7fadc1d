"""How deep a field nests: no deeper than anybody reads, so that no converter runs out of stack."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from termwise.text.tokens import tokens

MOST_LEVELS = 20
"""How many lists and quotes may stand within each other."""

MOST_UNPAIRED = 50
"""How many signs of emphasis in one paragraph may be open, or have no partner that matches."""

_LINE = re.compile(r"^(?P<before>[ \t]*(?:(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])[ \t]*)+)", re.MULTILINE)
_MARK = re.compile(r">|[-*+]|\d+[.)]")
_RULE = re.compile(r"(?:-[ ]{0,2})+|(?:\*[ ]{0,2})+")
_RUN = re.compile(r"\\[^\n]|(?P<apart>\n[ \t>]*(?=\n))|(?P<run>([*_])\3*)")


def too_deep(text: str) -> Iterator[tuple[str, str, str, str]]:
    """Code, fault, remedy and the offending words where a field nests too deep."""
    for token in tokens(text):
        if token.kind == "text" and (line := _deep_line(token.value)):
            fault = f"lists and quotes nest more than {MOST_LEVELS} deep"
            yield "too-deep", fault, "flatten this part", line
            break
    if run := _deep_emphasis(text):
        fault = f"more than {MOST_UNPAIRED} signs of emphasis in this paragraph have no partner"
        remedy = "close each, or put them in `backticks`"
        yield "too-deep", fault, remedy, run


def _deep_line(text: str) -> str:
    """The beginning of a line that stands within too many lists and quotes, or ""."""
    for found in _LINE.finditer(text):
        before = found["before"]
        if len(before) <= MOST_LEVELS:
            continue
        spaces = before.expandtabs(4).count(" ")
        marks = len(_MARK.findall(before))
        end = text.find("\n", found.start())
        line = text[found.start() : end if end >= 0 else len(text)].strip()
        if marks + spaces // 4 > MOST_LEVELS and not _RULE.fullmatch(line):
            return line[:40].strip()
    return ""


def _deep_emphasis(text: str) -> str:
    """The sign at which too many have no partner, with what follows, or ""."""
    paragraph = _Emphasis()
    for token in tokens(text):
        for found in _RUN.finditer(token.value) if token.kind == "text" else ():
            if found["apart"]:
                paragraph = _Emphasis()
            elif run := found["run"]:
                start, end = token.start + found.start(), token.start + found.end()
                paragraph.take(run, text[max(0, start - 1) : start], text[end : end + 1])
                if paragraph.unpaired > MOST_UNPAIRED:
                    return text[start : start + 40].split("\n", 1)[0].strip()
    return ""


@dataclass
class _Emphasis:
    """The signs of emphasis of one paragraph: the open ones, and those that never pair well.

    How a converter pairs signs that neither match nor nest is hard to foretell. It pairs those
    that do as they stand here; of the others there are too few to nest deep.
    """

    open: list[str] = field(default_factory=list)
    opened: int = 0
    astray: int = 0

    @property
    def unpaired(self) -> int:
        """How many signs have no partner yet, or none that matches."""
        return self.opened + self.astray

    def take(self, run: str, before: str, after: str) -> None:
        """Count a run of one sign, given what stands around it."""
        opens, closes = bool(after.strip()), bool(before.strip())
        if run[0] == "_" and before.isalnum() and after.isalnum():
            return
        if closes and self.open:
            if self._close(run):
                return
            self.astray += 1
        if opens:
            self.open.append(run)
            self.opened += len(run)

    def _close(self, run: str) -> bool:
        """Whether the run closes one that is open, or several that are as many signs together."""
        left, index = len(run), len(self.open)
        while index and left and self.open[index - 1][0] == run[0]:
            index -= 1
            left -= len(self.open[index])
        if left:
            return False
        del self.open[index:]
        self.opened -= len(run)
        return True

"""How deep a field nests: no deeper than anybody reads, so that no converter runs out of stack."""

import re
from collections.abc import Iterator

from termwise.linking.tokens import tokens

MOST_LEVELS = 20
"""How many lists and quotes may stand within each other."""

MOST_OPEN = 50
"""How many signs of emphasis may be open at once."""

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
        fault = f"more than {MOST_OPEN} signs of emphasis are open at once"
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
    """The sign at which too many are open, with what follows, or ""."""
    waiting = {"*": 0, "_": 0}
    for token in tokens(text):
        for found in _RUN.finditer(token.value) if token.kind == "text" else ():
            if found["apart"]:
                waiting = {"*": 0, "_": 0}
            elif run := found["run"]:
                start, end = token.start + found.start(), token.start + found.end()
                _count(run, text[start - 1 : start], text[end : end + 1], waiting)
                if sum(waiting.values()) > MOST_OPEN:
                    return text[start : start + 40].split("\n", 1)[0].strip()
    return ""


def _count(run: str, before: str, after: str, waiting: dict[str, int]) -> None:
    """Count what a run of signs opens or closes, given the signs around it."""
    sign = run[0]
    if sign == "_" and before.isalnum() and after.isalnum():
        return
    if before.strip() and waiting[sign]:
        waiting[sign] -= min(waiting[sign], len(run))
    elif after.strip():
        waiting[sign] += len(run)

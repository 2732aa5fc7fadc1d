"""What a YAML parser complains of, said as an author would want to hear it.

The parser names its own states ("while parsing a block mapping"); an author needs to know
which sign in which line to change. Complaints that are not known here are passed on as they are.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from termwise.model.problem import Problem
from termwise.model.values import shortened

Place = tuple[int, int]
Words = tuple[str, str]
"""A fault and its remedy."""


@dataclass(frozen=True)
class Complaint:
    """What the parser says, where it began (`context`) and where it gave up (`problem`)."""

    words: str
    text: str
    context: Place
    problem: Place

    def line(self) -> str:
        """The line in which the parser gave up."""
        return self.line_at(self.problem)

    def line_at(self, place: Place) -> str:
        """The line of `place`."""
        lines = self.text.split("\n")
        return lines[place[0] - 1] if place[0] <= len(lines) else ""

    def sign(self, place: Place) -> str:
        """The character at `place`."""
        return self.line_at(place)[place[1] - 1 : place[1]]


def syntax_problem(complaint: Complaint, file: str) -> Problem:
    """The problem that makes a text no YAML, at the place where the author has to change it."""
    if conflict := re.search(r"^(?:<{7}|>{7}) ", complaint.text, re.MULTILINE):
        place = (complaint.text.count("\n", 0, conflict.start()) + 1, 1)
        words = ("a merge conflict is left here", "keep one of the two versions, without the marks")
    else:
        place, words = _explained(complaint)
    return Problem("yaml-syntax", *words, file=file, line=place[0], column=place[1])


def _explained(complaint: Complaint) -> tuple[Place, Words]:
    line = complaint.line()
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return complaint.problem, _TAB
    sign = complaint.sign(complaint.problem)
    if "parsing a flow" in complaint.words and sign in ("[", "{"):
        fault = (
            f"text that holds {sign} needs quotes where it stands in a list or group in brackets"
        )
        return complaint.problem, (fault, "put the whole text in quotes")
    for pattern, at_context, explain in _EXPLANATIONS:
        if re.search(pattern, complaint.words):
            place = complaint.context if at_context else complaint.problem
            return place, explain(complaint, place)
    return complaint.problem, (complaint.words, "check the indentation and the quotes around here")


_TAB = ("a tab stands where spaces should", "indent with spaces, not with tabs")


def _said(fault: str, remedy: str) -> Callable[[Complaint, Place], Words]:
    return lambda _complaint, _place: (fault, remedy)


def _colon(complaint: Complaint, _at: Place) -> Words:
    if re.search(r":\s+[“„”‘’«»]", complaint.line()):
        return "typographic quotes mean nothing here", 'put the whole text in straight quotes: "…"'
    if re.search(r":\s.*:(?:\s|$)", complaint.line()):
        return 'there is a second ": " in this line', "put the whole text in quotes"
    return (
        "this line has a key, but the line above is not finished",
        "check that the line above has a colon and a space after its key, and that both are "
        "indented alike",
    )


def _no_key(complaint: Complaint, place: Place) -> Words:
    line = complaint.line_at(place)
    if found := re.match(r"\s*(?:- )?(\w+)(?::(?! )|\s+=\s)", line):
        key = shortened(found[1])
        return f"after {key} a colon and a space are wanted", f"write {key}: …"
    return (
        'this line is not a "key: text"',
        "indent it if it continues the text above, else give it a key, or a hyphen in a list",
    )


def _first_sign(complaint: Complaint, place: Place) -> Words:
    sign = complaint.sign(place)
    if sign == "\t":
        return _TAB
    return f"{sign} has a special meaning where it begins a text", "put the whole text in quotes"


def _rest_of_line(complaint: Complaint, _at: Place) -> Words:
    value = re.sub(r"^\s*(?:-\s+)*(?:[^\s:]+:\s+)?", "", complaint.line())
    before = complaint.line()[: complaint.problem[1] - 1].strip()
    if before and value[:1] in ("[", "{"):
        return f"text that begins with {value[0]} needs quotes", "put the whole text in quotes"
    if before and value[:1] in ("'", '"'):
        return (
            "the text goes on after the closing quotation mark",
            "put all of it in double quotes, and single ones inside",
        )
    return "this line is not indented as the lines above it are", "begin it at the same column"


_EXPLANATIONS: tuple[tuple[str, bool, Callable[[Complaint, Place], Words]], ...] = (
    (r"mapping values are not allowed", False, _colon),
    (
        r"quoted scalar.*(?:end of stream|document indicator)", True,
        _said("a quotation mark is opened here and never closed", "close it, or take it out"),
    ),
    (
        r"escape", False,
        _said("\\ has a special meaning between double quotes", "write \\\\, or use single quotes"),
    ),
    (
        r"parsing a flow sequence", True,
        _said("[ opens a list here that is not closed", "close it with ], or put text in quotes"),
    ),
    (
        r"parsing a flow mapping", True,
        _said("{ opens a group here that is not closed", "close it with }, or put text in quotes"),
    ),
    (
        r"parsing a flow node", False,
        _said("something is missing here", "take out the comma, or write what it separates"),
    ),
    (
        r"expected ':'", True, _no_key,
    ),
    (r"scanning an? (?:alias|anchor|tag|directive|block scalar)", True, _first_sign),
    (r"cannot start any token|mapping keys are not allowed", False, _first_sign),
    (r"parsing a block", False, _rest_of_line),
    (
        r"document start", False,
        _said("this line is not indented as the lines above it are", "begin it at the same column"),
    ),
)  # fmt: skip
"""What the parser says, whether the fault is where it began, and how to say it."""

"""The kinds of value that a field can hold: ids, names, Markdown text, dates, addresses."""

import datetime
import re
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
    WithJsonSchema,
)

from termwise.model.descriptions import describe
from termwise.model.problem import fault

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LONGEST_ID = 80
"""What leaves room, in the name of a file, for every ending that is written behind an id."""

_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_AS_OF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class Entry(BaseModel):
    """Whatever stands in a YAML file: frozen, strict, and closed to unknown keys."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, allow_inf_nan=False, json_schema_extra=describe
    )


@dataclass(frozen=True)
class Markdown:
    """Marks a field as Markdown, in which `[[term]]` and `{{fact}}` work."""


@dataclass(frozen=True)
class Heading:
    """Marks a text field as a section of its entry's page, and gives it this heading."""

    title: str


@dataclass(frozen=True)
class Reference:
    """Marks a field as the id of another entry of `kind` ("term", "source", "category", …)."""

    kind: str


def shortened(value: str) -> str:
    """A value as a problem quotes it: one line, and no longer than a reader would read."""
    folded = " ".join(_INVISIBLE.sub(_code_point, value[:200]).split())
    return folded if len(folded) <= 60 else folded[:59] + "…"


def _code_point(found: re.Match[str]) -> str:
    return f"<U+{ord(found[0]):04X}>"


def _one_line(value: str) -> str:
    """A name as written, its white space folded; fails on one that is blank."""
    folded = " ".join(value.split())
    if not folded:
        raise fault("empty", "there is nothing here", "write it or leave the key out")
    if re.fullmatch(r"[“„«][^“”„«»]*[”“»]", folded):
        wrong = "typographic quotes would be part of the name"
        raise fault("quotes", wrong, f'write "{shortened(folded[1:-1])}" with straight ones')
    return folded


def _not_blank(value: str) -> str:
    if not value.strip():
        raise fault("empty", "there is nothing here", "write it or leave the key out")
    return value


def _day(value: object) -> object:
    """A calendar day from `YYYY-MM-DD`; YAML gives dates as text."""
    if not isinstance(value, str):
        return value
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
            return datetime.date.fromisoformat(value)
    except ValueError:
        pass
    wrong = f'"{shortened(value)}" is not a valid date'
    raise fault("bad-date", wrong, f"write {_iso(value) or 'YYYY-MM-DD, such as 2026-03-31'}")


def _iso(value: str) -> str | None:
    """The day that was written in another order or with other signs, where that is certain."""
    parts = re.fullmatch(r"(\d{1,4})[-./ ]+(\d{1,2})[-./ ]+(\d{1,4})", value.strip(), re.ASCII)
    numbers = [int(part) for part in parts.groups()] if parts else []
    if numbers and numbers[0] <= 31 and (numbers[0] > 12 or numbers[0] == numbers[1]):
        numbers.reverse()
    try:
        return datetime.date(*numbers).isoformat() if numbers and numbers[0] > 999 else None
    except ValueError:
        return None


def _as_of(value: object) -> object:
    """A year, a month or a day; YAML reads a bare year as a number."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return value
    try:
        if found := _AS_OF.fullmatch(value):
            datetime.date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
            return value
    except ValueError:
        pass
    wrong = f'"{shortened(value)}" is not a valid date'
    raise fault("bad-date", wrong, "write 2026, 2026-03 or 2026-03-31")


def _address(value: str) -> str:
    try:
        parts = urlsplit(value)
        good = parts.scheme in ("https", "http") and parts.hostname
    except ValueError:
        good = None
    if not good or re.search(r"[\s<>\"]", value):
        wrong = f'"{shortened(value)}" is not a web address'
        raise fault("bad-address", wrong, "one begins with https://")
    return value


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=LONGEST_ID)]
"""Lower-case words joined by hyphens."""

Language = Annotated[
    str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", max_length=35)
]
"""A language code (BCP 47): `fr`, `pt-BR`."""

Name = Annotated[str, AfterValidator(_one_line), StringConstraints(max_length=200)]
"""One line of plain text: shown as it is, never read as Markdown."""

LONGEST_TEXT = 50_000
"""How many characters a text may have: some 8,000 words, and all of them are read at once."""

Text = Annotated[
    str, AfterValidator(_not_blank), Markdown(), StringConstraints(max_length=LONGEST_TEXT)
]
"""Markdown without raw HTML, with `[[term]]` and `{{fact}}`."""

Verbatim = Annotated[str, AfterValidator(_not_blank), StringConstraints(max_length=LONGEST_TEXT)]
"""Plain text over any number of lines, shown to the letter: a prompt, say."""

Day = Annotated[datetime.date, BeforeValidator(_day)]
"""A calendar day, written `2026-03-31`."""

AsOf = Annotated[
    str,
    BeforeValidator(_as_of),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": 1, "maximum": 9999},
                {"type": "string", "pattern": f"^{_AS_OF.pattern}$"},
            ]
        }
    ),
]
"""When something was so: `2026`, `2026-03` or `2026-03-31`, as exact as is known."""

Address = Annotated[str, AfterValidator(_address), StringConstraints(max_length=2000)]
"""A web address, http or https."""

_Named = Annotated[
    str, StringConstraints(max_length=80), WithJsonSchema({"type": "string", "pattern": ID_PATTERN})
]
"""Where an id is named. What is not an id is reported as a name that no entry has."""

TermId = Annotated[_Named, Reference("term")]
SourceId = Annotated[_Named, Reference("source")]
FactId = Annotated[_Named, Reference("fact")]
CategoryId = Annotated[_Named, Reference("category")]
LevelId = Annotated[_Named, Reference("level")]
RelationId = Annotated[_Named, Reference("relation")]
RegionId = Annotated[_Named, Reference("region")]

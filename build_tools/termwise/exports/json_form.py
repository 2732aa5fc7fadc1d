"""What all files of the JSON API share: their frame, texts, names of entries, dates, numbers.

The contract is `contract/api-v1.json`. Every key that it names is always there; what an entry
lacks is null, or an empty list.
"""

import json

from termwise.markup.writer import Writer
from termwise.model.addresses import page_of
from termwise.model.glossary import EntryKey
from termwise.model.kinds import Reviewed

API = "api/v1"
SCHEMA = f"{API}/schema.json"
WHOLE = f"{API}/glossary.json"
"""The places of the contract, and of everything in one file."""

VERSION = 1


def framed(kind: str, url: str, writer: Writer) -> dict[str, object]:
    """How every file begins: the contract that it keeps, what it is, and where it is shown."""
    schema = writer.lookup.site.url + SCHEMA
    return {"schema": schema, "version": VERSION, "kind": kind, "url": url}


def rich(text: str, writer: Writer) -> dict[str, str]:
    """A text field, as plain text on one line and as HTML with whole addresses."""
    return {"text": writer.plain(text), "html": writer.cell(text)}


def rich_or_none(text: str | None, writer: Writer) -> dict[str, str] | None:
    """A text field that an entry may lack."""
    return rich(text, writer) if text else None


def named(key: EntryKey, title: str, writer: Writer) -> dict[str, str]:
    """Another entry that has a page: its id, its title, its address."""
    return {"id": key[1], "title": title, "url": writer.url(page_of(key))}


def named_term(name: str, writer: Writer) -> dict[str, str]:
    """Another term."""
    return named(("term", name), writer.lookup.term(name).title, writer)


def review(entry: Reviewed, writer: Writer) -> dict[str, object]:
    """When an entry was reviewed, by when it is to be again, and whether that day has passed."""
    return {
        "reviewed": entry.reviewed.isoformat() if entry.reviewed else None,
        "review_by": entry.review_by.isoformat() if entry.review_by else None,
        "due": writer.lookup.is_due(entry.review_by),
    }


def figure(value: float | None) -> float | None:
    """A number without a fraction that it does not have."""
    return int(value) if value is not None and value == int(value) else value


def json_text(value: object) -> str:
    """JSON on one line."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))

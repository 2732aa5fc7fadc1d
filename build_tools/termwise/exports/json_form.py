"""What all files of the JSON API share: their frame, texts, names of entries, dates, numbers.

The contract is `contract/api-v1.json`. Every key that it names is always there; what an entry
lacks is null, or an empty list.
"""

import json
from collections.abc import Iterable, Sequence

from termwise.model.addresses import page_of
from termwise.model.comparison import Comparison
from termwise.model.decision import Decision
from termwise.model.glossary import EntryKey
from termwise.model.term import FrequentQuestion, Term
from termwise.writing.reading import Reading

API = "api/v1"
SCHEMA = f"{API}/schema.json"
VERSION = 1


def framed(kind: str, url: str, reading: Reading) -> dict[str, object]:
    """How every file begins: the contract that it keeps, what it is, and where it is shown."""
    schema = reading.site.url + SCHEMA
    return {"schema": schema, "version": VERSION, "kind": kind, "url": url}


def rich(text: str, reading: Reading) -> dict[str, str]:
    """A text field, as plain text on one line and as HTML with whole addresses."""
    return {"text": reading.plain(text), "html": reading.cell(text)}


def rich_or_none(text: str | None, reading: Reading) -> dict[str, str] | None:
    """A text field that an entry may lack."""
    return rich(text, reading) if text else None


def riches(texts: Iterable[str], reading: Reading) -> list[dict[str, str]]:
    """Text fields in order."""
    return [rich(text, reading) for text in texts]


def named(key: EntryKey, title: str, reading: Reading) -> dict[str, str]:
    """Another entry that has a page: its id, its title, its address."""
    return {"id": key[1], "title": title, "url": reading.url(page_of(key))}


def named_term(name: str, reading: Reading) -> dict[str, str]:
    """Another term."""
    return named(("term", name), reading.term(name).title, reading)


def questions(asked: Sequence[FrequentQuestion], reading: Reading) -> list[dict[str, object]]:
    """Frequently asked questions with their answers."""
    return [{"question": item.question, "answer": rich(item.answer, reading)} for item in asked]


def review(entry: Term | Comparison | Decision, reading: Reading) -> dict[str, object]:
    """When an entry was reviewed, by when it is to be again, and whether that day has passed."""
    return {
        "reviewed": entry.reviewed.isoformat() if entry.reviewed else None,
        "review_by": entry.review_by.isoformat() if entry.review_by else None,
        "due": reading.is_due(entry.review_by),
    }


def figure(value: float | None) -> float | None:
    """A number without a fraction that it does not have."""
    return int(value) if value is not None and value == int(value) else value


def json_text(value: object) -> str:
    """JSON on one line."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))

"""Terms and facts as tables for spreadsheets: `api/v1/terms.csv` and `api/v1/facts.csv`."""

from collections.abc import Iterator

from termwise.exports.csv_text import Cell, csv_text
from termwise.exports.json_form import API
from termwise.exports.planned import PlannedFile
from termwise.model.addresses import page_of
from termwise.model.fact import Fact, Observation
from termwise.reading.library import Library
from termwise.writing.quantities import observation_label
from termwise.writing.reading import Reading

TERM_COLUMNS = (
    "id", "term", "abbreviation", "aliases", "category", "level", "status", "definition", "url",
    "reviewed",
)  # fmt: skip
FACT_COLUMNS = (
    "id", "topic", "statement", "label", "value", "low", "high", "or_more", "unit", "text",
    "as_of", "source", "source_by", "source_url", "quote", "review_by", "due", "url",
)  # fmt: skip


def csv_files(library: Library) -> Iterator[PlannedFile]:
    """A row a term, and a row an observation of a fact."""
    yield PlannedFile(f"{API}/terms.csv", _terms)
    if library.glossary.facts:
        yield PlannedFile(f"{API}/facts.csv", _facts)


def _terms(reading: Reading) -> str:
    return csv_text([TERM_COLUMNS, *(_term(name, reading) for name in reading.every("term"))])


def _term(name: str, reading: Reading) -> tuple[Cell, ...]:
    term = reading.term(name)
    return (
        name, term.term, term.abbreviation, "; ".join(term.aliases), term.category, term.level,
        term.status, reading.plain(term.definition), reading.url(page_of(("term", name))),
        term.reviewed.isoformat() if term.reviewed else None,
    )  # fmt: skip


def _facts(reading: Reading) -> str:
    facts = [reading.fact(name) for name in reading.every("fact")]
    rows = (_observation(fact, seen, reading) for fact in facts for seen in fact.observations)
    return csv_text([FACT_COLUMNS, *rows])


def _observation(fact: Fact, seen: Observation, reading: Reading) -> tuple[Cell, ...]:
    topic = reading.topic_of(fact.id)
    source = reading.source(seen.source)
    return (
        fact.id, topic, reading.plain(fact.statement), observation_label(seen),
        seen.value, seen.low, seen.high, _yes_no(seen.or_more), seen.unit, seen.text, seen.as_of,
        seen.source, source.by, source.url, seen.quote,
        fact.review_by.isoformat() if fact.review_by else None,
        _yes_no(reading.is_due(fact.review_by)),
        reading.url(reading.fact_place(fact.id)),
    )  # fmt: skip


def _yes_no(value: bool) -> str:
    return "true" if value else "false"

"""Terms and facts as tables for spreadsheets: `api/v1/terms.csv` and `api/v1/facts.csv`."""

from collections.abc import Iterator

from termwise.exports.csv_text import Cell, csv_text
from termwise.exports.json_form import API
from termwise.exports.planned import DataFile, Export, PlannedFile
from termwise.lookup.lookup import Lookup
from termwise.markup.names import plain
from termwise.markup.quantities import observation_label
from termwise.model.addresses import page_of, published_url
from termwise.model.fact import Fact, Observation
from termwise.words.words import message

TERM_COLUMNS = (
    "id", "term", "abbreviation", "aliases", "category", "level", "status", "definition", "url",
    "reviewed",
)  # fmt: skip
FACT_COLUMNS = (
    "id", "topic", "statement", "label", "value", "low", "high", "or_more", "unit", "text",
    "as_of", "source", "source_by", "source_url", "quote", "review_by", "due", "url",
)  # fmt: skip


TERMS = DataFile(
    f"{API}/terms.csv", form="csv", name=message("CSV"), about=message("the terms as a table")
)
FACTS = DataFile(
    f"{API}/facts.csv",
    form="csv-facts",
    name=message("CSV of facts"),
    about=message("every number with who said it and when"),
)


def csv_files(lookup: Lookup) -> Iterator[PlannedFile]:
    """A row a term, and a row an observation of a fact."""
    yield PlannedFile(TERMS.path, _terms)
    if lookup.every("fact"):
        yield PlannedFile(FACTS.path, _facts)


EXPORT = Export(
    csv_files, offer="api", files=(TERMS, FACTS), about="terms; facts, an observation a line"
)


def _terms(lookup: Lookup) -> str:
    return csv_text([TERM_COLUMNS, *(_term(name, lookup) for name in lookup.every("term"))])


def _term(name: str, lookup: Lookup) -> tuple[Cell, ...]:
    term, page = lookup.term(name), page_of(("term", name))
    return (
        name, term.term, term.abbreviation, "; ".join(term.aliases), term.category, term.level,
        term.status, plain(term.definition, lookup), published_url(page, lookup.site),
        term.reviewed.isoformat() if term.reviewed else None,
    )  # fmt: skip


def _facts(lookup: Lookup) -> str:
    facts = [lookup.fact(name) for name in lookup.every("fact")]
    rows = (_observation(fact, seen, lookup) for fact in facts for seen in fact.observations)
    return csv_text([FACT_COLUMNS, *rows])


def _observation(fact: Fact, seen: Observation, lookup: Lookup) -> tuple[Cell, ...]:
    topic = lookup.topic_of(fact.id)
    source = lookup.source(seen.source)
    return (
        fact.id, topic, plain(fact.statement, lookup), observation_label(seen, lookup.words),
        seen.value, seen.low, seen.high, _yes_no(seen.or_more), seen.unit, seen.text, seen.as_of,
        seen.source, source.by, source.url, seen.quote,
        fact.review_by.isoformat() if fact.review_by else None,
        _yes_no(lookup.is_due(fact.review_by)),
        published_url(lookup.fact_place(fact.id), lookup.site),
    )  # fmt: skip


def _yes_no(value: bool) -> str:
    return "true" if value else "false"

"""Facts and sources as JSON: who says what, as of when."""

from collections.abc import Iterable

from termwise.exports.json_form import figure, named, rich, rich_or_none
from termwise.lookup.backlinks import names_in
from termwise.markup.quantities import disagrees, fact_label, observation_label
from termwise.markup.writer import Writer
from termwise.model.addresses import SOURCES
from termwise.model.fact import Fact, Observation
from termwise.model.values import Entry


def source_data(name: str, writer: Writer) -> dict[str, object]:
    """A source; `url` is its entry on this site, `original` where it is published."""
    source = writer.lookup.source(name)
    return {
        "id": name,
        "url": writer.url(f"{SOURCES}#{name}"),
        "title": source.title,
        "by": source.by,
        "author": source.author,
        "publisher": source.publisher,
        "original": source.url,
        "kind": source.kind,
        "published": source.published,
        "retrieved": source.retrieved,
        "note": rich_or_none(source.note, writer),
    }


def sources_data(names: Iterable[str], writer: Writer) -> list[dict[str, object]]:
    """Sources in order."""
    return [source_data(name, writer) for name in names]


def fact_data(name: str, writer: Writer) -> dict[str, object]:
    """A fact with everything that its sources say."""
    fact = writer.lookup.fact(name)
    topic = writer.lookup.topic_of(name)
    return {
        "id": name,
        "url": writer.url(writer.lookup.fact_place(name)),
        "topic": _topic(topic, writer),
        "tags": list(fact.tags),
        "statement": rich(fact.statement, writer),
        "label": fact_label(fact, writer.words),
        "disagrees": disagrees(fact),
        "observations": [_observation(seen, writer) for seen in fact.observations],
        "typical": _typical(fact, writer),
        "review_by": fact.review_by.isoformat() if fact.review_by else None,
        "due": writer.lookup.is_due(fact.review_by),
    }


def _topic(name: str, writer: Writer) -> dict[str, object]:
    title = writer.lookup.topic(name).title
    if writer.lookup.site.offers.facts:
        return {**named(("topic", name), title, writer)}
    return {"id": name, "title": title, "url": writer.url(SOURCES)}


def cited_facts(entry: Entry, writer: Writer) -> list[dict[str, object]]:
    """The facts that an entry cites, each once, in the order of first mention."""
    named_here = names_in(entry, writer.lookup.key_of)
    cited = dict.fromkeys(name for kind, name in named_here if kind == "fact")
    return [fact_data(name, writer) for name in cited]


def _observation(seen: Observation, writer: Writer) -> dict[str, object]:
    return {
        "label": observation_label(seen, writer.words),
        "value": figure(seen.value),
        "low": figure(seen.low),
        "high": figure(seen.high),
        "or_more": seen.or_more,
        "unit": seen.unit,
        "text": seen.text,
        "as_of": seen.as_of,
        "source": source_data(seen.source, writer),
        "quote": seen.quote,
        "note": rich_or_none(seen.note, writer),
    }


def _typical(fact: Fact, writer: Writer) -> dict[str, object] | None:
    if fact.typical is None:
        return None
    unit = next((seen.unit for seen in fact.observations if seen.numeric), None)
    value = figure(fact.typical.value)
    return {"value": value, "unit": unit, "why": rich(fact.typical.why, writer)}

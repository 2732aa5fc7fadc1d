"""The facts, `/facts/<topic>/`: every number with everything that sources say about it."""

from collections.abc import Iterator
from functools import partial

from termwise.linking import addresses
from termwise.model.fact import Fact, Observation
from termwise.model.glossary import EntryKey
from termwise.model.values import date_label
from termwise.producers.document import Document, Planned
from termwise.producers.quantities import disagrees, fact_label, observation_label, quantity
from termwise.producers.reading import Library, Reading


def fact_pages(library: Library) -> Iterator[Planned]:
    """A page a topic, and the list of topics."""
    for name in library.glossary.topics:
        origin = library.glossary.origins["topic", name]
        yield Planned(addresses.page_of(("topic", name)), partial(_page, name), origin.file)
    if library.glossary.topics:
        yield Planned(addresses.FACTS, _list)


def _page(name: str, reading: Reading) -> Document:
    topic = reading.topic(name)
    values = {
        "title": reading.name(topic.title),
        "crumbs": [("Facts", reading.url(addresses.FACTS))],
        "lead": topic.description and reading.line(topic.description),
        "facts": [_fact(reading.fact(fact.id), reading) for fact in topic.facts],
    }
    return Document("facts.md.j2", values, {"title": f"Facts: {topic.title}"})


def _fact(fact: Fact, reading: Reading) -> dict[str, object]:
    unit = next((seen.unit for seen in fact.observations if seen.numeric), None)
    typical = fact.typical
    return {
        "id": fact.id,
        "label": reading.name(fact_label(fact)),
        "statement": reading.line(fact.statement),
        "differ": disagrees(fact),
        "observations": [_observation(seen, reading) for seen in fact.observations],
        "typical": typical
        and {
            "value": reading.name(quantity(typical.value, typical.value, unit, False)),
            "why": reading.line(typical.why),
        },
        "review_by": fact.review_by and date_label(fact.review_by),
        "due": reading.is_due(fact.review_by),
        "used_in": _used_in(("fact", fact.id), reading),
    }


def _observation(seen: Observation, reading: Reading) -> dict[str, object]:
    return {
        "value": reading.name(observation_label(seen)),
        "source": reading.name(reading.source(seen.source).by),
        "link": f"{reading.file_link(addresses.SOURCES)}#{seen.source}",
        "as_of": date_label(seen.as_of),
        "quote": seen.quote and reading.name(seen.quote),
        "note": seen.note and reading.line(seen.note),
    }


def _used_in(key: EntryKey, reading: Reading) -> list[tuple[str, str]]:
    """Title and link of the terms, comparisons and guides that show a fact."""
    used = [
        (reading.name(reading.term(name).title), reading.file(("term", name)))
        for name in reading.naming(key, "term")
    ]
    used += [
        (reading.name(reading.comparison(name).title), reading.file(("comparison", name)))
        for name in reading.naming(key, "comparison")
    ]
    used += [
        (reading.name(reading.guide(name).title), reading.file(("guide", name)))
        for name in reading.naming(key, "guide")
    ]
    return used


def _list(reading: Reading) -> Document:
    entries = []
    for name in reading.every("topic"):
        topic = reading.topic(name)
        count = len(topic.facts)
        entries.append(
            {
                "title": reading.name(topic.title),
                "link": reading.file(("topic", name)),
                "note": f"{count} fact{'' if count == 1 else 's'}",
                "text": topic.description and reading.line(topic.description),
            }
        )
    values = {
        "title": "Facts",
        "lead": "Every number on this site is written once, with who said it and when. "
        "Where sources differ, all of them are shown.",
        "groups": [{"title": "", "anchor": "", "entries": entries}],
    }
    return Document("listing.md.j2", values, {"title": "Facts"})

"""The facts, `/facts/<topic>/`: every number with everything that sources say about it."""

from collections.abc import Iterator
from functools import partial

from termwise.model import addresses
from termwise.model.fact import Fact, Observation
from termwise.model.values import date_label
from termwise.pages.entries import list_page
from termwise.pages.linked_data import page_data
from termwise.pages.planned import PlannedPage
from termwise.reading.library import Library
from termwise.writing.document import Document
from termwise.writing.quantities import disagrees, fact_label, observation_label, quantity
from termwise.writing.reading import Reading
from termwise.writing.references import used_in

TITLE = "Facts"


def fact_pages(library: Library) -> Iterator[PlannedPage]:
    """A page a topic, and the list of topics, unless the site has none of them."""
    if not library.site.offers.facts:
        return
    for name in library.glossary.topics:
        origin = library.glossary.origins["topic", name]
        yield PlannedPage(addresses.page_of(("topic", name)), partial(_page, name), origin.file)
    if library.glossary.topics:
        yield PlannedPage(addresses.FACTS, _list)


def _page(name: str, reading: Reading) -> Document:
    topic = reading.topic(name)
    values = {
        "title": reading.name(topic.title),
        "crumbs": [(TITLE, reading.url(addresses.FACTS))],
        "lead": topic.description and reading.line(topic.description),
        "facts": [_fact(reading.fact(fact.id), reading) for fact in topic.facts],
    }
    words = reading.plain(topic.description) if topic.description else ""
    linked = page_data(reading, topic.title, words, ((TITLE, addresses.FACTS),))
    meta = {"title": f"Facts: {topic.title}"}
    return Document("facts.j2", values, meta, linked_data=linked)


def _fact(fact: Fact, reading: Reading) -> dict[str, object]:
    unit = next((seen.unit for seen in fact.observations if seen.numeric), None)
    typical = fact.typical
    return {
        "id": fact.id,
        "label": reading.name(fact_label(fact)),
        "statement": reading.name(reading.plain(fact.statement)),
        "differ": disagrees(fact),
        "observations": [_observation(seen, reading) for seen in fact.observations],
        "typical": typical
        and {
            "value": reading.name(quantity(typical.value, typical.value, unit, False)),
            "why": reading.line(typical.why),
        },
        "review_by": fact.review_by and date_label(fact.review_by),
        "due": reading.is_due(fact.review_by),
        "foot": _foot(fact, reading),
    }


def _observation(seen: Observation, reading: Reading) -> str:
    """One line: the value, who says so, as of when, and what they wrote."""
    value = reading.form.strong(reading.name(observation_label(seen)))
    source = reading.form.link(
        reading.name(reading.source(seen.source).by),
        reading.page_link(f"{addresses.SOURCES}#{seen.source}"),
    )
    line = f"{value}, according to {source}, as of {date_label(seen.as_of)}."
    if seen.quote:
        line += f" “{reading.name(seen.quote)}”"
    return f"{line} {reading.line(seen.note)}" if seen.note else line


def _foot(fact: Fact, reading: Reading) -> str:
    """Where the fact is used, when it is checked again, and how to cite it in a text."""
    parts = []
    if users := used_in(("fact", fact.id), reading):
        parts.append(f"Used in {', '.join(users)}.")
    if fact.review_by and not reading.is_due(fact.review_by):
        parts.append(f"To be checked again by {date_label(fact.review_by)}.")
    return " ".join([*parts, f"Id: {reading.name(fact.id)}."])


def _list(reading: Reading) -> Document:
    lead = (
        "Every number on this site is written once, with who said it and when. "
        "Where sources differ, all of them are shown."
    )
    return list_page("topic", TITLE, lead, reading)

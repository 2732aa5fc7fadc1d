"""The facts, `/facts/<topic>/`: every number with everything that sources say about it."""

from collections.abc import Iterator
from functools import partial

from termwise.model import addresses
from termwise.model.fact import Fact, Observation
from termwise.model.values import date_label
from termwise.pages.entries import list_page
from termwise.pages.linked_data import page_data
from termwise.pages.planned import PlannedPage
from termwise.reading.lookup import Lookup
from termwise.writing.document import Document
from termwise.writing.quantities import disagrees, fact_label, observation_label, quantity
from termwise.writing.references import used_in
from termwise.writing.writer import Writer

TITLE = "Facts"


def fact_pages(lookup: Lookup) -> Iterator[PlannedPage]:
    """A page a topic, and the list of topics, unless the site has none of them."""
    if not lookup.site.offers.facts:
        return
    for name in lookup.every("topic"):
        file = lookup.file_of(("topic", name))
        yield PlannedPage(addresses.page_of(("topic", name)), partial(_page, name), file)
    if lookup.every("topic"):
        yield PlannedPage(addresses.FACTS, _list)


def _page(name: str, writer: Writer) -> Document:
    topic = writer.lookup.topic(name)
    values = {
        "title": writer.name(topic.title),
        "crumbs": [(TITLE, writer.url(addresses.FACTS))],
        "lead": topic.description and writer.line(topic.description),
        "facts": [_fact(writer.lookup.fact(fact.id), writer) for fact in topic.facts],
    }
    words = writer.plain(topic.description) if topic.description else ""
    linked = page_data(writer, topic.title, words, ((TITLE, addresses.FACTS),))
    meta = {"title": f"Facts: {topic.title}"}
    return Document("facts.j2", values, meta, linked_data=linked)


def _fact(fact: Fact, writer: Writer) -> dict[str, object]:
    unit = next((seen.unit for seen in fact.observations if seen.numeric), None)
    typical = fact.typical
    return {
        "id": fact.id,
        "label": writer.name(fact_label(fact)),
        "statement": writer.name(writer.plain(fact.statement)),
        "differ": disagrees(fact),
        "observations": [_observation(seen, writer) for seen in fact.observations],
        "typical": typical
        and {
            "value": writer.name(quantity(typical.value, typical.value, unit, False)),
            "why": writer.line(typical.why),
        },
        "review_by": fact.review_by and date_label(fact.review_by),
        "due": writer.lookup.is_due(fact.review_by),
        "foot": _foot(fact, writer),
    }


def _observation(seen: Observation, writer: Writer) -> str:
    """One line: the value, who says so, as of when, and what they wrote."""
    value = writer.form.strong(writer.name(observation_label(seen)))
    source = writer.form.link(
        writer.name(writer.lookup.source(seen.source).by),
        writer.page_link(f"{addresses.SOURCES}#{seen.source}"),
    )
    line = f"{value}, according to {source}, as of {date_label(seen.as_of)}."
    if seen.quote:
        line += f" “{writer.name(seen.quote)}”"
    return f"{line} {writer.line(seen.note)}" if seen.note else line


def _foot(fact: Fact, writer: Writer) -> str:
    """Where the fact is used, when it is checked again, and how to cite it in a text."""
    parts = []
    if users := used_in(("fact", fact.id), writer):
        parts.append(f"Used in {', '.join(users)}.")
    if fact.review_by and not writer.lookup.is_due(fact.review_by):
        parts.append(f"To be checked again by {date_label(fact.review_by)}.")
    return " ".join([*parts, f"Id: {writer.name(fact.id)}."])


def _list(writer: Writer) -> Document:
    lead = (
        "Every number on this site is written once, with who said it and when. "
        "Where sources differ, all of them are shown."
    )
    return list_page("topic", TITLE, lead, writer)

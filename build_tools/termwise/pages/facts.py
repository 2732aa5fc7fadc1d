"""The facts, `/facts/<topic>/`: every number with everything that sources say about it."""

from collections.abc import Iterator

from termwise.lookup.lookup import Lookup
from termwise.markup.document import Document
from termwise.markup.quantities import disagrees, fact_label, observation_label, quantity
from termwise.markup.references import used_in
from termwise.markup.writer import Writer
from termwise.model import addresses
from termwise.model.fact import Fact, Observation
from termwise.pages.entries import list_page
from termwise.pages.linked_data import page_graph
from termwise.pages.planned import PlannedPage, entry_pages
from termwise.words.words import message

TITLE = message("Facts")


def fact_pages(lookup: Lookup) -> Iterator[PlannedPage]:
    """A page a topic, and the list of topics, unless the site has none of them."""
    if not lookup.site.offers.facts:
        return
    yield from entry_pages("topic", _page, lookup, PlannedPage(addresses.FACTS, _list))


def _page(name: str, writer: Writer) -> Document:
    topic = writer.lookup.topic(name)
    values = {
        "title": writer.name(topic.title),
        "crumbs": [(writer.words.say(TITLE), writer.url(addresses.FACTS))],
        "lead": topic.description and writer.line(topic.description),
        "facts": [_fact(writer.lookup.fact(fact.id), writer) for fact in topic.facts],
    }
    words = writer.plain(topic.description) if topic.description else ""
    linked = page_graph(writer, topic.title, words, ((writer.words.say(TITLE), addresses.FACTS),))
    meta = {"title": writer.words.say("Facts: {topic}", topic=topic.title)}
    return Document("facts.j2", values, meta, linked_data=linked)


def _fact(fact: Fact, writer: Writer) -> dict[str, object]:
    unit = next((seen.unit for seen in fact.observations if seen.numeric), None)
    typical = fact.typical
    return {
        "id": fact.id,
        "label": writer.name(fact_label(fact, writer.words)),
        "statement": writer.name(writer.plain(fact.statement)),
        "differ": disagrees(fact),
        "observations": [_observation(seen, writer) for seen in fact.observations],
        "typical": typical
        and {
            "value": writer.name(quantity(typical.value, typical.value, unit, False, writer.words)),
            "why": writer.line(typical.why),
        },
        "review_by": fact.review_by and writer.words.date(fact.review_by),
        "due": writer.lookup.is_due(fact.review_by),
        "foot": _foot(fact, writer),
    }


def _observation(seen: Observation, writer: Writer) -> str:
    """One line: the value, who says so, as of when, and what they wrote."""
    value = writer.form.strong(writer.name(observation_label(seen, writer.words)))
    source = writer.form.link(
        writer.name(writer.lookup.source(seen.source).by),
        writer.page_link(f"{addresses.SOURCES}#{seen.source}"),
    )
    words = writer.words
    line = words.say(
        "{value}, according to {source}, as of {date}.",
        value=value, source=source, date=words.date(seen.as_of),
    )  # fmt: skip
    if seen.quote:
        line += " " + words.say("“{quote}”", quote=writer.name(seen.quote))
    return f"{line} {writer.line(seen.note)}" if seen.note else line


def _foot(fact: Fact, writer: Writer) -> str:
    """Where the fact is used, when it is checked again, and how to cite it in a text."""
    words = writer.words
    parts = []
    if users := used_in(("fact", fact.id), writer):
        places = words.chained("{one}, {other}", users)
        parts.append(words.say("Used in {places}.", places=places))
    if fact.review_by and not writer.lookup.is_due(fact.review_by):
        date = words.date(fact.review_by)
        parts.append(words.say("To be checked again by {date}.", date=date))
    return " ".join([*parts, words.say("Id: {id}.", id=writer.name(fact.id))])


def _list(writer: Writer) -> Document:
    lead = message(
        "Every number on this site is written once, with who said it and when. "
        "Where sources differ, all of them are shown."
    )
    return list_page("topic", TITLE, lead, writer)

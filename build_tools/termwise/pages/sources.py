"""The sources, `/sources/`: who says what, and how old it is."""

from collections.abc import Iterator

from termwise.lookup.lookup import Lookup
from termwise.markup.document import Document
from termwise.markup.quantities import observation_label
from termwise.markup.references import source_line, used_in
from termwise.markup.writer import Writer
from termwise.model import addresses
from termwise.pages.linked_data import page_graph
from termwise.pages.planned import PlannedPage
from termwise.words.words import message

KINDS = {
    # Translators: Scientific ones.
    "paper": message("Papers"),
    "book": message("Books"),
    "documentation": message("Documentation"),
    "pricing": message("Price lists"),
    "law": message("Laws"),
    "guidance": message("Guidance from authorities"),
    "dataset": message("Data sets"),
    "article": message("Articles"),
    "glossary": message("Other glossaries"),
}
"""Headings of the page, in its order."""


def source_page(lookup: Lookup) -> Iterator[PlannedPage]:
    """The one page of all sources."""
    if lookup.every("source"):
        yield PlannedPage(addresses.SOURCES, _page)


def _page(writer: Writer) -> Document:
    names = writer.lookup.every("source")
    groups = [
        (
            kind,
            writer.words.say(title),
            [_source(name, writer) for name in _of_kind(kind, names, writer)],
        )
        for kind, title in KINDS.items()
    ]
    title = writer.words.say("Sources")
    lead = writer.words.say("Who says what, and how old it is.")
    values = {
        "title": title,
        "lead": lead,
        "groups": [group for group in groups if group[2]],
    }
    linked = page_graph(writer, title, lead)
    return Document("sources.j2", values, {"title": title}, linked_data=linked)


def _of_kind(kind: str, names: tuple[str, ...], writer: Writer) -> list[str]:
    found = [name for name in names if writer.lookup.source(name).kind == kind]
    return sorted(found, key=lambda name: (writer.lookup.source(name).by.casefold(), name))


def _source(name: str, writer: Writer) -> dict[str, object]:
    source = writer.lookup.source(name)
    line = source_line(name, writer)
    if source.published and source.retrieved:
        date = writer.words.date(source.retrieved)
        line = writer.words.say("{source} (read {date})", source=line, date=date)
    if source.note:
        line += f". {writer.line(source.note)}"
    return {
        "id": name,
        "line": line,
        "said": _said(name, writer),
        "used_in": used_in(("source", name), writer),
    }


def _said(name: str, writer: Writer) -> list[str]:
    """What this source says: each fact that rests on it, the value, and as of when."""
    said = []
    for fact_id in writer.lookup.naming(("source", name), "fact"):
        fact = writer.lookup.fact(fact_id)
        place = writer.page_link(writer.lookup.fact_place(fact_id))
        for seen in fact.observations:
            if seen.source == name:
                value = writer.form.link(writer.name(observation_label(seen, writer.words)), place)
                statement = writer.line(fact.statement)
                date = writer.words.date(seen.as_of)
                dated = writer.words.say("{value}, as of {date}.", value=value, date=date)
                said.append(f"{statement} {dated}")
    return said

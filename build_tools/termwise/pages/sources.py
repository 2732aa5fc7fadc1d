"""The sources, `/sources/`: who says what, and how old it is."""

from collections.abc import Iterator

from termwise.model import addresses
from termwise.model.values import date_label
from termwise.pages.linked_data import page_data
from termwise.pages.planned import PlannedPage
from termwise.reading.library import Library
from termwise.writing.document import Document
from termwise.writing.quantities import observation_label
from termwise.writing.reading import Reading
from termwise.writing.references import source_line, used_in

KINDS = {
    "paper": "Papers",
    "book": "Books",
    "documentation": "Documentation",
    "pricing": "Price lists",
    "law": "Laws",
    "guidance": "Guidance from authorities",
    "dataset": "Data sets",
    "article": "Articles",
    "glossary": "Other glossaries",
}
"""Headings of the page, in its order."""


def source_page(library: Library) -> Iterator[PlannedPage]:
    """The one page of all sources."""
    if library.glossary.sources:
        yield PlannedPage(addresses.SOURCES, _page)


def _page(reading: Reading) -> Document:
    names = reading.every("source")
    groups = [
        (kind, title, [_source(name, reading) for name in _of_kind(kind, names, reading)])
        for kind, title in KINDS.items()
    ]
    title, lead = "Sources", "Who says what, and how old it is."
    values = {
        "title": title,
        "lead": lead,
        "groups": [group for group in groups if group[2]],
    }
    linked = page_data(reading, title, lead)
    return Document("sources.j2", values, {"title": title}, linked_data=linked)


def _of_kind(kind: str, names: tuple[str, ...], reading: Reading) -> list[str]:
    found = [name for name in names if reading.source(name).kind == kind]
    return sorted(found, key=lambda name: (reading.source(name).by.casefold(), name))


def _source(name: str, reading: Reading) -> dict[str, object]:
    source = reading.source(name)
    line = source_line(name, reading)
    if source.published and source.retrieved:
        line += f" (read {date_label(source.retrieved)})"
    if source.note:
        line += f". {reading.line(source.note)}"
    return {
        "id": name,
        "line": line,
        "said": _said(name, reading),
        "used_in": used_in(("source", name), reading),
    }


def _said(name: str, reading: Reading) -> list[str]:
    """What this source says: each fact that rests on it, the value, and as of when."""
    said = []
    for fact_id in reading.naming(("source", name), "fact"):
        fact = reading.fact(fact_id)
        place = reading.page_link(reading.fact_place(fact_id))
        for seen in fact.observations:
            if seen.source == name:
                value = reading.form.link(reading.name(observation_label(seen)), place)
                statement = reading.line(fact.statement)
                said.append(f"{statement} {value}, as of {date_label(seen.as_of)}.")
    return said

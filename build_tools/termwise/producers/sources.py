"""The sources, `/sources/`: who says what, and how old it is."""

from collections.abc import Iterator

from termwise.linking import addresses
from termwise.model.values import date_label
from termwise.producers.document import Document, Planned
from termwise.producers.quantities import observation_label
from termwise.producers.reading import Library, Reading
from termwise.producers.references import source_line

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


def source_page(library: Library) -> Iterator[Planned]:
    """The one page of all sources."""
    if library.glossary.sources:
        yield Planned(addresses.SOURCES, _page)


def _page(reading: Reading) -> Document:
    names = reading.every("source")
    groups = [
        (title, [_source(name, reading) for name in _of_kind(kind, names, reading)])
        for kind, title in KINDS.items()
    ]
    values = {
        "title": "Sources",
        "lead": "Who says what, and how old it is.",
        "groups": [(title, sources) for title, sources in groups if sources],
    }
    return Document("sources.md.j2", values, {"title": "Sources"})


def _of_kind(kind: str, names: tuple[str, ...], reading: Reading) -> list[str]:
    found = [name for name in names if reading.source(name).kind == kind]
    return sorted(found, key=lambda name: (reading.source(name).by.casefold(), name))


def _source(name: str, reading: Reading) -> dict[str, object]:
    source = reading.source(name)
    said = []
    for fact_id in reading.naming(("source", name), "fact"):
        fact = reading.fact(fact_id)
        page = reading.file(("topic", reading.topic_of(fact_id)))
        said += [
            {
                "value": reading.name(observation_label(seen)),
                "statement": reading.line(fact.statement),
                "link": f"{page}#{fact_id}",
                "as_of": date_label(seen.as_of),
            }
            for seen in fact.observations
            if seen.source == name
        ]
    cited = [
        (reading.name(reading.term(term).title), reading.file(("term", term)))
        for term in reading.naming(("source", name), "term")
    ]
    return {
        "id": name,
        "line": source_line(name, reading),
        "retrieved": source.retrieved and source.published and date_label(source.retrieved),
        "note": source.note and reading.line(source.note),
        "said": said,
        "cited": cited,
    }

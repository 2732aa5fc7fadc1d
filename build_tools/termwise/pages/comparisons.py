"""Comparison pages, `/compare/<id>/`, and their list."""

from collections.abc import Iterator
from functools import partial

from termwise.embeds.snippets import embed_offer
from termwise.model import addresses
from termwise.pages.entries import list_page
from termwise.pages.linked_data import comparison_data
from termwise.pages.planned import PlannedPage
from termwise.reading.library import Library
from termwise.writing.comparison_table import comparison_table
from termwise.writing.document import Document
from termwise.writing.reading import Reading
from termwise.writing.references import edit_url, review_dates, source_lines

TITLE = "Comparisons"


def comparison_pages(library: Library) -> Iterator[PlannedPage]:
    """A page a comparison, and the list of them."""
    for name in library.glossary.comparisons:
        origin = library.glossary.origins["comparison", name]
        path = addresses.page_of(("comparison", name))
        yield PlannedPage(path, partial(_page, name), origin.file)
    if library.glossary.comparisons:
        yield PlannedPage(addresses.COMPARISONS, _list)


def _page(name: str, reading: Reading) -> Document:
    comparison = reading.comparison(name)
    words = reading.plain(comparison.summary)
    values = {
        "title": reading.name(comparison.title),
        "crumbs": [(TITLE, reading.url(addresses.COMPARISONS))],
        **review_dates(comparison, reading),
        "summary": reading.line(comparison.summary),
        "table": comparison_table(name, reading),
        "table_label": reading.form.cells.name(comparison.title),
        "verdict": [
            (reading.term_link(v.subject), reading.line(v.when))
            for v in comparison.verdict
        ],
        "faq": [(reading.name(q.question), reading.text(q.answer)) for q in comparison.faq],
        "subjects": [
            (reading.term_link(s), reading.line(reading.term(s).definition))
            for s in comparison.subjects
        ],
        "others": _others(name, reading),
        "sources": source_lines(comparison.sources, reading),
        "embed": embed_offer(("comparison", name), words, reading),
        "edit_url": edit_url(("comparison", name), reading),
    }  # fmt: skip
    meta = {"title": comparison.title, "description": words}
    linked = comparison_data(name, ((TITLE, addresses.COMPARISONS),), reading)
    return Document("comparison.j2", values, meta, linked_data=linked)


def _others(name: str, reading: Reading) -> list[str]:
    """Other comparisons that share a subject with this one."""
    found = {
        other
        for subject in reading.comparison(name).subjects
        for other in reading.naming(("term", subject), "comparison")
        if other != name and subject in reading.comparison(other).subjects
    }
    return [
        reading.entry_link(("comparison", other), reading.comparison(other).title)
        for other in sorted(found)
    ]


def _list(reading: Reading) -> Document:
    lead = "Terms side by side, dimension by dimension, with when to choose which."
    return list_page("comparison", TITLE, lead, reading)

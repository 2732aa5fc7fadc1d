"""Comparison pages, `/compare/<id>/`, and their list."""

from collections.abc import Iterator

from termwise.embeds.snippets import embed_offer
from termwise.lookup.lookup import Lookup
from termwise.markup.comparison_table import comparison_table
from termwise.markup.document import Document
from termwise.markup.references import edit_url, review_dates, source_lines
from termwise.markup.writer import Writer
from termwise.model import addresses
from termwise.pages.entries import list_page
from termwise.pages.linked_data import comparison_graph
from termwise.pages.planned import PlannedPage, entry_pages
from termwise.words.words import message

TITLE = message("Comparisons")


def comparison_pages(lookup: Lookup) -> Iterator[PlannedPage]:
    """A page a comparison, and the list of them."""
    yield from entry_pages("comparison", _page, lookup, PlannedPage(addresses.COMPARISONS, _list))


def _page(name: str, writer: Writer) -> Document:
    comparison = writer.lookup.comparison(name)
    words = writer.plain(comparison.summary)
    values = {
        "title": writer.name(comparison.title),
        "crumbs": [(writer.words.say(TITLE), writer.url(addresses.COMPARISONS))],
        **review_dates(comparison, writer.lookup),
        "summary": writer.line(comparison.summary),
        "table": comparison_table(name, writer),
        "table_label": writer.form.cells.name(comparison.title),
        "verdict": [
            (writer.term_link(v.subject), writer.line(v.when))
            for v in comparison.verdict
        ],
        "faq": [(writer.name(q.question), writer.text(q.answer)) for q in comparison.faq],
        "subjects": [
            (writer.term_link(s), writer.line(writer.lookup.term(s).definition))
            for s in comparison.subjects
        ],
        "others": _others(name, writer),
        "sources": source_lines(comparison.sources, writer),
        "embed": embed_offer(("comparison", name), words, writer),
        "edit_url": edit_url(("comparison", name), writer.lookup),
    }  # fmt: skip
    meta = {"title": comparison.title, "description": words}
    linked = comparison_graph(name, ((writer.words.say(TITLE), addresses.COMPARISONS),), writer)
    return Document("comparison.j2", values, meta, linked_data=linked)


def _others(name: str, writer: Writer) -> list[str]:
    """Other comparisons that share a subject with this one."""
    found = {
        other
        for subject in writer.lookup.comparison(name).subjects
        for other in writer.lookup.naming(("term", subject), "comparison")
        if other != name and subject in writer.lookup.comparison(other).subjects
    }
    return [
        writer.entry_link(("comparison", other), writer.lookup.comparison(other).title)
        for other in sorted(found)
    ]


def _list(writer: Writer) -> Document:
    lead = message("Terms side by side, dimension by dimension, with when to choose which.")
    return list_page("comparison", TITLE, lead, writer)

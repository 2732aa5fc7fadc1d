"""A comparison as a table for other places: CSV, Markdown, and HTML to be pasted anywhere."""

import html
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from functools import partial

from termwise.embeds.nodes import nodes_of
from termwise.embeds.table import dimension_ids
from termwise.exports.csv_text import csv_text
from termwise.exports.json_form import API
from termwise.exports.pasted import pasted_html
from termwise.exports.planned import PlannedFile
from termwise.model.addresses import FOLDERS, page_of
from termwise.model.comparison import Comparison, Dimension, FactCell
from termwise.reading.library import Library
from termwise.text.as_words import as_words
from termwise.text.parse import parse
from termwise.writing.citation import fact_in_text
from termwise.writing.comparison_table import column, comparison_table
from termwise.writing.forms import HtmlForm
from termwise.writing.plain_form import PlainForm
from termwise.writing.reading import Reading
from termwise.writing.references import review_dates, source_line


def table_files(library: Library) -> Iterator[PlannedFile]:
    """Three files a comparison, beside its JSON; what was renamed is at its former places, too.

    There is no Markdown where a builder of sites would take it for a page.
    """
    places = {name: name for name in library.glossary.comparisons}
    moved = library.glossary.moved().items()
    places |= {old: new for (kind, old), (_kind, new) in moved if kind == "comparison"}
    for place, name in places.items():
        path = f"{API}/{FOLDERS['comparison']}/{place}"
        yield PlannedFile(f"{path}.csv", partial(table_csv, name))
        if library.markdown:
            yield PlannedFile(f"{path}.md", partial(table_markdown, name))
        yield PlannedFile(f"{path}.html", partial(table_html, name))


def table_csv(name: str, reading: Reading) -> str:
    """A comparison's cells as plain text, values with who says them and when."""
    comparison = reading.comparison(name)
    subjects = comparison.subjects
    rows = [
        [row.name, *(_cell(row, subject, partial(_words, reading)) for subject in subjects)]
        for row in comparison.dimensions
    ]
    return csv_text([["Dimension", *(column(subject, reading) for subject in subjects)], *rows])


def table_markdown(name: str, reading: Reading) -> str:
    """A comparison as GitHub's Markdown has tables, with title, date, sources and a link back."""
    site = reading.site
    plain = replace(reading, form=PlainForm(reading.page, site.directory_urls, site.url))
    comparison = plain.comparison(name)
    title = plain.name(comparison.title)
    back = plain.entry_link(("comparison", name), f"{site.name}: {comparison.title}")
    sources = "; ".join(source_line(source, plain) for source in comparison.sources)
    foot = [_dates(comparison, plain), sources and f"Sources: {sources}.", f"From {back}."]
    return f"# {title}\n\n{comparison_table(name, plain)}\n\n{' '.join(filter(None, foot))}\n"


def table_html(
    name: str,
    reading: Reading,
    subjects: Collection[str] | None = None,
    dimensions: Collection[str] | None = None,
) -> str:
    """A comparison as HTML without class, style and script, with date, sources and a link back.

    Of subjects and dimensions (as embeds name them) the given ones; all, where none is known.
    """
    site = reading.site
    whole = replace(reading, form=HtmlForm(reading.page, site.directory_urls, site.url))
    comparison = whole.comparison(name)
    columns = _chosen(comparison.subjects, subjects)
    ids = dimension_ids(comparison)
    kept = _chosen(ids, dimensions)
    rows = [row for row, known in zip(comparison.dimensions, ids, strict=True) if known in kept]
    lines = [
        "<table>",
        f"<caption>{_text(comparison.title)}</caption>",
        f"<thead><tr>{_heads(columns, whole)}</tr></thead>",
        "<tbody>",
        *(f"<tr>{_row(row, columns, whole)}</tr>" for row in rows),
        "</tbody>",
        "</table>",
        f"<p>{_foot(name, comparison, whole)}</p>",
        "",
    ]
    return "\n".join(lines)


def _chosen(known: Sequence[str], wanted: Collection[str] | None) -> Sequence[str]:
    return [name for name in known if name in (wanted or ())] or known


def _heads(subjects: Sequence[str], reading: Reading) -> str:
    links = (_link(page_of(("term", name)), column(name, reading), reading) for name in subjects)
    return "".join(f'<th scope="col">{words}</th>' for words in ("Dimension", *links))


def _row(row: Dimension, subjects: Sequence[str], reading: Reading) -> str:
    def shown(text: str) -> str:
        return pasted_html(nodes_of(reading.cell(text)))

    cells = "".join(f"<td>{_cell(row, subject, shown)}</td>" for subject in subjects)
    explained = f"<br>{shown(row.help)}" if row.help else ""
    return f'<th scope="row">{_text(row.name)}{explained}</th>{cells}'


def _cell(row: Dimension, subject: str, shown: Callable[[str], str]) -> str:
    cell = row.cells[subject]
    if not isinstance(cell, FactCell):
        return shown(cell)
    value = shown(f"{{{{{cell.fact}}}}}")
    return f"{value}. {shown(cell.note)}" if cell.note else value


def _words(reading: Reading, text: str) -> str:
    """A text field as plain text; values with who says them."""

    def fact(name: str, starts: bool) -> str:
        return reading.fact_value(name, starts, str, str, fact_in_text)

    return as_words(parse(text).blocks, reading.words, fact)


def _foot(name: str, comparison: Comparison, reading: Reading) -> str:
    """As of when the table is, what it rests on, and where it is from."""
    sources = "; ".join(
        pasted_html(nodes_of(source_line(source, reading))) for source in comparison.sources
    )
    title = f"{reading.site.name}: {comparison.title}"
    back = f"From {_link(page_of(('comparison', name)), title, reading)}."
    parts = (_dates(comparison, reading), sources and f"Sources: {sources}.", back)
    return " ".join(part for part in parts if part)


def _dates(comparison: Comparison, reading: Reading) -> str:
    dates = review_dates(comparison, reading)
    parts = (
        f"As of {dates['reviewed']}." if dates["reviewed"] else "",
        f"Due for review since {dates['due']}." if dates["due"] else "",
    )
    return " ".join(part for part in parts if part)


def _link(page: str, words: str, reading: Reading) -> str:
    return f'<a href="{html.escape(reading.url(page))}">{_text(words)}</a>'


def _text(text: str) -> str:
    return html.escape(text, quote=False)

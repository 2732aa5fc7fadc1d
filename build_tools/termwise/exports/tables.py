"""A comparison as a table for other places: CSV, Markdown, and HTML to be pasted anywhere."""

import html
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial

from termwise.embeds.field_nodes import cell_nodes, source_nodes
from termwise.exports.csv_text import csv_text
from termwise.exports.json_form import API
from termwise.exports.pasted import pasted_html
from termwise.exports.planned import Export, PlannedFile
from termwise.lookup.lookup import Lookup
from termwise.markup.citation import fact_in_text
from termwise.markup.comparison_table import column, comparison_table
from termwise.markup.names import Names
from termwise.markup.plain_form import PlainForm
from termwise.markup.references import review_dates, source_line
from termwise.markup.writer import Writer, whole_html
from termwise.model.addresses import FOLDERS, page_of
from termwise.model.comparison import Comparison, Dimension, FactCell
from termwise.text.as_words import as_words
from termwise.text.parse import parse


def table_files(lookup: Lookup) -> Iterator[PlannedFile]:
    """Three files a comparison, beside its JSON; what was renamed is at its former places, too.

    There is no Markdown where a builder of sites would take it for a page.
    """
    forms = {"csv": table_csv, "md": table_markdown, "html": table_html}
    if not lookup.has_markdown():
        del forms["md"]
    for ending, make in forms.items():
        for name in lookup.every("comparison"):
            yield PlannedFile(_path(name, ending), partial(make, name))
        for kind, old in lookup.all_moved():
            if kind == "comparison":
                yield PlannedFile(_path(old, ending), partial(_renamed, old, make))


def _path(name: str, ending: str) -> str:
    return f"{API}/{FOLDERS['comparison']}/{name}.{ending}"


def _renamed(old: str, make: Callable[[str, Lookup], str], lookup: Lookup) -> str:
    return make(lookup.current(("comparison", old))[1], lookup)


EXPORT = Export(
    table_files,
    offer="api",
    about="a table for a spreadsheet, a README, a page",
    places=(f"/{API}/{FOLDERS['comparison']}/<id>.csv", ".md", ".html"),
)


def table_csv(name: str, lookup: Lookup) -> str:
    """A comparison's cells as plain text, values with who says them and when."""
    comparison = lookup.comparison(name)
    subjects = comparison.subjects
    rows = [
        [row.name, *(_cell(row, subject, partial(_words, Names(lookup))) for subject in subjects)]
        for row in comparison.dimensions
    ]
    return csv_text(
        [[lookup.words.say("Dimension"), *(column(subject, lookup) for subject in subjects)], *rows]
    )


def table_markdown(name: str, lookup: Lookup) -> str:
    """A comparison as GitHub's Markdown has tables, with title, date, sources and a link back."""
    site = lookup.site
    writer = Writer(lookup, PlainForm("", site.directory_urls, site.url))
    comparison = lookup.comparison(name)
    title = writer.name(comparison.title)
    back = writer.entry_link(("comparison", name), f"{site.name}: {comparison.title}")
    sources = "; ".join(source_line(source, writer) for source in comparison.sources)
    foot = [
        _dates(comparison, lookup),
        sources and lookup.words.say("Sources: {sources}.", sources=sources),
        lookup.words.say("From {site}.", site=back),
    ]
    return f"# {title}\n\n{comparison_table(name, writer)}\n\n{' '.join(filter(None, foot))}\n"


def table_html(
    name: str,
    lookup: Lookup,
    subjects: Collection[str] | None = None,
    dimensions: Collection[str] | None = None,
) -> str:
    """A comparison as HTML without class, style and script, with date, sources and a link back.

    Of subjects and dimensions (as embeds name them) the given ones; all, where none is known.
    """
    writer = whole_html(lookup)
    comparison = lookup.comparison(name)
    columns = _chosen(comparison.subjects, subjects)
    ids = comparison.dimension_ids
    kept = _chosen(ids, dimensions)
    rows = [row for row, known in zip(comparison.dimensions, ids, strict=True) if known in kept]
    lines = [
        "<table>",
        f"<caption>{_text(comparison.title)}</caption>",
        f"<thead><tr>{_heads(columns, writer)}</tr></thead>",
        "<tbody>",
        *(f"<tr>{_row(row, columns, writer)}</tr>" for row in rows),
        "</tbody>",
        "</table>",
        f"<p>{_foot(name, comparison, writer)}</p>",
        "",
    ]
    return "\n".join(lines)


def _chosen(known: Sequence[str], wanted: Collection[str] | None) -> Sequence[str]:
    return [name for name in known if name in (wanted or ())] or known


def _heads(subjects: Sequence[str], writer: Writer) -> str:
    named = ((page_of(("term", name)), column(name, writer.lookup)) for name in subjects)
    links = (_link(page, words, writer) for page, words in named)
    return "".join(
        f'<th scope="col">{words}</th>' for words in (writer.words.say("Dimension"), *links)
    )


def _row(row: Dimension, subjects: Sequence[str], writer: Writer) -> str:
    def shown(text: str) -> str:
        return pasted_html(cell_nodes(text, writer))

    cells = "".join(f"<td>{_cell(row, subject, shown)}</td>" for subject in subjects)
    explained = f"<br>{shown(row.help)}" if row.help else ""
    return f'<th scope="row">{_text(row.name)}{explained}</th>{cells}'


def _cell(row: Dimension, subject: str, shown: Callable[[str], str]) -> str:
    cell = row.cells[subject]
    if not isinstance(cell, FactCell):
        return shown(cell)
    value = shown(f"{{{{{cell.fact}}}}}")
    return f"{value}. {shown(cell.note)}" if cell.note else value


def _words(names: Names, text: str) -> str:
    """A text field as plain text; values with who says them."""

    def fact(name: str, starts: bool) -> str:
        return fact_in_text(names.cited(name, starts, str), str)

    return as_words(parse(text).blocks, names.words, fact)


def _foot(name: str, comparison: Comparison, writer: Writer) -> str:
    """As of when the table is, what it rests on, and where it is from."""
    sources = "; ".join(pasted_html(source_nodes(source, writer)) for source in comparison.sources)
    title = f"{writer.lookup.site.name}: {comparison.title}"
    parts = (
        _dates(comparison, writer.lookup),
        sources and writer.words.say("Sources: {sources}.", sources=sources),
        writer.words.say("From {site}.", site=_link(page_of(("comparison", name)), title, writer)),
    )
    return " ".join(part for part in parts if part)


def _dates(comparison: Comparison, lookup: Lookup) -> str:
    dates = review_dates(comparison, lookup)
    parts = (
        lookup.words.say("As of {date}.", date=dates["reviewed"]) if dates["reviewed"] else "",
        lookup.words.say("Due for review since {date}.", date=dates["due"]) if dates["due"] else "",
    )
    return " ".join(part for part in parts if part)


def _link(page: str, words: str, writer: Writer) -> str:
    return f'<a href="{html.escape(writer.url(page))}">{_text(words)}</a>'


def _text(text: str) -> str:
    return html.escape(text, quote=False)

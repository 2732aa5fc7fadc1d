"""A comparison as an HTML table: on its own page and on those of its subjects."""

from termwise.linking import addresses
from termwise.linking.escape import html_text
from termwise.model.comparison import Comparison, Dimension, FactCell
from termwise.producers.reading import Reading


def comparison_table(name: str, reading: Reading) -> str:
    """The table, on one line so that Markdown passes it through whole.

    Rows are headed by the dimension, columns by the subject. Each cell repeats its subject
    in `data-subject`, which narrow screens show in place of the columns.
    """
    comparison = reading.comparison(name)
    corner = '<th scope="col"><span class="tw-hidden">Dimension</span></th>'
    heads = "".join(_subject_head(subject, reading) for subject in comparison.subjects)
    rows = "".join(_row(row, comparison, reading) for row in comparison.dimensions)
    table = (
        f'<table class="tw-table"><caption class="tw-hidden">{html_text(comparison.title)}'
        f"</caption><thead><tr>{corner}{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )
    return " ".join(table.split("\n"))


def _subject_head(subject: str, reading: Reading) -> str:
    url = html_text(reading.url(addresses.page_of(("term", subject))))
    title = html_text(_column(subject, reading))
    return f'<th scope="col"><a href="{url}">{title}</a></th>'


def _row(row: Dimension, comparison: Comparison, reading: Reading) -> str:
    help_text = f'<span class="tw-help">{reading.cell(row.help)}</span>' if row.help else ""
    cells = "".join(_cell(row, subject, reading) for subject in comparison.subjects)
    return f'<tr><th scope="row">{html_text(row.name)}{help_text}</th>{cells}</tr>'


def _cell(row: Dimension, subject: str, reading: Reading) -> str:
    cell = row.cells[subject]
    if isinstance(cell, FactCell):
        shown = reading.cell(f"{{{{{cell.fact}}}}}")
        if cell.note:
            shown += f". {reading.cell(cell.note)}"
    else:
        shown = reading.cell(cell)
    label = html_text(_column(subject, reading))
    return f'<td data-subject="{label}">{shown}</td>'


def _column(subject: str, reading: Reading) -> str:
    """What heads a column: the abbreviation where there is one, since columns are narrow."""
    term = reading.term(subject)
    return term.abbreviation or term.title

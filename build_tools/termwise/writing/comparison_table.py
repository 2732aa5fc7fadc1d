"""A comparison as a table: on its own page and on those of its subjects."""

from termwise.model import addresses
from termwise.model.comparison import Dimension, FactCell
from termwise.writing.cell_markup import Table
from termwise.writing.reading import Reading


def comparison_table(name: str, reading: Reading) -> str:
    """The table; rows are headed by the dimension, columns by the subject."""
    comparison = reading.comparison(name)
    cells = reading.form.cells
    columns = [cells.name(column(subject, reading)) for subject in comparison.subjects]
    pages = [addresses.page_of(("term", subject)) for subject in comparison.subjects]
    heads = [
        cells.link(words, reading.url(page)) for words, page in zip(columns, pages, strict=True)
    ]
    rows = [
        (
            _dimension(row, reading),
            *(cell_markup(row, subject, reading) for subject in comparison.subjects),
        )
        for row in comparison.dimensions
    ]
    caption = cells.name(comparison.title)
    return cells.table(Table(("", *columns), ("Dimension", *heads), rows, caption))


def _dimension(row: Dimension, reading: Reading) -> str:
    words = reading.form.cells.name(row.name)
    return reading.form.cells.explained(words, reading.cell(row.help)) if row.help else words


def cell_markup(row: Dimension, subject: str, reading: Reading) -> str:
    """What one subject has to say in one dimension."""
    return ". ".join(map(reading.cell, cell_texts(row, subject)))


def cell_texts(row: Dimension, subject: str) -> tuple[str, ...]:
    """The same as text fields, the one or two sentences of a cell."""
    cell = row.cells[subject]
    if not isinstance(cell, FactCell):
        return (cell,)
    value = f"{{{{{cell.fact}}}}}"
    return (value, cell.note) if cell.note else (value,)


def column(subject: str, reading: Reading) -> str:
    """What heads a column: the abbreviation where there is one, since columns are narrow."""
    term = reading.term(subject)
    return term.abbreviation or term.title

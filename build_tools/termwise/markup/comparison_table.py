"""A comparison as a table: on its own page and on those of its subjects."""

from termwise.lookup.lookup import Lookup
from termwise.markup.cell_markup import Table
from termwise.markup.writer import Writer
from termwise.model import addresses
from termwise.model.comparison import Dimension, FactCell


def comparison_table(name: str, writer: Writer) -> str:
    """The table; rows are headed by the dimension, columns by the subject."""
    lookup = writer.lookup
    comparison = lookup.comparison(name)
    cells = writer.form.cells
    columns = [cells.name(column(subject, lookup)) for subject in comparison.subjects]
    pages = [addresses.page_of(("term", subject)) for subject in comparison.subjects]
    heads = [
        cells.link(words, writer.url(page)) for words, page in zip(columns, pages, strict=True)
    ]
    rows = [
        (
            _dimension(row, writer),
            *(cell_markup(row, subject, writer) for subject in comparison.subjects),
        )
        for row in comparison.dimensions
    ]
    caption = cells.name(comparison.title)
    return cells.table(
        Table(("", *columns), (writer.words.say("Dimension"), *heads), rows, caption)
    )


def _dimension(row: Dimension, writer: Writer) -> str:
    words = writer.form.cells.name(row.name)
    return writer.form.cells.explained(words, writer.cell(row.help)) if row.help else words


def cell_markup(row: Dimension, subject: str, writer: Writer) -> str:
    """What one subject has to say in one dimension."""
    return ". ".join(map(writer.cell, cell_texts(row, subject)))


def cell_texts(row: Dimension, subject: str) -> tuple[str, ...]:
    """The same as text fields, the one or two sentences of a cell."""
    cell = row.cells[subject]
    if not isinstance(cell, FactCell):
        return (cell,)
    value = f"{{{{{cell.fact}}}}}"
    return (value, cell.note) if cell.note else (value,)


def column(subject: str, lookup: Lookup) -> str:
    """What heads a column: the abbreviation where there is one, since columns are narrow."""
    term = lookup.term(subject)
    return term.abbreviation or term.title

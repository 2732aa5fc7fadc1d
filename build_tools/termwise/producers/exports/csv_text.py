"""Tables as CSV: RFC 4180, for programs and for spreadsheets alike."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

Cell: TypeAlias = str | int | float | None

_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?", re.ASCII)
_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
"""How a cell begins that a spreadsheet may run: the signs, and their full-width forms."""

_PART = re.compile(r"(?<=;)(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])")
"""Where a spreadsheet that parts cells at semicolons, as in many countries, finds such a cell."""


def csv_text(rows: Iterable[Sequence[Cell]]) -> str:
    """Rows as CSV, the heading first: commas, CRLF, quotes where they are needed.

    There is no byte order mark: it would become part of the first column's name in most
    readers. Numbers stay numbers. A text that a spreadsheet could take for a formula gets an
    apostrophe before it, which spreadsheets read as "this is text".
    """
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\r\n").writerows(
        [_cell(cell) for cell in row] for row in rows
    )
    return written.getvalue()


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, int | float):
        return str(int(cell)) if cell == int(cell) and abs(cell) < 1e15 else repr(cell)
    if _NUMBER.fullmatch(cell):
        return cell
    cell = _PART.sub("'", cell)
    return f"'{cell}" if _FORMULA.match(cell) else cell

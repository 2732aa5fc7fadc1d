"""Tables as CSV: RFC 4180, for programs and for spreadsheets alike."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TypeAlias

Cell: TypeAlias = str | int | float | None

_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?", re.ASCII)
_SIGNS = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")
"""How a cell begins that a spreadsheet may run: the signs, and their full-width forms."""

_BREAKS = frozenset("\t\r\n")
"""What ends a cell or a row for some, so that what follows would begin one."""

_UNSEEN = frozenset(("Cc", "Cf", "Cn", "Co", "Cs", "Me", "Mn", "Zl", "Zp", "Zs"))
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Categories of characters that nobody sees, and blank letters: some programs drop them."""


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
    first, *parts = cell.split(";")
    # Spreadsheets part cells at semicolons in many countries, whatever the quotes say.
    kept = [f"'{part}" if _first_seen(part) in _SIGNS else part for part in parts]
    begins = _first_seen(first, _BREAKS) in _SIGNS | _BREAKS
    return ";".join([f"'{first}" if begins else first, *kept])


def _first_seen(text: str, breaks: frozenset[str] = frozenset()) -> str:
    """The first character of a text that is seen, or is one of `breaks`; "" for none."""
    for sign in text:
        hidden = sign in _BLANK or unicodedata.category(sign) in _UNSEEN
        if sign in breaks or not hidden:
            return sign
    return ""

"""Small parts of markup that a page has as HTML even where it is Markdown for builders of sites.

They are cells of tables and what else stands within HTML. A page in plain Markdown has no HTML, so
that it has them in another way, with the same names.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from termwise.text import plain_markdown
from termwise.text.escape import (
    attribute_in_markdown,
    html_in_markdown,
    html_text,
    name_in_html,
)


@dataclass(frozen=True)
class Table:
    """A table: a name a column, its heading as it is shown, and rows of cells, all as markup.

    Where there is a `caption`, each row is headed by its first cell.
    """

    columns: Sequence[str]
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    caption: str = ""


class Cells(Protocol):
    """How one form of a page writes small parts."""

    def name(self, text: str) -> str:
        """Plain text."""

    def link(self, words: str, url: str) -> str:
        """A link; `words` is markup, `url` plain text."""

    def code(self, text: str) -> str:
        """Code."""

    def attribute(self, text: str) -> str:
        """Plain text for an attribute, which may be shown, too."""

    def verbatim(self, text: str) -> str:
        """Plain text over any number of lines, to the letter."""

    def lines(self, parts: Iterable[str]) -> str:
        """Markup one below the other."""

    def explained(self, words: str, text: str) -> str:
        """Markup with an explanation."""

    def table(self, table: Table) -> str:
        """A table, or nothing where it has no rows."""


class HtmlCells:
    """In HTML, on one line where it can be, so that Markdown passes it through whole."""

    def name(self, text: str) -> str:
        """Plain text."""
        return name_in_html(text)

    def link(self, words: str, url: str) -> str:
        """A link."""
        return f'<a href="{html_text(url)}">{words}</a>'

    def code(self, text: str) -> str:
        """Code."""
        return f"<code>{html_text(text)}</code>"

    def attribute(self, text: str) -> str:
        """Plain text for an attribute."""
        return attribute_in_markdown(" ".join(text.split()))

    def verbatim(self, text: str) -> str:
        """What stands in a `pre`."""
        return html_in_markdown(text.strip())

    def lines(self, parts: Iterable[str]) -> str:
        """Markup one below the other."""
        return "<br>".join(parts)

    def explained(self, words: str, text: str) -> str:
        """Markup with an explanation, in small letters."""
        return f'{words}<span class="tw-help">{text}</span>'

    def table(self, table: Table) -> str:
        """A table; each cell repeats its column, which narrow screens show in place of it."""
        if not table.rows:
            return ""
        style, caption, heads = "tw-table tw-rules", "", list(table.heads)
        if table.caption:
            style = "tw-table"
            caption = f'<caption class="tw-hidden">{table.caption}</caption>'
            heads[0] = f'<span class="tw-hidden">{heads[0]}</span>'
        head = "".join(f'<th scope="col">{words}</th>' for words in heads)
        body = "".join(f"<tr>{_html_row(row, table)}</tr>" for row in table.rows)
        rows = f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
        return " ".join(f'<table class="{style}">{caption}{rows}</table>'.split("\n"))


def _html_row(row: Sequence[str], table: Table) -> str:
    cells = [
        f'<td data-subject="{column}">{cell}</td>'
        for column, cell in zip(table.columns, row, strict=True)
    ]
    if table.caption:
        cells[0] = f'<th scope="row">{row[0]}</th>'
    return "".join(cells)


class PlainCells:
    """In Markdown without HTML, on one line."""

    def name(self, text: str) -> str:
        """Plain text."""
        return plain_markdown.escaped(text)

    def link(self, words: str, url: str) -> str:
        """A link."""
        return f"[{words}]({plain_markdown.address(url)})"

    def code(self, text: str) -> str:
        """Code."""
        return plain_markdown.code_span(text)

    def attribute(self, text: str) -> str:
        """Plain text: there are no attributes."""
        return plain_markdown.escaped(text)

    def verbatim(self, text: str) -> str:
        """A block of code, the one part of more than a line."""
        return plain_markdown.code_block(text.strip())

    def lines(self, parts: Iterable[str]) -> str:
        """Markup one after the other."""
        return "; ".join(parts)

    def explained(self, words: str, text: str) -> str:
        """Markup with an explanation."""
        return f"{words}: {text}"

    def table(self, table: Table) -> str:
        """A table as GitHub's Markdown has it."""
        if not table.rows:
            return ""
        lines = [table.heads, ["---"] * len(table.heads), *table.rows]
        return "\n".join(f"| {' | '.join(map(_between_bars, row))} |" for row in lines)


def _between_bars(cell: str) -> str:
    """A cell whose bars do not end it: each has an odd number of backslashes before it."""
    return re.sub(r"(?<!\\)((?:\\\\)*)\|", r"\1\\|", cell) or " "

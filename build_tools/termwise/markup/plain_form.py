"""The third form of a page: Markdown for whoever reads it as it stands, people and programs.

It holds no HTML, its links are whole addresses of finished pages, its tables those of GitHub. What
is only of use on a screen is left out.
"""

from dataclasses import dataclass
from typing import ClassVar

from termwise.markup.cell_markup import Cells, PlainCells
from termwise.markup.citation import fact_in_words
from termwise.markup.names import Names
from termwise.model.addresses import page_of, whole_url
from termwise.text import plain_markdown
from termwise.text.as_plain_markdown import PlainWriter
from termwise.text.parse import parse, parse_line


@dataclass(frozen=True)
class PlainForm:
    """Markdown without HTML, whose links lead to finished pages below the address `base`."""

    page: str
    directory_urls: bool
    base: str
    template: str = "blocks.plain.j2"
    for_screens: ClassVar[bool] = False
    cells: ClassVar[Cells] = PlainCells()

    def name(self, text: str) -> str:
        """Plain text."""
        return plain_markdown.escaped(text)

    def target(self, page: str) -> str:
        """The link to another page."""
        return self.url(page)

    def link(self, words: str, target: str, title: str = "") -> str:
        """A link; `words` is markup already. What it says on hover is left out."""
        del title
        return f"[{words}]({plain_markdown.address(target)})"

    def emphasis(self, words: str) -> str:
        """Emphasised markup."""
        return f"*{words}*"

    def strong(self, words: str) -> str:
        """Markup that stands out."""
        return f"**{words}**"

    def blocks(self, text: str, names: Names) -> str:
        """A text field: paragraphs, lists, code."""
        return self._writer(names).blocks(parse(text).blocks)

    def line(self, text: str, names: Names) -> str:
        """A text field on one line."""
        return self._writer(names).line(parse_line(text))

    def cell(self, text: str, names: Names) -> str:
        """A text field on one line that tells its paragraphs apart."""
        return self._writer(names).cell(parse(text).blocks)

    def _writer(self, names: Names) -> PlainWriter:
        return PlainWriter(
            lambda link: self.term(link.name, link.label, link.starts, names),
            lambda value: self.fact(value.name, value.starts, names),
        )

    def term(self, name: str, label: str | None, starts: bool, names: Names) -> str:
        """A link to a term within a sentence."""
        words = plain_markdown.escaped(names.words(name, label, starts))
        return f"[{words}]({self.url(page_of(('term', names.term_id(name))))})"

    def fact(self, name: str, starts: bool, names: Names) -> str:
        """A fact's value within a sentence, with its citation."""
        return fact_in_words(names.cited(name, starts, self.url), plain_markdown.escaped)

    def url(self, page: str) -> str:
        """The address of another page."""
        return whole_url(page, self.base, directory_urls=self.directory_urls)

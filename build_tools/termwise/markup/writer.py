"""The writer of one file: its texts and links, in the form of markup that the file has."""

from dataclasses import dataclass
from functools import cached_property

from termwise.lookup.lookup import Lookup
from termwise.markup.forms import Form, HtmlForm, MarkdownForm, without_paragraph
from termwise.markup.names import Names
from termwise.markup.plain_form import PlainForm
from termwise.model.addresses import SOURCES, page_of
from termwise.model.glossary import EntryKey
from termwise.words.words import Words


@dataclass(frozen=True)
class Writer:
    """Writes what `lookup` finds in one form.

    `names` says what stands for the terms and facts in a text.
    """

    lookup: Lookup
    form: Form

    @cached_property
    def names(self) -> Names:
        """What a text says where it names a term or a fact."""
        return Names(self.lookup)

    @property
    def words(self) -> Words:
        """What the interface says."""
        return self.lookup.words

    @property
    def page(self) -> str:
        """The Markdown file of the page that is being made, or "" where the file is not a page."""
        return self.form.page

    def name(self, text: str) -> str:
        """Plain text as markup that shows it to the letter."""
        return self.form.name(text)

    def text(self, text: str) -> str:
        """A text field as markup: paragraphs, lists, code."""
        return self.form.blocks(text, self.names)

    def line(self, text: str) -> str:
        """A text field as markup on one line."""
        return self.form.line(text, self.names)

    def cell(self, text: str) -> str:
        """A text field as a part of HTML or, where the form of the page has none, of a line."""
        if isinstance(self.form, PlainForm):
            return self.form.cell(text, self.names)
        site = self.lookup.site
        html_form = HtmlForm(self.page, site.directory_urls, self.form.base, site.prefix)
        written = without_paragraph(html_form.blocks(text, self.names))
        # Markdown looks for fences before it looks for HTML.
        return written.replace("```", "&#96;``").replace("~~~", "&#126;~~")

    def plain(self, text: str) -> str:
        """A text field as one line of plain text."""
        return self.names.plain(text)

    def fact(self, name: str, starts: bool) -> str:
        """A fact's value within a sentence, with its citation."""
        return self.form.fact(name, starts, self.names)

    def term(self, name: str, label: str | None, starts: bool) -> str:
        """A link to a term within a sentence."""
        return self.form.term(name, label, starts, self.names)

    def link_to(self, key: EntryKey) -> str:
        """The target of a link to an entry's page."""
        if key[0] == "guide" and isinstance(self.form, MarkdownForm):
            return self.form.target(self.lookup.guide(key[1]).file)
        return self.form.target(page_of(key))

    def page_link(self, page: str) -> str:
        """The target of a link to a page, named by its Markdown file."""
        return self.form.target(page)

    def url(self, page: str) -> str:
        """The address of a page for HTML, relative to this page."""
        return self.form.url(page)

    def term_link(self, name: str, words: str | None = None) -> str:
        """The link to a term, under its title or other words (plain text)."""
        shown = self.name(words or self.lookup.term(name).title)
        hover = self.names.title(name) if self.form.for_screens else ""
        return self.form.link(shown, self.link_to(("term", name)), hover)

    def entry_link(self, key: EntryKey, title: str) -> str:
        """The link to an entry's page under its title (plain text)."""
        return self.form.link(self.name(title), self.link_to(key))

    def source_anchor(self, name: str) -> str:
        """A source, named by who says it, as a link to its entry within a cell."""
        cells = self.form.cells
        return cells.link(cells.name(self.lookup.source(name).by), self.url(f"{SOURCES}#{name}"))


def whole_html(lookup: Lookup) -> Writer:
    """A writer of HTML whose links are whole addresses, as for any other site."""
    return Writer(lookup, HtmlForm("", lookup.site.directory_urls, lookup.site.url))

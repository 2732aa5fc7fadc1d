"""Text fields as markup, in the forms of a site: Markdown for its builder, and HTML.

A page is made from the same values and templates in all forms. The Markdown form links
Markdown files and is read by any builder; the HTML form links finished pages and needs no
further conversion. Tables are HTML in both. (`plain_form` is the third, for readers.)
"""

from dataclasses import dataclass
from typing import ClassVar

from termwise.markup.cell_markup import Cells, HtmlCells
from termwise.markup.citation import fact_markup
from termwise.markup.names import Names
from termwise.markup.plain_form import PlainForm
from termwise.model.addresses import page_of, relative_file, relative_url, whole_url
from termwise.text.as_html import HtmlElements
from termwise.text.as_markdown import MarkdownWriter
from termwise.text.elements import blocks, inlines
from termwise.text.escape import (
    address_in_markdown,
    attribute_in_markdown,
    html_text,
    name_in_html,
    name_in_markdown,
)
from termwise.text.parse import parse, parse_line


@dataclass(frozen=True)
class MarkdownForm:
    """Markdown whose links lead to Markdown files.

    Links in the HTML within it lead to finished pages: relative to this one, or below the
    path `base` where it is given; `prefix` is where the glossary stands in the site. (MkDocs
    leaves links in HTML alone; Zensical takes relative ones to start from the Markdown file. Only
    those that start from the root mean the same.)
    """

    page: str
    directory_urls: bool
    base: str = ""
    prefix: str = ""
    template: str = "blocks.md.j2"
    for_screens: ClassVar[bool] = True
    cells: ClassVar[Cells] = HtmlCells()

    def name(self, text: str) -> str:
        """Plain text."""
        return name_in_markdown(text)

    def target(self, page: str) -> str:
        """The link to another page."""
        return relative_file(page, self.page, prefix=self.prefix)

    def link(self, words: str, target: str, title: str = "") -> str:
        """A link; `words` is markup already, `title` plain text."""
        shown = f' "{attribute_in_markdown(title)}"' if title else ""
        if "://" in target:
            target = address_in_markdown(target)
        return f"[{words}]({target}{shown})"

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

    def _writer(self, names: Names) -> MarkdownWriter:
        within = HtmlForm(self.page, self.directory_urls, self.base, self.prefix)
        return MarkdownWriter(
            lambda link: self.term(link.name, link.label, link.starts, names),
            lambda value: self.fact(value.name, value.starts, names),
            within.elements(names, one_line=True),
        )

    def term(self, name: str, label: str | None, starts: bool, names: Names) -> str:
        """A link to a term within a sentence."""
        return _term_link(self, name_in_markdown(names.words(name, label, starts)), name, names)

    def fact(self, name: str, starts: bool, names: Names) -> str:
        """A fact's value within a sentence, with its citation."""
        return fact_markup(names.cited(name, starts, self.url), name_in_markdown)

    def url(self, page: str) -> str:
        """The address of another page, for HTML within the Markdown."""
        return _url(self, page)


@dataclass(frozen=True)
class HtmlForm:
    """HTML whose links lead to finished pages, relatively or below the path `base`."""

    page: str
    directory_urls: bool
    base: str = ""
    prefix: str = ""
    template: str = "blocks.html.j2"
    for_screens: ClassVar[bool] = True
    cells: ClassVar[Cells] = HtmlCells()

    def name(self, text: str) -> str:
        """Plain text."""
        return name_in_html(" ".join(text.split()))

    def target(self, page: str) -> str:
        """The link to another page."""
        return self.url(page)

    def link(self, words: str, target: str, title: str = "") -> str:
        """A link; `words` is markup already, `title` plain text."""
        shown = f' title="{attribute_in_markdown(title)}"' if title else ""
        return f'<a href="{html_text(target)}"{shown}>{words}</a>'

    def emphasis(self, words: str) -> str:
        """Emphasised markup."""
        return f"<em>{words}</em>"

    def strong(self, words: str) -> str:
        """Markup that stands out."""
        return f"<strong>{words}</strong>"

    def blocks(self, text: str, names: Names) -> str:
        """A text field: paragraphs, lists, code."""
        return blocks(parse(text).blocks, self.elements(names))

    def line(self, text: str, names: Names) -> str:
        """A text field on one line, without the paragraph around it."""
        return inlines(parse_line(text), self.elements(names))

    def elements(self, names: Names, *, one_line: bool = False) -> HtmlElements:
        """How the elements of a field are written, on one line or on more."""
        return HtmlElements(
            lambda link: self.term(link.name, link.label, link.starts, names),
            lambda value: self.fact(value.name, value.starts, names),
            one_line,
        )

    def term(self, name: str, label: str | None, starts: bool, names: Names) -> str:
        """A link to a term within a sentence."""
        return _term_link(self, name_in_html(names.words(name, label, starts)), name, names)

    def fact(self, name: str, starts: bool, names: Names) -> str:
        """A fact's value within a sentence, with its citation."""
        return fact_markup(names.cited(name, starts, self.url), name_in_html)

    def url(self, page: str) -> str:
        """The address of another page."""
        return _url(self, page)


Form = MarkdownForm | HtmlForm | PlainForm


def _term_link(form: MarkdownForm | HtmlForm, words: str, name: str, names: Names) -> str:
    """A link to a term under words that are markup already, with its definition on hover."""
    target = form.target(page_of(("term", names.term_id(name))))
    return form.link(words, target, names.title(name))


def _url(form: MarkdownForm | HtmlForm, page: str) -> str:
    if form.base:
        return whole_url(page, form.base, directory_urls=form.directory_urls)
    urls = form.directory_urls
    return relative_url(page, form.page, directory_urls=urls, prefix=form.prefix)


def without_paragraph(html: str) -> str:
    """What is inside the one paragraph that `html` is, or `html` where it is more."""
    inside = html.removeprefix("<p>").removesuffix("</p>")
    return inside if "<p>" not in inside and len(inside) == len(html) - 7 else html

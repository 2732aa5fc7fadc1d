"""Text fields as markup, in the forms of a site: Markdown for its builder, and HTML.

A page is made from the same values and templates in all forms. The Markdown form links
Markdown files and is read by any builder; the HTML form links finished pages and needs no
further conversion. Tables are HTML in both. (`plain_form` is the third, for readers.)
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from termwise.model.addresses import page_of, relative_file, relative_url, whole_url
from termwise.text.converter import markdown_to_html
from termwise.text.escape import (
    address_in_markdown,
    attribute_in_markdown,
    html_text,
    name_in_html,
    name_in_markdown,
    one_line,
)
from termwise.text.held import Held
from termwise.text.markup import to_held_markdown, to_markdown
from termwise.text.tokens import begins_sentence, tokens
from termwise.writing.cell_markup import Cells, HtmlCells
from termwise.writing.lookup import Lookup
from termwise.writing.plain_form import PlainForm


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

    def blocks(self, text: str, lookup: Lookup) -> str:
        """A text field: paragraphs, lists, code."""
        return _markdown(text, self, lookup)

    def line(self, text: str, lookup: Lookup) -> str:
        """A text field on one line."""
        return _markdown(one_line(text), self, lookup)

    def term(self, name: str, label: str | None, starts: bool, lookup: Lookup) -> str:
        """A link to a term within a sentence."""
        return _term(self, name, label, starts, lookup)

    def fact(self, name: str, starts: bool, lookup: Lookup) -> str:
        """A fact's value within a sentence, with its citation."""
        return lookup.fact_value(name, starts, name_in_markdown, self.url)

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

    def blocks(self, text: str, lookup: Lookup) -> str:
        """A text field: paragraphs, lists, code."""
        plain = _simple_blocks(text.strip(), self, lookup)
        return plain or _converted(text, self, lookup)

    def line(self, text: str, lookup: Lookup) -> str:
        """A text field on one line, without the paragraph around it."""
        return without_paragraph(self.blocks(one_line(text), lookup))

    def term(self, name: str, label: str | None, starts: bool, lookup: Lookup) -> str:
        """A link to a term within a sentence, in Markdown."""
        return _term(self, name, label, starts, lookup)

    def fact(self, name: str, starts: bool, lookup: Lookup) -> str:
        """A fact's value within a sentence, with its citation, in Markdown."""
        return lookup.fact_value(name, starts, name_in_markdown, self.url)

    def url(self, page: str) -> str:
        """The address of another page."""
        return _url(self, page)


Form = MarkdownForm | HtmlForm | PlainForm


def _url(form: MarkdownForm | HtmlForm, page: str) -> str:
    if form.base:
        return whole_url(page, form.base, directory_urls=form.directory_urls)
    urls = form.directory_urls
    return relative_url(page, form.page, directory_urls=urls, prefix=form.prefix)


def without_paragraph(html: str) -> str:
    """What is inside the one paragraph that `html` is, or `html` where it is more."""
    inside = html.removeprefix("<p>").removesuffix("</p>")
    return inside if "<p>" not in inside and len(inside) == len(html) - 7 else html


_MEANS_SOMETHING = re.compile(
    r"[*_`\[\]<>&\\{}|!]|[^\S \n]|^[ ]*(?:[-+#=~]|\d+[.)])|^[ ]{2,}|(?<! )[ ]{2,}$", re.M
)
"""Characters and beginnings of lines by which a text is more than words and spaces."""

_BLOCKS_APART = re.compile(r"\n(?:[ ]*\n)+")
_BULLETS = re.compile(r"- \S.*(?:\n(?:- |[ ]{2})\S.*)*")


def _markdown(
    text: str, form: MarkdownForm | HtmlForm, lookup: Lookup, held: Held | None = None
) -> str:
    """The field as Markdown, with links and values in the given form, or their places."""

    def term(name: str, label: str | None, starts: bool) -> str:
        return form.term(name, label, starts, lookup)

    def fact(name: str, starts: bool) -> str:
        return form.fact(name, starts, lookup)

    if held:
        return to_held_markdown(text.strip(), term, fact, held)
    return to_markdown(text.strip(), term, fact)


def _term(
    form: MarkdownForm | HtmlForm, name: str, label: str | None, starts: bool, lookup: Lookup
) -> str:
    words = name_in_markdown(lookup.words(name, label, starts))
    target = form.target(page_of(("term", lookup.term_id(name))))
    return form.link(words, target, lookup.title(name))


def _converted(text: str, form: HtmlForm, lookup: Lookup) -> str:
    """The HTML of a field, by way of Markdown from which all that is finished is held back."""
    held = Held()
    return held.put_back(markdown_to_html(_markdown(text, form, lookup, held)))


def _simple_blocks(text: str, form: HtmlForm, lookup: Lookup) -> str:
    """The HTML of paragraphs and flat lists in which nothing but links needs doing.

    Most fields are of that kind, and this is many times as fast as converting Markdown, with
    the same result. Returns "" where a text is of another kind.
    """
    blocks = []
    for block in _BLOCKS_APART.split(text):
        if _BULLETS.fullmatch(block):
            items = [" ".join(item.split("\n  ")) for item in block[2:].split("\n- ")]
            written = [_words(item, form, lookup) for item in items]
            html = "".join(f"<li>{item}</li>\n" for item in written)
            blocks.append(f"<ul>\n{html}</ul>" if all(written) else "")
        else:
            words = _words(block, form, lookup)
            blocks.append(f"<p>{words}</p>" if words else "")
    lists_meet = any(a[:4] == b[:4] == "<ul>" for a, b in pairwise(blocks))
    return "\n".join(blocks) if all(blocks) and not lists_meet else ""


def _words(text: str, form: HtmlForm, lookup: Lookup) -> str:
    """The HTML of words and links, or "" where the text holds any other markup."""
    written = ""
    for token in tokens(text):
        if token.kind == "text" and not _MEANS_SOMETHING.search(token.value):
            written += token.value
        elif token.kind == "term":
            starts = begins_sentence(text, token.start)
            words = name_in_html(lookup.words(token.value, token.label, starts))
            target = form.target(page_of(("term", lookup.term_id(token.value))))
            written += form.link(words, target, lookup.title(token.value))
        elif token.kind == "fact":
            starts = begins_sentence(text, token.start)
            written += lookup.fact_value(token.value, starts, name_in_html, form.url)
        else:
            return ""
    return written

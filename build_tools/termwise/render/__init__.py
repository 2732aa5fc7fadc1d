"""Documents to text: the Jinja templates, in each form of markup, and the front matter.

Templates name the parts of a page; how a part is written stands once for each form,
in `blocks.html.j2`, `blocks.md.j2` and `blocks.plain.j2`.
"""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import jinja2
from markupsafe import Markup, escape

from termwise.markup.cell_markup import HtmlCells, PlainCells
from termwise.markup.document import Document, Values
from termwise.markup.forms import Form
from termwise.pages.linked_data import CONTEXT
from termwise.render.headings import Headings, TocEntry
from termwise.text.fences import fenced
from termwise.text.script_data import script_data
from termwise.words.words import Words, filled

TEMPLATES = Path(__file__).parent / "templates"
ASSETS = Path(__file__).parent / "assets"
STYLE_SHEETS = ("assets/termwise.css", "assets/embed-this.css")
SCRIPTS = ("assets/termwise.js", "assets/embed-this.js")
CALCULATOR = ("assets/calculator.css", "assets/calculator.js")
"""What every site loads, and what those with decisions load besides."""

ESCAPED = ("calculator.j2", "embed.j2")

EXTENSIONS = ("attr_list", "fenced_code", "md_in_html", "sane_lists", "tables", "toc")
"""What the Markdown form needs of Python-Markdown."""


@dataclass(frozen=True)
class Rendered:
    """A page's body, and its table of contents."""

    body: str
    contents: list[TocEntry]


@cache
def _environment(words: Words) -> jinja2.Environment:
    """What makes pages in one language.

    Values come ready for where they stand, Markdown or HTML, so nothing is escaped by itself.

    The exceptions are `ESCAPED` templates, which are HTML alone and get plain text.
    """
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=lambda name: name in ESCAPED,  # noqa: S701 - see above; tests attack it
        auto_reload=False,
    )
    environment.globals.update(
        say=_saying(words.say),
        counted=_saying(words.counted),
        figured=words.numbers.figure,
        comma=words.chained("{one}, {other}", ("", "")),
    )
    environment.filters["name"] = HtmlCells().name
    environment.filters["plain"] = PlainCells().name
    return environment


def _saying(say: Callable[..., str]) -> Callable[..., str]:
    """`say` for templates: where values are escaped, those that are HTML stay so."""

    @jinja2.pass_eval_context
    def said(context: jinja2.nodes.EvalContext, *text: object, **values: object) -> str:
        if not context.autoescape:
            return say(*text, **values)
        shown = {name: escape(value) for name, value in values.items()}
        return Markup(filled(escape(say(*text)), shown))  # noqa: S704 - all of it is escaped

    return said


def template(name: str, words: Words) -> jinja2.Template:
    """A template by its file's name, in a language."""
    return _environment(words).get_template(name)


@cache
def _blocks(name: str, words: Words) -> object:
    return template(name, words).module


def render(
    document: Document, form: Form, words: Words, *, permalink: str = "¶", depth: int = 6
) -> Rendered:
    """The page in one form of markup."""
    heading = Headings(form, permalink, depth, words)
    page = template(document.template, words)
    body = page.render(document.values, block=_blocks(form.template, words), heading=heading)
    body = body + data_element(document.linked_data) if form.for_screens else _folded(body)
    return Rendered(body, heading.contents)


_EMPTY = re.compile(r"\n{3,}")


def _folded(text: str) -> str:
    """Plain Markdown without empty lines in a row, but for those in code."""
    written, end = "", 0
    for start, behind in fenced(text):
        written += _EMPTY.sub("\n\n", text[end:start]) + text[start:behind]
        end = behind
    return (written + _EMPTY.sub("\n\n", text[end:])).strip("\n") + "\n"


def data_element(linked_data: Sequence[Values]) -> str:
    """What the page is about, as an element that nobody sees, on a line of its own.

    It is a list, which is harmless should it be run: Material's instant navigation makes every
    script of a page anew, and forgets that this one is not JavaScript.
    """
    if not linked_data:
        return ""
    data = [{"@context": CONTEXT, "@graph": linked_data}]
    kind = 'type="application/ld+json" data-search-exclude'
    return f"\n\n<script {kind}>{script_data(data)}</script>\n"


def assets(*, decisions: bool, prefix: str = "") -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The style sheets and the scripts of a site, by their place in it."""
    style_sheet, script = CALCULATOR
    style_sheets = (*STYLE_SHEETS, style_sheet) if decisions else STYLE_SHEETS
    scripts = (*SCRIPTS, script) if decisions else SCRIPTS
    return tuple(prefix + name for name in style_sheets), tuple(prefix + name for name in scripts)


def front_matter(document: Document) -> str:
    """The page's front matter as YAML (each value written as JSON, which YAML includes)."""
    if not document.meta:
        return document.head
    pairs = page_meta(document).items()
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in pairs]
    return "\n".join(["---", *lines, "---", "", ""])


def page_meta(document: Document) -> dict[str, object]:
    """The page's settings for the theme; its pages are not in the side navigation, so hide it.

    Texts are HTML, good in attributes too, because themes put them in as they are; and some
    read them as HTML once more.
    """
    meta = document.meta.items()
    html = HtmlCells().name
    texts = {key: html(value) if isinstance(value, str) else value for key, value in meta}
    return {"hide": ["navigation"], **texts} if document.meta else {}

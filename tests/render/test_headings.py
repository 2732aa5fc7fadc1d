"""Headings: their anchors and the table of contents."""

from collections.abc import Sequence
from typing import Any

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termwise.markup.forms import HtmlForm, MarkdownForm
from termwise.render import EXTENSIONS
from termwise.render.headings import Headings, TocEntry

HTML = HtmlForm("x.md", True)
MARKDOWN = MarkdownForm("x.md", True)

Shape = list[tuple[int, str, Any]]


def shape(headings: Sequence[TocEntry]) -> Shape:
    """The contents as nested tuples."""
    return [(h["level"], h["id"], shape(h["children"])) for h in headings]


def test_a_heading_in_html_links_to_itself() -> None:
    """With the sign that the site is configured to show, or none."""
    assert Headings(HTML, "¶")(2, "A &amp; b") == (
        '<h2 id="a-b">A &amp; b'
        '<a class="headerlink" href="#a-b" title="Permanent link">¶</a></h2>\n'
    )
    assert Headings(HTML, "")(2, "A") == '<h2 id="a">A</h2>\n'


def test_a_heading_in_markdown_names_its_anchor() -> None:
    """So that every builder gives it the same one."""
    assert Headings(MARKDOWN)(3, "A &#38; b") == "### A &#38; b { #a-b }\n"
    assert Headings(MARKDOWN)(2, "A", "given") == "## A { #given }\n"


@pytest.mark.parametrize(
    ("words", "anchor"),
    [
        ("Why it matters", "why-it-matters"),
        ("Low-rank adaptation (LoRA)", "low-rank-adaptation-lora"),
        ("Crème brûlée", "creme-brulee"),
        ("<em>a</em> b", "a-b"),
        ("&lt;b&gt;", "b"),
        ("中文", "other"),
        ("???", "other"),
    ],
)
def test_an_anchor_is_made_of_the_words(words: str, anchor: str) -> None:
    """Markup and entities aside, and never empty."""
    heading = Headings(HTML)
    heading(2, words)
    assert heading.contents[0]["id"] == anchor


def test_an_anchor_is_given_once() -> None:
    """The same words again get a number, also where that is taken."""
    heading = Headings(HTML)
    for words, name in (("A", ""), ("A", ""), ("A 1", "a_1"), ("A", "")):
        heading(2, words, name)
    assert [h["id"] for h in heading.contents] == ["a", "a_1", "a_1_1", "a_2"]


def test_the_contents_have_the_names_without_markup() -> None:
    """A theme shows them as text."""
    heading = Headings(HTML)
    heading(2, "<em>a</em> &amp; b")
    assert heading.contents[0]["name"] == "a &amp; b"


@settings(max_examples=200, deadline=None)
@given(levels=st.lists(st.integers(1, 6), max_size=8), depth=st.integers(1, 6))
def test_contents_nest_as_python_markdown_nests_them(levels: list[int], depth: int) -> None:
    """Whatever levels follow each other, and however deep the contents go."""
    ours, source = Headings(HTML, depth=depth), Headings(MARKDOWN)
    body = ""
    for number, level in enumerate(levels):
        ours(level, f"h{number}")
        body += source(level, f"h{number}") + "\n"
    settings_ = {"toc": {"toc_depth": depth}}
    builder = markdown.Markdown(extensions=list(EXTENSIONS), extension_configs=settings_)
    builder.convert(body)
    assert shape(ours.contents) == shape(getattr(builder, "toc_tokens"))  # noqa: B009

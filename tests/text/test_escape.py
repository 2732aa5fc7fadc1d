"""Plain text that stays plain, whatever reads it."""

import html
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termwise.text.escape import (
    WORD_JOINER,
    address_in_markdown,
    attribute_in_markdown,
    escape_markdown,
    inert,
)


class Everything(HTMLParser):
    """The text of some HTML, and the names of its elements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.elements: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note it."""
        del attrs
        self.elements.append(tag)

    def handle_data(self, data: str) -> None:
        """Note it."""
        self.text += data


@given(
    st.lists(st.sampled_from(["<", "&", "/", "!", "?", "b", "lt;", "amp", "#60", " ", "\0", ";"]))
)
def test_a_text_reads_the_same_as_text_and_as_html(pieces: list[str]) -> None:
    """No element, no comment and no character comes of it, and a reader sees what was written."""
    text = "".join(pieces)
    read = Everything()
    read.feed(inert(text))
    read.close()
    assert (read.text, read.elements) == (inert(text), [])
    assert html.unescape(inert(text)) == inert(text)
    assert inert(text).replace(WORD_JOINER, "") == text
    assert inert(inert(text)) == inert(text)


@pytest.mark.parametrize("text", ["R&D", "AT&T, Q&A", "a < b", "x <5", "a & b", "<= 3", "1 > 0"])
def test_what_could_begin_nothing_is_left_alone(text: str) -> None:
    """So that names can be found and copied as they were written."""
    assert inert(text) == text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a-b c.d (e)", "a-b c.d (e)"),
        ("1. a", "1&#46; a"),
        ("- a", "&#45; a"),
        ("a\n b", "a b"),
        ("C# *x* [y]", "C&#35; &#42;x&#42; &#91;y&#93;"),
        ("<b> & |", "&#60;b&#62; &#38; &#124;"),
    ],
)
def test_a_name_is_escaped_where_it_must_be(text: str, wanted: str) -> None:
    """And stays readable in the Markdown file where it need not."""
    assert escape_markdown(text) == wanted


def test_attributes_and_addresses_end_where_they_end() -> None:
    """No sign in them is left for Markdown or HTML to read."""
    assert attribute_in_markdown('a"b`[c]') == "a&quot;b&#96;&#91;c&#93;"
    assert (
        address_in_markdown("https://a.example/(b)?c&d") == "https://a.example/&#40;b&#41;?c&#38;d"
    )

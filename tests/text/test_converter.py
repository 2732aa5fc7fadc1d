"""The converter of fields: made once, and nothing stays in it."""

import pytest

from termwise.text.converter import markdown_to_html


def test_nothing_is_left_from_one_text_to_the_next() -> None:
    """A link that one defines is not there for another."""
    markdown_to_html("[a]: https://a.example")
    assert markdown_to_html("[a]") == "<p>[a]</p>"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a { .b }", "<p>a { .b }</p>"),
        ("# a { #b }", "<h1>a { #b }</h1>"),
        ("1. a\n\n* b", "<ol>\n<li>a</li>\n</ol>\n<ul>\n<li>b</li>\n</ul>"),
    ],
)
def test_it_sets_no_attributes(text: str, wanted: str) -> None:
    """No extension that does is in it."""
    assert markdown_to_html(text) == wanted

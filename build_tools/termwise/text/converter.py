"""Markdown to HTML for one text field, by an instance that is made once and reused.

The text that reaches it has been made harmless by `linking.dangers`. It has no extension that
sets attributes or lets Markdown into HTML, so that a field can only ever become plain
paragraphs, lists, tables and code.
"""

from functools import cache

import markdown


@cache
def _converter() -> markdown.Markdown:
    return markdown.Markdown(extensions=["fenced_code", "sane_lists", "tables"])


def markdown_to_html(text: str) -> str:
    """The HTML of a Markdown text."""
    return _converter().reset().convert(text)

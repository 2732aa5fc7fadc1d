"""Markdown to HTML for what stands inside HTML: the cells of tables.

One instance, made once and reused; the text that reaches it has been made harmless by
`linking.markup`.
"""

import re
from functools import cache

import markdown

EXTENSIONS = ("fenced_code", "sane_lists", "tables")


@cache
def _converter() -> markdown.Markdown:
    return markdown.Markdown(extensions=list(EXTENSIONS), output_format="html")


_ONE_PARAGRAPH = re.compile(r"<p>((?:(?!</?p>).)*)</p>", re.DOTALL)
_NEEDS_NO_MARKDOWN = re.compile(r"[\w ,.;:()'/%$€£+–—’“”?-]*")


def markdown_to_html(text: str) -> str:
    """HTML of a Markdown text; a single paragraph comes without its `<p>`."""
    if _NEEDS_NO_MARKDOWN.fullmatch(text) and not re.match(r"\s*(?:[-+]|\d+\.)\s", text):
        return text
    converter = _converter()
    html = converter.reset().convert(text)
    whole = _ONE_PARAGRAPH.fullmatch(html)
    return whole[1] if whole else html

"""A rendered page's Markdown to HTML and its table of contents, by one instance reused.

Making an instance of Python-Markdown costs about as much as converting a short page, so that
MkDocs, which makes one a page, is slower. The extensions are fixed: pages from YAML mean the
same on every site, whatever else its own pages use.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import markdown

EXTENSIONS = ("attr_list", "fenced_code", "md_in_html", "sane_lists", "tables", "toc")
"""What the templates and the text fields need, all of it from Python-Markdown itself."""


@dataclass(frozen=True)
class Converted:
    """HTML, and the headings as Python-Markdown's `toc` lists them."""

    html: str
    headings: list[Any]


class PageConverter:
    """Converts pages one after the other. `toc` configures the anchors of headings."""

    def __init__(self, toc: Mapping[str, object] | None = None) -> None:
        self._markdown = markdown.Markdown(
            extensions=list(EXTENSIONS), extension_configs={"toc": dict(toc or {})}
        )

    def convert(self, text: str) -> Converted:
        """The page's HTML and headings."""
        html = self._markdown.reset().convert(text)
        return Converted(html, getattr(self._markdown, "toc_tokens", []))

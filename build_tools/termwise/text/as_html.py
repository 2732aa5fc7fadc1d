"""A tree as HTML."""

import html
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from termwise.text.elements import NONE, Attributes
from termwise.text.escape import code_in_html, html_text
from termwise.text.tree import FactValue, TermLink

_SIGNS = re.compile(r"[&<>\[\]{`]")
_WRITTEN = {
    "&": "&amp;", "<": "&lt;", ">": "&gt;",
    # Templates of other plugins, and of what is ours to replace, begin with them.
    "[": "&#91;", "]": "&#93;", "{": "&#123;", "`": "&#96;",
}  # fmt: skip


def html_element(tag: str, inside: str, attributes: Attributes) -> str:
    """An element as HTML, in which `inside` is HTML already."""
    shown = "".join(
        f" {name}" if value is None else f' {name}="{html_text(value)}"'
        for name, value in attributes.items()
    )
    return f"<{tag}{shown}>{inside}</{tag}>"


@dataclass(frozen=True)
class HtmlElements:
    """Elements of HTML; `term` and `fact` write links and values.

    Where all is to stand on `one_line`, so do the lines of a block of code.
    """

    term: Callable[[TermLink], str]
    fact: Callable[[FactValue], str]
    one_line: bool = False

    def text(self, text: str) -> str:
        """Plain text."""
        if self.one_line:
            text = text.replace("\n", " ")
        return _SIGNS.sub(lambda sign: _WRITTEN[sign[0]], text)

    def code(self, text: str) -> str:
        """Code within a line."""
        return code_in_html(text)

    def code_block(self, text: str, language: str) -> str:
        """Lines of code."""
        named = f' class="language-{language}"' if language else ""
        shown = html.escape(text.expandtabs(4), quote=False).replace('"', "&quot;")
        if self.one_line:
            shown = shown.replace("\n", "&#10;")
        return f"<pre><code{named}>{shown}</code></pre>"

    def element(self, tag: str, inside: str, attributes: Attributes = NONE) -> str:
        """An element."""
        return html_element(tag, inside, attributes)

    def void(self, tag: str) -> str:
        """An element that nothing stands in."""
        return f"<{tag} />"

    def join(self, parts: Iterable[str]) -> str:
        """Parts one after the other."""
        return "".join(parts)

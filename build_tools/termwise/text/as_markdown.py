"""A tree as Markdown for builders of sites: what Python-Markdown, Zensical and GitHub read alike.

What they would read differently (items of more than one paragraph, emphasis within emphasis or
within a word) is HTML, on one line. Signs that stand for themselves are character references.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from termwise.text.as_html import HtmlElements
from termwise.text.elements import blocks as elements
from termwise.text.escape import (
    address_in_markdown,
    code_in_html,
    code_in_markdown,
    html_text,
)
from termwise.text.literal import IDLE, Literal
from termwise.text.plain_markdown import fence_around, quoted, table_rows
from termwise.text.tree import (
    Block,
    Blocks,
    Break,
    Code,
    CodeBlock,
    Emphasis,
    FactValue,
    Inline,
    Inlines,
    List,
    Paragraph,
    Quote,
    Rule,
    Table,
    TermLink,
    WebLink,
    Words,
)

_SIGN = re.compile(IDLE + r"|[`\[\]{<&*_]|\\(?=[!-/:-@\[-`{-~\n]|\Z)|~(?=~)|(?<=~)~")
"""Signs that mean something within a line, and those among them that do not where they stand."""

_ANY = re.compile(r"[`\[\]{<&*_\\~]")
"""All of them; most words have none."""

_FIRST = re.compile(
    r"(?P<before>^[ \t]*(?:\d+(?=[.)](?:\s|\Z)))?)"
    r"(?P<sign>(?<=\d)[.)]|[#:>]|[^\S \t\n]|[-+](?=[\s-]|\Z)"
    r"|[-|=](?=[-:|= \t]*(?:\n|\Z))|([!?/=])(?=\3\3))",
    re.MULTILINE,
)
"""Signs that mean something at the beginning of a line, in Markdown or in what builders add."""

_NAMED = {"<": "&lt;", "&": "&amp;"}
_LITERAL = Literal(_ANY, _SIGN, _FIRST, lambda sign: _NAMED.get(sign, f"&#{ord(sign)};"))


@dataclass(frozen=True)
class MarkdownWriter:
    """Writes trees; `term` and `fact` write links and values, `html` all that Markdown cannot."""

    term: Callable[[TermLink], str]
    fact: Callable[[FactValue], str]
    html: HtmlElements

    def blocks(self, tree: Blocks) -> str:
        """Blocks, with empty lines between them."""
        befores = (None, *tree[:-1])
        return "\n\n".join(map(self._block, tree, befores))

    def line(self, nodes: Inlines, *, begins: bool = True) -> str:
        """Words, with which a line begins or not."""
        written = ""
        for node, behind in zip(nodes, (*nodes[1:], None), strict=False):
            written += self._inline(node, written, behind, begins=begins)
        return written

    def _block(self, block: Block, before: Block | None) -> str:
        match block:
            case Paragraph(inside):
                return self.line(inside)
            case CodeBlock(text, language):
                fence = fence_around(text)
                return f"{fence}{language}\n{text}{fence}"
            case Rule():
                return "---"
            case Table(rows, sides) if len(rows) > 1:
                return table_rows([[*map(self._cell, row)] for row in rows], sides)
            case List() if not isinstance(before, List) and _is_plain(block):
                return self._list(block)
            case Quote(within) if not isinstance(before, Quote) and _is_words(within):
                return quoted(self.blocks(within))
            case _:
                return elements((block,), self.html)

    def _list(self, block: List) -> str:
        made = []
        for number, (words, *within) in enumerate(block.items):
            mark = "-" if block.start is None else f"{block.start + number}."
            said = self._block(words, None).replace("\n", f"\n{' ' * (len(mark) + 1)}")
            lists = (re.sub("^", "    ", self._block(each, None), flags=re.M) for each in within)
            made.append("\n".join((f"{mark} {said}", *lists)))
        return ("\n\n" if block.loose else "\n").join(made)

    def _cell(self, words: Inlines) -> str:
        return self.line(words, begins=False).replace("|", "&#124;")

    def _inline(self, node: Inline, written: str, behind: Inline | None, *, begins: bool) -> str:
        match node:
            case Words(text):
                shown = _LITERAL.words(text, written, begins=begins)
                links = isinstance(behind, TermLink | WebLink)
                return f"{shown[:-1]}&#33;" if links and shown.endswith("!") else shown
            case Code(text):
                return (code_in_html if written.endswith("`") else code_in_markdown)(text)
            case Emphasis(inside, strong):
                shown = self.line(inside, begins=False)
                if _stands_alone(shown, inside, written, behind):
                    return f"**{shown}**" if strong else f"*{shown}*"
                return f"<strong>{shown}</strong>" if strong else f"<em>{shown}</em>"
            case WebLink((Words(text),), url) if text == url and "&" not in url:
                return f"<{url}>"
            case WebLink(inside, url):
                shown = self.line(inside, begins=False)
                if all(isinstance(each, Words | Code | Emphasis) for each in inside):
                    return f"[{shown}]({address_in_markdown(url)})"
                return f'<a href="{html_text(url)}">{shown}</a>'
            case TermLink():
                return self.term(node)
            case FactValue():
                return self.fact(node)
            case Break():
                return "  \n"


def _stands_alone(shown: str, inside: Inlines, written: str, behind: Inline | None) -> bool:
    """Whether signs around these words are read as emphasis by all: none are near, or words are."""
    if not shown or written.endswith("*") or any(isinstance(each, Emphasis) for each in inside):
        return False
    opens = shown[0].isalnum() or not written[-1:].strip()
    closes = shown[-1].isalnum() or behind is None
    closes = closes or (isinstance(behind, Words) and behind.text[0].isspace())
    return opens and closes and shown == shown.strip()


def _is_words(tree: Blocks) -> bool:
    return bool(tree) and all(isinstance(each, Paragraph) and each.inside for each in tree)


def _is_plain(block: List) -> bool:
    """Whether the items are words, with at most a list of the kind in each."""
    if (block.start or 0) + len(block.items) > _MOST_NUMBER:
        return False
    if block.loose:
        return len(block.items) > 1 and all(
            len(item) == 1 and _is_words(item) for item in block.items
        )
    return all(
        _is_words(item[:1])
        and len(item) <= 2
        and all(isinstance(each, List) and not each.loose and _is_plain(each) for each in item[1:])
        for item in block.items
    )


_MOST_NUMBER = 100
"""Of an item, whose mark then is no wider than lists within it are indented."""

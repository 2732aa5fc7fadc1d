"""A tree as Markdown without any HTML, for whoever reads it as it stands: people and programs.

A sign is escaped only where CommonMark or GitHub's additions would read more into it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from termwise.text.literal import IDLE, Literal
from termwise.text.plain_markdown import (
    address,
    code_block,
    code_span,
    escaped,
    escaped_sign,
    quoted,
    table_rows,
)
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

_SIGN = re.compile(
    IDLE + r"|[`*_]|\\(?=[!-/:-@\[-`{-~\n]|\Z)|~(?=~)|(?<=~)~|\](?=\(|[ ]?:)|!(?=\[|\Z)"
    r"|<(?=[A-Za-z/!?]|\Z)|&(?=#?\w+;|\Z)"
)
"""Signs that mean something within a line, and those among them that do not where they stand."""

_ANY = re.compile(r"[`*_\\~\]!<&]")
"""All of them; most words have none."""

_FIRST = re.compile(
    r"(?P<before>^[^\S\n]*(?:\d{1,9}(?=[.)](?:\s|\Z)))?)"
    r"(?P<sign>(?<=\d)[.)](?=\s|\Z)|[#>]|[-+*_.):|](?=\s|\Z)|[-|:](?=[-:| ]*(?:\n|\Z))"
    r"|=(?==*[ ]*(?:\n|\Z)))",
    re.MULTILINE,
)
"""Signs that mean something at the beginning of a line."""

_LITERAL = Literal(_ANY, _SIGN, _FIRST, escaped_sign)


@dataclass(frozen=True)
class PlainWriter:
    """Writes trees; `term` and `fact` write links and values."""

    term: Callable[[TermLink], str]
    fact: Callable[[FactValue], str]

    def blocks(self, tree: Blocks) -> str:
        """Blocks, with empty lines between them."""
        return self._blocks(tree, "\n\n", whole=True)

    def cell(self, tree: Blocks) -> str:
        """Blocks on one line, with signs between them."""
        written = ""
        for sign, words in self._parts(tree):
            if written and words:
                enough = ":" if sign == " · " else ".:;,!?"
                written += " " if written[-1] in enough else sign
            written += words
        return written

    def line(self, nodes: Inlines, *, begins: bool = True) -> str:
        """Words, with which a line begins or not."""
        written = ""
        for node in nodes:
            written += self._inline(node, written, begins=begins)
        return written

    def _blocks(self, tree: Blocks, apart: str, *, other: bool = False, whole: bool = False) -> str:
        """Blocks, the `whole` field or not; of lists that would be one, every second is `other`."""
        made = []
        for before, block in zip((None, *tree), tree, strict=False):
            other = other if before is None else not other and _meet(before, block)
            made.append(self._block(block, other=other, whole=whole))
        return apart.join(made)

    def _block(self, block: Block, *, other: bool, whole: bool) -> str:
        match block:
            case Paragraph(inside):
                return self.line(inside)
            case List(items, loose, start):
                marks = (
                    ("* " if other else "- ")
                    if start is None
                    else f"{start + number}{')' if other else '.'} "
                    for number in range(len(items))
                )
                made = (
                    f"{mark}{_indented(self._item(item, loose, other=other), len(mark))}".rstrip(
                        " "
                    )
                    for mark, item in zip(marks, items, strict=True)
                )
                return ("\n\n" if loose else "\n").join(made)
            case Quote(within):
                return quoted(self.blocks(within))
            case CodeBlock(text, language):
                return code_block(text, language)
            case Table(rows, sides):
                return table_rows([[*map(self._cell, row)] for row in rows], sides)
            case Rule():
                return "---" if whole else "___"

    def _item(self, item: Blocks, loose: bool, *, other: bool) -> str:
        # Of signs of other lists alone, a line would be a rule.
        within = isinstance(item[0], List) and not other if item else False
        return self._blocks(item, "\n\n" if loose else "\n", other=within)

    def _cell(self, words: Inlines) -> str:
        return re.sub(r"(?<!\\)((?:\\\\)*)\|", r"\1\\|", self.line(words, begins=False))

    def _parts(self, tree: Blocks) -> Iterator[tuple[str, str]]:
        """What stands on the line, each with the sign before it."""
        for block in tree:
            match block:
                case Paragraph(inside):
                    yield " · ", self.line(inside).replace("  \n", " ").replace("\n", " ")
                case List(items):
                    for item in items:
                        yield "; ", self.cell(item)
                case Quote(within):
                    yield " · ", self.cell(within)
                case CodeBlock(text):
                    yield " · ", code_span(text)
                case Table(rows):
                    yield from (("; ", ", ".join(map(self._cell, row))) for row in rows)
                case Rule():
                    yield " · ", "\\---"

    def _inline(self, node: Inline, written: str, *, begins: bool) -> str:
        match node:
            case Words(text):
                return _LITERAL.words(text, written, begins=begins)
            case Code(text):
                return code_span(text)
            case Emphasis(inside, strong):
                shown = self.line(inside, begins=False)
                return f"**{shown}**" if strong else f"*{shown}*"
            case WebLink((Words(text),), url) if text == url.removeprefix("mailto:"):
                return f"[{escaped(url)}]({url})"
            case WebLink(inside, url):
                return f"[{self.line(inside, begins=False)}]({address(url)})"
            case TermLink():
                return self.term(node)
            case FactValue():
                return self.fact(node)
            case Break():
                return "  \n"


def _meet(before: Block | None, block: Block) -> bool:
    return (
        isinstance(before, List)
        and isinstance(block, List)
        and (before.start is None) is (block.start is None)
    )


def _indented(text: str, width: int) -> str:
    """Lines of which all but the first stand further in."""
    return re.sub(r"\n(?!\n)", f"\n{' ' * width}", text)

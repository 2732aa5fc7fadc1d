"""A tree as one line of plain text: for titles of links, descriptions, search."""

from collections.abc import Callable

from termwise.text.plain_markdown import table_rows
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

Term = Callable[[str, str | None, bool], str]
"""The words of a term: by its name, the link's label, and whether a sentence begins with it."""

Fact = Callable[[str, bool], str]
"""The words of a fact's value."""


def as_words(tree: Blocks, term: Term, fact: Fact) -> str:
    """The words of a field, and the marks of its items."""
    return " ".join(_blocks(tree, term, fact).split())


def _blocks(tree: Blocks, term: Term, fact: Fact) -> str:
    return " ".join(_block(block, term, fact) for block in tree)


def _block(block: Block, term: Term, fact: Fact) -> str:
    match block:
        case Paragraph(inside):
            return _inlines(inside, term, fact)
        case List(items, _loose, start):
            marks = ("-" if start is None else f"{start + number}." for number in range(len(items)))
            parts = (_blocks(item, term, fact) for item in items)
            return " ".join(f"{mark} {part}" for mark, part in zip(marks, parts, strict=True))
        case Quote(within):
            return _blocks(within, term, fact)
        case CodeBlock(text):
            return text
        case Table(rows, sides):
            lines = [[_inlines(cell, term, fact) for cell in row] for row in rows]
            return table_rows(lines, sides)
        case Rule():
            return ""


def _inlines(inlines: Inlines, term: Term, fact: Fact) -> str:
    return "".join(_inline(node, term, fact) for node in inlines)


def _inline(node: Inline, term: Term, fact: Fact) -> str:
    match node:
        case Words(text) | Code(text):
            return text
        case Emphasis(inside) | WebLink(inside):
            return _inlines(inside, term, fact)
        case TermLink(name, label, starts):
            return term(name, label, starts)
        case FactValue(name, starts):
            return fact(name, starts)
        case Break():
            return " "

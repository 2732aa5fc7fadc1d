"""A tree as elements: of HTML, or of whatever else is made of elements.

The layout is that of Python-Markdown: blocks on lines of their own.
"""

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeAlias, TypeVar

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

T = TypeVar("T")
Attributes: TypeAlias = Mapping[str, str | None]
"""What an element's attributes say; one that only has to be there says None."""

NONE: Attributes = {}


class Elements(Protocol[T]):
    """How elements are made. What they make is harmless if text stays text."""

    def text(self, text: str) -> T:
        """Plain text."""

    def code(self, text: str) -> T:
        """Code within a line."""

    def code_block(self, text: str, language: str) -> T:
        """Lines of code."""

    def element(self, tag: str, inside: T, attributes: Attributes = NONE) -> T:
        """An element."""

    def void(self, tag: str) -> T:
        """An element that nothing stands in."""

    def term(self, link: TermLink) -> T:
        """A link to a term."""

    def fact(self, value: FactValue) -> T:
        """A fact's value, with who says so."""

    def join(self, parts: Iterable[T]) -> T:
        """Parts one after the other."""


def blocks(tree: Blocks, make: Elements[T]) -> T:
    """Blocks, each on lines of its own."""
    return _lines([_block(block, make) for block in tree], make)


def inlines(nodes: Inlines, make: Elements[T]) -> T:
    """The words of a line."""
    return make.join(_inline(node, make) for node in nodes)


def _inline(node: Inline, make: Elements[T]) -> T:
    match node:
        case Words(text):
            return make.text(text)
        case Code(text):
            return make.code(text)
        case Emphasis(inside, strong):
            return make.element("strong" if strong else "em", inlines(inside, make))
        case WebLink(inside, url):
            return make.element("a", inlines(inside, make), {"href": url})
        case TermLink():
            return make.term(node)
        case FactValue():
            return make.fact(node)
        case Break():
            return make.join((make.void("br"), make.text("\n")))


def _block(block: Block, make: Elements[T]) -> T:
    match block:
        case Paragraph(words):
            return make.element("p", inlines(words, make))
        case List(items, loose, start):
            inside = _apart([_item(item, loose, make) for item in items], make)
            if start is None:
                return make.element("ul", inside)
            return make.element("ol", inside, {"start": str(start)} if start != 1 else NONE)
        case Quote(within):
            return make.element("blockquote", _apart([_block(each, make) for each in within], make))
        case CodeBlock(text, language):
            return make.code_block(text, language)
        case Table(rows, sides):
            return _table(rows, sides, make)
        case Rule():
            return make.void("hr")


def _item(item: Blocks, loose: bool, make: Elements[T]) -> T:
    """An item; without space around its words where its list has none."""
    if loose or not item:
        return make.element("li", _apart([_block(each, make) for each in item], make))
    parts = []
    for number, block in enumerate(item):
        if isinstance(block, Paragraph):
            parts += [make.text("\n")] if number and isinstance(item[number - 1], Paragraph) else []
            parts.append(inlines(block.inside, make))
        else:
            parts += [] if number else [make.text("\n")]
            parts += [_block(block, make), make.text("\n")]
    return make.element("li", make.join(parts))


def _table(rows: tuple[tuple[Inlines, ...], ...], sides: tuple[str, ...], make: Elements[T]) -> T:
    made = []
    for tag, part in (("thead", rows[:1]), ("tbody", rows[1:])):
        lines = [
            make.element(
                "tr",
                _apart([_cell(tag, *cell, make) for cell in zip(row, sides, strict=True)], make),
            )
            for row in part
        ]
        made += [make.element(tag, _apart(lines, make))] if part else []
    return make.element("table", _apart(made, make))


def _cell(part: str, words: Inlines, side: str, make: Elements[T]) -> T:
    aligned = {"style": f"text-align: {side};"} if side else NONE
    return make.element("th" if part == "thead" else "td", inlines(words, make), aligned)


def _lines(parts: list[T], make: Elements[T]) -> T:
    """Parts one below the other."""
    end = make.text("\n")
    return make.join([each for part in parts for each in (part, end)][:-1])


def _apart(parts: list[T], make: Elements[T]) -> T:
    """Parts one below the other, and apart from what is around them."""
    end = make.text("\n")
    return (
        make.join([end, *(each for part in parts for each in (part, end))])
        if parts
        else make.join(())
    )

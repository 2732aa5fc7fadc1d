"""A text field as a tree: what its author may write, and nothing else.

There is no node for raw HTML, images, headings or attributes. Their signs are words, and what was
refused is told beside the tree. So whatever a writer makes of a tree is harmless if it writes words
as words, code as code and links as links.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Words:
    """Plain text; the end of a line in it is a space that somebody typed as an end of line."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """Code within a line, as it was typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words in emphasis, strong or not."""

    inside: "Inlines"
    strong: bool


@dataclass(frozen=True, slots=True)
class WebLink:
    """A link out of the site, to the web or to a mailbox."""

    inside: "Inlines"
    url: str


@dataclass(frozen=True, slots=True)
class TermLink:
    """`[[name|label]]`: a term by any of its names; `starts` is whether a sentence begins here.

    `typed` is the link as it was typed.
    """

    name: str
    label: str | None
    starts: bool
    typed: str


@dataclass(frozen=True, slots=True)
class FactValue:
    """`{{name}}`: a fact's value, with the same `starts` and `typed`."""

    name: str
    starts: bool
    typed: str


@dataclass(frozen=True, slots=True)
class Break:
    """An end of line that readers see."""


Inline: TypeAlias = Words | Code | Emphasis | WebLink | TermLink | FactValue | Break
Inlines: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words on lines of their own."""

    inside: Inlines


@dataclass(frozen=True, slots=True)
class List:
    """Items, each of blocks; numbered from `start` where it is a number.

    In a list that is not `loose` the paragraphs of items are words without space around them.
    """

    items: "tuple[Blocks, ...]"
    loose: bool
    start: int | None


@dataclass(frozen=True, slots=True)
class Quote:
    """Blocks that somebody else said."""

    inside: "Blocks"


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines of code, each with its end, and the name of their language or ""."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, the first of them heads; `sides` are where columns are aligned, or ""."""

    rows: tuple[tuple[Inlines, ...], ...]
    sides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across."""


Block: TypeAlias = Paragraph | List | Quote | CodeBlock | Table | Rule
Blocks: TypeAlias = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that a field must not hold, in words for its author.

    `needle` is by which it is found in the field.
    """

    code: str
    fault: str
    remedy: str
    needle: str


@dataclass(frozen=True, slots=True)
class Field:
    """A text field: its blocks, and what of it is refused, in the order in which it is read."""

    blocks: Blocks
    refused: tuple[Refused, ...]


def links(blocks: Blocks) -> Iterator[TermLink | FactValue]:
    """The links to terms and the values of facts, in the order in which they are read."""
    for block in blocks:
        match block:
            case Paragraph(inside):
                yield from _links(inside)
            case List(items):
                for item in items:
                    yield from links(item)
            case Quote(within):
                yield from links(within)
            case Table(rows):
                for row in rows:
                    for cell in row:
                        yield from _links(cell)
            case _:
                pass


def _links(inlines: Inlines) -> Iterator[TermLink | FactValue]:
    for each in inlines:
        match each:
            case TermLink() | FactValue():
                yield each
            case Emphasis(inside) | WebLink(inside):
                yield from _links(inside)
            case _:
                pass

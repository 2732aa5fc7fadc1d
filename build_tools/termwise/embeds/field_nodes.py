"""Text fields as nodes: made from their trees, so that no HTML is parsed."""

from collections.abc import Iterable
from dataclasses import dataclass

from termwise.embeds.nodes import Nodes, joined, let_through, nodes_of
from termwise.markup.writer import Writer
from termwise.model.addresses import page_of
from termwise.text.elements import blocks, inlines
from termwise.text.escape import inert, name_in_html
from termwise.text.parse import parse, parse_line
from termwise.text.tree import FactValue, Paragraph, TermLink


def line_nodes(text: str, writer: Writer) -> Nodes:
    """A text field on one line."""
    return inlines(parse_line(text), _NodeElements(writer))


def cell_nodes(text: str, writer: Writer) -> Nodes:
    """A text field: its words alone where it is one paragraph."""
    tree = parse(text).blocks
    match tree:
        case (Paragraph(words),):
            return inlines(words, _NodeElements(writer))
        case _:
            return blocks(tree, _NodeElements(writer))


@dataclass(frozen=True)
class _NodeElements:
    """Elements as data; of their attributes, those that embeds let through."""

    writer: Writer

    def text(self, text: str) -> Nodes:
        """Plain text."""
        return [text] if text else []

    def code(self, text: str) -> Nodes:
        """Code within a line."""
        return self.element("code", [text])

    def code_block(self, text: str, language: str) -> Nodes:
        """Lines of code; what language they are in is not shown."""
        del language
        return self.element("pre", self.element("code", self.text(text.expandtabs(4))))

    def element(self, tag: str, inside: Nodes, attribute: str = "", value: str = "") -> Nodes:
        """An element."""
        return [[tag, let_through([(attribute, value)]), *inside]]

    def void(self, tag: str) -> Nodes:
        """An element that nothing stands in."""
        return self.element(tag, [])

    def term(self, link: TermLink) -> Nodes:
        """A link to a term; what it says on hover is the host's to decide."""
        writer = self.writer
        words = inert(writer.names.words(link.name, link.label, link.starts))
        url = writer.url(page_of(("term", writer.names.term_id(link.name))))
        return self.element("a", [words], "href", url)

    def fact(self, value: FactValue) -> Nodes:
        """A fact's value, with who says so."""
        writer = self.writer
        return nodes_of(writer.names.fact_value(value.name, value.starts, name_in_html, writer.url))

    def join(self, parts: Iterable[Nodes]) -> Nodes:
        """Parts one after the other."""
        return joined(parts)

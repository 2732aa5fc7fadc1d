"""Text fields and references as nodes: made from what they say, so that no HTML is parsed."""

from collections.abc import Iterable
from dataclasses import dataclass

from termwise.embeds.nodes import Nodes, element, filled, joined
from termwise.markup.citation import fact_elements
from termwise.markup.references import CHAINED, source_date, source_parts
from termwise.markup.writer import Writer
from termwise.model.addresses import page_of
from termwise.text.elements import NONE, Attributes, blocks, inlines
from termwise.text.escape import inert
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


def source_nodes(name: str, writer: Writer) -> Nodes:
    """One source in a list of references: author, title, publisher, date."""
    source = writer.lookup.source(name)
    date = source_date(source, writer.words)
    parts = source_parts(source, _NodeElements(writer))
    if date:
        parts.append([date])
    numbered = {str(number): part for number, part in enumerate(parts)}
    return filled(writer.words.chained(CHAINED, (f"{{{each}}}" for each in numbered)), numbered)


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

    def name(self, text: str) -> Nodes:
        """Plain text of one line, whatever reads it and as what."""
        return self.text(inert(" ".join(text.split())))

    def element(self, tag: str, inside: Nodes, attributes: Attributes = NONE) -> Nodes:
        """An element."""
        return element(tag, inside, attributes)

    def void(self, tag: str) -> Nodes:
        """An element that nothing stands in."""
        return element(tag, [])

    def link(self, words: Nodes, target: str) -> Nodes:
        """A link."""
        return element("a", words, {"href": target})

    def emphasis(self, words: Nodes) -> Nodes:
        """Words that are emphasised."""
        return element("em", words)

    def term(self, link: TermLink) -> Nodes:
        """A link to a term; what it says on hover is the host's to decide."""
        names = self.writer.names
        words = self.name(names.words(link.name, link.label, link.starts))
        return self.link(words, self.writer.url(page_of(("term", names.term_id(link.name)))))

    def fact(self, value: FactValue) -> Nodes:
        """A fact's value, with who says so."""
        writer = self.writer
        return fact_elements(writer.names.cited(value.name, value.starts, writer.url), self)

    def join(self, parts: Iterable[Nodes]) -> Nodes:
        """Parts one after the other."""
        return joined(parts)

"""A term for other sites: what it is, in one card."""

from collections.abc import Iterator
from functools import partial

from termwise.embeds.document import Embed, PlannedEmbed, frame, subject_link
from termwise.embeds.field_nodes import line_nodes
from termwise.embeds.nodes import length
from termwise.lookup.lookup import Lookup
from termwise.markup.writer import Writer

_ARTICLE = 88
"""How many signs stand on a line of a card across an article of 700 pixels."""


def card_embeds(lookup: Lookup) -> Iterator[PlannedEmbed]:
    """An embed a term."""
    for name in lookup.every("term"):
        yield PlannedEmbed(("term", name), partial(_embed, name))


def _embed(name: str, writer: Writer) -> Embed:
    term = writer.lookup.term(name)
    replaced_by = None
    if term.replaced_by:
        title = writer.lookup.term(term.replaced_by).title
        replaced_by = subject_link(term.replaced_by, title, writer)
    definition = line_nodes(term.definition, writer)
    data = {
        **frame(("term", name), term.label, term, writer),
        "definition": definition,
        "aliases": list(term.aliases),
        "category": writer.lookup.category(term.category).title,
        "status": term.status,
        "replaced_by": replaced_by,
    }
    rows = length(definition) // _ARTICLE + 2 * len(term.sources) + bool(term.aliases)
    return Embed(data, 140 + 24 * rows)

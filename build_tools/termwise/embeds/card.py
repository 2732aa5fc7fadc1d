"""A term for other sites: what it is, in one card."""

from collections.abc import Iterator
from functools import partial

from termwise.embeds.document import Embed, PlannedEmbed, frame, subject_link
from termwise.embeds.field_nodes import line_nodes
from termwise.embeds.nodes import length
from termwise.reading.library import Library
from termwise.writing.reading import Reading

_ARTICLE = 88
"""How many signs stand on a line of a card across an article of 700 pixels."""


def card_embeds(library: Library) -> Iterator[PlannedEmbed]:
    """An embed a term."""
    for name in library.glossary.terms:
        yield PlannedEmbed(("term", name), partial(_embed, name))


def _embed(name: str, reading: Reading) -> Embed:
    term = reading.term(name)
    replaced_by = None
    if term.replaced_by:
        replaced_by = subject_link(term.replaced_by, reading.term(term.replaced_by).title, reading)
    definition = line_nodes(term.definition, reading)
    data = {
        **frame(("term", name), term.label, term, reading),
        "definition": definition,
        "aliases": list(term.aliases),
        "category": reading.category(term.category).title,
        "status": term.status,
        "replaced_by": replaced_by,
    }
    rows = length(definition) // _ARTICLE + 2 * len(term.sources) + bool(term.aliases)
    return Embed(data, 140 + 24 * rows)

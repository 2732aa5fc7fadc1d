"""A decision for other sites: its calculator, whole."""

from collections.abc import Iterator
from functools import partial

from termwise.embeds.calculator_data import calculator_data
from termwise.embeds.document import Embed, PlannedEmbed, frame
from termwise.embeds.field_nodes import line_nodes
from termwise.lookup.lookup import Lookup
from termwise.markup.document import Document
from termwise.markup.writer import Writer


def calculator_embeds(lookup: Lookup) -> Iterator[PlannedEmbed]:
    """An embed a decision."""
    for name in lookup.every("decision"):
        yield PlannedEmbed(("decision", name), partial(_embed, name))


def _embed(name: str, writer: Writer) -> Embed:
    decision = writer.lookup.decision(name)
    shared = frame(("decision", name), decision.title, decision, writer)
    calculator = {**calculator_data(name, writer), "url": shared["url"]}
    data = {
        **shared,
        "summary": line_nodes(decision.summary, writer),
        "data": calculator,
    }
    form = Document("calculator.j2", {"data": calculator})
    return Embed(data, 300 * len(decision.questions), form)

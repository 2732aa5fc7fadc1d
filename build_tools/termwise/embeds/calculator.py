"""A decision for other sites: its calculator, whole."""

from collections.abc import Iterator
from functools import partial

from termwise.embeds.calculator_data import calculator_data
from termwise.embeds.document import Embed, PlannedEmbed, frame
from termwise.embeds.field_nodes import line_nodes
from termwise.reading.library import Library
from termwise.writing.document import Document
from termwise.writing.reading import Reading


def calculator_embeds(library: Library) -> Iterator[PlannedEmbed]:
    """An embed a decision."""
    for name in library.glossary.decisions:
        yield PlannedEmbed(("decision", name), partial(_embed, name))


def _embed(name: str, reading: Reading) -> Embed:
    decision = reading.decision(name)
    shared = frame(("decision", name), decision.title, decision, reading)
    calculator = {**calculator_data(name, reading), "url": shared["url"]}
    data = {
        **shared,
        "summary": line_nodes(decision.summary, reading),
        "data": calculator,
    }
    form = Document("calculator.j2", {"data": calculator})
    return Embed(data, 300 * len(decision.questions), form)

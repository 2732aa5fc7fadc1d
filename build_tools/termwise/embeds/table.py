"""A comparison for other sites: the whole table, of which they choose what to show."""

from collections.abc import Iterator
from functools import partial

from termwise.embeds.document import Embed, PlannedEmbed, frame, subject_link
from termwise.embeds.field_nodes import cell_nodes, line_nodes
from termwise.embeds.nodes import Nodes, joined, length
from termwise.lookup.lookup import Lookup
from termwise.markup.comparison_table import cell_texts, column
from termwise.markup.writer import Writer
from termwise.model.comparison import Dimension

_ARTICLE = 84
"""How many signs stand on a line of a table across an article of 700 pixels."""


def table_embeds(lookup: Lookup) -> Iterator[PlannedEmbed]:
    """An embed a comparison."""
    for name in lookup.every("comparison"):
        yield PlannedEmbed(("comparison", name), partial(_embed, name))


def _embed(name: str, writer: Writer) -> Embed:
    comparison = writer.lookup.comparison(name)
    cells = [
        [_cell(row, subject, writer) for subject in comparison.subjects]
        for row in comparison.dimensions
    ]
    data = {
        **frame(("comparison", name), comparison.title, comparison, writer),
        "summary": line_nodes(comparison.summary, writer),
        "subjects": [
            subject_link(subject, column(subject, writer.lookup), writer)
            for subject in comparison.subjects
        ],
        "dimensions": [
            {
                "id": dimension,
                "name": row.name,
                "help": cell_nodes(row.help, writer) if row.help else [],
                "cells": said,
            }
            for dimension, row, said in zip(
                comparison.dimension_ids, comparison.dimensions, cells, strict=True
            )
        ],
    }
    return Embed(data, _height(cells))


def _cell(row: Dimension, subject: str, writer: Writer) -> Nodes:
    parts = [cell_nodes(text, writer) for text in cell_texts(row, subject)]
    return joined([*parts[:1], *([". ", *part] for part in parts[1:])])


def _height(rows: list[list[Nodes]]) -> int:
    width = _ARTICLE / (len(rows[0]) + 1) if rows else 1
    lines = sum(max(1 + length(cell) // width for cell in cells) for cells in rows)
    return round(190 + lines * 24 + len(rows) * 20)

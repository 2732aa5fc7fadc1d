"""A comparison for other sites: the whole table, of which they choose what to show."""

import itertools
from collections.abc import Iterator
from functools import partial

from termwise.embeds.document import Embed, PlannedEmbed, frame, subject_link
from termwise.embeds.field_nodes import cell_nodes, line_nodes
from termwise.embeds.nodes import Nodes, joined, length
from termwise.model.comparison import Comparison, Dimension
from termwise.model.names import anchor
from termwise.reading.library import Library
from termwise.writing.comparison_table import cell_texts, column
from termwise.writing.reading import Reading

_ARTICLE = 84
"""How many signs stand on a line of a table across an article of 700 pixels."""


def table_embeds(library: Library) -> Iterator[PlannedEmbed]:
    """An embed a comparison."""
    for name in library.glossary.comparisons:
        yield PlannedEmbed(("comparison", name), partial(_embed, name))


def _embed(name: str, reading: Reading) -> Embed:
    comparison = reading.comparison(name)
    cells = [
        [_cell(row, subject, reading) for subject in comparison.subjects]
        for row in comparison.dimensions
    ]
    data = {
        **frame(("comparison", name), comparison.title, comparison, reading),
        "summary": line_nodes(comparison.summary, reading),
        "subjects": [
            subject_link(subject, column(subject, reading), reading)
            for subject in comparison.subjects
        ],
        "dimensions": [
            {
                "id": dimension,
                "name": row.name,
                "help": cell_nodes(row.help, reading) if row.help else [],
                "cells": said,
            }
            for dimension, row, said in zip(
                dimension_ids(comparison), comparison.dimensions, cells, strict=True
            )
        ],
    }
    return Embed(data, _height(cells))


def _cell(row: Dimension, subject: str, reading: Reading) -> Nodes:
    parts = [cell_nodes(text, reading) for text in cell_texts(row, subject)]
    return joined([*parts[:1], *([". ", *part] for part in parts[1:])])


def dimension_ids(comparison: Comparison) -> list[str]:
    """The dimensions by what embeds call them: their names as words joined by hyphens."""
    ids: list[str] = []
    for row in comparison.dimensions:
        plain = anchor(row.name)
        numbered = (f"{plain}-{number}" for number in itertools.count(2))
        ids.append(next(each for each in itertools.chain((plain,), numbered) if each not in ids))
    return ids


def _height(rows: list[list[Nodes]]) -> int:
    width = _ARTICLE / (len(rows[0]) + 1) if rows else 1
    lines = sum(max(1 + length(cell) // width for cell in cells) for cells in rows)
    return round(190 + lines * 24 + len(rows) * 20)

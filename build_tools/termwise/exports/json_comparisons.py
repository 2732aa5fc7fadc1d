"""A comparison as JSON."""

from termwise.exports.json_facts import cited_facts
from termwise.exports.json_fields import fields_data, in_order
from termwise.exports.json_form import framed, named_term, review, rich, rich_or_none
from termwise.markup.writer import Writer
from termwise.model.addresses import page_of
from termwise.model.comparison import Comparison, Dimension, FactCell


def comparison_data(name: str, writer: Writer) -> dict[str, object]:
    """A comparison: its table row by row, and when to choose which."""
    comparison = writer.lookup.comparison(name)
    data = {
        **framed("comparison", writer.url(page_of(("comparison", name))), writer),
        "id": name,
        **fields_data(comparison, writer, but=("subjects", "dimensions")),
        "subjects": [_subject(subject, writer) for subject in comparison.subjects],
        "dimensions": [
            _dimension(row_id, row, comparison, writer)
            for row_id, row in zip(comparison.dimension_ids, comparison.dimensions, strict=True)
        ],
        "facts": cited_facts(comparison, writer),
        **review(comparison, writer),
    }
    return in_order("comparison", data)


def _subject(name: str, writer: Writer) -> dict[str, object]:
    term = writer.lookup.term(name)
    definition = rich(term.definition, writer)
    short = {"abbreviation": term.abbreviation, "definition": definition}
    return {**named_term(name, writer), **short}


def _dimension(
    row_id: str, row: Dimension, comparison: Comparison, writer: Writer
) -> dict[str, object]:
    return {
        "id": row_id,
        "name": row.name,
        "help": rich_or_none(row.help, writer),
        "cells": [_cell(row, subject, writer) for subject in comparison.subjects],
    }


def _cell(row: Dimension, subject: str, writer: Writer) -> dict[str, object]:
    """A cell as it is shown; one that is a fact names it, and its remark."""
    cell = row.cells[subject]
    if not isinstance(cell, FactCell):
        return {"subject": subject, **rich(cell, writer), "fact": None, "note": None}
    shown = rich(f"{{{{{cell.fact}}}}}", writer)
    note = rich_or_none(cell.note, writer)
    if note:
        shown = {form: f"{shown[form]}. {note[form]}" for form in shown}
    return {"subject": subject, **shown, "fact": cell.fact, "note": note}

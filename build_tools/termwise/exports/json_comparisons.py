"""A comparison as JSON."""

from termwise.embeds.table import dimension_ids
from termwise.exports.json_facts import cited_facts, sources_data
from termwise.exports.json_form import (
    framed,
    named_term,
    questions,
    review,
    rich,
    rich_or_none,
)
from termwise.model.addresses import page_of
from termwise.model.comparison import Comparison, Dimension, FactCell
from termwise.writing.reading import Reading


def comparison_data(name: str, reading: Reading) -> dict[str, object]:
    """A comparison: its table row by row, and when to choose which."""
    comparison = reading.comparison(name)
    return {
        **framed("comparison", reading.url(page_of(("comparison", name))), reading),
        "id": name,
        "formerly": list(comparison.formerly),
        "title": comparison.title,
        "summary": rich(comparison.summary, reading),
        "subjects": [_subject(subject, reading) for subject in comparison.subjects],
        "dimensions": [
            _dimension(row_id, row, comparison, reading)
            for row_id, row in zip(dimension_ids(comparison), comparison.dimensions, strict=True)
        ],
        "verdict": [
            {"subject": named_term(item.subject, reading), "when": rich(item.when, reading)}
            for item in comparison.verdict
        ],
        "faq": questions(comparison.faq, reading),
        "sources": sources_data(comparison.sources, reading),
        "facts": cited_facts(comparison, reading),
        **review(comparison, reading),
    }


def _subject(name: str, reading: Reading) -> dict[str, object]:
    term = reading.term(name)
    definition = rich(term.definition, reading)
    short = {"abbreviation": term.abbreviation, "definition": definition}
    return {**named_term(name, reading), **short}


def _dimension(
    row_id: str, row: Dimension, comparison: Comparison, reading: Reading
) -> dict[str, object]:
    return {
        "id": row_id,
        "name": row.name,
        "help": rich_or_none(row.help, reading),
        "cells": [_cell(row, subject, reading) for subject in comparison.subjects],
    }


def _cell(row: Dimension, subject: str, reading: Reading) -> dict[str, object]:
    """A cell as it is shown; one that is a fact names it, and its remark."""
    cell = row.cells[subject]
    if not isinstance(cell, FactCell):
        return {"subject": subject, **rich(cell, reading), "fact": None, "note": None}
    shown = rich(f"{{{{{cell.fact}}}}}", reading)
    note = rich_or_none(cell.note, reading)
    if note:
        shown = {form: f"{shown[form]}. {note[form]}" for form in shown}
    return {"subject": subject, **shown, "fact": cell.fact, "note": note}

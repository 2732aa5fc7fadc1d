"""Comparisons: a cell is text or a fact."""

from typing import Any

import pytest
from pydantic import ValidationError

from termwise.model.comparison import Comparison, FactCell


def compared(cell: object) -> Comparison:
    """A comparison of one subject with this cell."""
    row: dict[str, Any] = {"name": "Price", "cells": {"rag": cell}}
    return Comparison.model_validate(
        {"title": "T", "summary": "S.", "subjects": ("rag",), "dimensions": (row,)}
    )


def test_a_cell_is_text_or_a_fact() -> None:
    """A mapping is a fact with a remark, all else is text."""
    assert compared("cheap").dimensions[0].cells["rag"] == "cheap"
    cell = compared({"fact": "rag-cost", "note": "In 2026."}).dimensions[0].cells["rag"]
    assert cell == FactCell(fact="rag-cost", note="In 2026.")


@pytest.mark.parametrize("cell", ["", 5, None, {}, {"fact": 5}, {"fact": "a", "x": 1}, ("a",)])
def test_a_cell_is_nothing_else(cell: object) -> None:
    """An empty cell would leave a reader guessing."""
    with pytest.raises(ValidationError):
        compared(cell)

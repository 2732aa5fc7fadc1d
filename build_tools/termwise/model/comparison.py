"""A comparison: terms side by side, dimension by dimension."""

from typing import Annotated

from pydantic import Discriminator, Tag

from termwise.model.term import FrequentQuestion
from termwise.model.values import Day, Entry, FactId, Id, Name, SourceId, TermId, Text


class FactCell(Entry):
    """A cell that is a fact, with an optional remark after it."""

    fact: FactId
    note: Text | None = None


def _cell_form(cell: object) -> str:
    return "[fact]" if isinstance(cell, dict | FactCell) else "[text]"


Cell = Annotated[
    Annotated[Text, Tag("[text]")] | Annotated[FactCell, Tag("[fact]")], Discriminator(_cell_form)
]
"""What one subject has to say in one dimension: text, or a fact."""


class Dimension(Entry):
    """One row: what is compared, and a cell for each subject."""

    name: Name
    help: Text | None = None
    cells: dict[TermId, Cell]


class Verdict(Entry):
    """When to choose one of the subjects."""

    subject: TermId
    when: Text


class Comparison(Entry):
    """One entry of `comparisons/<id>.yml`; any number of subjects from two up."""

    title: Name
    summary: Text
    subjects: tuple[TermId, ...]
    dimensions: tuple[Dimension, ...]
    verdict: tuple[Verdict, ...] = ()
    faq: tuple[FrequentQuestion, ...] = ()
    sources: tuple[SourceId, ...] = ()
    reviewed: Day | None = None
    review_by: Day | None = None
    formerly: tuple[Id, ...] = ()

"""A comparison: terms side by side, dimension by dimension."""

import itertools
from typing import Annotated

from pydantic import Discriminator, Tag

from termwise.model.names import anchor
from termwise.model.term import FrequentQuestion
from termwise.model.values import Day, Entry, FactId, Id, Name, SourceId, TermId, Text


class FactCell(Entry):
    """A cell that is a fact, with an optional remark after it."""

    fact: FactId
    """The fact whose value fills the cell, with its citation."""
    note: Text | None = None
    """A remark behind the value."""


def _cell_form(cell: object) -> str:
    return "[fact]" if isinstance(cell, dict | FactCell) else "[text]"


Cell = Annotated[
    Annotated[Text, Tag("[text]")] | Annotated[FactCell, Tag("[fact]")], Discriminator(_cell_form)
]
"""What one subject has to say in one dimension: text, or a fact."""


class Dimension(Entry):
    """One row: what is compared, and a cell for each subject."""

    name: Name
    """What is compared, as the row's heading."""
    help: Text | None = None
    """What the heading means, where that is not plain."""
    cells: dict[TermId, Cell]
    """What there is to say of each subject, under its id."""


class Verdict(Entry):
    """When to choose one of the subjects."""

    subject: TermId
    """The subject to choose."""
    when: Text
    """The situation in which it is the one to choose."""


class Comparison(Entry):
    """One entry of `comparisons/<id>.yml`; any number of subjects from two up."""

    title: Name
    """The heading of the page."""
    summary: Text
    """One sentence: what the comparison comes to."""
    subjects: tuple[TermId, ...]
    """The terms that are compared, two or more, in the order of the columns."""
    dimensions: tuple[Dimension, ...]
    """The rows of the table."""
    verdict: tuple[Verdict, ...] = ()
    """When to choose which subject."""
    faq: tuple[FrequentQuestion, ...] = ()
    """Frequently asked questions."""
    sources: tuple[SourceId, ...] = ()
    """What the comparison as a whole rests on."""
    reviewed: Day | None = None
    """The day on which it was last checked."""
    review_by: Day | None = None
    """The day by which it is to be checked again."""
    formerly: tuple[Id, ...] = ()
    """Ids under which it stood before; their addresses lead here."""

    @property
    def dimension_ids(self) -> list[str]:
        """What programs call the dimensions: their names as words joined by hyphens, none twice."""
        ids: list[str] = []
        for row in self.dimensions:
            plain = anchor(row.name)
            numbered = (f"{plain}-{number}" for number in itertools.count(2))
            free = (each for each in itertools.chain((plain,), numbered) if each not in ids)
            ids.append(next(free))
        return ids

"""What the text of a page needs to know of the glossary."""

from collections.abc import Callable
from typing import Protocol

from termwise.writing.citation import Show, WriteFact


class Lookup(Protocol):
    """What the text of a page needs to know of the glossary."""

    def term_id(self, written: str) -> str:
        """The id of the term that a link names by id, name, alias or abbreviation."""

    def words(self, name: str, label: str | None, starts: bool) -> str:
        """The words that stand for a term."""

    def title(self, name: str) -> str:
        """What the link to a term says on hover."""

    def fact_value(
        self,
        name: str,
        starts: bool,
        show: Show,
        url: Callable[[str], str],
        write: WriteFact = ...,
    ) -> str:
        """A fact's value with its citation."""

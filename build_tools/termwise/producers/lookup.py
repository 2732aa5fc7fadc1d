"""What the text of a page needs to know of the glossary."""

from collections.abc import Callable, Mapping
from typing import Protocol

from termwise.model.fact import Fact
from termwise.model.source import Source


class WriteFact(Protocol):
    """Writes a fact and who says it, as one of the forms of a page has it."""

    def __call__(
        self,
        fact: Fact,
        words: str,
        sources: Mapping[str, Source],
        url: str,
        show: Callable[[str], str],
        *,
        due: bool,
    ) -> str:
        """`words` is the value as the sentence wants it; `show` escapes plain text."""


class Lookup(Protocol):
    """What the text of a page needs to know of the glossary."""

    def words(self, name: str, label: str | None, starts: bool) -> str:
        """The words that stand for a term."""

    def title(self, name: str) -> str:
        """What the link to a term says on hover."""

    def fact_value(
        self,
        name: str,
        starts: bool,
        show: Callable[[str], str],
        url: Callable[[str], str],
        write: WriteFact = ...,
    ) -> str:
        """A fact's value with its citation."""

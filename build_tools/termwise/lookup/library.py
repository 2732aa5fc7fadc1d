"""All that the files of a site are made of."""

import datetime
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from termwise.decide.examiner import Examiner
from termwise.lookup.backlinks import Relations
from termwise.lookup.pins import Pins
from termwise.model.glossary import EntryKey, Glossary
from termwise.model.site import Site
from termwise.words.words import ENGLISH, Words

Read: TypeAlias = tuple[str, ...]
"""One read as it is recorded: its kind, and what was asked for."""

Finished: TypeAlias = Callable[[str], bytes | None]


def _nothing(_path: str) -> None:
    """Nothing is finished yet."""


@dataclass(frozen=True)
class Library:
    """All that pages are made of: the glossary, what is derived from it, the site, the day.

    `markdown` says whether files of Markdown may stand beside the pages, `converted` has the HTML
    of the site's own pages that are parts of ours, by their ids. `finished` gives what a file
    beside the pages holds, by its path, once this build has finished it. `words` are what the
    interface says, in the site's language. `made` keeps what several files show the same
    (`Lookup.once`), with what it was made from; another library has its own.
    """

    glossary: Glossary
    relations: Relations
    site: Site
    today: datetime.date
    examiner: Examiner = field(default_factory=Examiner)
    pins: Pins = field(default_factory=Pins)
    markdown: bool = True
    converted: Mapping[str, str] = field(default_factory=dict)
    finished: Finished = _nothing
    words: Words = ENGLISH
    made: dict[Hashable, tuple[object, frozenset[Read]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @cached_property
    def moved(self) -> Mapping[EntryKey, EntryKey]:
        """Where entries stood before they were renamed, and what stands for them now."""
        return self.glossary.moved()

    @cached_property
    def has_news(self) -> bool:
        """Whether the day of anything that happened to a term is known."""
        return any(term.added or term.changes for term in self.glossary.terms.values())

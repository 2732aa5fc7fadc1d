"""The library as one file sees it: whatever the file takes goes through here and is recorded.

A produced file is a pure function of what it reads. A producer has nothing but a `Lookup`, so
`reads` is true by construction, and a later build can leave alone the files whose reads have the
values that they had. How anything is written is no business of a lookup.
"""

import datetime
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar, cast

from termwise.decide.evaluate import Program
from termwise.decide.examine import Examination
from termwise.decide.program import compile_decision
from termwise.lookup import reads
from termwise.lookup.library import Library, Read
from termwise.lookup.pins import Pin, Pins
from termwise.lookup.reads import ReadKind
from termwise.lookup.settings import SeenSettings
from termwise.model.addresses import SOURCES, page_of
from termwise.model.comparison import Comparison
from termwise.model.decision import Decision
from termwise.model.fact import Fact, FactFile
from termwise.model.glossary import EntryKey, EntryType
from termwise.model.guide import Guide
from termwise.model.kinds import AnyEntry, kind_of
from termwise.model.path import Path
from termwise.model.site import Site
from termwise.model.source import Source
from termwise.model.taxonomy import Category, Jurisdiction, Level, Relation
from termwise.model.term import Term
from termwise.words.words import Words

Value = TypeVar("Value")


@dataclass(frozen=True)
class Lookup:
    """One file's access to the library, and in `reads` all that the file has taken from it."""

    _library: Library
    reads: set[Read] = field(default_factory=set)

    def _take(self, kind: ReadKind[Value], *asked: str) -> Value:
        """What a read gives; there is no other way to the library, and none that is silent."""
        self.reads.add((kind.name, *asked))
        return kind.value(self._library, *asked)

    def once(self, name: Hashable, make: Callable[["Lookup"], Value]) -> Value:
        """What `make` gives, which is made once for all files of the library that ask for `name`.

        What it was made from is read by each of them, whichever comes first.
        """
        made = self._library.made
        if name not in made:
            inner = Lookup(self._library)
            made[name] = make(inner), frozenset(inner.reads)
        value, read = made[name]
        self.reads.update(read)
        return cast(Value, value)

    # Entries

    def entry(self, key: EntryKey) -> AnyEntry:
        """An entry of any kind."""
        kind, name = key
        return self._take(reads.ENTRY[kind], name)

    def of_type(self, type_: type[EntryType], name: str) -> EntryType:
        """The entry of a type that has this id; the methods below are the same for each type."""
        return cast(EntryType, self.entry((kind_of(type_).id, name)))

    def term(self, name: str) -> Term:
        """The term with this id."""
        return self.of_type(Term, name)

    def fact(self, name: str) -> Fact:
        """The fact with this id."""
        return self.of_type(Fact, name)

    def topic(self, name: str) -> FactFile:
        """The facts of one topic."""
        return self.of_type(FactFile, name)

    def source(self, name: str) -> Source:
        """The source with this id."""
        return self.of_type(Source, name)

    def comparison(self, name: str) -> Comparison:
        """The comparison with this id."""
        return self.of_type(Comparison, name)

    def decision(self, name: str) -> Decision:
        """The decision with this id."""
        return self.of_type(Decision, name)

    def program(self, name: str) -> Program:
        """The decision with this id, compiled with the facts that it rests on."""

        def compiled(lookup: Lookup) -> Program:
            decision = lookup.decision(name)
            named = (item.fact for item in decision.assumptions if item.fact)
            return compile_decision(decision, {fact: lookup.fact(fact) for fact in named}).program

        return self.once(("program", name), compiled)

    def examination(self, name: str) -> Examination:
        """The report on a decision; it follows from the program alone."""
        return self._library.examiner(self.program(name))

    def path(self, name: str) -> Path:
        """The learning path with this id."""
        return self.of_type(Path, name)

    def guide(self, name: str) -> Guide:
        """The hand-written page with this id."""
        return self.of_type(Guide, name)

    def category(self, name: str) -> Category:
        """The category with this id."""
        return self.of_type(Category, name)

    def level(self, name: str) -> Level:
        """The level with this id."""
        return self.of_type(Level, name)

    def relation_title(self, name: str) -> str:
        """How a kind of relation reads."""
        return self.of_type(Relation, name).title

    def region_title(self, name: str) -> str:
        """A region's name."""
        return self.of_type(Jurisdiction, name).title

    # What is known about entries

    def has(self, key: EntryKey) -> bool:
        """Whether there is an entry."""
        return self._take(reads.HAS, *key)

    def entry_title(self, key: EntryKey) -> str:
        """What an entry with a page of its own is called, as plain text."""
        return self._take(reads.TITLE, *key)

    def file_of(self, key: EntryKey) -> str:
        """The file that an entry is written in."""
        return self._take(reads.FILE, *key)

    def topic_of(self, fact: str) -> str:
        """The topic that a fact stands in."""
        return self._take(reads.TOPIC_OF, fact)

    def fact_place(self, name: str) -> str:
        """Where a fact stands in full: on the page of its topic, or else with its first source."""
        if self.site.offers.facts:
            return f"{page_of(('topic', self.topic_of(name)))}#{name}"
        return f"{SOURCES}#{self.fact(name).observations[0].source}"

    def key_of(self, kind: str, written: str) -> EntryKey | None:
        """The term or fact that a text names, if there is one.

        A term is named by its id, its name, an alias or its abbreviation.
        """
        if kind == "term":
            name = self._take(reads.TERM_NAMED, written)
            return ("term", name) if name else None
        return ("fact", written) if self.has(("fact", written)) else None

    def term_id(self, written: str) -> str:
        """The id of the term that a text names; what names none stands for itself."""
        return self._take(reads.TERM_NAMED, written) or written

    def every(self, kind: str) -> tuple[str, ...]:
        """The ids of all entries of a kind. A file that asks depends on which there are."""
        return self._take(reads.EVERY, kind)

    def naming(self, key: EntryKey, kind: str) -> tuple[str, ...]:
        """The ids of the entries of `kind` that name `key`."""
        return self._take(reads.NAMING, *key, kind)

    def current(self, old: EntryKey) -> EntryKey:
        """What stands for an entry that was renamed."""
        found = self._take(reads.MOVED, *old)
        if found is None:
            raise KeyError(old)
        return found

    def all_moved(self) -> Mapping[EntryKey, EntryKey]:
        """Where entries stood before they were renamed, and what stands for them now."""
        return self._take(reads.ALL_MOVED)

    def has_news(self) -> bool:
        """Whether the day of anything that happened to a term is known."""
        return self._take(reads.NEWS)

    # All else that a file can show

    @cached_property
    def site(self) -> Site:
        """The site's settings, each of which is a read."""
        seen = SeenSettings(self._library.site, lambda name: self._take(reads.SETTING, name))
        return cast(Site, seen)

    @property
    def words(self) -> Words:
        """What the interface says, in the site's language."""
        return self._take(reads.WORDS)

    def rests_on(self, setting: str) -> None:
        """Record a setting by which another file would be made in the place of this one."""
        self._take(reads.SETTING, setting)

    def has_markdown(self) -> bool:
        """Whether files of Markdown may stand beside the pages."""
        return self._take(reads.MARKDOWN)

    def has_plain_copies(self) -> bool:
        """Whether each page stands in the site as plain Markdown, too."""
        return self.has_markdown() and self.site.offers.markdown

    def is_due(self, review_by: datetime.date | None) -> bool:
        """Whether a date of review has passed."""
        return review_by is not None and self._take(reads.DUE, review_by.isoformat())

    def has_come(self, day: datetime.date) -> bool:
        """Whether a day is today or before."""
        return self._take(reads.COME, day.isoformat())

    def pin(self, key: EntryKey) -> Pin | None:
        """Where the embed of an entry is pinned, once the embeds are made."""
        return self._take(reads.PIN, *key)

    def shared_pins(self) -> Pins:
        """Where the scripts and style sheets of embeds are pinned."""
        assets, integrity = self._take(reads.SHARED_PINS)
        return Pins(assets=assets, integrity=integrity)

    def converted(self, guide: str) -> str | None:
        """The HTML of a hand-written page that is a part of ours, where a builder has made it."""
        return self._take(reads.CONVERTED, guide)

    def finished(self, path: str) -> bytes | None:
        """What a file beside the pages holds, by its path, if it is finished already."""
        return self._take(reads.FINISHED, path)

"""The library as one file sees it: whatever the file takes goes through here and is recorded.

A produced file is a pure function of what it reads. A producer has nothing but a `Lookup`, so
`reads` is true by construction, and a later build can leave alone the files whose reads did not
change. How anything is written is no business of a lookup.
"""

import datetime
from dataclasses import dataclass, field

from termwise.decide.evaluate import Program
from termwise.decide.examine import Examination
from termwise.decide.program import compile_decision
from termwise.model.addresses import SOURCES, page_of
from termwise.model.comparison import Comparison
from termwise.model.decision import Decision
from termwise.model.fact import Fact, FactFile
from termwise.model.glossary import EntryKey, EntryType
from termwise.model.guide import Guide
from termwise.model.kinds import AnyEntry, kind_of, title_of
from termwise.model.path import Path
from termwise.model.site import Site
from termwise.model.source import Source
from termwise.model.taxonomy import Category, Level
from termwise.model.term import Term
from termwise.reading.library import Library
from termwise.reading.pins import Pin


@dataclass(frozen=True)
class Lookup:
    """One file's access to the library, and in `reads` all that the file has taken from it."""

    library: Library
    reads: set[EntryKey] = field(default_factory=set)

    @property
    def site(self) -> Site:
        """The site's settings."""
        return self.library.site

    def entry(self, key: EntryKey) -> AnyEntry:
        """The entry of any kind."""
        self.reads.add(key)
        return self.library.glossary.of_kind(key[0])[key[1]]

    def of_type(self, type_: type[EntryType], name: str) -> EntryType:
        """The entry of a type that has this id; the methods below are the same for each type."""
        self.reads.add((kind_of(type_).id, name))
        return self.library.glossary.of_type(type_)[name]

    def term(self, name: str) -> Term:
        """The term with this id."""
        self.reads.add(("term", name))
        return self.library.glossary.terms[name]

    def term_id(self, written: str) -> str:
        """The id of the term that a link names by id, name, alias or abbreviation."""
        found = self.library.glossary.term_named(written)
        self.reads.add(("term-named", written))
        return found or written

    def fact(self, name: str) -> Fact:
        """The fact with this id."""
        self.reads.add(("fact", name))
        return self.library.glossary.facts[name]

    def topic(self, name: str) -> FactFile:
        """The facts of one topic."""
        self.reads.add(("topic", name))
        return self.library.glossary.topics[name]

    def topic_of(self, fact: str) -> str:
        """The topic that a fact stands in."""
        self.reads.add(("topic-of-fact", fact))
        file = self.library.glossary.origins["fact", fact].file
        return file.rsplit("/", 1)[-1].rsplit(".", 1)[0]

    def fact_place(self, name: str) -> str:
        """Where a fact stands in full: on the page of its topic, or else with its first source."""
        if self.site.offers.facts:
            return f"{page_of(('topic', self.topic_of(name)))}#{name}"
        return f"{SOURCES}#{self.fact(name).observations[0].source}"

    def source(self, name: str) -> Source:
        """The source with this id."""
        self.reads.add(("source", name))
        return self.library.glossary.sources[name]

    def comparison(self, name: str) -> Comparison:
        """The comparison with this id."""
        self.reads.add(("comparison", name))
        return self.library.glossary.comparisons[name]

    def decision(self, name: str) -> Decision:
        """The decision with this id."""
        self.reads.add(("decision", name))
        return self.library.glossary.decisions[name]

    def program(self, name: str) -> Program:
        """The decision with this id, compiled with the facts that it rests on."""
        decision = self.decision(name)
        facts = {item.fact: self.fact(item.fact) for item in decision.assumptions if item.fact}
        return compile_decision(decision, facts).program

    def examination(self, name: str) -> Examination:
        """The report on a decision; it follows from the program alone."""
        return self.library.examiner(self.program(name))

    def path(self, name: str) -> Path:
        """The learning path with this id."""
        self.reads.add(("path", name))
        return self.library.glossary.paths[name]

    def guide(self, name: str) -> Guide:
        """The hand-written page with this id."""
        self.reads.add(("guide", name))
        return self.library.glossary.guides[name]

    def has_guide(self, name: str) -> bool:
        """Whether there is a hand-written page with this id."""
        self.reads.add(("guide", name))
        return name in self.library.glossary.guides

    def category(self, name: str) -> Category:
        """The category with this id."""
        self.reads.add(("category", name))
        return self.library.glossary.categories[name]

    def level(self, name: str) -> Level:
        """The level with this id."""
        self.reads.add(("level", name))
        return self.library.glossary.levels[name]

    def relation_title(self, name: str) -> str:
        """How a kind of relation reads."""
        self.reads.add(("relation", name))
        return self.library.glossary.relations[name].title

    def region_title(self, name: str) -> str:
        """A region's name."""
        self.reads.add(("region", name))
        return self.library.glossary.regions[name].title

    def entry_title(self, key: EntryKey) -> str:
        """What an entry with a page of its own is called, as plain text."""
        return title_of(self.entry(key))

    def every(self, kind: str) -> tuple[str, ...]:
        """The ids of all entries of a kind. A file that asks depends on which there are."""
        self.reads.add((f"every-{kind}", ""))
        return tuple(self.library.glossary.of_kind(kind))

    def naming(self, key: EntryKey, kind: str) -> tuple[str, ...]:
        """The ids of the entries of `kind` that name `key`."""
        self.reads.add((f"{kind}s-naming-{key[0]}", key[1]))
        return self.library.relations.of(key, kind)

    def pin(self, key: EntryKey) -> Pin | None:
        """Where the embed of an entry is pinned, once the embeds are made."""
        self.reads.add((f"pin-{key[0]}", key[1]))
        return self.library.pins.entries.get(key)

    def is_due(self, review_by: datetime.date | None) -> bool:
        """Whether a date of review has passed."""
        return review_by is not None and review_by < self.library.today

"""The glossary as one page sees it: what it reads, remembered, and turned into its markup.

A produced file is a pure function of the entries that it reads. Whatever a producer takes
from the glossary it takes through a `Reading`, which notes it; so `reads` is true by
construction, and a later build can leave alone the files whose entries did not change.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field

from termwise.decide.evaluate import Program
from termwise.decide.examine import Examination
from termwise.decide.program import compile_decision
from termwise.model.addresses import SOURCES, page_of
from termwise.model.comparison import Comparison
from termwise.model.decision import Decision
from termwise.model.fact import Fact, FactFile
from termwise.model.glossary import EntryKey
from termwise.model.guide import Guide
from termwise.model.path import Path
from termwise.model.site import Site
from termwise.model.source import Source
from termwise.model.taxonomy import Category, Level
from termwise.model.term import Term
from termwise.reading.library import Library
from termwise.reading.pins import Pin
from termwise.text.as_words import as_words
from termwise.text.parse import parse
from termwise.writing.citation import Cited, Show, WriteFact, fact_markup
from termwise.writing.forms import Form, HtmlForm, MarkdownForm, without_paragraph
from termwise.writing.plain_form import PlainForm
from termwise.writing.quantities import fact_label

HOVER = 500
"""How many characters of a definition a link says on hover; many links may say them."""


@dataclass
class Reading:
    """One page's view of the library. `page` is the Markdown file that is being made.

    Texts become markup in its `form`.
    """

    library: Library
    page: str
    form: Form
    reads: set[EntryKey] = field(default_factory=set)
    _titles: dict[str, str] = field(default_factory=dict)

    @property
    def site(self) -> Site:
        """The site's settings."""
        return self.library.site

    def term(self, name: str) -> Term:
        """The term with this id."""
        self.reads.add(("term", name))
        return self.library.glossary.terms[name]

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

    def every(self, kind: str) -> tuple[str, ...]:
        """The ids of all entries of a kind. A page that asks depends on which there are."""
        self.reads.add((f"every-{kind}", ""))
        return tuple(self.library.glossary.of_kind(kind))

    def naming(self, key: EntryKey, kind: str) -> tuple[str, ...]:
        """The ids of the entries of `kind` that name `key`."""
        self.reads.add((f"{kind}s-naming-{key[0]}", key[1]))
        return self.library.relations.of(key, kind)

    def entry_title(self, key: EntryKey) -> str:
        """What an entry with a page of its own is called, as plain text."""
        kind, name = key
        match kind:
            case "term":
                return self.term(name).label
            case "comparison":
                return self.comparison(name).title
            case "decision":
                return self.decision(name).title
            case _:
                return self.path(name).title

    def pin(self, key: EntryKey) -> Pin | None:
        """Where the embed of an entry is pinned, once the embeds are made."""
        self.reads.add((f"pin-{key[0]}", key[1]))
        return self.library.pins.entries.get(key)

    def is_due(self, review_by: datetime.date | None) -> bool:
        """Whether a date of review has passed."""
        return review_by is not None and review_by < self.library.today

    def link_to(self, key: EntryKey) -> str:
        """The target of a link to an entry's page."""
        if key[0] == "guide" and isinstance(self.form, MarkdownForm):
            return self.form.target(self.guide(key[1]).file)
        return self.form.target(page_of(key))

    def page_link(self, page: str) -> str:
        """The target of a link to a page, named by its Markdown file."""
        return self.form.target(page)

    def url(self, page: str) -> str:
        """The address of a page for HTML, relative to this page."""
        return self.form.url(page)

    def name(self, text: str) -> str:
        """Plain text as markup that shows it to the letter."""
        return self.form.name(text)

    def text(self, text: str) -> str:
        """A text field as markup: paragraphs, lists, code."""
        return self.form.blocks(text, self)

    def line(self, text: str) -> str:
        """A text field as markup on one line."""
        return self.form.line(text, self)

    def cell(self, text: str) -> str:
        """A text field as a part of HTML or, where the form of the page has none, of a line."""
        if isinstance(self.form, PlainForm):
            return self.form.cell(text, self)
        site = self.site
        html_form = HtmlForm(self.page, site.directory_urls, self.form.base, site.prefix)
        written = without_paragraph(html_form.blocks(text, self))
        # Markdown looks for fences before it looks for HTML.
        return written.replace("```", "&#96;``").replace("~~~", "&#126;~~")

    def plain(self, text: str) -> str:
        """A text field as one line of plain text."""
        return as_words(parse(text).blocks, self.words, self._fact_words)

    def term_link(self, name: str, words: str | None = None) -> str:
        """The link to a term, under its title or other words (plain text)."""
        shown = self.name(words or self.term(name).title)
        hover = self.title(name) if self.form.for_screens else ""
        return self.form.link(shown, self.link_to(("term", name)), hover)

    def entry_link(self, key: EntryKey, title: str) -> str:
        """The link to an entry's page under its title (plain text)."""
        return self.form.link(self.name(title), self.link_to(key))

    def source_anchor(self, name: str) -> str:
        """A source, named by who says it, as a link to its entry within a cell."""
        cells = self.form.cells
        return cells.link(cells.name(self.source(name).by), self.url(f"{SOURCES}#{name}"))

    def term_id(self, written: str) -> str:
        """The id of the term that a link names by id, name, alias or abbreviation."""
        found = self.library.glossary.term_named(written)
        self.reads.add(("term-named", written))
        return found or written

    def words(self, name: str, label: str | None, starts: bool) -> str:
        """The words that stand for a term in a sentence; a name that is no id stands for itself."""
        found = self.term_id(name)
        term = self.term(found)
        return label or (name if name != found else term.title if starts else term.term)

    def title(self, name: str) -> str:
        """What a link to a term says on hover: its definition, as far as anybody reads there."""
        if name not in self._titles:
            words = self.plain(self.term(self.term_id(name)).definition)
            cut = words[:HOVER].rsplit(" ", 1)[0] + "…"
            self._titles[name] = words if len(words) <= HOVER else cut
        return self._titles[name]

    def _fact_words(self, name: str, starts: bool) -> str:
        label = fact_label(self.fact(name))
        return label[:1].upper() + label[1:] if starts else label

    def fact_place(self, name: str) -> str:
        """Where a fact stands in full: on the page of its topic, or else with its first source."""
        if self.site.offers.facts:
            return f"{page_of(('topic', self.topic_of(name)))}#{name}"
        return f"{SOURCES}#{self.fact(name).observations[0].source}"

    def fact_value(
        self,
        name: str,
        starts: bool,
        show: Show,
        url: Callable[[str], str],
        write: WriteFact = fact_markup,
    ) -> str:
        """A fact's value with its citation, as inline HTML (or as `write` has it)."""
        fact = self.fact(name)
        sources = {seen.source: self.source(seen.source) for seen in fact.observations}
        target = url(self.fact_place(name))
        words = self._fact_words(name, starts)
        return write(Cited(fact, words, sources, target, self.is_due(fact.review_by)), show)

"""The glossary as one page sees it: what it reads, remembered, and turned into its markup.

A produced file is a pure function of the entries that it reads. Whatever a producer takes
from the glossary it takes through a `Reading`, which notes it; so `reads` is true by
construction, and a later build can leave alone the files whose entries did not change.
"""

import datetime
from dataclasses import dataclass, field

from termwise.linking import addresses
from termwise.linking.markup import (
    attribute_in_markdown,
    escape_markdown,
    html_text,
    to_markdown,
    to_plain,
)
from termwise.linking.relations import Relations
from termwise.model.comparison import Comparison
from termwise.model.fact import Fact, FactFile
from termwise.model.glossary import EntryKey, Glossary
from termwise.model.guide import Guide
from termwise.model.path import Path
from termwise.model.site import Site
from termwise.model.source import Source
from termwise.model.taxonomy import Category, Level
from termwise.model.term import Term
from termwise.producers.citation import fact_markup
from termwise.producers.converter import markdown_to_html
from termwise.producers.quantities import fact_label


@dataclass(frozen=True)
class Library:
    """All that pages are made of: the glossary, what is derived from it, the site, the day."""

    glossary: Glossary
    relations: Relations
    site: Site
    today: datetime.date


@dataclass
class Reading:
    """One page's view of the library. `page` is the Markdown file that is being made.

    Links in Markdown lead to Markdown files, as every builder of Markdown sites wants them,
    or else (`to_files` false) straight to the finished pages.
    """

    library: Library
    page: str
    to_files: bool = True
    reads: set[EntryKey] = field(default_factory=set)

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

    def path(self, name: str) -> Path:
        """The learning path with this id."""
        self.reads.add(("path", name))
        return self.library.glossary.paths[name]

    def guide(self, name: str) -> Guide:
        """The hand-written page with this id."""
        self.reads.add(("guide", name))
        return self.library.glossary.guides[name]

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

    def is_due(self, review_by: datetime.date | None) -> bool:
        """Whether a date of review has passed."""
        return review_by is not None and review_by < self.library.today

    def file(self, key: EntryKey) -> str:
        """The link to an entry's page in Markdown."""
        return self.file_link(addresses.page_of(key))

    def file_link(self, target: str) -> str:
        """The link to another page in Markdown."""
        return addresses.relative_file(target, self.page) if self.to_files else self.url(target)

    def url(self, target: str) -> str:
        """The link to the page of a Markdown file in HTML, relative to this page."""
        return addresses.relative_url(
            target, self.page, directory_urls=self.site.directory_urls
        )

    def name(self, text: str) -> str:
        """Plain text as Markdown that shows it to the letter."""
        return escape_markdown(text)

    def text(self, text: str) -> str:
        """A text field as Markdown: paragraphs, lists, code."""
        return to_markdown(text.strip(), self._term_link, self._fact_value)

    def line(self, text: str) -> str:
        """A text field as Markdown on one line, for a list item or a heading's neighbour."""
        return self.text(" ".join(text.split()))

    def html(self, text: str) -> str:
        """A text field as HTML: inline where it is one paragraph, else blocks."""
        markdown = to_markdown(text.strip(), self._term_anchor, self._fact_value)
        return markdown_to_html(markdown)

    def plain(self, text: str) -> str:
        """A text field as one line of plain text."""
        return to_plain(text, self._term_words, self._fact_words)

    def plain_definition(self, name: str) -> str:
        """A term's definition as plain text."""
        return self.plain(self.term(name).definition)

    def _term_words(self, name: str, label: str | None, starts: bool) -> str:
        term = self.term(name)
        return label or (term.title if starts else term.term)

    def _fact_words(self, name: str) -> str:
        return fact_label(self.fact(name))

    def _term_link(self, name: str, label: str | None, starts: bool) -> str:
        words = self.name(self._term_words(name, label, starts))
        title = attribute_in_markdown(self.plain_definition(name))
        return f'[{words}]({self.file(("term", name))} "{title}")'

    def _term_anchor(self, name: str, label: str | None, starts: bool) -> str:
        words = self.name(self._term_words(name, label, starts))
        title = attribute_in_markdown(self.plain_definition(name))
        url = html_text(self.url(addresses.page_of(("term", name))))
        return f'<a href="{url}" title="{title}">{words}</a>'

    def _fact_value(self, name: str) -> str:
        fact = self.fact(name)
        sources = {seen.source: self.source(seen.source) for seen in fact.observations}
        page = addresses.page_of(("topic", self.topic_of(name)))
        return fact_markup(
            fact, sources, self.url(f"{page}#{name}"), due=self.is_due(fact.review_by)
        )


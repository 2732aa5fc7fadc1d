"""A fact inside a sentence: its value, and who says so and when."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeAlias, TypeVar

from termwise.markup.quantities import disagrees, observation_label
from termwise.model.fact import Fact
from termwise.model.source import Source
from termwise.text.as_html import html_element
from termwise.text.elements import Attributes
from termwise.words.words import Words


@dataclass(frozen=True)
class Cited:
    """A fact as a sentence cites it: `value` is its value as the sentence wants it.

    `url` is the address of the fact's own entry; `due` is whether its review has passed; `words`
    are what the interface says.
    """

    fact: Fact
    value: str
    sources: Mapping[str, Source]
    url: str
    due: bool
    words: Words


Show: TypeAlias = Callable[[str], str]
"""Escapes plain text for where it is going to stand."""

T = TypeVar("T")


class Parts(Protocol[T]):
    """How the parts of a line are made, in whatever has elements."""

    def name(self, text: str) -> T:
        """Plain text of one line."""

    def element(self, tag: str, inside: T, attributes: Attributes) -> T:
        """An element."""

    def join(self, parts: Iterable[T]) -> T:
        """Parts one after the other."""


def fact_elements(cited: Cited, make: Parts[T]) -> T:
    """A fact and who says it, as elements that stand in prose and in the cells of tables.

    The value links to the fact's own entry. The citation beside it is in the text for screen
    readers, appears on hover and focus, and is printed. A fact past its review says so.
    """
    lead = [_differing(cited)] if disagrees(cited.fact) else []
    lines = [
        make.element("small", make.name(line), {"class": "tw-cite-row"})
        for line in (*lead, *_rows(cited))
    ]
    due = make.name(cited.words.say("due for review"))
    parts = [
        make.element("a", make.name(cited.value), {"class": "tw-value", "href": cited.url}),
        *([make.element("span", due, {"class": "tw-due"})] if cited.due else []),
        make.element("span", make.join(lines), {"class": "tw-cite", "data-search-exclude": None}),
    ]
    return make.element("span", make.join(parts), {"class": "tw-fact"})


@dataclass(frozen=True)
class _Html:
    """Parts as HTML that Markdown passes through; `name` escapes text for where it stands."""

    name: Show

    def element(self, tag: str, inside: str, attributes: Attributes) -> str:
        """An element."""
        return html_element(tag, inside, attributes)

    def join(self, parts: Iterable[str]) -> str:
        """Parts one after the other."""
        return "".join(parts)


def fact_markup(cited: Cited, show: Show) -> str:
    """A fact and who says it as HTML on one line."""
    return fact_elements(cited, _Html(show))


def fact_in_words(cited: Cited, show: Show) -> str:
    """The same in Markdown without HTML: the value as a link, and in brackets all who say it."""
    return f"[{show(cited.value)}]({cited.url}) ({show(_citation(cited))})"


def fact_in_text(cited: Cited, show: Show) -> str:
    """The same as plain text, without a link."""
    return f"{show(cited.value)} ({show(_citation(cited))})"


def _citation(cited: Cited) -> str:
    """Who says it and when, as plain text on one line."""
    lead = f"{_differing(cited)} " if disagrees(cited.fact) else ""
    due = [cited.words.say("due for review")] if cited.due else []
    return lead + cited.words.chained("{one}; {other}", [*_rows(cited), *due])


def _rows(cited: Cited) -> Iterator[str]:
    """A line a source: who says it, as of when, and where they differ, what."""
    words = cited.words
    differ = disagrees(cited.fact)
    for seen in cited.fact.observations:
        by, date = cited.sources[seen.source].by, words.date(seen.as_of)
        if differ:
            value = observation_label(seen, words)
            yield words.say("{value} — {source}, {date}", value=value, source=by, date=date)
        else:
            yield words.say("{source}, {date}", source=by, date=date)


def _differing(cited: Cited) -> str:
    count = len({seen.source for seen in cited.fact.observations})
    if count == 1:
        return cited.words.say("One source, several figures:")
    return cited.words.counted("{n} source that differs:", "{n} sources, which differ:", count)

"""A fact inside a sentence: its value, and who says so and when."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from termwise.markup.quantities import disagrees, observation_label
from termwise.model.fact import Fact
from termwise.model.source import Source
from termwise.text.escape import html_text
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

WriteFact: TypeAlias = Callable[[Cited, Show], str]
"""Writes a fact and who says it, as one of the forms of a page has it."""


def fact_markup(cited: Cited, show: Show) -> str:
    """Inline HTML that Markdown passes through; it works in prose and in table cells.

    The value links to the fact's own entry. The citation beside it is in the text for screen
    readers, appears on hover and focus, and is printed. A fact past its review says so.
    """
    lines = "".join(f'<small class="tw-cite-row">{show(row)}</small>' for row in _rows(cited))
    differ = disagrees(cited.fact)
    lead = f'<small class="tw-cite-row">{_differing(cited)}</small>' if differ else ""
    due = cited.words.say("due for review")
    badge = f'<span class="tw-due">{due}</span>' if cited.due else ""
    return (
        f'<span class="tw-fact"><a class="tw-value" href="{html_text(cited.url)}">'
        f"{show(cited.value)}</a>{badge}"
        f'<span class="tw-cite" data-search-exclude>{lead}{lines}</span></span>'
    )


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
    return cited.words.counted("{n} source, which differ:", "{n} sources, which differ:", count)

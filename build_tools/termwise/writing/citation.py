"""A fact inside a sentence: its value, and who says so and when."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from termwise.model.fact import Fact
from termwise.model.source import Source
from termwise.model.values import date_label
from termwise.text.escape import html_text
from termwise.writing.quantities import disagrees, observation_label


@dataclass(frozen=True)
class Cited:
    """A fact as a sentence cites it: `words` is its value as the sentence wants it.

    `url` is the address of the fact's own entry; `due` is whether its review has passed.
    """

    fact: Fact
    words: str
    sources: Mapping[str, Source]
    url: str
    due: bool


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
    lead = f'<small class="tw-cite-row">{_differing(cited.fact)}</small>' if differ else ""
    badge = '<span class="tw-due">due for review</span>' if cited.due else ""
    return (
        f'<span class="tw-fact"><a class="tw-value" href="{html_text(cited.url)}">'
        f"{show(cited.words)}</a>{badge}"
        f'<span class="tw-cite" data-search-exclude>{lead}{lines}</span></span>'
    )


def fact_in_words(cited: Cited, show: Show) -> str:
    """The same in Markdown without HTML: the value as a link, and in brackets all who say it."""
    return f"[{show(cited.words)}]({cited.url}) ({show(_citation(cited))})"


def fact_in_text(cited: Cited, show: Show) -> str:
    """The same as plain text, without a link."""
    return f"{show(cited.words)} ({show(_citation(cited))})"


def _citation(cited: Cited) -> str:
    """Who says it and when, as plain text on one line."""
    lead = f"{_differing(cited.fact)} " if disagrees(cited.fact) else ""
    return f"{lead}{'; '.join(_rows(cited))}{'; due for review' if cited.due else ''}"


def _rows(cited: Cited) -> Iterator[str]:
    """A line a source: who says it, as of when, and where they differ, what."""
    differ = disagrees(cited.fact)
    for seen in cited.fact.observations:
        said = f"{observation_label(seen)} — " if differ else ""
        yield f"{said}{cited.sources[seen.source].by}, {date_label(seen.as_of)}"


def _differing(fact: Fact) -> str:
    sources = {seen.source for seen in fact.observations}
    if len(sources) == 1:
        return "One source, several figures:"
    return f"{len(sources)} sources, which differ:"

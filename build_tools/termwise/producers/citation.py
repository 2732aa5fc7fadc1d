"""A fact inside a sentence: its value, and who says so and when."""

from collections.abc import Callable, Iterator, Mapping

from termwise.linking.escape import html_text
from termwise.model.fact import Fact
from termwise.model.source import Source
from termwise.model.values import date_label
from termwise.producers.quantities import disagrees, observation_label


def fact_markup(
    fact: Fact,
    words: str,
    sources: Mapping[str, Source],
    url: str,
    show: Callable[[str], str],
    *,
    due: bool,
) -> str:
    """Inline HTML that Markdown passes through; it works in prose and in table cells.

    `words` is the value as the sentence wants it; `show` escapes plain text for where the HTML
    is going to stand.

    The value links to the fact's own entry. The citation beside it is in the text for screen
    readers, appears on hover and focus, and is printed. A fact past its review says so.
    """
    rows = _rows(fact, sources)
    lines = "".join(f'<small class="tw-cite-row">{show(row)}</small>' for row in rows)
    lead = f'<small class="tw-cite-row">{_differing(fact)}</small>'
    cite = (
        f'<span class="tw-cite" data-search-exclude>{lead if disagrees(fact) else ""}{lines}</span>'
    )
    badge = '<span class="tw-due">due for review</span>' if due else ""
    return (
        f'<span class="tw-fact"><a class="tw-value" href="{html_text(url)}">{show(words)}</a>'
        f"{badge}{cite}</span>"
    )


def fact_in_words(
    fact: Fact,
    words: str,
    sources: Mapping[str, Source],
    url: str,
    show: Callable[[str], str],
    *,
    due: bool,
) -> str:
    """The same in Markdown without HTML: the value as a link, and in brackets all who say it."""
    return f"[{show(words)}]({url}) ({show(citation(fact, sources, due=due))})"


def fact_in_text(
    fact: Fact,
    words: str,
    sources: Mapping[str, Source],
    url: str,
    show: Callable[[str], str],
    *,
    due: bool,
) -> str:
    """The same as plain text, without a link."""
    del url
    return f"{show(words)} ({show(citation(fact, sources, due=due))})"


def citation(fact: Fact, sources: Mapping[str, Source], *, due: bool) -> str:
    """Who says a fact and when, as plain text on one line."""
    rows = "; ".join(_rows(fact, sources))
    lead = f"{_differing(fact)} " if disagrees(fact) else ""
    return f"{lead}{rows}{'; due for review' if due else ''}"


def _rows(fact: Fact, sources: Mapping[str, Source]) -> Iterator[str]:
    """A line a source: who says it, as of when, and where they differ, what."""
    differ = disagrees(fact)
    for seen in fact.observations:
        said = f"{observation_label(seen)} — " if differ else ""
        yield f"{said}{sources[seen.source].by}, {date_label(seen.as_of)}"


def _differing(fact: Fact) -> str:
    sources = {seen.source for seen in fact.observations}
    if len(sources) == 1:
        return "One source, several figures:"
    return f"{len(sources)} sources, which differ:"

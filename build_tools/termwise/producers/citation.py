"""A fact inside a sentence: its value, and who says so and when."""

from collections.abc import Callable, Mapping

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
    rows = []
    for seen in fact.observations:
        source = sources[seen.source]
        said = f"{observation_label(seen)} — " if disagrees(fact) else ""
        rows.append(f"{said}{source.by}, {date_label(seen.as_of)}")
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


def _differing(fact: Fact) -> str:
    sources = {seen.source for seen in fact.observations}
    if len(sources) == 1:
        return "One source, several figures:"
    return f"{len(sources)} sources, which differ:"

"""A fact inside a sentence: its value, and who says so and when."""

from collections.abc import Callable, Mapping

from termwise.linking.markup import html_text
from termwise.model.fact import Fact
from termwise.model.source import Source
from termwise.model.values import date_label
from termwise.producers.quantities import disagrees, fact_label, observation_label


def fact_markup(
    fact: Fact,
    sources: Mapping[str, Source],
    url: str,
    show: Callable[[str], str],
    *,
    due: bool,
) -> str:
    """Inline HTML that Markdown passes through; it works in prose and in table cells.

    `show` escapes plain text for where the HTML is going to stand.

    The value links to the fact's own entry. The citation beside it is in the text for screen
    readers, appears on hover and focus, and is printed. A fact past its review says so.
    """
    rows = []
    for seen in fact.observations:
        source = sources[seen.source]
        said = f"{observation_label(seen)} — " if disagrees(fact) else ""
        rows.append(f"{said}{source.by}, {date_label(seen.as_of)}")
    lines = "".join(f'<small class="tw-cite-row">{show(row)}</small>' for row in rows)
    lead = f'<small class="tw-cite-row">{len(rows)} sources, which differ:</small>'
    cite = (
        f'<span class="tw-cite" data-search-exclude>{lead if disagrees(fact) else ""}{lines}</span>'
    )
    badge = '<span class="tw-due">due for review</span>' if due else ""
    value = show(fact_label(fact))
    return (
        f'<span class="tw-fact"><a class="tw-value" href="{html_text(url)}">{value}</a>'
        f"{badge}{cite}</span>"
    )

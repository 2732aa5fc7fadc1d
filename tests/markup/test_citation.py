"""A fact in a sentence: its value, who says so, and how old it is."""

import datetime
from dataclasses import replace

import pytest

from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.markup.citation import Cited, fact_markup
from termwise.markup.forms import HtmlForm
from termwise.markup.quantities import fact_label
from termwise.markup.writer import Writer
from termwise.model.fact import Fact, Observation
from termwise.text.escape import escape_markdown, html_text
from termwise.words.words import ENGLISH


def cited(library: Library, name: str, *, due: bool = False, markdown: bool = False) -> str:
    """The fact as it stands in a text."""
    show = escape_markdown if markdown else html_text
    glossary = library.glossary
    fact = glossary.facts[name]
    return fact_markup(
        Cited(fact, fact_label(fact, ENGLISH), glossary.sources, "a/?b&c", due, ENGLISH), show
    )


def test_a_value_that_begins_a_sentence_is_capitalised(kitchen: Library) -> None:
    """A text fact opens a table's cell as well as it stands inside a sentence."""
    fact = kitchen.glossary.facts["agreed"]
    said = replace_model(fact, observations=(said_in_words(fact),))
    library = replace(
        kitchen,
        glossary=kitchen.glossary.with_entries(fact={**kitchen.glossary.facts, "agreed": said}),
    )
    writer = Writer(Lookup(library), HtmlForm("x.md", True))
    assert ">Days to weeks</a>" in writer.text("{{agreed}} at best.")
    assert ">days to weeks</a>" in writer.text("At best {{agreed}}.")


def said_in_words(fact: Fact) -> Observation:
    """An observation of the fact that is text."""
    seen = fact.observations[0]
    return Observation(text="days to weeks", source=seen.source, as_of=seen.as_of)


def replace_model(fact: Fact, **changes: object) -> Fact:
    """The fact with some of its fields changed."""
    return fact.model_copy(update=changes)


def test_a_number_cites(kitchen: Library) -> None:
    """The value links to its entry; beside it stand the source and the date."""
    assert cited(kitchen, "agreed") == (
        '<span class="tw-fact"><a class="tw-value" href="a/?b&amp;c">100 °C</a>'
        '<span class="tw-cite" data-search-exclude>'
        '<small class="tw-cite-row">A. Cook, 2020</small></span></span>'
    )


def test_sources_that_differ_are_all_heard(kitchen: Library) -> None:
    """Each with what it says."""
    made = cited(kitchen, "disputed")
    assert ">160–190 °C</a>" in made
    assert "2 sources, which differ:" in made
    assert "160 °C — A. Cook, 2020" in made
    assert "190 °C — The page, 4 March 2026" in made


def test_a_fact_past_its_review_wears_a_badge(kitchen: Library) -> None:
    """Beside the value, seen without pointing at it."""
    badge = '<span class="tw-due">due for review</span>'
    assert badge in cited(kitchen, "stale", due=True)
    assert badge not in cited(kitchen, "stale")


@pytest.mark.parametrize("markdown", [True, False])
def test_what_sources_say_is_text(kitchen: Library, markdown: bool) -> None:
    """Whether Markdown or HTML is around it."""
    made = cited(kitchen, "stale", markdown=markdown)
    assert "<little>" not in made
    assert ("&#60;little&#62;" if markdown else "&lt;little&gt;") in made


@pytest.mark.parametrize(("day", "due"), [(19, False), (20, False), (21, True)])
def test_a_fact_is_due_on_the_day_after(kitchen: Library, day: int, due: bool) -> None:
    """`review_by` is the last day on which it is fresh."""
    library = replace(kitchen, today=datetime.date(2026, 11, day))
    writer = Writer(Lookup(library), HtmlForm("x.md", True))
    assert ("tw-due" in writer.text("{{disputed}}")) is due

"""A page's view of the glossary: whatever it takes is noted."""

from collections.abc import Callable

import pytest

from termwise.model.glossary import EntryKey
from termwise.writing.forms import Form, MarkdownForm
from termwise.writing.reading import Reading

ReadingIn = Callable[..., Reading]


@pytest.mark.parametrize(
    ("take", "key"),
    [
        (lambda r: r.term("oil"), ("term", "oil")),
        (lambda r: r.fact("agreed"), ("fact", "agreed")),
        (lambda r: r.topic("heat"), ("topic", "heat")),
        (lambda r: r.topic_of("agreed"), ("topic-of-fact", "agreed")),
        (lambda r: r.source("web"), ("source", "web")),
        (lambda r: r.comparison("fry-or-oil"), ("comparison", "fry-or-oil")),
        (lambda r: r.path("walk"), ("path", "walk")),
        (lambda r: r.guide("guides/eggs"), ("guide", "guides/eggs")),
        (lambda r: r.category("stove"), ("category", "stove")),
        (lambda r: r.level("low"), ("level", "low")),
        (lambda r: r.every("term"), ("every-term", "")),
        (lambda r: r.naming(("term", "oil"), "path"), ("paths-naming-term", "oil")),
    ],
)
def test_what_is_taken_is_noted(
    take: Callable[[Reading], object], key: EntryKey, reading_in: ReadingIn
) -> None:
    """Once it was asked for, and not before."""
    reading = reading_in()
    assert reading.reads == set()
    take(reading)
    assert reading.reads == {key}


def test_a_text_reads_what_it_links(reading_in: ReadingIn) -> None:
    """The term, and what its title on hover is made of; the fact, its sources and its topic."""
    reading = reading_in()
    reading.text("See [[fry]].")
    assert reading.reads == {
        ("term-named", "fry"), ("term", "fry"), ("term-named", "oil"), ("term", "oil"),
        ("fact", "disputed"),
    }  # fmt: skip
    reading = reading_in()
    reading.line("At {{disputed}}.")
    assert reading.reads == {
        ("fact", "disputed"), ("source", "book"), ("source", "web"), ("topic-of-fact", "disputed"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[fry]]", "Fry"),
        ("To [[fry]]", "To fry"),
        ("[[fry|frying]]", "frying"),
        ("Hot. [[fry]] it.", "Hot. Fry it."),
        ("At {{disputed}}", "At 160–190 °C"),
    ],
)
def test_a_text_as_plain_words(text: str, words: str, reading_in: ReadingIn) -> None:
    """For what can hold no markup."""
    assert reading_in().plain(text) == words


def test_a_cell_is_html_in_a_page_of_markdown(reading_in: ReadingIn) -> None:
    """Tables are HTML in both forms, and a fence in one never begins a block of code there."""
    reading = reading_in(MarkdownForm("terms/fry.md", True))
    assert reading.cell("A *b* [[oil]]") == 'A <em>b</em> <a href="../oil/" title="A fat.">oil</a>'
    assert "```" not in reading.cell("````\n```\n````")
    assert "~~~" not in reading.cell("```\n~~~\n```")


def test_a_link_to_a_term_shows_its_title(reading_in: Callable[[Form | None], Reading]) -> None:
    """Or other words, to the letter."""
    reading = reading_in(None)
    assert reading.term_link("oil") == '<a href="../oil/" title="A fat.">Oil</a>'
    shown = '<a href="../oil/" title="A fat.">&lt;\u2060fat&gt;</a>'
    assert reading.term_link("oil", "<fat>") == shown

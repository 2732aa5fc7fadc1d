"""Texts and links in the form of the file that they are written for."""

from collections.abc import Callable

import pytest

from termwise.markup.forms import Form, MarkdownForm
from termwise.markup.writer import Writer

WriterIn = Callable[..., Writer]


def test_a_text_reads_what_it_links(writer_in: WriterIn) -> None:
    """The term, and what its title on hover is made of; the fact, its sources and its topic."""
    writer = writer_in()
    writer.text("See [[fry]].")
    assert writer.lookup.reads == {
        ("term-named", "fry"), ("term", "fry"), ("term-named", "oil"), ("term", "oil"),
        ("fact", "disputed"), ("words",),
    }  # fmt: skip
    writer = writer_in()
    writer.line("At {{disputed}}.")
    assert writer.lookup.reads == {
        ("fact", "disputed"), ("source", "book"), ("source", "web"), ("topic-of-fact", "disputed"),
        ("setting", "offers.facts"), ("due", "2026-11-20"), ("words",),
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
def test_a_text_as_plain_words(text: str, words: str, writer_in: WriterIn) -> None:
    """For what can hold no markup."""
    assert writer_in().plain(text) == words


def test_a_cell_is_html_in_a_page_of_markdown(writer_in: WriterIn) -> None:
    """Tables are HTML in both forms, and a fence in one never begins a block of code there."""
    writer = writer_in(MarkdownForm("terms/fry.md", True))
    assert writer.cell("A *b* [[oil]]") == 'A <em>b</em> <a href="../oil/" title="A fat.">oil</a>'
    assert "```" not in writer.cell("````\n```\n````")
    assert "~~~" not in writer.cell("```\n~~~\n```")


def test_a_link_to_a_term_shows_its_title(writer_in: Callable[[Form | None], Writer]) -> None:
    """Or other words, to the letter."""
    writer = writer_in(None)
    assert writer.term_link("oil") == '<a href="../oil/" title="A fat.">Oil</a>'
    shown = '<a href="../oil/" title="A fat.">&lt;\u2060fat&gt;</a>'
    assert writer.term_link("oil", "<fat>") == shown

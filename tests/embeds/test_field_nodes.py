"""Fields as nodes: what embeds show of them is what pages show."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termwise.embeds.field_nodes import cell_nodes, line_nodes, source_nodes
from termwise.embeds.nodes import Nodes
from termwise.markup.forms import HtmlForm
from termwise.markup.references import source_line
from termwise.markup.writer import Writer

PIECES = (
    "word", "two words", "*soft*", "**loud**", "`a < b`", "[[oil]]", "[[fry|it]]", "{{agreed}}",
    "[a](https://a.example/?b&c)", "<https://a.example>", "<b>", "&amp;", "\n", "  \n", "\n\n",
    "\n- ", "\n1. ", "\n3. ", "\n> ", "\n\n    ", "\n```\n", "\n\n---\n\n", " | ", "\n--|--\n",
    "# ",
)  # fmt: skip


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_nodes_are_those_of_the_html(
    text: str, writer_in: Callable[..., Writer], nodes_of: Callable[[str], Nodes]
) -> None:
    """Built from the tree or read from HTML, they are the same, for whole addresses."""
    form = HtmlForm("terms/fry.md", True, base="https://a.example/")
    page = writer_in(form)
    assert cell_nodes(text, page) == nodes_of(page.cell(text).replace("&#96;``", "```"))
    assert line_nodes(text, page) == nodes_of(page.line(text))


@pytest.mark.parametrize("name", ["book", "web", "bare"])
def test_a_reference_is_that_of_the_html(
    name: str, writer_in: Callable[..., Writer], nodes_of: Callable[[str], Nodes]
) -> None:
    """With an author, an address or a date, and without."""
    page = writer_in(HtmlForm("terms/fry.md", True, base="https://a.example/"))
    assert source_nodes(name, page) == nodes_of(source_line(name, page))


def test_a_link_that_is_not_whole_is_its_words(writer_in: Callable[..., Writer]) -> None:
    """An embed stands at no address that others would lead from."""
    page = writer_in(HtmlForm("terms/fry.md", True))
    assert line_nodes("See [[oil]].", page) == ["See ", ["a", {}, "oil"], "."]

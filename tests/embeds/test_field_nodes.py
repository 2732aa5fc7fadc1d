"""Fields as nodes: what embeds show of them is what pages show."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termwise.embeds.field_nodes import cell_nodes, line_nodes
from termwise.embeds.nodes import nodes_of
from termwise.markup.forms import HtmlForm
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
def test_nodes_are_those_of_the_html(text: str, writer_in: Callable[..., Writer]) -> None:
    """Built from the tree or read from HTML, they are the same, for whole addresses."""
    form = HtmlForm("terms/fry.md", True, base="https://a.example/")
    page = writer_in(form)
    assert cell_nodes(text, page) == nodes_of(page.cell(text).replace("&#96;``", "```"))
    assert line_nodes(text, page) == nodes_of(page.line(text))


def test_a_link_that_is_not_whole_is_its_words(writer_in: Callable[..., Writer]) -> None:
    """An embed stands at no address that others would lead from."""
    page = writer_in(HtmlForm("terms/fry.md", True))
    assert line_nodes("See [[oil]].", page) == ["See ", ["a", {}, "oil"], "."]

"""Comparisons as tables."""

from collections.abc import Callable

from termwise.markup.comparison_table import comparison_table
from termwise.markup.forms import MarkdownForm
from termwise.markup.writer import Writer


def test_a_table_stands_on_one_line(writer_in: Callable[..., Writer]) -> None:
    """The same in both forms; names are text, columns are headed by the shorter name."""
    table = comparison_table("fry-or-oil", writer_in())
    assert table == comparison_table("fry-or-oil", writer_in(MarkdownForm("terms/fry.md", True)))
    assert "\n" not in table
    assert '<caption class="tw-hidden">Fry &quot;or&quot; oil</caption>' in table
    assert '<th scope="col"><a href="./">FR</a></th>' in table
    assert (
        '<th scope="row">Kind &lt;\u2060b&gt;</th><td data-subject="FR">A <em>verb</em>.</td>'
        in table
    )
    assert ">100 °C</a>" in table
    assert table.endswith("</tr></tbody></table>")


def test_a_row_may_explain_itself(writer_in: Callable[..., Writer]) -> None:
    """Below its name."""
    table = comparison_table("boil-or-fry", writer_in())
    assert '<th scope="row">Fat<span class="tw-help">How much.</span></th>' in table

"""Comparisons as tables for other places."""

import csv
import io
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from termwise.exports.tables import table_html
from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.site.make import make_file
from termwise.site.plan import plan_files


def files(library: Library, name: str = "fry-or-oil") -> dict[str, str]:
    """The files of a table by their ending."""
    place = f"api/v1/compare/{name}."
    return {
        file.path.removeprefix(place): b"".join(make_file(file, Lookup(library))).decode()
        for file in plan_files(library)
        if file.path.startswith(place)
    }


def changed(library: Library, **changes: object) -> Library:
    """The library with one comparison changed."""
    tables = library.glossary.comparisons
    table = tables["fry-or-oil"].model_copy(update=changes)
    glossary = library.glossary.with_entries(comparison={**tables, "fry-or-oil": table})
    return replace(library, glossary=glossary)


def tags(markup: str) -> list[tuple[str, list[tuple[str, str | None]]]]:
    """Every start tag with its attributes."""
    found = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((tag, attrs))

    parser = Tags()
    parser.feed(markup)
    parser.close()
    return found


def test_a_table_as_csv(kitchen: Library) -> None:
    """Plain text; a value says who says it and when."""
    rows = list(csv.reader(io.StringIO(files(kitchen)["csv"])))
    assert rows == [
        ["Dimension", "FR", "Oil"],
        ["Kind <b>", "A verb.", "100 °C (A. Cook, 2020). See fry."],
    ]


def test_a_table_as_markdown(kitchen: Library) -> None:
    """With its title, as of when it is, what it rests on, and a link back."""
    library = changed(kitchen, reviewed=kitchen.today, review_by=kitchen.today.replace(year=2025))
    assert files(library)["md"] == (
        '# Fry "or" oil\n\n'
        "| Dimension | [FR](https://glossary.example/terms/fry/) |"
        " [Oil](https://glossary.example/terms/oil/) |\n"
        "| --- | --- | --- |\n"
        "| Kind &lt;b> | A *verb*. | [100 °C](https://glossary.example/facts/heat/#agreed)"
        " (A. Cook, 2020). See [fry](https://glossary.example/terms/fry/). |\n\n"
        "As of 20 November 2026. Due for review since 20 November 2025. "
        "Sources: *The page*, read 4 March 2026. "
        'From [Glossary: Fry "or" oil](https://glossary.example/compare/fry-or-oil/).\n'
    )


def test_a_table_as_html(kitchen: Library) -> None:
    """The same, of elements that need nothing of the page that they are pasted into."""
    page = files(changed(kitchen, reviewed=kitchen.today))["html"]
    assert '<caption>Fry "or" oil</caption>' in page
    assert '<th scope="col"><a href="https://glossary.example/terms/fry/">FR</a></th>' in page
    assert '<tr><th scope="row">Kind &lt;b&gt;</th><td>A <em>verb</em>.</td>' in page
    assert (
        '<td><a href="https://glossary.example/facts/heat/#agreed">100 °C</a> (A. Cook, 2020). '
        'See <a href="https://glossary.example/terms/fry/">fry</a>.</td>'
    ) in page
    assert page.endswith(
        "<p>As of 20 November 2026. Sources: <em>The page</em>, read 4 March 2026. "
        'From <a href="https://glossary.example/compare/fry-or-oil/">Glossary: Fry "or" oil</a>.'
        "</p>\n"
    )
    explained = files(kitchen, "boil-or-fry")["html"]
    assert '<th scope="row">Fat<br>How much.</th>' in explained


def test_all_sources_are_heard(kitchen: Library) -> None:
    """Where they differ, and where a value is past its review."""
    table = kitchen.glossary.comparisons["fry-or-oil"].dimensions[0]
    row = table.model_copy(update={"cells": {"fry": "At {{disputed}}.", "oil": "{{stale}}"}})
    made = files(changed(kitchen, dimensions=(row,)))
    heard = "(2 sources, which differ: 160 °C — A. Cook, 2020; 190 °C — The page, 4 March 2026)"
    assert all(heard in made[ending] for ending in ("csv", "md", "html"))
    assert "<little> (Same, June 2020; due for review)" in made["csv"]
    assert "&lt;\u2060little&gt;</a> (due for review) (Same, June 2020)" in made["html"]
    assert "(Same, June 2020; due for review) |" in made["md"]


def test_some_of_a_table(kitchen: Library) -> None:
    """Subjects and dimensions that are not known are passed over; without any known, all stay."""
    lookup = Lookup(kitchen)
    one = table_html("fry-or-oil", lookup, subjects=["oil", "gone"], dimensions=["gone"])
    assert re.findall('<th scope="col">(?:<a[^>]*>)?([^<]*)', one) == ["Dimension", "Oil"]
    assert one.count('<th scope="row">') == 1
    assert table_html("fry-or-oil", lookup, ["gone"]) == table_html("fry-or-oil", lookup)
    assert "../" not in one
    assert ("comparison", "fry-or-oil") in lookup.reads


def test_a_renamed_table_stays_at_its_former_places(kitchen: Library) -> None:
    """Each of its files is a promise."""
    library = changed(kitchen, formerly=("old",))
    assert files(library, "old") == files(library)
    assert {*files(library, "old")} == {"json", "csv", "md", "html"}


def test_there_is_no_markdown_where_it_would_be_taken_for_a_page(kitchen: Library) -> None:
    """By a builder of sites, which then makes a page of it."""
    library = replace(kitchen, markdown=False)
    assert {*files(library)} == {"json", "csv", "html"}


HOSTILE = (
    '<script>alert(1)</script>', 'x" onclick="alert(1)', "a|b\\|c\\\\|d `|`", "=1+1", "x\\", "`",
    "![x](https://evil.example/)", "[x](javascript:alert(1))", "| - |\n|---|\n| x |",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text(text: str, kitchen: Library) -> None:
    """Whatever cells and names hold, tables keep their shape, and nothing comes to life."""
    table = kitchen.glossary.comparisons["fry-or-oil"]
    row = table.dimensions[0].model_copy(
        update={"name": " ".join(text.split()), "help": text, "cells": {"fry": text, "oil": text}}
    )
    made = files(changed(kitchen, title=" ".join(text.split()), dimensions=(row,)))
    found = tags(made["html"])
    assert {tag for tag, _attributes in found} <= {
        "table", "caption", "thead", "tbody", "tr", "th", "td", "a", "p", "em", "br", "code",
        "ul", "li", "strong",
    }  # fmt: skip
    for _tag, attributes in found:
        for name, value in attributes:
            assert name in {"scope", "href"}
            assert value in {"col", "row"} or str(value).startswith("https://")
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(made["md"])
    cells = [token.type for token in tokens if token.type in {"th_open", "td_open"}]
    assert cells == ["th_open"] * 3 + ["td_open"] * 3
    for line in made["md"].split("\n")[2:5]:  # readers differ in how they see that a bar is escaped
        assert len(re.findall(r"(?<!\\)\|", line)) == 4
        assert re.sub(r"\\.", "", line).count("|") == 4
    inline = [child.type for token in tokens for child in token.children or ()]
    assert not {"html_inline", "image"} & set(inline)
    rows = list(csv.reader(io.StringIO(made["csv"])))
    assert [len(row) for row in rows] == [3, 3]
    assert not any(cell.startswith("=") for cell in rows[1])

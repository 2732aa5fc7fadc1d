"""Pages and the search index are the same, whether other plugins have MkDocs make pages or not.

`minify` and `macros` take part in the making of each page, `redirects` does not; with each of them
nothing is asked for that changes a page. A build that finds the site of the one before takes it
over, with every one of them.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

Tool = Callable[..., Any]
Project = Callable[[Mapping[str, str | None]], Path]

SETTINGS = """\
site_name: Fruit
site_url: https://fruit.example/
docs_dir: content
theme: {name: material, font: false}
plugins:
  - search
  - termwise
"""
PLUGINS = {
    "minify": "  - minify: {minify_html: false}\n",
    "macros": "  - macros\n",
    "redirects": "  - redirects: {redirect_maps: {old.md: index.md}}\n",
}


def site_of(folder: Path, tool: Tool, plugin: str) -> dict[str, bytes]:
    """The files of the site with a plugin, but for what `redirects` adds."""
    (folder / "mkdocs.yml").write_text(SETTINGS + plugin, "utf-8")
    done = tool(folder, "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    site = folder / "site"
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and path.parent != site / "old"
    }


@pytest.mark.parametrize("name", PLUGINS)
def test_the_pages_and_the_search_index_are_the_same(
    tool: Tool, project: Project, name: str
) -> None:
    """Before and after a term is edited."""
    folder = project({"content/index.md": "# Fruit\n\nStart with the [[apple]].\n"})
    term = folder / "glossary/terms/apple.yml"
    for text in (term.read_text("utf-8"), term.read_text("utf-8").replace("round", "sweet")):
        term.write_text(text, "utf-8")
        plain = site_of(folder, tool, "")
        for _time in ("made", "taken over"):
            beside = site_of(folder, tool, PLUGINS[name])
            assert beside.keys() == plain.keys()
            assert not [path for path, content in plain.items() if content != beside[path]]
    assert b"sweet fruit" in plain["terms/apple/index.html"]
    assert b"sweet fruit" in plain["search/search_index.json"]


def test_what_a_plugin_makes_of_finished_pages_is_made_of_those_taken_over(
    tool: Tool, project: Project
) -> None:
    """`minify` leaves no space between the elements of any page, in each build."""
    folder = project({"content/index.md": "# Fruit\n\nStart with the [[apple]].\n"})
    first = site_of(folder, tool, "  - minify: {minify_html: true}\n")
    term = folder / "glossary/terms/apple.yml"
    text = term.read_text("utf-8")
    term.write_text(text.replace("round", "sweet"), "utf-8")
    site_of(folder, tool, "  - minify: {minify_html: true}\n")
    term.write_text(text, "utf-8")
    again = site_of(folder, tool, "  - minify: {minify_html: true}\n")
    assert {path: again[path] for path in first} == first
    plain = site_of(folder, tool, "")
    assert len(plain["terms/pear/index.html"]) > len(first["terms/pear/index.html"])

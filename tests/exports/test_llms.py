"""What the site holds, for language models."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.model.addresses import published_url
from termwise.site.make import make_file
from termwise.site.plain import plan_plain
from termwise.site.plan import plan, plan_files


def llms(library: Library) -> str:
    """The file's text."""
    [planned] = [file for file in plan_files(library) if file.path == "llms.txt"]
    return b"".join(make_file(planned, Lookup(library))).decode()


def links(text: str) -> list[str]:
    """The addresses that it names."""
    return re.findall(r"\]\(([^)]*)\)", text)


def test_it_has_the_form_that_is_asked_for(kitchen: Library) -> None:
    """A title, a summary, and lists of links under headings."""
    site = replace(kitchen.site, description="About *kitchens*.")
    text = llms(replace(kitchen, site=site))
    assert text.startswith("# Glossary\n\n> About \\*kitchens\\*.\n\nEach number")
    assert re.findall("^## (.*)", text, re.MULTILINE) == [
        "Comparisons", "Guides", "Learning paths", "Terms", "Facts", "Data",
    ]  # fmt: skip
    entry = (
        "- [Fry (FR)](https://glossary.example/terms/fry/index.md): To cook in oil at 160–190 °C."
    )
    assert f"{entry}\n" in text
    for line in text.split("## ", 1)[1].splitlines():
        assert re.fullmatch(r"|\w.*|## .*|- \[.*?\]\(https://[^)]*\)(: \S.*)?", line), line


@pytest.mark.parametrize("directory_urls", [True, False])
def test_its_links_lead_to_pages_and_files_that_are_there(
    reference: Library, directory_urls: bool
) -> None:
    """Pages as Markdown, and the data beside them."""
    site = replace(reference.site, directory_urls=directory_urls)
    library = replace(reference, site=site)
    there = {file.path for file in plan_plain(library)}
    there |= {file.path for file in plan_files(library)}
    assert [link for link in links(llms(library)) if link.removeprefix(site.url) not in there] == []


def test_where_pages_are_not_published_as_markdown_it_leads_to_their_html(
    reference: Library,
) -> None:
    """As in a site that another builder makes."""
    library = replace(reference, markdown=False)
    here = {published_url(page.path, library.site) for page in plan(library)}
    here |= {library.site.url + file.path for file in plan_files(library)}
    assert set(links(llms(library))) <= here


def test_it_names_the_data_that_there_are(kitchen: Library, reference: Library) -> None:
    """A feed only where something is dated."""
    data = "api/v1/glossary.json", "api/v1/terms.csv", "api/v1/glossary.ttl", "api/v1/glossary.tbx"
    assert all(f"{reference.site.url}{path})" in llms(kitchen) for path in data)
    assert "feed.xml" in llms(reference)
    assert "feed.xml" not in llms(kitchen)


def test_a_replaced_term_says_so(kitchen: Library) -> None:
    """So that nobody learns the old word."""
    old = kitchen.glossary.terms["oil"].model_copy(
        update={"status": "deprecated", "replaced_by": "fry"}
    )
    glossary = kitchen.glossary.with_entries(term={**kitchen.glossary.terms, "oil": old})
    assert ": A fat. Deprecated; replaced by Fry.\n" in llms(replace(kitchen, glossary=glossary))


def test_of_many_terms_it_names_the_categories(
    make_library: Callable[[Mapping[str, str]], Library],
) -> None:
    """So that it stays short however large a glossary is."""
    term = "{term: t%d, category: a, level: b, definition: One., status: draft}\n"
    library = make_library(
        {
            "glossary/taxonomy.yml": "categories: [{id: a, title: A, description: All of them.}]\n"
            "levels: [{id: b, title: B, description: Two.}]\n",
            **{f"glossary/terms/t-{n}.yml": term % n for n in range(401)},
        }
    )
    text = llms(library)
    assert "terms/t-1/" not in text
    assert "There are 401 terms" in text
    assert "- [A](https://glossary.example/categories/a/index.md): All of them.\n" in text
    assert "[JSON](https://glossary.example/api/v1/glossary.json) has all of them" in text
    assert len(text) < 2_000

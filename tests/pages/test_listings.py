"""The pages that list and lead: index, categories, levels, tags, paths, facts, sources, home."""

from collections.abc import Callable, Mapping

import pytest

from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.model import addresses
from termwise.pages import PAGES
from termwise.site.make import make_html, make_markdown
from termwise.site.plan import plan


@pytest.fixture(scope="module")
def pages(kitchen: Library) -> dict[str, str]:
    """Every page of the kitchen as HTML, by its file."""
    return {p.path: make_html(p, kitchen, permalink="").body for p in plan(kitchen)}


def test_every_page_has_a_place_of_its_own(pages: Mapping[str, str], kitchen: Library) -> None:
    """All kinds of page, and no file planned twice."""
    assert sorted(pages) == [
        "categories/empty.md", "categories/index.md", "categories/stove.md",
        "compare/boil-or-fry.md", "compare/fry-or-oil.md", "compare/index.md",
        "facts/heat.md", "facts/index.md", "guides/eggs.md", "index.md",
        "levels/high.md", "levels/low.md", "paths/index.md", "paths/walk.md", "sources.md",
        "tags/hot.md", "tags/index.md", "tags/oil.md",
        "terms/boil.md", "terms/fry.md", "terms/index.md", "terms/oil.md",
    ]  # fmt: skip
    assert len(list(plan(kitchen))) == len(pages)


def test_an_empty_glossary_has_no_empty_pages(
    make_library: Callable[[Mapping[str, str]], Library],
) -> None:
    """No list of comparisons, paths, facts, sources or tags where there are none."""
    library = make_library({"glossary/taxonomy.yml": "{categories: [], levels: []}\n"})
    planned = [p.path for producer in PAGES for p in producer(Lookup(library))]
    assert planned == ["index.md", "terms/index.md", "categories/index.md"]
    for page in plan(library):
        assert make_html(page, library).body.count("<h1") == 1


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("terms/index.md", '<h2 id="f">F</h2>'),
        ("terms/index.md", 'href="#o" aria-label="O, 1 term">O</a>'),
        ("terms/index.md", '<h2 id="other">#</h2>'),
        ("categories/stove.md", '<h1 id="stove-pan">Stove &amp; pan</h1>'),
        ("categories/index.md", '<a href="stove/">Stove &amp; pan</a></strong>'),
        ("categories/index.md", '<span class="tw-note">3 terms</span>'),
        ("categories/index.md", '<span class="tw-note">0 terms</span>'),
        ("levels/low.md", '<a href="../../terms/oil/">Oil</a>'),
        ("tags/oil.md", "Terms tagged “oil”</h1>"),
        ("tags/index.md", '<a href="hot/">hot</a></strong> <span class="tw-note">1 term</span>'),
        ("compare/index.md", '<a href="fry-or-oil/">Fry &quot;or&quot; oil</a>'),
        ("compare/fry-or-oil.md", '<a href="../boil-or-fry/">Boil or fry</a>'),
        ("paths/index.md", '<span class="tw-note">2 steps</span>'),
        ("paths/walk.md", "For beginners. Level: Low."),
        ("paths/walk.md", '<a href="../../terms/fry/"'),
        ("facts/index.md", '<span class="tw-note">3 facts</span>'),
        ("facts/heat.md", "Due for review since 19 November 2026"),
        ("facts/heat.md", "To be checked again by 20 November 2026."),
        ("sources.md", '<h2 id="kind-book">Books</h2>'),
        ("sources.md", 'id="book">A. Cook'),
        ("sources.md", "2020 (read March 2026). Second printing."),
        ("sources.md", '<a href="../facts/heat/#disputed">190 °C</a>, as of 4 March 2026.'),
        ("index.md", 'href="compare/fry-or-oil/"'),
        ("terms/fry.md", '<a href="../../paths/walk/">A walk</a>'),
        ("terms/fry.md", '<a href="../../guides/eggs/">All about eggs</a>'),
        ("terms/fry.md", '<details class="tw-comparison" open><summary>Boil or fry</summary>'),
        ("terms/oil.md", 'Also mentioned in <a href="../fry/"'),
    ],
)
def test_a_page_shows_what_it_is_for(page: str, shown: str, pages: Mapping[str, str]) -> None:
    """What a reader comes for, linked from where the page stands."""
    assert shown in pages[page]


def test_easy_terms_come_first_in_a_category(pages: Mapping[str, str]) -> None:
    """Levels in their own order."""
    page = pages["categories/stove.md"]
    assert page.index('id="low"') < page.index("3-minute egg") < page.index("Oil</a>")
    assert page.index("Oil</a>") < page.index('id="high"') < page.index("Fry (FR)")


def test_the_path_keeps_its_order(pages: Mapping[str, str]) -> None:
    """Step by step, numbered."""
    page = pages["paths/walk.md"]
    assert page.index("<strong>1.</strong>") < page.index("First.") < page.index("2.")


def test_a_guide_is_the_text_that_was_written(kitchen: Library) -> None:
    """Links to terms put in, code and HTML left alone, its own front matter kept."""
    planned = next(p for p in plan(kitchen) if p.path == "guides/eggs.md")
    page = make_markdown(planned, kitchen)
    assert page.head == "---\ntitle: All about eggs\n---\n"
    written, _script, _data = page.body.partition("\n\n<script")
    assert written == (
        '\n# Eggs\n\n<b class="x">[Fry](../terms/fry.md "To cook in oil at 160–190 °C.") one</b>'
        " `[[oil]]`\n"
    )
    assert planned.source == "content/guides/eggs.md"


def test_a_long_index_is_split_by_letter(kitchen: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Past a number of terms each letter has a page, and the index leads there."""
    monkeypatch.setattr(addresses, "ONE_PAGE", 2)
    pages = {p.path: p for p in plan(kitchen)}
    letters = {path for path in pages if path.startswith("terms/letters/")}
    assert letters == {
        "terms/letters/f.md", "terms/letters/o.md", "terms/letters/other.md",
    }  # fmt: skip
    body = make_html(pages["terms/index.md"], kitchen).body
    assert 'href="letters/f/"' in body
    assert "tw-entry" not in body
    assert "To cook in" in make_html(pages["terms/letters/f.md"], kitchen).body
    assert 'href="terms/letters/other/"' in make_html(pages["index.md"], kitchen).body

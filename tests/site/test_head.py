"""The head of a page: what programs that show a link, or look for more, find there."""

import html
from collections.abc import Callable, Mapping
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.model.embed_addresses import embedded_at
from termwise.model.site import Site
from termwise.site.head import head_of, head_tags

SITE = Site("A & B", "https://glossary.example/", description="What <words> mean.")


class Tags(HTMLParser):
    """The elements of a head: meta by name or property, links by type."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.links: dict[str, tuple[str, str]] = {}
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note it; nothing but these elements, with these attributes, may be there."""
        found = {name: value or "" for name, value in attrs}
        if tag == "meta":
            assert len(found) == 2
            self.meta[found.get("property") or found["name"]] = found["content"]
        else:
            assert tag == "link"
            assert sorted(found) == ["href", "rel", "title", "type"]
            assert found["rel"].split() == ["alternate"]
            assert found["rel"] != "alternate", "Material would take it for another language"
            self.links[found["type"]] = (found["href"], found["title"])

    def handle_data(self, data: str) -> None:
        """There is no text."""
        assert not data.strip()


def test_a_term_says_all_of_itself() -> None:
    """Title, description, address, the site, and what else there is of it."""
    meta = {"title": "Fry (FR)", "description": "To cook."}
    head = Tags(head_tags("terms/fry.md", meta, ("term", "fry"), SITE))
    assert head.meta == {
        "og:type": "article",
        "og:title": "Fry (FR)",
        "og:description": "To cook.",
        "og:url": "https://glossary.example/terms/fry/",
        "og:site_name": "A & B",
        "twitter:card": "summary",
    }
    assert head.links == {
        "application/atom+xml": ("https://glossary.example/feed.xml", "A & B"),
        "text/markdown": ("https://glossary.example/terms/fry/index.md", "Fry (FR)"),
        "application/json+oembed": (
            "https://glossary.example/embed/v1/terms/fry.oembed.json", "Fry (FR)",
        ),
    }  # fmt: skip


def test_the_home_page_is_the_site() -> None:
    """It has the site's own words where it has none."""
    head = Tags(head_tags("index.md", {}, None, SITE))
    assert head.meta["og:type"] == "website"
    assert head.meta["og:title"] == "A & B"
    assert head.meta["og:description"] == "What <words> mean."
    assert head.meta["og:url"] == "https://glossary.example/"
    assert head.links["text/markdown"][0] == "https://glossary.example/index.md"
    assert "application/json+oembed" not in head.links


def test_pages_that_are_files_have_their_markdown_beside_them() -> None:
    """Without directory URLs, too."""
    head = Tags(head_tags("terms/fry.md", {}, None, replace(SITE, directory_urls=False)))
    assert head.meta["og:url"] == "https://glossary.example/terms/fry.html"
    assert head.links["text/markdown"][0] == "https://glossary.example/terms/fry.md"


def test_nothing_is_named_that_is_not_there() -> None:
    """A feed, Markdown: only where the site has them. An empty description is none."""
    head = Tags(
        head_tags("x.md", {"title": "X"}, None, Site("G", SITE.url), feed=False, markdown=False)
    )
    assert head.links == {}
    assert "og:description" not in head.meta


def test_a_site_without_an_address_says_nothing() -> None:
    """All that stands there is an address, or belongs to one."""
    assert head_tags("terms/fry.md", {"title": "X"}, ("term", "fry"), Site("G")) == ""


@pytest.mark.parametrize(
    ("language", "locale"),
    [("pt-BR", "pt_BR"), ("en-gb", "en_GB"), ("en", None), ("zh-Hant", None), ('x"><b-AB', None)],
)
def test_a_locale_is_a_language_in_a_country(language: str, locale: str | None) -> None:
    """A language alone is not a locale of Open Graph's."""
    head = Tags(head_tags("x.md", {}, None, replace(SITE, language=language)))
    assert head.meta.get("og:locale") == locale


@pytest.mark.parametrize(
    "text",
    [
        '"><script>alert(1)</script>',
        "' onload='alert(1)",
        "</head><body>",
        "&quot; onload=&quot;alert(1)",
        "two\nlines",
        "{{ config }}",
    ],
)
def test_titles_and_names_stay_text(text: str) -> None:
    """Whether a page's front matter is plain text or HTML already, it is shown once escaped."""
    site = Site(text, SITE.url, description=text)
    head = Tags(head_tags("x.md", {"title": text, "description": text}, ("term", "fry"), site))
    assert head.meta["og:site_name"] == text
    assert head.meta["og:title"] == " ".join(html.unescape(text).split())


def test_html_in_front_matter_is_not_escaped_twice() -> None:
    """Pages of ours write it as HTML, those of others as plain text."""
    for title in ("R&D <b>", "R&amp;D &lt;b&gt;"):
        assert Tags(head_tags("x.md", {"title": title}, None, SITE)).meta["og:title"] == "R&D <b>"


def test_front_matter_of_other_kinds_is_passed_over() -> None:
    """A hand-written page may hold anything there."""
    head = Tags(head_tags("x.md", {"title": 3, "description": ["a"]}, None, SITE))
    assert head.meta["og:title"] == "A & B"


@pytest.mark.parametrize(
    ("page", "key"),
    [
        ("terms/fry.md", ("term", "fry")),
        ("compare/fry-or-oil.md", ("comparison", "fry-or-oil")),
        ("decide/cook.md", ("decision", "cook")),
        ("paths/walk.md", None),
        ("terms/index.md", None),
        ("terms/letters/fry.md", None),
        ("fry.md", None),
        ("terms/nothing.md", None),
    ],
)
def test_embeds_are_named_where_there_are_any(
    page: str, key: tuple[str, str] | None, deciding: Library
) -> None:
    """Terms, comparisons and decisions, and no page that only stands near them."""
    assert embedded_at(page, Lookup(deciding).has) == key


def test_a_guide_has_its_own_words(kitchen: Library) -> None:
    """Its title and description are in its text, unless its front matter has them."""
    assert Tags(head_of("guides/eggs.md", {}, Lookup(kitchen))).meta["og:title"] == "All about eggs"
    named = head_of("guides/eggs.md", {"title": "Eggs"}, Lookup(kitchen))
    assert Tags(named).meta["og:title"] == "Eggs"


def test_the_feed_is_named_where_there_is_one(
    kitchen: Library, make_library: Callable[[Mapping[str, str]], Library]
) -> None:
    """A feed is made once the day of anything is known."""
    assert "application/atom+xml" not in Tags(head_of("terms/fry.md", {}, Lookup(kitchen))).links
    taxonomy = "categories: [{id: a, title: A, description: A.}]\n"
    taxonomy += "levels: [{id: b, title: B, description: B.}]\n"
    term = "term: x\ncategory: a\nlevel: b\ndefinition: X.\nadded: 2026-01-02\n"
    dated = make_library({"glossary/taxonomy.yml": taxonomy, "glossary/terms/x.yml": term})
    assert "application/atom+xml" in Tags(head_of("terms/x.md", {}, Lookup(dated))).links


def test_markdown_is_named_where_it_is_published(kitchen: Library) -> None:
    """A site of plain files is built from its Markdown, and has none beside its pages."""
    for there in (True, False):
        lookup = Lookup(replace(kitchen, markdown=there))
        head = Tags(head_of("terms/fry.md", {}, lookup))
        assert ("text/markdown" in head.links) == there

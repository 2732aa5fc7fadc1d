"""Addresses: what is promised to the world, and how pages reach each other."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termwise.model.addresses import (
    letter_of,
    letter_page,
    page_of,
    relative_file,
    relative_url,
    url_of,
)

SITE = "https://glossary.example/base/"

ids = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,3})?", fullmatch=True)
pages = st.lists(ids, min_size=1, max_size=4).map(lambda parts: "/".join(parts) + ".md")
indexes = st.lists(ids, max_size=3).map(lambda parts: "/".join([*parts, "index.md"]))
files = pages | indexes | st.just("index.md")


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ("term", "terms/x-y/"),
        ("comparison", "compare/x-y/"),
        ("path", "paths/x-y/"),
        ("category", "categories/x-y/"),
        ("level", "levels/x-y/"),
        ("tag", "tags/x-y/"),
        ("topic", "facts/x-y/"),
        ("guide", "x-y/"),
    ],
)
def test_promised_addresses_hold(kind: str, address: str) -> None:
    """Published addresses never break: changing one here breaks links all over the world."""
    assert url_of(page_of((kind, "x-y"))) == address


@pytest.mark.parametrize(
    ("page", "pretty", "plain"),
    [
        ("index.md", "", "index.html"),
        ("terms/index.md", "terms/", "terms/index.html"),
        ("terms/rag.md", "terms/rag/", "terms/rag.html"),
        ("sources.md#paper", "sources/#paper", "sources.html#paper"),
        ("index.md#a", "#a", "index.html#a"),
        ("a/my-index.md", "a/my-index/", "a/my-index.html"),
    ],
)
def test_a_page_is_where_mkdocs_puts_it(page: str, pretty: str, plain: str) -> None:
    """With addresses that are folders, and with ones that are files."""
    assert url_of(page) == pretty
    assert url_of(page, directory_urls=False) == plain


@given(target=files, page=files, fragment=st.just("") | ids, pretty=st.booleans())
def test_relative_links_lead_to_the_target(
    target: str, page: str, fragment: str, pretty: bool
) -> None:
    """A browser on one page that follows the link comes to the other."""
    target += f"#{fragment}" if fragment else ""
    link = relative_url(target, page, directory_urls=pretty)
    here = SITE + url_of(page, directory_urls=pretty)
    assert urljoin(here, link) == SITE + url_of(target, directory_urls=pretty)
    assert link, "an empty link would not work in a list of links"
    assert not link.startswith("/"), "a site may stand below a folder"


@given(target=files, page=files, fragment=st.just("") | ids)
def test_links_between_files_lead_to_the_target(target: str, page: str, fragment: str) -> None:
    """A builder that resolves the link from one Markdown file comes to the other."""
    target += f"#{fragment}" if fragment else ""
    assert urljoin(SITE + page, relative_file(target, page)) == SITE + target


@pytest.mark.parametrize(
    ("title", "letter"),
    [
        ("rag", "R"),
        ("Écho", "E"),
        ("3D", "#"),
        ("中文", "#"),
        ("Ω", "#"),
        ("?", "#"),
        ("«x»", "X"),
        ("-a", "A"),
    ],
)
def test_names_are_filed_under_a_letter(title: str, letter: str) -> None:
    """Accents aside; what begins with a digit or has no Latin letter is under "#"."""
    assert letter_of(title) == letter


def test_letters_have_pages() -> None:
    """Below the index, where no term's id can be in the way."""
    assert letter_page("a") == "terms/letters/a.md"

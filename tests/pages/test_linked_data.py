"""What pages tell search engines: true to the vocabulary, and to the page."""

import datetime
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from termwise.lookup.library import Library
from termwise.render.search import passages
from termwise.site.make import make_html, make_markdown
from termwise.site.plan import plan

VOCABULARY = json.loads((Path(__file__).parent / "schema-org.json").read_text("utf-8"))

FILES = {
    "glossary/taxonomy.yml": """\
categories: [{id: stove, title: Stove & pan, description: Heat.}]
levels: [{id: low, title: Low, description: Easy.}]
""",
    "glossary/terms/oil.yml": """\
term: oil
abbreviation: OL
aliases: [fat]
avoid: [grease]
category: stove
level: low
definition: What one [[fry|fries]] in.
faq: [{question: "Hot & <dry>?", answer: "See [[fry]]: *never*."}]
status: reviewed
reviewed: 2026-01-02
""",
    "glossary/terms/fry.yml": """\
term: fry
category: stove
level: low
definition: To cook.
""",
    "glossary/comparisons/fry-or-oil.yml": """\
title: Fry or oil
summary: Which.
subjects: [fry, oil]
dimensions: [{name: Kind, cells: {fry: A verb., oil: A noun.}}]
faq: [{question: Both?, answer: Yes.}]
reviewed: 2026-02-03
""",
    "glossary/paths/walk.yml": """\
title: A walk
summary: Step by step.
steps: [{term: oil, why: First.}, {term: fry, why: Then.}, {term: oil, why: Again.}]
""",
    "content/index.md": "---\ndescription: What a kitchen says.\n---\n\n# Welcome\n",
    "content/guides/eggs.md": "# Eggs\n\n[[fry|Fry]] one, [[fry]] two.\n",
}


@pytest.fixture(scope="module")
def kitchen_words(make_library: Callable[[Mapping[str, str]], Library]) -> Library:
    """Two terms, a comparison with questions, a path, a guide."""
    return make_library(FILES)


def data_of(body: str) -> list[dict[str, Any]]:
    """The nodes in a page's markup."""
    [script] = re.findall(
        r'^<script type="application/ld\+json" data-search-exclude>(.*)</script>$', body, re.M
    )
    [data] = json.loads(script)
    assert data["@context"] == "https://schema.org"
    found: list[dict[str, Any]] = data["@graph"]
    return found


def graph(path: str, library: Library) -> list[dict[str, Any]]:
    """The nodes of one page."""
    planned = next(page for page in plan(library) if page.path == path)
    return data_of(make_html(planned, library).body)


def kinds_of(name: str) -> set[str]:
    """A type with all that it is a kind of."""
    above = VOCABULARY["types"].get(name, ())
    return {name}.union(*map(kinds_of, above))


def types_of(value: Any) -> set[str]:
    """The types that a value can pass for."""
    if isinstance(value, dict):
        return kinds_of(value["@type"])
    if isinstance(value, int):
        return {"Integer"}
    found = {"Text"}
    if re.fullmatch(r"https?://\S+", value):
        found.add("URL")
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value) and datetime.date.fromisoformat(value):
        found.add("Date")
    return found


def wrong_in(node: Any) -> Iterator[str]:
    """What the vocabulary does not know in a node: types, properties, kinds of value."""
    if node["@type"] not in VOCABULARY["types"]:
        yield f"no type {node['@type']}"
        return
    for name, value in node.items():
        if name.startswith("@"):
            continue
        known = VOCABULARY["properties"].get(name)
        if known is None or not kinds_of(node["@type"]) & set(known["domains"]):
            yield f"a {node['@type']} has no {name}"
            continue
        for one in value if isinstance(value, list) else [value]:
            if not types_of(one) & set(known["ranges"]):
                yield f"{name} is no {one!r}"
            if isinstance(one, dict):
                yield from wrong_in(one)


def test_every_page_keeps_to_the_vocabulary(reference: Library, kitchen_words: Library) -> None:
    """Each type has each property, and each property such values, as schema.org defines them."""
    seen = 0
    for library in (reference, kitchen_words):
        for planned in plan(library):
            for node in data_of(make_html(planned, library).body):
                assert list(wrong_in(node)) == [], planned.path
                seen += 1
    assert seen > 80


@pytest.mark.parametrize(
    "node",
    [
        {"@type": "Term"},
        {"@type": "DefinedTerm", "dateModified": "2026-01-02"},
        {"@type": "DefinedTerm", "colour": "red"},
        {"@type": "WebPage", "dateModified": "soon"},
        {"@type": "WebPage", "url": "terms/fry/"},
        {"@type": "WebPage", "about": "frying"},
        {"@type": "WebPage", "breadcrumb": {"@type": "WebPage"}},
        {"@type": "WebPage", "mainEntity": {"@type": "DefinedTerm", "text": "x"}},
    ],
)
def test_what_is_not_in_the_vocabulary_is_found(node: dict[str, Any]) -> None:
    """The test above sees a wrong type, property or value, at any depth."""
    assert list(wrong_in(node)) != []


def test_the_vocabulary_is_what_pages_use(reference: Library, kitchen_words: Library) -> None:
    """The table stays small: no property stands in it that no page has."""
    text = "".join(
        json.dumps(data_of(make_html(planned, library).body))
        for library in (reference, kitchen_words)
        for planned in plan(library)
    )
    assert [name for name in VOCABULARY["properties"] if f'"{name}": ' not in text] == []


def test_a_term_is_a_defined_term(kitchen_words: Library) -> None:
    """Its names, its definition in plain words, the set that it is in, when it was reviewed."""
    page, questions = graph("terms/oil.md", kitchen_words)
    term = page["mainEntity"]
    assert page["dateModified"] == "2026-01-02"
    assert term["name"] == "oil"
    assert term["alternateName"] == ["OL", "fat"]
    assert term["description"] == page["description"] == "What one fries in."
    assert term["termCode"] == "oil"
    assert term["url"] == page["url"] == "https://glossary.example/terms/oil/"
    assert term["inDefinedTermSet"]["url"] == "https://glossary.example/terms/"
    [asked] = questions["mainEntity"]
    assert asked["name"] == "Hot & <dry>?"
    assert asked["acceptedAnswer"]["text"] == "See fry: never."


def test_a_page_without_questions_is_no_list_of_them(kitchen_words: Library) -> None:
    """Nor has it a date where nobody reviewed it."""
    [page] = graph("terms/fry.md", kitchen_words)
    assert "dateModified" not in page
    assert "alternateName" not in page["mainEntity"]


def test_the_set_of_terms_is_one_thing_everywhere(kitchen_words: Library) -> None:
    """The index, the home page and each term name it alike."""
    [index] = graph("terms/index.md", kitchen_words)
    site, home = graph("index.md", kitchen_words)
    [term] = graph("terms/fry.md", kitchen_words)
    assert index["mainEntity"] == home["about"] == term["mainEntity"]["inDefinedTermSet"]
    assert site["@type"] == "WebSite"
    assert home["isPartOf"]["@id"] == site["@id"]
    assert home["description"] == "What a kitchen says."


@pytest.mark.parametrize(
    ("path", "key", "named"),
    [
        ("compare/fry-or-oil.md", "about", ["fry", "oil"]),
        ("paths/walk.md", "about", ["oil", "fry"]),
        ("guides/eggs.md", "mentions", ["fry"]),
    ],
)
def test_a_page_names_its_terms_once(
    path: str, key: str, named: list[str], kitchen_words: Library
) -> None:
    """What it is about, in its own order."""
    page = graph(path, kitchen_words)[0]
    assert [term["name"] for term in page[key]] == named


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("terms/oil.md", ["", "terms/", "categories/stove/", "terms/oil/"]),
        ("compare/fry-or-oil.md", ["", "compare/", "compare/fry-or-oil/"]),
        ("levels/low.md", ["", "categories/", "levels/low/"]),
        ("guides/eggs.md", ["", "guides/eggs/"]),
        ("terms/index.md", ["", "terms/"]),
    ],
)
def test_the_way_from_home(path: str, way: list[str], kitchen_words: Library) -> None:
    """Breadcrumbs lead from the home page to the page itself, numbered from one."""
    steps = graph(path, kitchen_words)[0]["breadcrumb"]["itemListElement"]
    assert [step["item"]["@id"] for step in steps] == [
        f"https://glossary.example/{place}" for place in way
    ]
    assert [step["position"] for step in steps] == list(range(1, len(way) + 1))
    assert all(step["name"] for step in steps)


def test_addresses_follow_the_site(kitchen_words: Library) -> None:
    """Where pages are files, so are their addresses; without an address nothing is said."""
    files = replace(kitchen_words, site=replace(kitchen_words.site, directory_urls=False))
    assert graph("terms/fry.md", files)[0]["url"] == "https://glossary.example/terms/fry.html"
    nowhere = replace(kitchen_words, site=replace(kitchen_words.site, url=""))
    assert all("ld+json" not in make_html(planned, nowhere).body for planned in plan(nowhere))


def test_both_forms_say_the_same(kitchen_words: Library) -> None:
    """The page as Markdown ends in the same data, on a line of its own after an empty one."""
    for planned in plan(kitchen_words):
        written = make_markdown(planned, kitchen_words).body
        assert data_of(written) == data_of(make_html(planned, kitchen_words).body)
        assert "\n\n<script " in written


def test_the_data_is_no_words_of_the_page(kitchen_words: Library) -> None:
    """It does not enter the search index."""
    for planned in plan(kitchen_words):
        body = make_html(planned, kitchen_words).body
        assert not any("schema.org" in section.text for section in passages(body)), planned.path


def test_the_data_does_nothing_should_it_be_run(kitchen_words: Library) -> None:
    """Material runs every script of a page that it shows without a full load, whatever its type.

    A list is a whole program of JavaScript, which does nothing; an object would be an error.
    """
    for planned in plan(kitchen_words):
        body = make_html(planned, kitchen_words).body
        assert re.search(r'<script [^>]*>\[\{"@context".*\}\]</script>\n$', body), planned.path

"""Pages as plain Markdown: what the site says, without HTML, for whoever reads it as text."""

import html
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import markdown
import pytest
import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.model.addresses import plain_file, published_url
from termwise.render.search import passages
from termwise.site.make import make_file, make_html
from termwise.site.plain import make_plain, plan_plain
from termwise.site.plan import plan

GOLDENS = Path(__file__).parent.parent / "goldens"
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
"""CommonMark with GitHub's tables, in which HTML would be HTML."""

MakeLibrary = Callable[[Mapping[str, str]], Library]


def plain_pages(library: Library) -> dict[str, str]:
    """Every page as plain Markdown, by its place in the site."""
    return {
        file.path: b"".join(make_file(file, Lookup(library))).decode()
        for file in plan_plain(library)
    }


@pytest.fixture(scope="module")
def small(make_library: MakeLibrary) -> Library:
    """A small glossary in which every field that can hold text holds some."""
    golden = yaml.safe_load((GOLDENS / "pages/full-term.yml").read_text("utf-8"))
    decision = (GOLDENS / "plain/cook.yml").read_text("utf-8")
    return make_library({**golden["files"], "glossary/decisions/cook.yml": decision})


def parsed(text: str) -> Iterator[Token]:
    """Every token of a page, those within lines included."""
    for token in READER.parse(text):
        yield token
        yield from token.children or ()


@pytest.mark.parametrize("golden", sorted((GOLDENS / "plain").glob("*.md")), ids=lambda p: p.stem)
def test_a_page_is_as_its_golden_shows_it(golden: Path, small: Library) -> None:
    """One page of each kind, to the letter."""
    path = golden.name.replace("--", "/")
    pages = plain_pages(small)
    assert pages[path] == golden.read_text("utf-8")


def test_every_kind_of_page_has_a_golden(small: Library) -> None:
    """One a folder of the site."""
    shown = {golden.name.partition("--")[0] for golden in (GOLDENS / "plain").glob("*.md")}
    assert shown == {plain_file(page.path).partition("/")[0] for page in plan(small)}


def test_every_page_stands_beside_its_html(reference: Library) -> None:
    """At the address of the page and `index.md`; or with another ending, where that has one."""
    paths = list(plain_pages(reference))
    assert {"index.md", "terms/rag/index.md", "sources/index.md", "terms/index.md"} <= set(paths)
    assert len(paths) == len(set(paths)) == len(list(plan(reference)))
    flat = replace(reference, site=replace(reference.site, directory_urls=False))
    assert {"index.md", "terms/rag.md", "sources.md", "terms/index.md"} <= plain_pages(flat).keys()


def test_without_an_address_there_are_none(reference: Library) -> None:
    """Since their links are whole addresses."""
    nowhere = replace(reference, site=replace(reference.site, url=""))
    assert plain_pages(nowhere) == {}


def test_a_renamed_entry_is_at_its_former_place_too(small: Library) -> None:
    """An address of a page as Markdown is a promise as well."""
    term = small.glossary.terms["fry"].model_copy(update={"formerly": ("sear",)})
    terms = {**small.glossary.terms, "fry": term}
    library = replace(small, glossary=small.glossary.with_entries(term=terms))
    pages = plain_pages(library)
    assert pages["terms/sear/index.md"] == pages["terms/fry/index.md"]


def test_no_page_holds_html_or_leads_nowhere(reference: Library) -> None:
    """In the whole reference glossary: no tag outside code, and links are whole and right."""
    site = reference.site
    here = {published_url(page.path, site) for page in plan(reference)}
    for path, text in plain_pages(reference).items():
        assert text.startswith("# ")
        assert re.match(rf"[^\n]+\n\nSource: {re.escape(site.url)}", text), path
        for token in parsed(text):
            assert not token.type.startswith("html"), (path, token.content)
            if token.type == "link_open":
                href = str(token.attrs["href"])
                assert re.match("https?://|mailto:", href), (path, href)
                if href.startswith(site.url):
                    assert href.partition("#")[0] in here, (path, href)
            if token.type == "text":
                assert not re.search(r"</?[a-z]|&[a-z]+;|\[\[|\{\{|\]\(", token.content), path


def words(markup: str) -> Counter[str]:
    """The words of HTML, whatever stands between them."""
    return Counter(re.findall(r"\w+", html.unescape(re.sub(r"<[^>]*>", " ", markup))))


def test_pages_say_what_their_html_says(reference: Library) -> None:
    """Section by section no word is missing; what is more is where values are from."""
    converter = markdown.Markdown(extensions=["fenced_code", "sane_lists", "tables"])
    for planned in plan(reference):
        if planned.path.startswith(("guides/", "index.md")):
            continue  # hand-written text is Markdown in all forms
        body = make_html(planned, reference).body
        body = re.sub(r'<caption.*?</caption>|<p class="tw-more">.*?</p>', "", body)
        body = re.sub("<br>|<span|<div|<summary|<t[dh]|<d[dt]", r" \g<0>", body)
        converted = converter.reset().convert(make_plain(planned, Lookup(reference)))
        there = re.split(r"<h[1-6]>", converted)[1:]
        said = {re.sub("<[^>]*>", "", part.partition("</h")[0]): part for part in there}
        found = list(passages(body))
        for section in found:
            plain = words(said[section.title].partition("</h")[2])
            missing = words(section.text) - plain
            assert not missing, (planned.path, section.title, missing)


def test_where_a_value_is_from_stands_beside_it(small: Library) -> None:
    """All who say it where they differ, and that it is due where it is."""
    fact = small.glossary.facts["oil-smokes"]
    [seen] = fact.observations
    other = seen.model_copy(update={"low": 200.0, "high": 210.0, "as_of": "2024-05"})
    changed = fact.model_copy(
        update={"observations": (seen, other), "review_by": small.today.replace(year=2025)}
    )
    facts = {**small.glossary.facts, "oil-smokes": changed}
    library = replace(small, glossary=small.glossary.with_entries(fact=facts))
    page = plain_pages(library)["terms/fry/index.md"]
    assert (
        "- Hot oil ([160–210 °C](https://glossary.example/facts/heat/#oil-smokes) (One source, "
        "several figures: 160–190 °C — A. Cook, 2020; 200–210 °C — A. Cook, May 2024; due for "
        "review))."
    ) in page


def test_the_state_of_an_entry_is_said(small: Library) -> None:
    """A draft, what was replaced, and what is due for review."""
    terms = small.glossary.terms
    past = small.today.replace(year=2025)
    fry = {"status": "deprecated", "replaced_by": "pan", "review_by": past}
    changed = {
        **terms,
        "fry": terms["fry"].model_copy(update=fry),
        "boil": terms["boil"].model_copy(update={"status": "draft"}),
    }
    pages = plain_pages(replace(small, glossary=small.glossary.with_entries(term=changed)))
    replaced = "replaced by **[Pan](https://glossary.example/terms/pan/)**."
    assert f"This term is deprecated. It was {replaced}" in pages["terms/fry/index.md"]
    assert "· Due for review since 20 November 2025 ·" in pages["terms/fry/index.md"]
    assert "· Draft, not reviewed yet\n" in pages["terms/boil/index.md"]


def test_tables_have_as_many_cells_in_every_row(reference: Library) -> None:
    """And there are some: comparisons, and the rules of decisions."""
    counted = 0
    for path, text in plain_pages(reference).items():
        if path.startswith("guides/"):
            continue
        for table in re.findall(r"(?:^\|.*\|\n)+", text, re.MULTILINE):
            rows = [len(re.findall(r"(?<!\\)\|", row)) for row in table.strip().split("\n")]
            assert len(set(rows)) == 1, path
            counted += 1
    assert counted > 10


def test_a_guide_keeps_its_words_and_its_code(make_library: MakeLibrary) -> None:
    """Of a hand-written page the HTML and the attributes go, and its links become whole."""
    golden = yaml.safe_load((GOLDENS / "pages/full-term.yml").read_text("utf-8"))
    guide = (
        "---\ntitle: Eggs\n---\n\n# All about eggs { #eggs .wide }\n\n"
        '<div class="x" markdown="1">\n**First** [[fry]] <a href="../index.md#top">one</a>.\n</div>'
        "\n\n<!-- not said -->\n[Here](#eggs), [there](../terms/pan.md), [a picture](eggs.png),"
        " <https://eggs.example/> and [ref].\n\n[ref]: ../sources.md#handbook\n\n"
        "```html\n<b>\n\n\n\n[x](y.md) { #z }\n```\n\n`<i>` <script>alert(1)</script>ends.\n"
    )
    library = make_library({**golden["files"], "content/guides/eggs.md": guide})
    assert plain_pages(library)["guides/eggs/index.md"] == (
        "# All about eggs\n\nSource: https://glossary.example/guides/eggs/\n\n"
        "**First** [fry](https://glossary.example/terms/fry/)"
        " [one](https://glossary.example/#top).\n\n"
        "[Here](https://glossary.example/guides/eggs/#eggs),"
        " [there](https://glossary.example/terms/pan/),"
        " [a picture](https://glossary.example/guides/eggs.png),"
        " [https://eggs.example/](https://eggs.example/) and [ref].\n\n"
        "[ref]: https://glossary.example/sources/#handbook\n\n"
        "```html\n<b>\n\n\n\n[x](y.md) { #z }\n```\n\n`<i>` ends.\n"
    )

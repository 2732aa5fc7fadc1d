"""The AI glossary in this repository, and the site that is built from it."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import pytest

from termwise.project import report
from termwise.project.checked import Checked
from termwise.project.settings import read_settings
from termwise.site.assembly import assemble

TODAY = datetime.date(2026, 11, 20)
SITE_URL = "https://termwise.example/"

TERMS = re.findall(
    r"\S+",
    """
    fine-tuning rag foundation-model training-data prompt-engineering llm pre-training
    instruction-tuning transfer-learning peft lora rlhf distillation hallucination context-window
    inference loss-function token embedding vector-database chunking few-shot-prompting
    system-prompt prompt-caching evaluation-set overfitting catastrophic-forgetting grounding
    chatgpt
""",
)
"""Terms that readers were promised."""

COMPARISONS = re.findall(
    r"\S+",
    """
    fine-tuning-vs-prompt-engineering fine-tuning-vs-rag fine-tuning-vs-pre-training
    prompting-vs-rag-vs-fine-tuning lora-vs-full-fine-tuning
""",
)


@pytest.fixture(scope="module")
def checked(root: Path) -> Checked:
    return assemble(read_settings(root / "mkdocs.yml"), TODAY)


# What is in it


def test_it_has_no_problems(checked: Checked) -> None:
    assert [report.line(problem) for problem in checked.problems] == []


def test_the_promised_terms_are_there(checked: Checked) -> None:
    assert [name for name in TERMS if name not in checked.glossary.terms] == []
    assert len(checked.glossary.terms) >= 30


def test_the_promised_comparisons_are_there(checked: Checked) -> None:
    found = checked.glossary.comparisons
    assert [name for name in COMPARISONS if name not in found] == []


def test_there_are_facts_and_each_says_who_and_when(checked: Checked) -> None:
    glossary = checked.glossary
    assert len(glossary.facts) >= 25
    for name, fact in glossary.facts.items():
        assert fact.observations, name
        for seen in fact.observations:
            assert seen.source in glossary.sources, name
            assert seen.as_of, name


def test_there_are_guides_and_paths(checked: Checked) -> None:
    assert len([name for name in checked.glossary.guides if name.startswith("guides/")]) >= 2
    assert len(checked.glossary.paths) >= 2


def test_sources_that_disagree_are_all_shown(checked: Checked) -> None:
    """The cost of a run of fine-tuning, which the seeds put a thousandfold apart."""
    fact = checked.glossary.facts["fine-tuning-run-cost"]
    assert len({seen.source for seen in fact.observations}) >= 3


def test_every_term_s_parts_are_there(checked: Checked) -> None:
    """A first edition has no stubs: each term explains, relates and cites."""
    for name, term in checked.glossary.terms.items():
        assert term.key_points, name
        assert term.related, name
        assert term.sources, name
        assert term.faq, name
        assert term.reviewed, name


# The site that is built from it


@dataclass
class Element:
    """A tag with its attributes, and the text inside where it is a heading or the title."""

    tag: str
    attributes: dict[str, str]
    text: str = ""


@dataclass
class Page(HTMLParser):
    """The tags and ids of one page."""

    path: Path
    elements: list[Element] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[Element] = []
        self.feed(self.path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element."""
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        self.ids.update(
            {element.attributes[name] for name in ("id",) if name in element.attributes}
        )
        if tag in ("h1", "title"):
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """End a heading."""
        if self._open and tag == self._open[-1].tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Note the words of headings."""
        for element in self._open:
            element.text += data

    def named(self, tag: str) -> list[Element]:
        """The elements with this tag."""
        return [element for element in self.elements if element.tag == tag]


@pytest.fixture(scope="module")
def pages(reference_site: Path) -> dict[str, Page]:
    """Every page by its address below the site's root."""
    found = {
        path.relative_to(reference_site).as_posix(): Page(path)
        for path in sorted(reference_site.rglob("*.html"))
        if path.relative_to(reference_site).parts[0] not in ("api", "embed")
    }
    assert len(found) > 60
    return found


def test_every_kind_of_page_is_there(pages: dict[str, Page], checked: Checked) -> None:
    """The addresses that are promised to the world."""
    glossary = checked.glossary
    wanted = {"index.html", "terms/index.html", "compare/index.html", "paths/index.html"}
    wanted |= {"categories/index.html", "tags/index.html", "facts/index.html", "404.html"}
    wanted |= {"sources/index.html"}
    wanted |= {f"terms/{name}/index.html" for name in glossary.terms}
    wanted |= {f"compare/{name}/index.html" for name in glossary.comparisons}
    wanted |= {f"paths/{name}/index.html" for name in glossary.paths}
    wanted |= {f"categories/{name}/index.html" for name in glossary.categories}
    wanted |= {f"levels/{name}/index.html" for name in glossary.levels}
    wanted |= {f"facts/{name}/index.html" for name in glossary.topics}
    wanted |= {f"{name}/index.html" for name in glossary.guides if name != "index"}
    assert wanted - pages.keys() == set()


def _links(page: Page) -> Iterator[str]:
    for element in page.elements:
        for name in ("href", "src"):
            if name in element.attributes:
                yield element.attributes[name]


def _target(address: str, link: str) -> tuple[str, str] | None:
    """The file of the site that a link on a page leads to, and the fragment; None for outside."""
    if link.startswith(SITE_URL) and not link.startswith(f"{SITE_URL}edit/"):
        link = f"/{link.removeprefix(SITE_URL)}"
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    if address == "404.html":  # it stands in for pages at any depth, so its links are absolute
        assert parts.path.startswith("/") or not parts.path, link
    folder = PurePosixPath("/") / PurePosixPath(address).parent
    path = str(folder / unquote(parts.path)) if parts.path else f"/{address}"
    steps: list[str] = []
    for step in path.strip("/").split("/"):
        if step == "..":
            assert steps, f"{link} leaves the site"
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    found = "/".join(steps)
    if parts.path.endswith(("/", ".")) or not found:
        found = f"{found}/index.html".lstrip("/")
    return found, unquote(parts.fragment)


def test_every_link_within_the_site_leads_somewhere(
    pages: dict[str, Page], reference_site: Path
) -> None:
    """To a file that is there, and to an element that the fragment names."""
    broken = []
    followed = 0
    for address, page in pages.items():
        for link in _links(page):
            target = _target(address, link)
            if target is None:
                continue
            path, fragment = target
            followed += 1
            if not (reference_site / path).is_file():
                broken.append(f"{address}: {link} leads to no file")
            elif fragment and path in pages and fragment not in pages[path].ids:
                broken.append(f"{address}: {link} leads to no element of {path}")
    assert broken == []
    assert followed > 5000


def test_every_page_has_one_heading_and_a_title(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        headings, titles = page.named("h1"), page.named("title")
        assert len(headings) == 1, address
        assert headings[0].text.strip("¶ \n"), address
        assert "AI glossary" in titles[0].text, address


def test_no_two_pages_share_a_title(pages: dict[str, Page]) -> None:
    titles: dict[str, list[str]] = {}
    for address, page in pages.items():
        if address != "404.html":
            titles.setdefault(page.named("title")[0].text, []).append(address)
    assert [where for where in titles.values() if len(where) > 1] == []


def test_pages_of_entries_describe_themselves(pages: dict[str, Page], checked: Checked) -> None:
    """To search engines: each in words of its own, without markup."""
    described: dict[str, str] = {}
    for address, page in pages.items():
        found = [e for e in page.named("meta") if e.attributes.get("name") == "description"]
        if re.match(r"(terms|compare|guides|paths)/.*?/index\.html|index\.html", address):
            text = found[0].attributes["content"]
            assert not re.search(r"\[\[|\{\{|<|\*\*|\]\(", text), address
            assert described.setdefault(text, address) == address
    assert len(described) > len(checked.glossary.terms)


LOADED = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "embed": "src",
    "object": "data",
}
LOADING_RELATIONS = {"stylesheet", "preload", "prefetch", "preconnect", "dns-prefetch", "icon"}


def test_no_page_loads_anything_from_another_host(
    pages: dict[str, Page], reference_site: Path
) -> None:
    foreign = []
    for address, page in pages.items():
        for element in page.elements:
            value = element.attributes.get(LOADED.get(element.tag, ""), "")
            if element.tag == "link" and LOADING_RELATIONS & {*element.attributes["rel"].split()}:
                value = element.attributes["href"]
            if urlsplit(value).netloc:
                foreign.append(f"{address}: {value}")
    for path in reference_site.rglob("*.css"):
        css = path.read_text("utf-8")
        for value in re.findall(r"(?:url\(|@import\s*)[\"']?(https?:|//)", css):
            foreign.append(f"{path.name}: {value}")
    assert foreign == []


def test_no_page_shows_markup_that_was_not_resolved(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        html = page.path.read_text("utf-8")
        article = html[html.find("<article") : html.find("</article>")]
        data = r'<template class="tw-decision-data">.*?</template>|<script\b.*?</script>'
        article = re.sub(data, "", article)
        shown = re.sub(r"<(pre|code)\b.*?</\1>|<[^>]*>", " ", article, flags=re.DOTALL)
        assert not re.search(r"\[\[|\]\]|\{\{|\}\}|\{ ?[:.#]|\*\*|\]\(", shown), address

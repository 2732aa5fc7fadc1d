"""One embed on both sides: what a frame's page has is what an element makes of the data.

So that one style sheet serves both, and a reader gets the same of either.
"""

import json
import re
import subprocess
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from termwise.embeds import EMBEDS
from termwise.embeds.document import Embed
from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.markup.forms import HtmlForm
from termwise.markup.writer import Writer
from termwise.render.embeds import render_embed

Data = dict[str, Any]
Articles = Callable[[list[Data]], list[str]]

RARE: tuple[Data, ...] = (
    {"status": "draft", "as_of": None, "as_of_label": "", "sources": []},
    {"status": "reviewed", "due": "1 November 2026", "aliases": ["one", 'two "2"', "<b>"]},
    {"status": "reviewed", "aliases": [], "title": "<i>&amp;", "lang": "ar", "dir": "rtl"},
    {
        "status": "deprecated",
        "replaced_by": {"title": "Other", "url": "https://glossary.example/terms/other/"},
    },
)
"""What hardly an entry of the reference glossary has."""


class Events(HTMLParser):
    """HTML as what counts of it: elements with their attributes, and text but for its breaks."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.events: list[object] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Attributes may stand in any order."""
        self.events.append((tag, sorted(attrs, key=str)))

    def handle_endtag(self, tag: str) -> None:
        """Where it ends."""
        self.events.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        """Space between elements is left out."""
        if data.strip():
            self.events.append(re.sub(r"\s+", " ", data))


@pytest.fixture(scope="module")
def articles(node: str, root: Path) -> Articles:
    """What elements make of data."""

    def make(all_data: list[Data]) -> list[str]:
        done = subprocess.run(
            [node, str(root / "widgets/test/articles.mjs")],
            input="".join(json.dumps(data) + "\n" for data in all_data),
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    return make


@pytest.fixture(scope="module")
def embeds(reference: Library) -> list[Data]:
    """The data of every table and every term of the reference glossary."""
    form = HtmlForm("", reference.site.directory_urls, reference.site.url)
    made = [
        planned.make(Writer(Lookup(reference), form)).data
        for producer in EMBEDS
        for planned in producer(Lookup(reference))
    ]
    return [data for data in made if data["kind"] != "calculator"]


def in_frame(data: Data) -> str:
    """The article of a frame's page."""
    page = render_embed(Embed(data, 100), ("../",), "https://glossary.example").pages[0]
    article = re.search(r"<article.*</article>", page, re.DOTALL)
    assert article
    return article[0]


def test_elements_make_what_frames_have(embeds: list[Data], articles: Articles) -> None:
    """Tag by tag, for every table and every term."""
    assert {data["kind"] for data in embeds} == {"table", "term"}
    for data, made in zip(embeds, articles(embeds), strict=True):
        assert Events(made).events == Events(in_frame(data)).events, data["id"]


def test_elements_make_what_frames_have_where_it_is_rare(
    embeds: list[Data], articles: Articles
) -> None:
    """Drafts, deprecated terms, a review that is due, names with signs of HTML."""
    term = next(data for data in embeds if data["kind"] == "term")
    cases = [{**term, **rare} for rare in RARE]
    for data, made in zip(cases, articles(cases), strict=True):
        assert Events(made).events == Events(in_frame(data)).events

"""The feed: what RFC 4287 asks of one, and news that stay the same from one build to the next."""

import datetime
import re
from collections.abc import Callable, Mapping
from typing import TypeAlias
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from termwise.exports.feed import NEWEST, feed_files
from termwise.exports.planned import FileProducer
from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup

MakeOnly: TypeAlias = Callable[[FileProducer, Library], bytes]

ATOM = "{http://www.w3.org/2005/Atom}"
EGG = "https://glossary.example/terms/3-minute-egg/"


def read(made: bytes) -> Element:
    """A file, parsed."""
    return ElementTree.fromstring(made)  # noqa: S314


def said(element: Element, name: str) -> str:
    """The text of the one child with this name."""
    [found] = element.findall(ATOM + name)
    return found.text or ""


def links(element: Element) -> dict[str, str]:
    """The addresses of its links, by their relation."""
    return {each.get("rel", ""): each.get("href", "") for each in element.findall(ATOM + "link")}


def check(feed: Element) -> None:
    """The elements that RFC 4287 requires, once each, and ids that no two entries share."""
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    for each in (feed, *entries):
        assert said(each, "title")
        assert re.match("https?://", said(each, "id"))
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", said(each, "updated"))
    assert said(feed.findall(f"{ATOM}author")[0], "name")
    assert set(links(feed)) == {"self", "alternate"}
    assert all(set(links(each)) == {"alternate"} for each in entries)
    assert len({said(each, "id") for each in entries}) == len(entries)
    days = [said(each, "updated") for each in entries]
    assert days == sorted(days, reverse=True)
    assert said(feed, "updated") == days[0]
    for each in entries:
        [content] = each.findall(f"{ATOM}content")
        assert content.get("type") == "html"
        assert len(content) == 0


@pytest.fixture
def feed(eggs: Library, make_only: MakeOnly) -> Element:
    """The small glossary's."""
    return read(make_only(feed_files, eggs))


def test_the_feed_of_the_reference_glossary_is_whole(
    reference: Library, make_only: MakeOnly
) -> None:
    check(read(make_only(feed_files, reference)))


def test_the_newest_stands_first(feed: Element) -> None:
    """What came, what changed, and two changes of one day told apart."""
    check(feed)
    entries = feed.findall(f"{ATOM}entry")
    assert [(said(each, "id"), said(each, "title"), said(each, "updated")) for each in entries] == [
        (f"{EGG}#changed-2026-02-28", "Changed: Three-minute egg (TME)", "2026-02-28T00:00:00Z"),
        (f"{EGG}#changed-2026-02-28-2", "Changed: Three-minute egg (TME)", "2026-02-28T00:00:00Z"),
        ("https://glossary.example/terms/skillet/#added", "New: Skillet", "2025-03-01T00:00:00Z"),
        (f"{EGG}#added", "New: Three-minute egg (TME)", "2025-01-31T00:00:00Z"),
    ]
    assert links(entries[0]) == {"alternate": EGG}


def test_the_feed_names_itself_and_its_site(feed: Element) -> None:
    assert links(feed) == {
        "self": "https://glossary.example/feed.xml",
        "alternate": "https://glossary.example/",
    }
    assert said(feed, "id") == "https://glossary.example/feed.xml"
    assert said(feed, "title") == "Glossary"


def test_content_is_html_with_whole_addresses(feed: Element) -> None:
    """A reader shows it far from the site."""
    content = said(feed.findall(f"{ATOM}entry")[0], "content")
    assert content == (
        '<p>Boiled, <em>not</em> <a href="https://glossary.example/terms/skillet/"'
        ' title="A flat pan.">fried</a>.</p>'
    )


def test_no_text_bends_the_feed(
    hostile: str, spoil: Callable[[str], Library], make_only: MakeOnly
) -> None:
    """Neither the XML nor, once a reader takes it out, the HTML in it."""
    found = read(make_only(feed_files, spoil(hostile)))
    plain = read(make_only(feed_files, spoil("word")))
    check(found)
    assert [each.tag for each in found.iter()] == [each.tag for each in plain.iter()]
    assert "<script" not in said(found.findall(f"{ATOM}entry")[0], "content")


TAXONOMY = """\
categories: [{id: a, title: A, description: A.}]
levels: [{id: b, title: B, description: B.}]
"""


def _term(day: datetime.date | None) -> str:
    added = f"added: {day}\n" if day else ""
    return f"term: x{day}\ncategory: a\nlevel: b\ndefinition: It is.\n{added}"


def test_the_feed_ends_after_the_newest(
    make_library: Callable[[Mapping[str, str]], Library], make_only: MakeOnly
) -> None:
    """A glossary of ten thousand terms has a feed as long as that of a hundred."""
    start = datetime.date(2020, 1, 1)
    days = {f"t-{n:03}": start + datetime.timedelta(n) for n in range(NEWEST + 5)}
    files = {f"glossary/terms/{name}.yml": _term(day) for name, day in days.items()}
    made = make_only(feed_files, make_library({**files, "glossary/taxonomy.yml": TAXONOMY}))
    found = [said(each, "updated")[:10] for each in read(made).findall(f"{ATOM}entry")]
    assert found == [str(day) for day in sorted(days.values(), reverse=True)[:NEWEST]]


def test_without_dates_there_is_no_feed(
    make_library: Callable[[Mapping[str, str]], Library],
) -> None:
    """A feed must say when it was updated, and there is no clock to ask."""
    files = {"glossary/taxonomy.yml": TAXONOMY, "glossary/terms/x.yml": _term(None)}
    assert list(feed_files(Lookup(make_library(files)))) == []

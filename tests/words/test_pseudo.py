"""A language that is made up finds whatever is said past the catalogue.

All content is in Greek letters, and each text of the catalogue in brackets; so Latin letters
outside of brackets are English that no translator could reach. Scripts are tried in a browser
(`tests/browser/test_pseudo.py`).
"""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.model.addresses import HOME
from termwise.site.embedding import make_embeds, make_shared
from termwise.site.make import make_file, make_html, make_markdown
from termwise.site.plain import plan_plain
from termwise.site.plan import plan, plan_files
from termwise.words.words import Words

BareEnglish = Any

READ_BY_PEOPLE = frozenset(("label", "words", "title", "text", "html", "name", "by"))
"""The keys of data that hold what people read."""


def english_in(problems: dict[str, list[str]]) -> list[str]:
    """One line a text that is not said through the catalogue, with where it stands."""
    found: dict[str, str] = {}
    for place, texts in problems.items():
        for text in texts:
            found.setdefault(text, place)
    return [f"{place}: {text}" for text, place in found.items()]


@pytest.mark.parametrize("make", [make_html, make_markdown])
def test_pages_say_nothing_past_the_catalogue(
    pseudo: Library, bare_english: BareEnglish, make: Any
) -> None:
    """Each kind of page, in the form of themes and in that of builders of sites."""
    problems = {}
    for planned in plan(pseudo):
        page = make(planned, pseudo)
        names = [heading["name"] for heading in page.contents]
        meta = [value for value in page.meta.values() if isinstance(value, str)]
        problems[planned.path] = bare_english(page.body, *names, *meta)
    assert len(problems) >= 20
    assert HOME in problems
    assert english_in(problems) == []


def test_embeds_say_nothing_past_the_catalogue(pseudo: Library, bare_english: BareEnglish) -> None:
    """Their pages for frames, and the words in their data."""
    pins, _shared = make_shared()
    problems = {
        name: bare_english(content.decode())
        for embed in make_embeds(pseudo, pins.assets)
        for name, content in embed.files.items()
        if name.endswith(".html") and "v1" in name
    }
    assert len(problems) >= 5
    assert english_in(problems) == []


def test_data_says_nothing_past_the_catalogue(pseudo: Library, bare_english: BareEnglish) -> None:
    """What people read of it: labels, notes, headings; keys and ids are for programs."""
    problems = {}
    for planned in (*plan_files(pseudo), *plan_plain(pseudo)):
        made = b"".join(make_file(planned, Lookup(pseudo)))
        texts = list(read_by_people(planned.path, made))
        if texts:
            problems[planned.path] = bare_english(*texts)
    endings = {path.rpartition(".")[2] for path in problems}
    assert endings == {"json", "csv", "md", "html", "txt", "xml", "tbx"}
    assert english_in(problems) == []


def test_a_linter_speaks_the_language(reference: Library, pseudo_words: Words) -> None:
    """Vale's messages, of which there are none where all terms are called the same."""
    lookup = Lookup(replace(reference, words=pseudo_words))
    [vale] = [planned for planned in plan_files(reference) if planned.path.endswith("vale.zip")]
    with zipfile.ZipFile(io.BytesIO(b"".join(make_file(vale, lookup)))) as archive:
        rules = [archive.read(name).decode() for name in archive.namelist()]
    said = re.findall(r'^message: "(.*)"$', "".join(rules), re.MULTILINE)
    assert set(said) == {"⟦Use '⟧%s⟦' instead of '⟧%s⟦'.⟧"}


def read_by_people(path: str, made: bytes) -> Iterator[str]:
    """The texts for people in a file of data."""
    text = "" if path.endswith(".zip") else made.decode()
    if path.endswith((".html", ".md", ".txt")):
        yield text
    elif path.endswith(".csv"):
        yield text if "compare/" in path else ""
    elif path.endswith((".xml", ".tbx")):
        yield from re.findall(r"<(?:title|note)[^>]*>([^<]*)<", text)
    elif path.endswith(".json") and "schema" not in path and "textlint" not in path:
        yield from said_in(json.loads(text))


def said_in(value: Any, key: str = "") -> Iterator[str]:
    """The texts under the keys that people read."""
    if isinstance(value, dict):
        for name, item in value.items():
            if name != "program":
                yield from said_in(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from said_in(item, key)
    elif isinstance(value, str) and key in READ_BY_PEOPLE:
        yield value


def test_bare_english_is_seen(bare_english: BareEnglish) -> None:
    """Otherwise the tests before would prove nothing."""
    assert bare_english("<p>⟦Used in ⟧Λόγος⟦.⟧</p>") == []
    assert bare_english("<p>Used in Λόγος</p>") == ["Used in Λόγος"]
    hovered = '<a title="Permanent link" href="https://x.example/a">⟦a⟧</a>'
    assert bare_english(hovered) == ["Permanent link"]
    assert bare_english("[⟦a⟧](https://x.example/fry)") == []
    assert bare_english("[⟦a⟧](https://x.example/fry) Not said") == ["[) Not said"]

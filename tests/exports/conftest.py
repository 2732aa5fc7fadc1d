"""A small glossary with something in each field that terminology tools read."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from termwise.exports.planned import FileProducer
from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.model.site import Site
from termwise.project.library import library_of
from termwise.site.make import make_file

FILES = {
    "glossary/taxonomy.yml": """\
categories:
  - {id: stove, title: Stove & "pan", description: "What a [[skillet]] is for."}
  - {id: empty, title: Empty, description: Nothing yet.}
levels:
  - {id: low, title: Low, description: Easy.}
relations:
  - {id: needs, title: Needs}
""",
    "glossary/sources.yml": """\
sources:
  - {id: book, title: The book, author: A. Cook, kind: book, url: "https://books.example/a|b"}
  - {id: page, title: No author, kind: article}
""",
    "glossary/terms/3-minute-egg.yml": """\
term: three-minute egg
aliases: [iSoftEgg, soft egg]
abbreviation: TME
avoid: [3 minute egg, egg of three minutes]
category: stove
level: low
definition: An egg that was *boiled* for "three" minutes.
related:
  - {term: skillet, kind: needs, why: For once.}
  - {term: 3-minute-egg, kind: needs, why: Oneself.}
sources: [book, page, book]
added: 2025-01-31
changes:
  - {on: 2026-02-28, what: "Boiled, *not* [[skillet|fried]]."}
  - {on: 2026-02-28, what: Again.}
translations:
  fr: {term: oeuf mollet, definition: Un oeuf.}
  pt-BR: {term: ovo quente}
  pt-Br: {term: ovo mole}
  en: {term: soft-boiled egg}
""",
    "glossary/terms/skillet.yml": """\
term: skillet
aliases: [C++ pan, a|b, $1 pan, frying skillet]
category: stove
level: low
definition: A flat pan.
status: reviewed
reviewed: 2026-02-01
added: 2025-03-01
""",
    "glossary/terms/frypan.yml": """\
term: fry-pan
aliases: [fry (pan), pan]
avoid: [frypann]
category: stove
level: low
definition: A skillet.
related: [{term: skillet, kind: needs, why: The same.}]
status: deprecated
replaced_by: spider
""",
    "glossary/terms/spider.yml": """\
term: spider
category: stove
level: low
definition: A skillet with legs.
status: deprecated
replaced_by: skillet
""",
}


@pytest.fixture(scope="package")
def egg_files() -> dict[str, str]:
    """The files of the small glossary, for a larger one."""
    return dict(FILES)


@pytest.fixture(scope="package")
def eggs(make_library: Callable[[Mapping[str, str]], Library]) -> Library:
    """Four terms, two of which are deprecated; three languages; three things that happened."""
    return make_library(FILES)


@pytest.fixture(scope="package")
def spoil(eggs: Library) -> Callable[[str], Library]:
    """The same with one text in every name and every text that is exported."""

    def make(text: str) -> Library:
        def all_of(entries: Mapping[str, Any], **fields: Any) -> dict[str, Any]:
            return {name: entry.model_copy(update=fields) for name, entry in entries.items()}

        names: dict[str, Any] = {"term": text, "aliases": (text,), "abbreviation": text}
        names |= {"avoid": (text, f"{text}!"), "definition": text}
        french = eggs.glossary.terms["3-minute-egg"].translations["fr"]
        names["translations"] = {text: french.model_copy(update={"term": text, "definition": text})}
        glossary = eggs.glossary
        terms = {
            name: term.model_copy(
                update={
                    "changes": tuple(
                        each.model_copy(update={"what": text}) for each in term.changes
                    )
                }
            )
            for name, term in all_of(glossary.terms, **names).items()
        }
        address = f"https://x.example/{text}"
        spoilt = glossary.with_entries(
            term=terms,
            category=all_of(glossary.categories, title=text, description=text),
            source=all_of(glossary.sources, title=text, author=text, url=address),
        )
        site = Site(text, eggs.site.url, description=text, language=text)
        return library_of(spoilt, site, eggs.today)

    return make


@pytest.fixture(scope="session")
def make_only() -> Callable[[FileProducer, Library], bytes]:
    """Make the first file that a producer has."""

    def make(producer: FileProducer, library: Library) -> bytes:
        return b"".join(make_file(next(producer(Lookup(library))), Lookup(library)))

    return make


HOSTILE = (
    'a "quoted" \\ text',
    "\\",
    '"""',
    "line\nline\r\nline\ttab",
    "\x00\x01\x08\x0b\x1f\x7f\x85\ufffe\uffff",
    "<script>alert(1)</script>",
    "]]></content></entry>",
    "&amp;&#0;&nosuch;",
    "@en . <https://evil.example/> a <x>",
    "\u2028\u202e\ufeff\U0001f373",
    "{}[]()|^`$1 $& $$ (?=x) %s",
    "- : # ? | > ! % @ `",
    "' \"",
    "*",
)


@pytest.fixture(params=HOSTILE, ids=range(len(HOSTILE)))
def hostile(request: pytest.FixtureRequest) -> str:
    """A text that would end or bend what it stands in."""
    text: str = request.param
    return text

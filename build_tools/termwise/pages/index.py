"""The A–Z index, `/terms/`: one page, or a page a letter where there are many terms."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from termwise.model import addresses
from termwise.model.addresses import letter_of
from termwise.model.names import anchor
from termwise.pages.entries import by_letter, counted, entry_of, unnamed
from termwise.pages.linked_data import index_data, page_data
from termwise.pages.planned import PlannedPage
from termwise.reading.library import Library
from termwise.writing.document import Document
from termwise.writing.reading import Reading

ONE_PAGE = 400
"""Up to this many terms the index is one page; a longer list is split by letter."""


def index_pages(library: Library) -> Iterator[PlannedPage]:
    """The index, and where it is split, its letters."""
    yield PlannedPage(addresses.INDEX, _index)
    if len(library.glossary.terms) > ONE_PAGE:
        letters = {letter_of(term.title) for term in library.glossary.terms.values()}
        for letter in sorted(letters):
            path = addresses.letter_page(_slug(letter))
            yield PlannedPage(path, partial(_letter, letter))


def _slug(letter: str) -> str:
    return anchor(letter) if letter != "#" else "other"


def _index(reading: Reading) -> Document:
    grouped = by_letter(reading.every("term"), reading)
    split = sum(map(len, grouped.values())) > ONE_PAGE
    groups = [
        {
            "title": reading.name(letter),
            "anchor": _slug(letter),
            "entries": [entry_of(("term", name), reading) for name in names],
        }
        for letter, names in grouped.items()
    ]
    values = {
        "title": "All terms from A to Z",
        "lead": _other_ways(reading),
        "letters": letter_links(grouped, reading),
        "groups": [] if split else groups,
    }
    title = "All terms"
    return Document("listing.j2", values, {"title": title}, linked_data=index_data(reading, title))


def _other_ways(reading: Reading) -> str:
    """Where else to browse, in one line."""
    subjects = reading.form.link("subject and level", reading.page_link(addresses.CATEGORIES))
    tags = reading.form.link("tag", reading.page_link(addresses.TAGS))
    tagged = any(reading.term(name).tags for name in reading.every("term"))
    return f"Browse by {subjects}, or by {tags}." if tagged else f"Browse by {subjects}."


def letter_links(grouped: Mapping[str, Sequence[str]], reading: Reading) -> list[dict[str, object]]:
    """The letters with the number of terms under each, linked to where those are listed."""
    split = sum(map(len, grouped.values())) > ONE_PAGE
    return [
        {
            "letter": letter,
            "url": reading.url(
                addresses.letter_page(_slug(letter))
                if split
                else f"{addresses.INDEX}#{_slug(letter)}"
            ),
            "count": counted(len(names), "term"),
        }
        for letter, names in grouped.items()
    ]


def _letter(letter: str, reading: Reading) -> Document:
    names = by_letter(reading.every("term"), reading)[letter]
    values = {
        "title": f"Terms under {reading.name(letter)}",
        "crumbs": [("All terms", reading.url(addresses.INDEX))],
        "lead": "",
        "groups": [unnamed([entry_of(("term", name), reading) for name in names])],
    }
    title = f"Terms under {letter}"
    linked = page_data(reading, title, "", (("All terms", addresses.INDEX),))
    return Document("listing.j2", values, {"title": title}, linked_data=linked)

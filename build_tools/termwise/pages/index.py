"""The A–Z index, `/terms/`: one page, or a page a letter where there are many terms."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from termwise.lookup.lookup import Lookup
from termwise.markup.document import Document
from termwise.markup.writer import Writer
from termwise.model import addresses
from termwise.model.addresses import letter_of
from termwise.model.names import anchor
from termwise.pages.entries import by_letter, entry_of, unnamed
from termwise.pages.linked_data import index_graph, page_graph
from termwise.pages.planned import PlannedPage
from termwise.words.words import message

ALL = message("All terms")


def index_pages(lookup: Lookup) -> Iterator[PlannedPage]:
    """The index, and where it is split, its letters."""
    yield PlannedPage(addresses.INDEX, _index)
    if len(lookup.every("term")) > addresses.ONE_PAGE:
        letters = {letter_of(lookup.term(name).title) for name in lookup.every("term")}
        for letter in sorted(letters):
            path = addresses.letter_page(_slug(letter))
            yield PlannedPage(path, partial(_letter, letter))


def _slug(letter: str) -> str:
    return anchor(letter) if letter != "#" else "other"


def _index(writer: Writer) -> Document:
    grouped = by_letter(writer.lookup.every("term"), writer)
    split = sum(map(len, grouped.values())) > addresses.ONE_PAGE
    groups = [
        {
            "title": writer.name(letter),
            "anchor": _slug(letter),
            "entries": [entry_of(("term", name), writer) for name in names],
        }
        for letter, names in grouped.items()
    ]
    values = {
        "title": writer.words.say("All terms from A to Z"),
        "lead": _other_ways(writer),
        "letters": letter_links(grouped, writer),
        "groups": [] if split else groups,
    }
    title = writer.words.say(ALL)
    return Document("listing.j2", values, {"title": title}, linked_data=index_graph(writer, title))


def _other_ways(writer: Writer) -> str:
    """Where else to browse, in one line."""
    say = writer.words.say
    # Translators: Put into “Browse by {subjects}.”
    subjects = writer.form.link(say("subject and level"), writer.page_link(addresses.CATEGORIES))
    # Translators: Put into “Browse by {subjects}, or by {tags}.”
    tags = writer.form.link(say("tag"), writer.page_link(addresses.TAGS))
    tagged = any(writer.lookup.term(name).tags for name in writer.lookup.every("term"))
    if not tagged:
        return say("Browse by {subjects}.", subjects=subjects)
    return say("Browse by {subjects}, or by {tags}.", subjects=subjects, tags=tags)


def letter_links(grouped: Mapping[str, Sequence[str]], writer: Writer) -> list[dict[str, object]]:
    """The letters with the number of terms under each, linked to where those are listed."""
    split = sum(map(len, grouped.values())) > addresses.ONE_PAGE
    return [
        {
            "letter": letter,
            "url": writer.url(
                addresses.letter_page(_slug(letter))
                if split
                else f"{addresses.INDEX}#{_slug(letter)}"
            ),
            "count": len(names),
        }
        for letter, names in grouped.items()
    ]


def _letter(letter: str, writer: Writer) -> Document:
    names = by_letter(writer.lookup.every("term"), writer)[letter]
    values = {
        "title": writer.words.say("Terms under {letter}", letter=writer.name(letter)),
        "crumbs": [(writer.words.say(ALL), writer.url(addresses.INDEX))],
        "lead": "",
        "groups": [unnamed([entry_of(("term", name), writer) for name in names])],
    }
    title = writer.words.say("Terms under {letter}", letter=letter)
    linked = page_graph(writer, title, "", ((writer.words.say(ALL), addresses.INDEX),))
    return Document("listing.j2", values, {"title": title}, linked_data=linked)

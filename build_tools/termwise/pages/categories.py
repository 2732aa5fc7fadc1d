"""The ways to browse: categories, levels and tags."""

from collections.abc import Iterator
from functools import partial

from termwise.lookup.lookup import Lookup
from termwise.markup.document import Document
from termwise.markup.writer import Writer
from termwise.model import addresses
from termwise.model.glossary import EntryKey
from termwise.pages.entries import entry_of, in_order, unnamed
from termwise.pages.linked_data import Trail, page_graph
from termwise.pages.planned import PlannedPage
from termwise.words.words import message

CATEGORIES = message("Categories and levels")
TAGS = message("Tags")
"""Titles of the lists that the other pages hang on."""


def _trail(title: str, page: str, writer: Writer) -> Trail:
    return ((writer.words.say(title), page),)


def category_pages(lookup: Lookup) -> Iterator[PlannedPage]:
    """A page a category, and the list of all categories, levels and tags."""
    yield PlannedPage(addresses.CATEGORIES, _overview)
    for name in lookup.every("category"):
        key = ("category", name)
        yield PlannedPage(addresses.page_of(key), partial(_category, name))


def level_pages(lookup: Lookup) -> Iterator[PlannedPage]:
    """A page a level."""
    for name in lookup.every("level"):
        yield PlannedPage(addresses.page_of(("level", name)), partial(_level, name))


def tag_pages(lookup: Lookup) -> Iterator[PlannedPage]:
    """A page a tag."""
    tags = {tag for name in lookup.every("term") for tag in lookup.term(name).tags}
    for name in sorted(tags):
        yield PlannedPage(addresses.page_of(("tag", name)), partial(_tag, name))
    if tags:
        yield PlannedPage(addresses.TAGS, _tags)


def _category(name: str, writer: Writer) -> Document:
    category = writer.lookup.category(name)
    names = writer.lookup.naming(("category", name), "term")
    groups = []
    for level in writer.lookup.every("level"):
        here = [term for term in in_order(names, writer) if writer.lookup.term(term).level == level]
        if here:
            groups.append(
                {
                    "title": writer.name(writer.lookup.level(level).title),
                    "anchor": level,
                    "entries": [entry_of(("term", term), writer) for term in here],
                }
            )
    values = {
        "title": writer.name(category.title),
        "crumbs": [(writer.words.say("Categories"), writer.url(addresses.CATEGORIES))],
        "lead": writer.line(category.description),
        "groups": groups,
    }
    words = writer.plain(category.description)
    meta = {"title": category.title, "description": words}
    linked = page_graph(
        writer, category.title, words, _trail(CATEGORIES, addresses.CATEGORIES, writer)
    )
    return Document("listing.j2", values, meta, linked_data=linked)


def _level(name: str, writer: Writer) -> Document:
    level = writer.lookup.level(name)
    values = {
        # Translators: {level} is the name of a level, such as “Beginner”.
        "title": writer.words.say("{level} terms", level=writer.name(level.title)),
        "crumbs": [(writer.words.say(CATEGORIES), writer.url(addresses.CATEGORIES))],
        "lead": writer.line(level.description),
        "groups": [_plain_group(("level", name), writer)],
    }
    words = writer.plain(level.description)
    title = writer.words.say("{level} terms", level=level.title)
    linked = page_graph(writer, title, words, _trail(CATEGORIES, addresses.CATEGORIES, writer))
    meta = {"title": title, "description": words}
    return Document("listing.j2", values, meta, linked_data=linked)


def _tag(name: str, writer: Writer) -> Document:
    title = writer.words.say("Terms tagged “{tag}”", tag=name)
    values = {
        "title": title,
        "crumbs": [(writer.words.say(TAGS), writer.url(addresses.TAGS))],
        "lead": "",
        "groups": [_plain_group(("tag", name), writer)],
    }
    linked = page_graph(writer, title, "", _trail(TAGS, addresses.TAGS, writer))
    return Document("listing.j2", values, {"title": title}, linked_data=linked)


def _plain_group(key: EntryKey, writer: Writer) -> dict[str, object]:
    names = in_order(writer.lookup.naming(key, "term"), writer)
    return unnamed([entry_of(("term", name), writer) for name in names])


def _overview(writer: Writer) -> Document:
    groups = [
        {
            "title": writer.words.say("Categories"),
            "anchor": "categories",
            "entries": [
                entry_of(("category", name), writer) for name in writer.lookup.every("category")
            ],
        },
        {
            "title": writer.words.say("Levels"),
            "anchor": "levels",
            "entries": [entry_of(("level", name), writer) for name in writer.lookup.every("level")],
        },
    ]
    title = writer.words.say(CATEGORIES)
    values = {"title": title, "lead": "", "groups": groups}
    linked = page_graph(writer, title)
    return Document("listing.j2", values, {"title": title}, linked_data=linked)


def _tags(writer: Writer) -> Document:
    tags = {tag for name in writer.lookup.every("term") for tag in writer.lookup.term(name).tags}
    entries = [entry_of(("tag", tag), writer) for tag in sorted(tags)]
    title = writer.words.say(TAGS)
    values = {"title": title, "lead": "", "groups": [unnamed(entries)]}
    linked = page_graph(writer, title)
    return Document("listing.j2", values, {"title": title}, linked_data=linked)

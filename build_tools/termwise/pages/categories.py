"""The ways to browse: categories, levels and tags."""

from collections.abc import Iterator
from functools import partial

from termwise.model import addresses
from termwise.model.glossary import EntryKey
from termwise.pages.entries import entry_of, in_order, unnamed
from termwise.pages.linked_data import Trail, page_data
from termwise.pages.planned import PlannedPage
from termwise.reading.library import Library
from termwise.writing.document import Document
from termwise.writing.reading import Reading

CATEGORIES: Trail = (("Categories and levels", addresses.CATEGORIES),)
TAGS: Trail = (("Tags", addresses.TAGS),)


def category_pages(library: Library) -> Iterator[PlannedPage]:
    """A page a category, and the list of all categories, levels and tags."""
    yield PlannedPage(addresses.CATEGORIES, _overview)
    for name in library.glossary.categories:
        key = ("category", name)
        yield PlannedPage(addresses.page_of(key), partial(_category, name))


def level_pages(library: Library) -> Iterator[PlannedPage]:
    """A page a level."""
    for name in library.glossary.levels:
        yield PlannedPage(addresses.page_of(("level", name)), partial(_level, name))


def tag_pages(library: Library) -> Iterator[PlannedPage]:
    """A page a tag."""
    tags = {tag for term in library.glossary.terms.values() for tag in term.tags}
    for name in sorted(tags):
        yield PlannedPage(addresses.page_of(("tag", name)), partial(_tag, name))
    if tags:
        yield PlannedPage(addresses.TAGS, _tags)


def _category(name: str, reading: Reading) -> Document:
    category = reading.category(name)
    names = reading.naming(("category", name), "term")
    groups = []
    for level in reading.every("level"):
        here = [term for term in in_order(names, reading) if reading.term(term).level == level]
        if here:
            groups.append(
                {
                    "title": reading.name(reading.level(level).title),
                    "anchor": level,
                    "entries": [entry_of(("term", term), reading) for term in here],
                }
            )
    values = {
        "title": reading.name(category.title),
        "crumbs": [("Categories", reading.url(addresses.CATEGORIES))],
        "lead": reading.line(category.description),
        "groups": groups,
    }
    words = reading.plain(category.description)
    meta = {"title": category.title, "description": words}
    linked = page_data(reading, category.title, words, CATEGORIES)
    return Document("listing.j2", values, meta, linked_data=linked)


def _level(name: str, reading: Reading) -> Document:
    level = reading.level(name)
    values = {
        "title": f"{reading.name(level.title)} terms",
        "crumbs": [("Categories and levels", reading.url(addresses.CATEGORIES))],
        "lead": reading.line(level.description),
        "groups": [_plain_group(("level", name), reading)],
    }
    title, words = f"{level.title} terms", reading.plain(level.description)
    linked = page_data(reading, title, words, CATEGORIES)
    meta = {"title": title, "description": words}
    return Document("listing.j2", values, meta, linked_data=linked)


def _tag(name: str, reading: Reading) -> Document:
    values = {
        "title": f"Terms tagged “{name}”",
        "crumbs": [("Tags", reading.url(addresses.TAGS))],
        "lead": "",
        "groups": [_plain_group(("tag", name), reading)],
    }
    title = f"Terms tagged “{name}”"
    linked = page_data(reading, title, "", TAGS)
    return Document("listing.j2", values, {"title": title}, linked_data=linked)


def _plain_group(key: EntryKey, reading: Reading) -> dict[str, object]:
    names = in_order(reading.naming(key, "term"), reading)
    return unnamed([entry_of(("term", name), reading) for name in names])


def _overview(reading: Reading) -> Document:
    groups = [
        {
            "title": "Categories",
            "anchor": "categories",
            "entries": [
                entry_of(("category", name), reading) for name in reading.every("category")
            ],
        },
        {
            "title": "Levels",
            "anchor": "levels",
            "entries": [entry_of(("level", name), reading) for name in reading.every("level")],
        },
    ]
    values = {"title": "Categories and levels", "lead": "", "groups": groups}
    [(title, _page)] = CATEGORIES
    linked = page_data(reading, title)
    return Document("listing.j2", values, {"title": title}, linked_data=linked)


def _tags(reading: Reading) -> Document:
    tags = {tag for name in reading.every("term") for tag in reading.term(name).tags}
    entries = [entry_of(("tag", tag), reading) for tag in sorted(tags)]
    values = {"title": "Tags", "lead": "", "groups": [unnamed(entries)]}
    linked = page_data(reading, "Tags")
    return Document("listing.j2", values, {"title": "Tags"}, linked_data=linked)

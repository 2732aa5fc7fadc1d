"""Entries as lists show them: a name that links, a note, and a line of text."""

from collections.abc import Iterable
from typing import TypeAlias

from termwise.markup.document import Document
from termwise.markup.writer import Writer
from termwise.model.addresses import letter_of
from termwise.model.fact import FactFile
from termwise.model.glossary import EntryKey
from termwise.model.kinds import KIND, AnyEntry, title_of
from termwise.model.path import Path
from termwise.model.taxonomy import Category, Level
from termwise.model.term import Term
from termwise.pages.linked_data import page_graph

ListEntry: TypeAlias = dict[str, str]
"""`title`, `link`, `note` and `text`, of which the last two may be empty."""


def entry_of(key: EntryKey, writer: Writer) -> ListEntry:
    """An entry of any kind that has a page, as a list shows it."""
    title, note, text = _parts(key, writer)
    return {
        "title": writer.name(title),
        "link": writer.link_to(key),
        "note": writer.name(note),
        "text": writer.line(text) if text else "",
    }


def _parts(key: EntryKey, writer: Writer) -> tuple[str, str, str]:
    """Title, note and text of an entry, as they were written."""
    kind, name = key
    if kind == "tag":
        return name, _count(key, writer), ""
    entry = writer.lookup.entry(key)
    return title_of(entry), _note(key, entry, writer), KIND[kind].lead_of(entry)


def _note(key: EntryKey, entry: AnyEntry, writer: Writer) -> str:
    """How an entry ranks or how much is in it, for the kinds of which that is of interest."""
    match entry:
        case Term():
            return writer.lookup.level(entry.level).title
        case Path():
            return writer.words.counted("{n} step", "{n} steps", len(entry.steps))
        case FactFile():
            return writer.words.counted("{n} fact", "{n} facts", len(entry.facts))
        case Category() | Level():
            return _count(key, writer)
    return ""


def _count(key: EntryKey, writer: Writer) -> str:
    """How many terms are in a category, of a level or under a tag."""
    return writer.words.counted("{n} term", "{n} terms", len(writer.lookup.naming(key, "term")))


def list_page(kind: str, title: str, lead: str, writer: Writer) -> Document:
    """The page that lists all entries of a kind; `title` and `lead` are of the catalogue."""
    title, lead = writer.words.say(title), writer.words.say(lead)
    entries = [entry_of((kind, name), writer) for name in writer.lookup.every(kind)]
    values = {"title": title, "lead": lead, "groups": [unnamed(entries)]}
    linked = page_graph(writer, title, lead)
    return Document("listing.j2", values, {"title": title}, linked_data=linked)


def unnamed(entries: list[ListEntry]) -> dict[str, object]:
    """Entries without a heading of their own."""
    return {"title": "", "anchor": "", "entries": entries}


def in_order(names: Iterable[str], writer: Writer) -> list[str]:
    """Terms in the order of their titles, case aside."""
    return sorted(names, key=lambda name: (writer.lookup.term(name).title.casefold(), name))


def by_letter(names: Iterable[str], writer: Writer) -> dict[str, list[str]]:
    """Terms under the letter that they begin with, letters in order, "#" first."""
    grouped: dict[str, list[str]] = {}
    for name in in_order(names, writer):
        grouped.setdefault(letter_of(writer.lookup.term(name).title), []).append(name)
    return dict(sorted(grouped.items()))

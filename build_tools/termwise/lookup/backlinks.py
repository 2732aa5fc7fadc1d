"""What is derived from the entries and never written: who links, compares and cites whom."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, partial
from typing import TypeAlias

from termwise.model.fields import walk
from termwise.model.glossary import EntryKey, Glossary
from termwise.model.guide import Guide, Mention
from termwise.model.kinds import KIND
from termwise.model.values import Entry, Reference
from termwise.text.outline import named_in
from termwise.text.own_links import is_whole

Links = Mapping[EntryKey, tuple[EntryKey, ...]]

KeyOf: TypeAlias = Callable[[str, str], EntryKey | None]
"""Finds the term or fact that a text names, by its kind and what is written."""


class Relations:
    """For each entry, the entries that name it, sorted by kind and id.

    An entry names another by a field (`related`, `subjects`, `sources`, …) or in its text
    (`[[term]]`, `{{fact}}`).
    """

    def __init__(self, find: Callable[[], Links]) -> None:
        self._find = find

    @cached_property
    def named_by(self) -> Links:
        """Found when it is asked for first, since planning a site asks for none of it."""
        return self._find()

    def of(self, key: EntryKey, kind: str) -> tuple[str, ...]:
        """The ids of the entries of `kind` that name `key`."""
        return tuple(name for found, name in self.named_by.get(key, ()) if found == kind)


def relate(glossary: Glossary) -> Relations:
    """Every relation in a glossary."""
    return Relations(partial(_named_by, glossary))


def _named_by(glossary: Glossary) -> Links:
    """Derive every relation, in one walk through the glossary."""
    found: dict[EntryKey, set[EntryKey]] = {}
    key_of = keys_in(glossary)
    for key, entry in glossary.entries():
        if KIND[key[0]].lists:
            continue  # what stands in its lists names for itself
        for target in names_in(entry, key_of):
            if target != key:
                found.setdefault(target, set()).add(key)
    for name, term in glossary.terms.items():
        for tag in term.tags:
            found.setdefault(("tag", tag), set()).add(("term", name))
    return {key: tuple(sorted(keys)) for key, keys in sorted(found.items())}


def names_in(entry: Entry | Guide, key_of: KeyOf) -> Iterable[EntryKey]:
    """The entries that `entry` names, in its fields and its texts."""
    if isinstance(entry, Guide):
        yield from (key for _mention, key in links_of(entry, key_of))
        return
    for _path, value, marker in walk(entry):
        if isinstance(marker, Reference):
            yield (marker.kind, value)
        else:
            yield from names_in_text(value, key_of)


def links_of(guide: Guide, key_of: KeyOf) -> Iterator[tuple[Mention, EntryKey]]:
    """What of a page's mentions is a link: those that name an entry, and say what they show."""
    for mention in guide.mentions:
        key = key_of(mention.kind, mention.name)
        if key and is_whole(mention):
            yield mention, key


def keys_in(glossary: Glossary) -> KeyOf:
    """Finds what texts name in a glossary."""

    def key_of(kind: str, written: str) -> EntryKey | None:
        if kind == "term":
            name = glossary.term_named(written)
            return ("term", name) if name else None
        return ("fact", written) if written in glossary.facts else None

    return key_of


def names_in_text(text: str, key_of: KeyOf) -> Iterable[EntryKey]:
    """The terms and facts that a text field links; what is unknown is named as it is written."""
    for kind, name in named_in(text):
        yield key_of(kind, name) or (kind, name)

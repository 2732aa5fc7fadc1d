"""What is derived from the entries and never written: who links, compares and cites whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from termwise.linking.fields import walk
from termwise.linking.tokens import tokens
from termwise.model.glossary import EntryKey, Glossary
from termwise.model.guide import Guide
from termwise.model.values import Entry, Reference

Links = Mapping[EntryKey, tuple[EntryKey, ...]]


@dataclass(frozen=True)
class Relations:
    """For each entry, the entries that name it, sorted by kind and id.

    An entry names another by a field (`related`, `subjects`, `sources`, …) or in its text
    (`[[term]]`, `{{fact}}`).
    """

    named_by: Links

    def of(self, key: EntryKey, kind: str) -> tuple[str, ...]:
        """The ids of the entries of `kind` that name `key`."""
        return tuple(name for found, name in self.named_by.get(key, ()) if found == kind)


def relate(glossary: Glossary) -> Relations:
    """Derive every relation, in one walk through the glossary."""
    found: dict[EntryKey, set[EntryKey]] = {}
    for key, entry in glossary.entries():
        if key[0] == "topic":
            continue
        for target in names_in(entry):
            if target != key:
                found.setdefault(target, set()).add(key)
    for name, term in glossary.terms.items():
        for tag in term.tags:
            found.setdefault(("tag", tag), set()).add(("term", name))
    return Relations({key: tuple(sorted(keys)) for key, keys in sorted(found.items())})


def names_in(entry: Entry | Guide) -> Iterable[EntryKey]:
    """The entries that `entry` names, in its fields and its texts."""
    if isinstance(entry, Guide):
        yield from names_in_text(entry.text)
        return
    for _path, value, marker in walk(entry):
        if isinstance(marker, Reference):
            yield (marker.kind, value)
        else:
            yield from names_in_text(value)


def names_in_text(text: str) -> Iterable[EntryKey]:
    """The terms and facts that a text links."""
    if "[[" not in text and "{{" not in text:
        return
    for token in tokens(text):
        if token.kind in ("term", "fact"):
            yield (token.kind, token.value)

"""What a file can read: each kind of read, and what it gives.

A read is recorded as the name of its kind and what was asked for: `("term", "rag")`,
`("naming", "term", "rag", "path")`, `("due", "2026-11-20")`. What it gives is its value, the whole
of it and nothing more, so that a file of which no read has another value is the same file.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial, reduce
from pathlib import PurePosixPath
from typing import Any, Generic, TypeVar

from termwise.lookup.library import Library, Read
from termwise.lookup.pins import Pin
from termwise.model.glossary import EntryKey
from termwise.model.kinds import KINDS, AnyEntry, title_of
from termwise.words.words import Words

Value = TypeVar("Value")


@dataclass(frozen=True)
class ReadKind(Generic[Value]):
    """One kind of read: its name, and what it gives of a library for what is asked for.

    An entry that is not there is a KeyError.
    """

    name: str
    value: Callable[..., Value]


def _entry(kind: str, library: Library, name: str) -> AnyEntry:
    return library.glossary.of_kind(kind)[name]


def _title(library: Library, kind: str, name: str) -> str:
    return title_of(library.glossary.of_kind(kind)[name])


def _topic_of(library: Library, fact: str) -> str:
    return PurePosixPath(library.glossary.origins["fact", fact].file).stem


def _setting(library: Library, name: str) -> Any:  # noqa: ANN401 - settings are of any type
    return reduce(getattr, name.split("."), library.site)


def _day(iso: str) -> datetime.date:
    return datetime.date.fromisoformat(iso)


ENTRY: Mapping[str, ReadKind[AnyEntry]] = {
    kind.id: ReadKind(kind.id, partial(_entry, kind.id)) for kind in KINDS
}
"""An entry, whole: a kind of read for each kind of entry."""

# What is known about entries
HAS = ReadKind[bool]("has", lambda of, kind, name: name in of.glossary.of_kind(kind))
TITLE = ReadKind[str]("title", _title)
FILE = ReadKind[str]("file", lambda of, *key: of.glossary.origins[key].file)
TOPIC_OF = ReadKind[str]("topic-of-fact", _topic_of)
TERM_NAMED = ReadKind[str | None]("term-named", lambda of, written: of.glossary.term_named(written))
EVERY = ReadKind[tuple[str, ...]]("every", lambda of, kind: tuple(of.glossary.of_kind(kind)))
NAMING = ReadKind[tuple[str, ...]](
    "naming", lambda of, kind, name, by: of.relations.of((kind, name), by)
)
MOVED = ReadKind[EntryKey | None]("moved", lambda of, *old: of.moved.get(old))
ALL_MOVED = ReadKind[Mapping[EntryKey, EntryKey]]("all-moved", lambda of: of.moved)
NEWS = ReadKind[bool]("news", lambda of: of.has_news)

# All else that a file can show
SETTING = ReadKind[Any]("setting", _setting)
WORDS = ReadKind[Words]("words", lambda of: of.words)
MARKDOWN = ReadKind[bool]("markdown", lambda of: of.markdown)
DUE = ReadKind[bool]("due", lambda of, day: _day(day) < of.today)
COME = ReadKind[bool]("come", lambda of, day: _day(day) <= of.today)
PIN = ReadKind[Pin | None]("pin", lambda of, *key: of.pins.entries.get(key))
SHARED_PINS = ReadKind[tuple[str, Mapping[str, str]]](
    "shared-pins", lambda of: (of.pins.assets, of.pins.integrity)
)
CONVERTED = ReadKind[str | None]("converted", lambda of, guide: of.converted.get(guide))

FINISHED = ReadKind[bytes | None]("finished", lambda of, path: of.finished(path))

READ_KINDS: tuple[ReadKind[Any], ...] = (
    *ENTRY.values(), HAS, TITLE, FILE, TOPIC_OF, TERM_NAMED, EVERY, NAMING, MOVED, ALL_MOVED, NEWS,
    SETTING, WORDS, MARKDOWN, DUE, COME, PIN, SHARED_PINS, CONVERTED, FINISHED,
)  # fmt: skip

_BY_NAME = {kind.name: kind for kind in READ_KINDS}


def value_of(read: Read, library: Library) -> object:
    """What a read gives in a library: equal in two of them if the file may not differ by it.

    None where what was read is not there.
    """
    kind, *asked = read
    try:
        return _BY_NAME[kind].value(library, *asked)
    except KeyError:
        return None


def with_changes(library: Library, **changes: Any) -> Library:  # noqa: ANN401 - of any field
    """Another library, which keeps what was made from nothing that has changed."""
    after = replace(library, **changes)
    for name, (value, reads) in library.made.items():
        if all(value_of(read, library) == value_of(read, after) for read in reads):
            after.made[name] = value, reads
    return after

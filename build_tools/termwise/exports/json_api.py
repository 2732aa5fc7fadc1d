"""The glossary for programs: `api/v1/`, an entry a file, and all of it in one.

What the files hold is a contract with whoever reads them: `contract/api-v1.json`.
"""

import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TypeAlias

from termwise.exports.json_comparisons import comparison_data
from termwise.exports.json_decisions import decision_data
from termwise.exports.json_facts import fact_data, source_data
from termwise.exports.json_form import (
    API,
    SCHEMA,
    WHOLE,
    framed,
    json_text,
    named,
    named_term,
    rich,
)
from termwise.exports.json_terms import term_data
from termwise.exports.planned import DataFile, Export, PlannedFile
from termwise.model.addresses import FOLDERS
from termwise.model.glossary import EntryKey
from termwise.model.kinds import KIND, KINDS
from termwise.reading.library import Library
from termwise.reading.lookup import Lookup
from termwise.writing.writer import Writer, whole_html

Maker: TypeAlias = Callable[[str, Writer], Mapping[str, object]]

ALONE = tuple(kind.id for kind in KINDS if kind.embed)
"""The kinds of entry that have a file each: those that other sites can have by themselves."""


def json_files(library: Library) -> Iterator[PlannedFile]:
    """A file an entry, and the whole glossary.

    What was renamed is found at its former addresses too, as it is now.
    """
    entries = _Entries()
    for kind in ALONE:
        for name in library.glossary.of_kind(kind):
            yield PlannedFile(json_path((kind, name)), partial(_entry, (kind, name), entries))
    for old, new in library.glossary.moved().items():
        if new[0] in ALONE:
            yield PlannedFile(json_path(old), partial(_entry, new, entries))
    yield PlannedFile(WHOLE, partial(_glossary, entries))


EXPORT = Export(
    json_files,
    offer="api",
    files=(
        DataFile(
            WHOLE,
            form="json",
            name="JSON",
            about="everything in one file, described by a JSON Schema beside it",
        ),
    ),
    about="everything as JSON; one file each in `terms/`, `compare/` and `decide/`; "
    f"`/{SCHEMA}` describes it",
)


def json_path(key: EntryKey) -> str:
    """The place of an entry's file in the site."""
    kind, name = key
    return f"{API}/{FOLDERS[kind]}/{name}.json"


class _Entries:
    """Entries as JSON. Each is made once for its own file and for the whole, and kept packed."""

    def __init__(self) -> None:
        self._kept: dict[EntryKey, bytes] = {}
        self._reads: set[EntryKey] = set()

    def text(self, key: EntryKey, lookup: Lookup) -> str:
        """An entry on one line.

        Whoever asks again is taken to have read what all that is kept was made from: that is
        the file of everything, or an entry's former address.
        """
        if key in self._kept:
            lookup.reads.update(self._reads)
            return zlib.decompress(self._kept[key]).decode()
        kind, name = key
        text = json_text(MAKERS[kind](name, whole_html(lookup)))
        self._kept[key] = zlib.compress(text.encode(), 1)
        self._reads |= lookup.reads
        return text


def _entry(key: EntryKey, entries: _Entries, lookup: Lookup) -> str:
    return entries.text(key, lookup) + "\n"


def _glossary(entries: _Entries, lookup: Lookup) -> Iterator[str]:
    """Everything, in parts: a line an entry, so that the whole is never held."""
    kinds = [KIND[name] for name in MAKERS]
    writer = whole_html(lookup)
    site = lookup.site
    head = {
        **framed("glossary", site.url, writer),
        "site": {"name": site.name, "url": site.url, "description": site.description,
                 "language": site.language},
        "counts": {kind.plural: len(lookup.every(kind.id)) for kind in kinds},
    }  # fmt: skip
    yield json_text(head).removesuffix("}")
    for kind in kinds:
        yield f',\n"{kind.plural}":[\n'
        for number, name in enumerate(lookup.every(kind.id)):
            if kind.id in ALONE:
                text = entries.text((kind.id, name), lookup)
            else:
                text = json_text(MAKERS[kind.id](name, writer))
            yield f",\n{text}" if number else text
        yield "]"
    yield "}\n"


def _category(name: str, writer: Writer) -> dict[str, object]:
    category = writer.lookup.category(name)
    described = {"description": rich(category.description, writer)}
    return {**named(("category", name), category.title, writer), **described}


def _level(name: str, writer: Writer) -> dict[str, object]:
    level = writer.lookup.level(name)
    described = {"description": rich(level.description, writer)}
    return {**named(("level", name), level.title, writer), **described}


def _path(name: str, writer: Writer) -> dict[str, object]:
    path = writer.lookup.path(name)
    level = writer.lookup.level(path.level) if path.level else None
    return {
        **named(("path", name), path.title, writer),
        "formerly": list(path.formerly),
        "summary": rich(path.summary, writer),
        "audience": path.audience,
        "level": named(("level", level.id), level.title, writer) if level else None,
        "steps": [
            {"term": named_term(step.term, writer), "why": rich(step.why, writer)}
            for step in path.steps
        ],
    }


MAKERS: Mapping[str, Maker] = {
    "category": _category,
    "level": _level,
    "source": source_data,
    "fact": fact_data,
    "term": term_data,
    "comparison": comparison_data,
    "decision": decision_data,
    "path": _path,
}
"""How an entry of each kind is written, in the order in which the whole has the kinds."""

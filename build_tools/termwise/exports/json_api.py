"""The glossary for programs: `api/v1/`, an entry a file, and all of it in one.

What the files hold is a contract with whoever reads them: `contract/api-v1.json`.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TypeAlias

from termwise.exports.json_comparisons import comparison_data
from termwise.exports.json_decisions import decision_data
from termwise.exports.json_facts import fact_data, source_data
from termwise.exports.json_fields import fields_data
from termwise.exports.json_form import (
    API,
    SCHEMA,
    WHOLE,
    framed,
    json_text,
    named,
    rich,
)
from termwise.exports.json_terms import term_data
from termwise.exports.planned import DataFile, Export, PlannedFile
from termwise.lookup.lookup import Lookup
from termwise.markup.writer import Writer, whole_html
from termwise.model.addresses import FOLDERS
from termwise.model.glossary import EntryKey
from termwise.model.kinds import KIND, KINDS
from termwise.words.words import message

Maker: TypeAlias = Callable[[str, Writer], Mapping[str, object]]

ALONE = tuple(kind.id for kind in KINDS if kind.embed)
"""The kinds of entry that have a file each: those that other sites can have by themselves."""


def json_files(lookup: Lookup) -> Iterator[PlannedFile]:
    """A file an entry, and the whole glossary.

    What was renamed is found at its former addresses too, as it is now.
    """
    for kind in ALONE:
        for name in lookup.every(kind):
            yield PlannedFile(json_path((kind, name)), partial(_entry, (kind, name)))
    for old in lookup.all_moved():
        if old[0] in ALONE:
            yield PlannedFile(json_path(old), partial(_renamed, old))
    yield PlannedFile(WHOLE, _glossary, late=True)


EXPORT = Export(
    json_files,
    offer="api",
    files=(
        DataFile(
            WHOLE,
            form="json",
            name=message("JSON"),
            about=message("everything in one file, described by a JSON Schema beside it"),
        ),
    ),
    about="everything as JSON; one file each in `terms/`, `compare/` and `decide/`; "
    f"`/{SCHEMA}` describes it",
)


def json_path(key: EntryKey) -> str:
    """The place of an entry's file in the site."""
    kind, name = key
    return f"{API}/{FOLDERS[kind]}/{name}.json"


def _entry(key: EntryKey, lookup: Lookup) -> str:
    return _text(key, lookup) + "\n"


def _renamed(old: EntryKey, lookup: Lookup) -> str:
    return _entry(lookup.current(old), lookup)


def _text(key: EntryKey, lookup: Lookup) -> str:
    """An entry on one line."""
    kind, name = key
    return json_text(MAKERS[kind](name, whole_html(lookup)))


def _finished(key: EntryKey, lookup: Lookup) -> str:
    """The same from the entry's own file, where there is one by now."""
    file = lookup.finished(json_path(key))
    return _text(key, lookup) if file is None else file.decode().removesuffix("\n")


def _glossary(lookup: Lookup) -> Iterator[str]:
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
                text = _finished((kind.id, name), lookup)
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
    formerly = list(path.formerly)
    known = {**named(("path", name), path.title, writer), "formerly": formerly}
    return {**known, **fields_data(path, writer)}


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

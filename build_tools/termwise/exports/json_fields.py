"""The fields of an entry as JSON, each as the model says what it holds."""

import datetime
from collections.abc import Callable, Collection, Mapping
from typing import TypeAlias

from termwise.exports.contract import contract
from termwise.exports.json_facts import source_data
from termwise.exports.json_form import figure, named, named_term, rich
from termwise.markup.writer import Writer
from termwise.model.fields import Marker, marks_of
from termwise.model.values import Entry, Markdown

Named: TypeAlias = Callable[[str, Writer], object]


def in_order(kind: str, data: Mapping[str, object]) -> dict[str, object]:
    """The data in the order of the contract; what it does not promise yet comes last."""
    promised = contract("api-v1.json")["$defs"][kind]["required"]
    return {key: data[key] for key in dict.fromkeys((*promised, *data)) if key in data}


def fields_data(entry: Entry, writer: Writer, *, but: Collection[str] = ()) -> dict[str, object]:
    """Every field of an entry under its name, and those of its parts.

    A text is there as words and as HTML, who is named by `REFERENCES`, a day by ISO 8601. Whatever
    differs from that is left to whoever asks for all `but` that.
    """
    marks = marks_of(type(entry))
    return {
        name: _data(value, marks[name].of_value if name in marks else None, writer)
        for name, value in entry
        if name not in but
    }


def _data(value: object, marker: Marker | None, writer: Writer) -> object:
    match value:
        case str():
            return _text(value, marker, writer)
        case tuple():
            return [_data(item, marker, writer) for item in value]
        case Entry():
            return fields_data(value, writer)
        case datetime.date():
            return value.isoformat()
        case float():
            return figure(value)
        case _:
            return value


def _text(value: str, marker: Marker | None, writer: Writer) -> object:
    if marker is None:
        return value
    if isinstance(marker, Markdown):
        return rich(value, writer)
    return REFERENCES[marker.kind](value, writer)


def _category(name: str, writer: Writer) -> object:
    return named(("category", name), writer.lookup.category(name).title, writer)


def _level(name: str, writer: Writer) -> object:
    return named(("level", name), writer.lookup.level(name).title, writer)


def _relation(name: str, writer: Writer) -> object:
    return {"id": name, "title": writer.lookup.relation_title(name)}


def region_data(name: str, writer: Writer) -> dict[str, object]:
    """A region by its id and its name."""
    return {"id": name, "title": writer.lookup.region_title(name)}


REFERENCES: Mapping[str, Named] = {
    "term": named_term,
    "category": _category,
    "level": _level,
    "relation": _relation,
    "region": region_data,
    "source": source_data,
    "fact": lambda name, _writer: name,
}
"""How an entry that is named is written: a fact by its id, since the facts stand beside."""

"""Walks the fields of an entry that hold Markdown or name another entry."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias, get_args, get_origin

from termwise.model.problem import FieldPath
from termwise.model.values import Entry, Markdown, Reference

Marker: TypeAlias = Markdown | Reference
Field: TypeAlias = tuple[FieldPath, str, Marker]


@dataclass(frozen=True)
class Marks:
    """What a field holds: the markers of its texts and of a mapping's keys, the kind of entry."""

    of_value: Marker | None
    of_key: Marker | None
    mapping: bool
    entry: type[Entry] | None


def walk(entry: Entry, path: FieldPath = ()) -> Iterator[Field]:
    """Every Markdown text and every reference in `entry`, with its path, in field order."""
    for name, marks in marks_of(type(entry)).items():
        yield from _walk_value(getattr(entry, name), (*path, name), marks, mapping=marks.mapping)


def walk_data(kind: type[Entry], data: object, path: FieldPath = ()) -> Iterator[Field]:
    """As `walk`, of data that should have been an entry of `kind`, as far as it goes."""
    if isinstance(data, Mapping):
        for name, marks in marks_of(kind).items():
            if name in data:
                yield from _walk_value(data[name], (*path, name), marks, mapping=marks.mapping)


def texts(entry: Entry) -> Iterator[tuple[FieldPath, str]]:
    """Every Markdown text in `entry`, with its path."""
    return ((path, text) for path, text, marker in walk(entry) if isinstance(marker, Markdown))


def _walk_value(value: object, path: FieldPath, marks: Marks, *, mapping: bool) -> Iterator[Field]:
    if isinstance(value, str):
        if marks.of_value:
            yield path, value, marks.of_value
    elif isinstance(value, Entry):
        yield from walk(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk_value(item, (*path, index), marks, mapping=False)
    elif isinstance(value, Mapping) and mapping:
        for key, item in value.items():
            if marks.of_key:
                yield (*path, key), key, marks.of_key
            yield from _walk_value(item, (*path, key), marks, mapping=False)
    elif marks.entry:
        yield from walk_data(marks.entry, value, path)


@cache
def marks_of(kind: type[Entry]) -> Mapping[str, Marks]:
    """For each field that can hold one of the markers, what it holds."""
    found = {}
    for name, field in kind.model_fields.items():
        own = next((m for m in field.metadata if isinstance(m, Markdown | Reference)), None)
        mapping = get_origin(field.annotation) is dict
        of_key = _marker(get_args(field.annotation)[0]) if mapping else None
        marks = Marks(own or _marker(field.annotation), of_key, mapping, _entry(field.annotation))
        if marks.of_value or marks.of_key or marks.entry:
            found[name] = marks
    return found


def _marker(annotation: object) -> Marker | None:
    """The first marker within an annotation, a mapping's key left out."""
    for found in getattr(annotation, "__metadata__", ()):
        if isinstance(found, Markdown | Reference):
            return found
    parts = get_args(annotation)
    if get_origin(annotation) is dict:
        parts = parts[1:]
    return next((marker for marker in map(_marker, parts) if marker), None)


def _entry(annotation: object) -> type[Entry] | None:
    """The first kind of entry within an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return annotation
    return next((entry for entry in map(_entry, get_args(annotation)) if entry), None)

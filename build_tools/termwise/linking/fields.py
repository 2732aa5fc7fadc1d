"""Walks the fields of an entry that hold Markdown or name another entry."""

from collections.abc import Iterator
from functools import cache
from typing import TypeAlias, get_args, get_origin

from termwise.model.problem import FieldPath
from termwise.model.values import Entry, Markdown, Reference

Marker: TypeAlias = Markdown | Reference


def walk(entry: Entry, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str, Marker]]:
    """Every Markdown text and every reference in `entry`, with its path, in field order."""
    for name, (of_key, of_value) in _markers(type(entry)).items():
        yield from _walk_value(getattr(entry, name), (*path, name), of_key, of_value)


def texts(entry: Entry) -> Iterator[tuple[FieldPath, str]]:
    """Every Markdown text in `entry`, with its path."""
    return ((path, text) for path, text, marker in walk(entry) if isinstance(marker, Markdown))


def _walk_value(
    value: object, path: FieldPath, of_key: Marker | None, of_value: Marker | None
) -> Iterator[tuple[FieldPath, str, Marker]]:
    if isinstance(value, str):
        if of_value:
            yield path, value, of_value
    elif isinstance(value, Entry):
        yield from walk(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk_value(item, (*path, index), of_key, of_value)
    elif isinstance(value, dict):
        for key, item in value.items():
            if of_key:
                yield (*path, key), key, of_key
            yield from _walk_value(item, (*path, key), of_key, of_value)


@cache
def _markers(kind: type[Entry]) -> dict[str, tuple[Marker | None, Marker | None]]:
    """For each field that can hold one, the marker of a mapping's keys and of the values."""
    found = {}
    for name, field in kind.model_fields.items():
        own = next((m for m in field.metadata if isinstance(m, Markdown | Reference)), None)
        key = _key_marker(field.annotation)
        value = own or _marker(field.annotation)
        if key or value or _holds_entries(field.annotation):
            found[name] = (key, value)
    return found


def _key_marker(annotation: object) -> Marker | None:
    if get_origin(annotation) is dict:
        return _marker(get_args(annotation)[0])
    return None


def _marker(annotation: object) -> Marker | None:
    """The first marker within an annotation, a mapping's key left out."""
    for found in getattr(annotation, "__metadata__", ()):
        if isinstance(found, Markdown | Reference):
            return found
    parts = get_args(annotation)
    if get_origin(annotation) is dict:
        parts = parts[1:]
    return next((marker for marker in map(_marker, parts) if marker), None)


def _holds_entries(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return True
    return any(_holds_entries(part) for part in get_args(annotation))

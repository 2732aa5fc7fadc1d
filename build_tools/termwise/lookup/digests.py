"""Digests of what reads give, by which a build knows what is as it was in the one before."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from types import MethodType

from pydantic import BaseModel

from termwise.cache.store import digest
from termwise.lookup.library import Library, Read
from termwise.lookup.reads import FINISHED, value_of

_LENGTH = len(digest(b""))


@dataclass(frozen=True)
class Digests:
    """Digests of reads in one library; another value has another digest.

    What is shorter than a digest stands for itself, as most of what is read does.
    """

    _library: Library
    _known: dict[Read, str] = field(default_factory=dict)

    def of(self, read: Read) -> str:
        """The digest of what a read gives."""
        if read not in self._known or read[0] == FINISHED.name:  # which changes within a build
            text = written(value_of(read, self._library))
            self._known[read] = text if len(text) < _LENGTH else digest(text.encode())
        return self._known[read]


def written(value: object) -> str:
    """A value as text that is the same in every process, and another for any other value."""
    match value:
        case BaseModel():
            return f"{type(value).__name__}{value.model_dump_json()}"
        case None | bool() | int() | float() | str() | bytes() | datetime.date():
            return repr(value)
        case tuple() | list():
            return f"({','.join(map(written, value))})"
        case Mapping():
            return f"{{{','.join(f'{written(k)}:{written(v)}' for k, v in value.items())}}}"
        case set() | frozenset():
            return f"{{{','.join(sorted(map(written, value)))}}}"
        case MethodType():
            return f"{value.__name__} of {written(value.__self__)}"
        case _ if is_dataclass(value) and not isinstance(value, type):
            parts = (f"{each.name}={written(getattr(value, each.name))}" for each in fields(value))
            return f"{type(value).__name__}({','.join(parts)})"
        case _:
            raise TypeError(f"no digest of a {type(value).__name__}")

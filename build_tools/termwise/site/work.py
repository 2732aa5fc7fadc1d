"""A piece of work: files of a site that are made together, from what they read."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from termwise.lookup.lookup import Lookup


@dataclass(frozen=True)
class Made:
    """What a piece of work gives.

    `files` are contents in parts, by path in the site, or None of a file that somebody else has
    put there; `note` is what the rest of a build needs to know of them, as JSON can hold it.
    """

    files: Mapping[str, Iterable[bytes]]
    note: Any = None


@dataclass(frozen=True)
class Work:
    """A piece of work, which goes by the same `name` in each build.

    It is made from what it reads of the library and from nothing else but what `rests_on` is a
    digest of; where that is None, nobody knows, and the work is done in each build. What is `late`
    reads files of others, and is done after them.
    """

    name: str
    make: Callable[[Lookup], Made]
    rests_on: str | None = ""
    late: bool = False

"""A file beside the pages that is going to be made: where, and how."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from termwise.reading.lookup import Lookup


@dataclass(frozen=True)
class PlannedFile:
    """A file beside the pages that is going to be made: its place in the site, and how.

    `make` gives its text, whole or in parts (so that a long one is never held), or bytes.
    What is markup in it is written by a writer that it makes for itself.
    """

    path: str
    make: Callable[[Lookup], str | bytes | Iterable[str]]


FileProducer: TypeAlias = Callable[[Lookup], Iterator[PlannedFile]]
"""Lists the files of one kind; nothing is made until a file is asked for."""

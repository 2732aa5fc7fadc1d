"""What an export declares of itself, and the files of one that are going to be made."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from termwise.lookup.lookup import Lookup


@dataclass(frozen=True)
class PlannedFile:
    """A file beside the pages that is going to be made: its place in the site, and how.

    `make` gives its text, whole or in parts (so that a long one is never held), or bytes.
    What is markup in it is written by a writer that it makes for itself. A `late` one is put
    together from others, and made when they are finished.
    """

    path: str
    make: Callable[[Lookup], str | bytes | Iterable[str]]
    late: bool = False


FileProducer: TypeAlias = Callable[[Lookup], Iterator[PlannedFile]]
"""Lists the files of one kind; nothing is made until a file is asked for."""


@dataclass(frozen=True)
class DataFile:
    """A file that an export has at one place in every site.

    `form` is what `termwise export` calls it, and empty where it cannot be asked for alone. Where
    it has a `name`, `llms.txt` lists it under that, with what it is `about`.
    """

    path: str
    form: str = ""
    name: str = ""
    about: str = ""


@dataclass(frozen=True)
class Export:
    """An export: how its files are planned, and all that is said of it elsewhere.

    `offer` names what the site must offer for it (a field of `Offers`), and is empty for what is
    always there. `about` is its line in the README, and empty where another export's line tells
    of it; `places` are its addresses there, where they are others than those of its `files`.
    """

    plan: FileProducer
    offer: str = ""
    files: tuple[DataFile, ...] = ()
    about: str = ""
    places: tuple[str, ...] = ()

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where it stands in a site, for the README."""
        return self.places or tuple(f"/{file.path}" for file in self.files)

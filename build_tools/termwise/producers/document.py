"""What a producer makes: files, each a template with ready values, or text."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from termwise.producers.reading import Library, Reading

Values: TypeAlias = Mapping[str, object]


@dataclass(frozen=True)
class Document:
    """A page before it is rendered.

    `template` is the name of a Jinja template; `values` are what it shows, ready. `meta` is
    the page's front matter: title, description, what the theme should hide. A hand-written
    page brings its own as `head`. `linked_data` says what it is about, for search engines.
    """

    template: str
    values: Values
    meta: Values = field(default_factory=dict)
    head: str = ""
    linked_data: Sequence[Values] = ()


@dataclass(frozen=True)
class PlannedPage:
    """A page that is going to be made: its Markdown file, and how.

    `source` is the file that a reader would edit, relative to the project, or empty.
    """

    path: str
    make: Callable[[Reading], Document]
    source: str = ""


@dataclass(frozen=True)
class PlannedFile:
    """A file beside the pages that is going to be made: its place in the site, and how.

    `make` gives its text, whole or in parts (so that a long one is never held), or bytes.
    It reads the glossary in HTML whose links are whole addresses, as for any other site.
    """

    path: str
    make: Callable[[Reading], str | bytes | Iterable[str]]


Producer: TypeAlias = Callable[[Library], Iterator[PlannedPage]]
"""Lists the pages of one kind; nothing is made until a page is asked for."""

FileProducer: TypeAlias = Callable[[Library], Iterator[PlannedFile]]
"""Lists the files of one kind, in the same way."""

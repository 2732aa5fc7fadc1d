"""What a producer makes: files, each a template with ready values, or bytes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from termwise.producers.reading import Library, Reading

Values: TypeAlias = Mapping[str, object]


@dataclass(frozen=True)
class Document:
    """A page before it is rendered.

    `template` is the name of a Jinja template; `values` are what it shows, ready. `meta` is
    the page's front matter: title, description, what the theme should hide. A hand-written
    page brings its own as `head`.
    """

    template: str
    values: Values
    meta: Values = field(default_factory=dict)
    head: str = ""


@dataclass(frozen=True)
class Planned:
    """A page that is going to be made: its Markdown file, and how.

    `source` is the file that a reader would edit, relative to the project, or empty.
    """

    path: str
    make: Callable[[Reading], Document]
    source: str = ""


Producer: TypeAlias = Callable[[Library], Iterator[Planned]]
"""Lists the files of one kind; nothing is made until a file is asked for."""

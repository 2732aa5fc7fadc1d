"""A file before it is rendered: a template with ready values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

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

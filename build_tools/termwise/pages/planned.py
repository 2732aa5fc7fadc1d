"""A page that is going to be made: where, and how."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from termwise.reading.lookup import Lookup
from termwise.writing.document import Document
from termwise.writing.writer import Writer


@dataclass(frozen=True)
class PlannedPage:
    """A page that is going to be made: its Markdown file, and how.

    `source` is the file that a reader would edit, relative to the project, or empty.
    """

    path: str
    make: Callable[[Writer], Document]
    source: str = ""


PageProducer: TypeAlias = Callable[[Lookup], Iterator[PlannedPage]]
"""Lists the pages of one kind; nothing is made until a page is asked for."""

"""A page that is going to be made: where, and how."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from termwise.lookup.lookup import Lookup
from termwise.markup.document import Document
from termwise.markup.writer import Writer
from termwise.model.addresses import page_of


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


def entry_pages(
    kind: str,
    make: Callable[[str, Writer], Document],
    lookup: Lookup,
    index: PlannedPage | None = None,
) -> Iterator[PlannedPage]:
    """A page for each entry of a kind, by its id, and where there is one, the `index` of them."""
    names = lookup.every(kind)
    for name in names:
        key = (kind, name)
        yield PlannedPage(page_of(key), partial(make, name), lookup.file_of(key))
    if names and index:
        yield index

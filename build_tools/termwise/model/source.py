"""A source: where a fact or a statement comes from."""

from typing import Literal

from termwise.model.values import Address, AsOf, Entry, Id, Name, Text

SourceKind = Literal[
    "paper", "documentation", "pricing", "law", "guidance", "article", "glossary", "book", "dataset"
]


class Source(Entry):
    """One entry of `sources.yml`."""

    id: Id
    """How facts, terms and rules name the source."""
    title: Name
    """What it is called."""
    author: Name | None = None
    """Who wrote it."""
    publisher: Name | None = None
    """Who published it."""
    url: Address | None = None
    """Where it can be read."""
    kind: SourceKind
    """What sort of source it is."""
    published: AsOf | None = None
    """When it was published: `2026`, `2026-03` or `2026-03-31`."""
    retrieved: AsOf | None = None
    """When it was read."""
    note: Text | None = None
    """A remark for readers."""

    @property
    def by(self) -> str:
        """Who says it, for a citation: the author, else the publisher, else the title."""
        return self.author or self.publisher or self.title


class SourceFile(Entry):
    """`sources.yml`: every source that the glossary cites."""

    sources: tuple[Source, ...]
    """The sources, in any order."""

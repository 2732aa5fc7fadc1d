"""A source: where a fact or a statement comes from."""

from typing import Literal

from termwise.model.values import Address, AsOf, Entry, Id, Name, Text

SourceKind = Literal[
    "paper", "documentation", "pricing", "law", "guidance", "article", "glossary", "book", "dataset"
]


class Source(Entry):
    """One entry of `sources.yml`."""

    id: Id
    title: Name
    author: Name | None = None
    publisher: Name | None = None
    url: Address | None = None
    kind: SourceKind
    published: AsOf | None = None
    retrieved: AsOf | None = None
    note: Text | None = None

    @property
    def by(self) -> str:
        """Who says it, for a citation: the author, else the publisher, else the title."""
        return self.author or self.publisher or self.title


class SourceFile(Entry):
    """`sources.yml`: every source that the glossary cites."""

    sources: tuple[Source, ...]

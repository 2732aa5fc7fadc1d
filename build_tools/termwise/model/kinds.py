"""The kinds of entry in one table: what each is, where it is read from, and where it is shown.

All other lists of kinds follow from this one: which folders and files are read, which pages and
schemas there are, what can be embedded, renamed or due for review.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol, TypeAlias, runtime_checkable

from termwise.model.comparison import Comparison
from termwise.model.decision import Decision
from termwise.model.fact import Fact, FactFile
from termwise.model.guide import Guide
from termwise.model.path import Path
from termwise.model.source import Source, SourceFile
from termwise.model.taxonomy import Category, Jurisdiction, Level, Relation, Taxonomy
from termwise.model.term import Term
from termwise.model.values import Entry

AnyEntry: TypeAlias = Entry | Guide


@runtime_checkable
class Titled(Protocol):
    """What is called something."""

    @property
    def title(self) -> str:
        """The title, as plain text."""


@runtime_checkable
class Dated(Protocol):
    """What is to be checked again by some day."""

    @property
    def review_by(self) -> datetime.date | None:
        """The day by which it is to be checked again."""


@runtime_checkable
class Reviewed(Dated, Protocol):
    """What also says on which day it was last checked."""

    @property
    def reviewed(self) -> datetime.date | None:
        """The day on which it was last checked."""


class Embeddable(Reviewed, Protocol):
    """What other sites can have as an embed, which says how old it is and what it rests on."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources of the whole."""


@runtime_checkable
class Renameable(Protocol):
    """What can be renamed, and is then found at its former addresses, too."""

    @property
    def formerly(self) -> tuple[str, ...]:
        """Ids under which it stood before."""


@dataclass(frozen=True)
class Kind:
    """A kind of entry, and all that is particular to it.

    `plural` is what a list of them is called: as a key of a file that lists them, and in the data.
    An entry is a file of its own in `folder`, or stands in a list of a file of the type `within`;
    that is the one `file` beside the folders, where there is one. `pages` is the folder of the
    pages on the site, one for each entry, and empty where entries have none of their own. `embed`
    is what an embed of one is called, where other sites can have it. `lead` names the field that
    says in a sentence or two what an entry is.
    """

    id: str
    entry_type: type[AnyEntry]
    plural: str
    folder: str = ""
    within: type[Entry] | None = None
    file: str = ""
    pages: str = ""
    embed: str = ""
    lead: str = ""

    @property
    def dated(self) -> bool:
        """Whether entries say by when they are to be checked again."""
        return self._has("review_by")

    @property
    def renameable(self) -> bool:
        """Whether entries say how they were called before."""
        return self._has("formerly")

    @property
    def place(self) -> str:
        """Where an entry is added, for a remedy: `terms/`, `sources.yml`, a file in `facts/`."""
        if self.folder:
            return f"{self.folder}/"
        return self.file or next(f"a file in {each.place}" for each in KINDS if self in each.lists)

    @property
    def lists(self) -> "tuple[Kind, ...]":
        """The kinds of entry that stand in lists of an entry of this kind."""
        return tuple(kind for kind in KINDS if kind.within is self.entry_type)

    def lead_of(self, entry: AnyEntry) -> str:
        """What an entry of this kind is, in a sentence or two; empty where it does not say."""
        return getattr(entry, self.lead, None) or ""

    def _has(self, field: str) -> bool:
        return issubclass(self.entry_type, Entry) and field in self.entry_type.model_fields


KINDS: tuple[Kind, ...] = (
    Kind("term", Term, "terms",
         folder="terms", pages="terms", embed="term", lead="definition"),
    Kind("comparison", Comparison, "comparisons",
         folder="comparisons", pages="compare", embed="table", lead="summary"),
    Kind("decision", Decision, "decisions",
         folder="decisions", pages="decide", embed="calculator", lead="summary"),
    Kind("path", Path, "paths",
         folder="paths", pages="paths", lead="summary"),
    Kind("topic", FactFile, "topics",
         folder="facts", pages="facts", lead="description"),
    Kind("fact", Fact, "facts", within=FactFile),
    Kind("source", Source, "sources", within=SourceFile, file="sources.yml"),
    Kind("category", Category, "categories", within=Taxonomy, file="taxonomy.yml",
         pages="categories", lead="description"),
    Kind("level", Level, "levels", within=Taxonomy, file="taxonomy.yml",
         pages="levels", lead="description"),
    Kind("relation", Relation, "relations", within=Taxonomy, file="taxonomy.yml"),
    Kind("region", Jurisdiction, "regions", within=Taxonomy, file="taxonomy.yml"),
    Kind("guide", Guide, "guides", lead="description"),
)  # fmt: skip
"""Every kind. Guides are pages of the site's own, which stand where their files do."""

KIND: Mapping[str, Kind] = {kind.id: kind for kind in KINDS}
"""The same by id."""


def kind_of(type_: type[object]) -> Kind:
    """The kind whose entries are of this type."""
    return next(kind for kind in KINDS if kind.entry_type is type_)


def title_of(entry: AnyEntry) -> str:
    """What an entry is called in full, as plain text: of a term also how it is abbreviated."""
    if isinstance(entry, Term):
        return entry.label
    return entry.title if isinstance(entry, Titled) else ""


FOLDER_TYPES: Mapping[str, type[Entry]] = {
    kind.folder: kind.entry_type
    for kind in KINDS
    if kind.folder and issubclass(kind.entry_type, Entry)
}
"""The folders of a glossary, and what each file in them is."""

FILE_TYPES: Mapping[str, type[Entry]] = {
    kind.file: kind.within for kind in KINDS if kind.file and kind.within
}
"""The files that stand beside those folders."""

"""The whole glossary as one immutable value."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from termwise.model.comparison import Comparison
from termwise.model.decision import Decision
from termwise.model.fact import Fact, FactFile
from termwise.model.guide import Guide
from termwise.model.kinds import KIND, KINDS, AnyEntry, Renameable, kind_of
from termwise.model.names import fold
from termwise.model.path import Path
from termwise.model.problem import FieldPath, Problem, Severity
from termwise.model.source import Source
from termwise.model.taxonomy import Category, Jurisdiction, Level, Relation
from termwise.model.term import Term
from termwise.model.values import Entry

EntryType = TypeVar("EntryType", bound=AnyEntry)

EntryKey = tuple[str, str]
"""Names one entry: its kind and its id, such as `("term", "rag")`."""


@dataclass(frozen=True)
class Origin:
    """Where an entry is written: the file, and its place in that file."""

    file: str
    path: FieldPath = ()

    def problem(
        self,
        code: str,
        fault: str,
        remedy: str = "",
        *,
        path: FieldPath = (),
        severity: Severity = "error",
        needle: str = "",
    ) -> Problem:
        """A problem with this entry; `path` is relative to the entry."""
        place = self.path + path
        return Problem(code, fault, remedy, severity, file=self.file, path=place, needle=needle)


@dataclass(frozen=True)
class Fragment:
    """A file with a fault: its data, not a whole entry of `kind`, and the faulty fields."""

    kind: type[Entry]
    data: object
    origin: Origin
    faulty: frozenset[FieldPath]


class _All(cached_property[Mapping[str, EntryType]]):
    """The entries of a type, as an attribute of the glossary."""

    def __init__(self, type_: type[EntryType]) -> None:
        super().__init__(lambda glossary: glossary.of_type(type_))


@dataclass(frozen=True)
class Glossary:
    """All entries, by kind and id, with where they are written.

    The entries of a kind are in the order of the ids (terms, comparisons, decisions, paths) or of
    the file (the rest), so that whatever walks them is deterministic. `broken` names entries that
    exist in files with a fault, `*` standing for all of a kind: they are not here, but naming
    them elsewhere is no mistake. `fragments` is what those files say.
    """

    by_kind: Mapping[str, Mapping[str, AnyEntry]] = field(default_factory=dict)
    origins: Mapping[EntryKey, Origin] = field(default_factory=dict)
    broken: frozenset[EntryKey] = frozenset()
    fragments: tuple[Fragment, ...] = ()

    def of_kind(self, kind: str) -> Mapping[str, AnyEntry]:
        """The entries of one kind ("term", "fact", "category", …) by id."""
        return self.by_kind.get(KIND[kind].id, {})

    def of_type(self, type_: type[EntryType]) -> Mapping[str, EntryType]:
        """The entries of the kind that has this type."""
        return self.of_kind(kind_of(type_).id)  # type: ignore[return-value]

    def with_entries(self, **entries: Mapping[str, AnyEntry]) -> "Glossary":
        """The same glossary with other entries of some kinds, each named by its id."""
        return replace(self, by_kind={**self.by_kind, **entries})

    terms = _All(Term)
    comparisons = _All(Comparison)
    decisions = _All(Decision)
    paths = _All(Path)
    topics = _All(FactFile)
    facts = _All(Fact)
    sources = _All(Source)
    categories = _All(Category)
    levels = _All(Level)
    relations = _All(Relation)
    regions = _All(Jurisdiction)
    guides = _All(Guide)
    """Shorthands, which can be read where any other kind is `of_type`."""

    @cached_property
    def _term_names(self) -> Mapping[str, str]:
        names = {fold(name): key for key, term in self.terms.items() for name in term.names}
        return {**names, **{key: key for key in self.terms}}

    def term_named(self, written: str) -> str | None:
        """The id of the term that a link names by its id, its name, an alias or abbreviation."""
        return self._term_names.get(written) or self._term_names.get(fold(written))

    def moved(self) -> Mapping[EntryKey, EntryKey]:
        """Where entries stood before they were renamed, and what stands for them now."""
        return {
            (kind.id, old): (kind.id, name)
            for kind in KINDS
            for name, entry in self.of_kind(kind.id).items()
            if isinstance(entry, Renameable)
            for old in entry.formerly
        }

    def entries(self) -> "tuple[tuple[EntryKey, AnyEntry], ...]":
        """Every entry with its key, in the order of the files."""
        return tuple((key, self.of_kind(key[0])[key[1]]) for key in self.origins)

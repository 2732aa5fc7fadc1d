"""The whole glossary as one immutable value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from termwise.model.comparison import Comparison
from termwise.model.decision import Decision
from termwise.model.fact import Fact, FactFile
from termwise.model.guide import Guide
from termwise.model.names import fold
from termwise.model.path import Path
from termwise.model.problem import FieldPath, Problem, Severity
from termwise.model.source import Source, SourceFile
from termwise.model.taxonomy import Category, Jurisdiction, Level, Relation, Taxonomy
from termwise.model.term import Term
from termwise.model.values import Entry

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
    """A file with a fault: its data, which is no whole entry of `kind`, and the faulty fields."""

    kind: type[Entry]
    data: object
    origin: Origin
    faulty: frozenset[FieldPath]


@dataclass(frozen=True)
class Glossary:
    """Terms, comparisons, decisions, paths, facts, sources, taxonomy and guides, each by id.

    Mappings are in the order of the ids (terms, comparisons, decisions, paths) or of the file (the
    rest), so that whatever walks them is deterministic. `broken` names entries that exist
    in files with a fault, `*` standing for all of a kind: they are not here, but naming
    them elsewhere is no mistake. `fragments` is what those files say.
    """

    terms: Mapping[str, Term] = field(default_factory=dict)
    comparisons: Mapping[str, Comparison] = field(default_factory=dict)
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    paths: Mapping[str, Path] = field(default_factory=dict)
    topics: Mapping[str, FactFile] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    categories: Mapping[str, Category] = field(default_factory=dict)
    levels: Mapping[str, Level] = field(default_factory=dict)
    relations: Mapping[str, Relation] = field(default_factory=dict)
    regions: Mapping[str, Jurisdiction] = field(default_factory=dict)
    guides: Mapping[str, Guide] = field(default_factory=dict)
    origins: Mapping[EntryKey, Origin] = field(default_factory=dict)
    broken: frozenset[EntryKey] = frozenset()
    fragments: tuple[Fragment, ...] = ()

    def of_kind(self, kind: str) -> Mapping[str, Entry | Guide]:
        """The entries of one kind ("term", "fact", "category", …) by id."""
        by_kind: Mapping[str, Mapping[str, Entry | Guide]] = {
            "term": self.terms,
            "comparison": self.comparisons,
            "decision": self.decisions,
            "path": self.paths,
            "topic": self.topics,
            "fact": self.facts,
            "source": self.sources,
            "category": self.categories,
            "level": self.levels,
            "relation": self.relations,
            "region": self.regions,
            "guide": self.guides,
        }
        return by_kind[kind]

    @cached_property
    def _term_names(self) -> Mapping[str, str]:
        names = {fold(name): key for key, term in self.terms.items() for name in term.names}
        return {**names, **{key: key for key in self.terms}}

    def term_named(self, written: str) -> str | None:
        """The id of the term that a link names by its id, its name, an alias or abbreviation."""
        return self._term_names.get(written) or self._term_names.get(fold(written))

    def moved(self) -> Mapping[EntryKey, EntryKey]:
        """Where entries stood before they were renamed, and what stands for them now."""
        named: tuple[tuple[str, Mapping[str, Term | Comparison | Decision | Path]], ...] = (
            ("term", self.terms),
            ("comparison", self.comparisons),
            ("decision", self.decisions),
            ("path", self.paths),
        )
        return {
            (kind, old): (kind, name)
            for kind, entries in named
            for name, entry in entries.items()
            for old in entry.formerly
        }

    def entries(self) -> "tuple[tuple[EntryKey, Entry | Guide], ...]":
        """Every entry with its key, in the order of the files."""
        return tuple((key, self.of_kind(key[0])[key[1]]) for key in self.origins)


FILE_KINDS: Mapping[str, type[Entry]] = {
    "terms": Term,
    "comparisons": Comparison,
    "decisions": Decision,
    "paths": Path,
    "facts": FactFile,
}
"""The folders of a glossary, and what each file in them is."""

ROOT_FILES: Mapping[str, type[Entry]] = {"sources.yml": SourceFile, "taxonomy.yml": Taxonomy}
"""The files that stand beside those folders."""

"""Entries while they are being read: put on a shelf by kind and id, ids claimed once."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from termwise.loader.yaml_reader import Document
from termwise.model.comparison import Comparison
from termwise.model.decision import Decision
from termwise.model.fact import Fact, FactFile
from termwise.model.glossary import EntryKey, Fragment, Glossary, Origin
from termwise.model.guide import Guide
from termwise.model.names import id_from
from termwise.model.path import Path
from termwise.model.problem import Problem
from termwise.model.source import Source, SourceFile
from termwise.model.taxonomy import Category, Jurisdiction, Level, Relation, Taxonomy
from termwise.model.term import Term
from termwise.model.values import ID_PATTERN, LONGEST_ID, Entry, shortened

Item = TypeVar("Item", bound=Entry)

_FILES: Mapping[type[Entry], str] = {
    Term: "term",
    Comparison: "comparison",
    Decision: "decision",
    Path: "path",
}
_LISTS: Mapping[type[Entry], Mapping[str, str]] = {
    FactFile: {"facts": "fact"},
    SourceFile: {"sources": "source"},
    Taxonomy: {
        "categories": "category",
        "levels": "level",
        "relations": "relation",
        "regions": "region",
    },
}
"""The kinds of entry that are files of their own, and those that stand in lists."""


@dataclass
class Shelf:
    """What has been read so far, and what was wrong with it."""

    terms: dict[str, Term] = field(default_factory=dict)
    comparisons: dict[str, Comparison] = field(default_factory=dict)
    decisions: dict[str, Decision] = field(default_factory=dict)
    paths: dict[str, Path] = field(default_factory=dict)
    topics: dict[str, FactFile] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    categories: dict[str, Category] = field(default_factory=dict)
    levels: dict[str, Level] = field(default_factory=dict)
    relations: dict[str, Relation] = field(default_factory=dict)
    regions: dict[str, Jurisdiction] = field(default_factory=dict)
    guides: dict[str, Guide] = field(default_factory=dict)
    origins: dict[EntryKey, Origin] = field(default_factory=dict)
    broken: set[EntryKey] = field(default_factory=set)
    fragments: list[Fragment] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def glossary(self) -> Glossary:
        """All that stands on the shelf, as a value."""
        tables: dict[str, Any] = {
            name: value
            for name, value in vars(self).items()
            if name not in ("problems", "broken", "fragments")
        }
        broken, fragments = frozenset(self.broken), tuple(self.fragments)
        return Glossary(**tables, broken=broken, fragments=fragments)

    def note_broken(self, kind: type[Entry] | None, name: str, data: object = None) -> None:
        """Remember what a file with a fault holds, as far as its ids can be made out.

        A name that is no id stands for the id that it nearly is, too; a file of no known `kind`
        for an entry of any kind that has files of its own.
        """
        if kind is None or kind in _FILES:
            within = _FILES.values() if kind is None else (_FILES[kind],)
            self.broken.update((each, id_) for each in within for id_ in (name, id_from(name)))
            return
        for key, listed in _LISTS[kind].items():
            items = data.get(key) if isinstance(data, dict) else None
            if not isinstance(items, tuple):
                self.broken.add((listed, "*"))
                continue
            for item in items:
                found = item.get("id", "*") if isinstance(item, dict) else item
                self.broken.update((listed, each) for each in (str(found), id_from(str(found))))

    def put_fragment(self, kind: type[Entry], file: str, document: Document) -> None:
        """Keep the data of a file with a fault, whose texts and references are checked as well."""
        faulty = frozenset(problem.path for problem in document.problems)
        self.fragments.append(Fragment(kind, document.data, Origin(file), faulty))

    def put_file(self, entry: Entry, name: str, file: str, document: Document) -> None:
        """Put a whole file's entry, and the entries within it, on the shelf."""
        origin = Origin(file)
        match entry:
            case Term():
                self._put(self.terms, "term", name, entry, origin=origin, document=document)
            case Comparison():
                self._put(
                    self.comparisons, "comparison", name, entry, origin=origin, document=document
                )
            case Decision():
                self._put(self.decisions, "decision", name, entry, origin=origin, document=document)
            case Path():
                self._put(self.paths, "path", name, entry, origin=origin, document=document)
            case FactFile():
                self._put(self.topics, "topic", name, entry, origin=origin, document=document)
                self._put_list(
                    self.facts, "fact", entry.facts, key="facts", file=file, document=document
                )
            case SourceFile():
                self._put_list(
                    self.sources,
                    "source",
                    entry.sources,
                    key="sources",
                    file=file,
                    document=document,
                )
            case Taxonomy():
                self._put_taxonomy(entry, file, document)

    def _put_taxonomy(self, taxonomy: Taxonomy, file: str, document: Document) -> None:
        categories = taxonomy.categories
        self._put_list(
            self.categories, "category", categories, key="categories", file=file, document=document
        )
        self._put_list(
            self.levels, "level", taxonomy.levels, key="levels", file=file, document=document
        )
        self._put_list(
            self.relations,
            "relation",
            taxonomy.relations,
            key="relations",
            file=file,
            document=document,
        )
        self._put_list(
            self.regions, "region", taxonomy.regions, key="regions", file=file, document=document
        )

    def _put_list(
        self,
        table: dict[str, Item],
        kind: str,
        items: Iterable[Item],
        *,
        key: str,
        file: str,
        document: Document,
    ) -> None:
        for index, item in enumerate(items):
            name: str = getattr(item, "id")  # noqa: B009 - every listed entry has an id
            self._put(table, kind, name, item, origin=Origin(file, (key, index)), document=document)

    def _put(
        self,
        table: dict[str, Item],
        kind: str,
        name: str,
        entry: Item,
        *,
        origin: Origin,
        document: Document,
    ) -> None:
        code = fault = remedy = ""
        if not re.fullmatch(ID_PATTERN, name):
            code, fault = "bad-id", f'the file\'s name "{shortened(name)}" is no id'
            remedy = "rename it: lower-case words joined by hyphens"
            if proposed := id_from(name):
                remedy = f"rename the file to {proposed[:LONGEST_ID]}.yml"
            self.broken.update((kind, each) for each in (name, id_from(name)))
        elif len(name) > LONGEST_ID:
            code, fault = "too-long", f"the file's name is an id of {len(name)} characters"
            remedy = f"rename the file; there is room for {LONGEST_ID} characters"
        elif (kind, name) in self.origins:
            code, fault = "duplicate-id", f'the {kind} "{name}" stands here again'
            remedy = f"rename one; the other is in {self.origins[kind, name].file}"
        if code:
            path = (*origin.path, "id") if origin.path else ()
            line, column = document.place(path)
            self.problems.append(
                Problem(code, fault, remedy, file=origin.file, path=path, line=line, column=column)
            )
            if not origin.path:
                self.put_fragment(type(entry), origin.file, document)
            return
        table[name] = entry
        self.origins[kind, name] = origin

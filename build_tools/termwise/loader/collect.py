"""Collects the entries of all files as they are read, and rejects duplicate ids."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from termwise.loader.yaml_reader import YamlFile
from termwise.model.glossary import EntryKey, Fragment, Glossary, Origin
from termwise.model.kinds import KINDS, AnyEntry, Kind
from termwise.model.names import id_from
from termwise.model.problem import FieldPath, Problem
from termwise.model.values import ID_PATTERN, LONGEST_ID, Entry, shortened

Read: TypeAlias = Callable[[], YamlFile]


@dataclass
class Collector:
    """What has been read so far, and what was wrong with it."""

    entries: dict[str, dict[str, AnyEntry]] = field(default_factory=dict)
    origins: dict[EntryKey, Origin] = field(default_factory=dict)
    broken: set[EntryKey] = field(default_factory=set)
    fragments: list[Fragment] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def glossary(self) -> Glossary:
        """All that was collected, as a value."""
        return Glossary(self.entries, self.origins, frozenset(self.broken), tuple(self.fragments))

    def add(self, key: EntryKey, entry: AnyEntry, origin: Origin) -> None:
        """Add an entry whose id is free."""
        kind, name = key
        self.entries.setdefault(kind, {})[name] = entry
        self.origins[key] = origin

    def add_file(self, entry: Entry, name: str, file: str, read: Read) -> None:
        """Add the entry that a file is, under its `name`, and the entries in its lists.

        Where there is a problem with one, the file's text is `read`.
        """
        for kind in KINDS:
            if kind.entry_type is type(entry):
                self._add_valid((kind.id, name), entry, Origin(file), read)
        for kind in KINDS:
            if kind.within is type(entry):
                for index, item in enumerate(getattr(entry, kind.plural)):
                    origin = Origin(file, (kind.plural, index))
                    self._add_valid((kind.id, item.id), item, origin, read)

    def add_fragment(self, type_: type[Entry], file: str, document: YamlFile) -> None:
        """Keep the data of a file with a fault, whose texts and references are checked as well."""
        faulty = frozenset(problem.path for problem in document.problems)
        self.fragments.append(Fragment(type_, document.data, Origin(file), faulty))

    def note_broken(self, type_: type[Entry] | None, name: str, data: object = None) -> None:
        """Remember what a file with a fault holds, as far as its ids can be made out.

        A name that is not a valid id stands for the id that it nearly is, too; a file of no known
        type for an entry of any kind that has files of its own.
        """
        for kind in KINDS:
            if kind.folder and type_ in (None, kind.entry_type):
                self._note_broken(kind, name)
            elif kind.within and kind.within is type_:
                items = data.get(kind.plural) if isinstance(data, dict) else None
                for item in items if isinstance(items, tuple) else ("*",):
                    found = item.get("id", "*") if isinstance(item, dict) else item
                    self._note_broken(kind, str(found))

    def _note_broken(self, kind: Kind, name: str) -> None:
        self.broken.update((kind.id, each) for each in (name, id_from(name)))

    def _add_valid(self, key: EntryKey, entry: Entry, origin: Origin, read: Read) -> None:
        """Add an entry unless its id is taken, or cannot be one."""
        problem = self._problem(key, origin, read)
        if problem is None:
            self.add(key, entry, origin)
            return
        self.problems.append(problem)
        if not origin.path:
            self.add_fragment(type(entry), origin.file, read())

    def _problem(self, key: EntryKey, origin: Origin, read: Read) -> Problem | None:
        """What is wrong with an id, if anything is."""
        kind, name = key
        if not re.fullmatch(ID_PATTERN, name):
            self.broken.update((kind, each) for each in (name, id_from(name)))
            proposed = id_from(name)[:LONGEST_ID]
            remedy = "rename it: lower-case words joined by hyphens"
            said = (
                "bad-id",
                f'the file\'s name "{shortened(name)}" is not an id',
                f"rename the file to {proposed}.yml" if proposed else remedy,
            )
        elif len(name) > LONGEST_ID:
            said = (
                "too-long",
                f"the file's name is an id of {len(name)} characters",
                f"rename the file; there is room for {LONGEST_ID} characters",
            )
        elif key in self.origins:
            said = (
                "duplicate-id",
                f'the {kind} "{name}" stands here again',
                f"rename one; the other is in {self.origins[key].file}",
            )
        else:
            return None
        path: FieldPath = (*origin.path, "id") if origin.path else ()
        line, column = read().place(path)
        return Problem(*said, file=origin.file, path=path, line=line, column=column)

"""YAML to `(Glossary, problems)`. The only reader of the glossary's folder."""

import os
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from termwise.loader.collect import Collector
from termwise.loader.folder import SourceText, printable, read_file, read_folder
from termwise.loader.known import KnownFiles
from termwise.loader.strays import (
    ENDINGS,
    note_misplaced,
    note_second,
    note_wrong_endings,
    read_instead,
)
from termwise.loader.validate import validate
from termwise.loader.yaml_reader import YamlFile, read_yaml
from termwise.model.glossary import Glossary
from termwise.model.kinds import FILE_TYPES, FOLDER_TYPES
from termwise.model.problem import Problem
from termwise.model.taxonomy import Taxonomy
from termwise.model.values import Entry


@dataclass(frozen=True)
class Loaded:
    """A glossary and what is wrong with its files. A file with a fault is left out."""

    glossary: Glossary
    problems: tuple[Problem, ...]


def load(
    folder: Path,
    *,
    root: Path | None = None,
    known: KnownFiles | None = None,
    seen: Callable[[int, int], None] = lambda _begun, _count: None,
) -> Loaded:
    """Read the glossary in `folder`, but for what is `known` from an earlier time.

    Problems name files relative to `root`, which is the folder's parent unless given. `seen` is
    told how many files have been begun, and of how many.
    """
    root = root or folder.parent
    shown = shown_path(folder, root)
    collector = Collector()
    if not os.path.isdir(folder):  # noqa: PTH112 - never fails, whatever the path
        fault = Problem("no-glossary", "there is no such folder", "create it", file=shown)
        return Loaded(Glossary(), (fault,))
    sources = tuple(read_folder(folder, shown, ENDINGS))
    found = {source.path for source in sources}
    for number, source in enumerate(sources, 1):
        seen(number, len(sources))
        beside = read_instead(source.path) in found
        _read_entry(source, collector, known or KnownFiles(), beside=beside)
    note_wrong_endings(folder, shown, collector)
    if "taxonomy.yml" not in found:
        remedy = "add it; it lists the categories and levels that terms belong to"
        missing = Problem("missing-file", "there is no file", remedy, file=f"{shown}/taxonomy.yml")
        collector.problems.append(missing)
        collector.note_broken(Taxonomy, "taxonomy")
    return Loaded(collector.glossary(), tuple(collector.problems))


def locate(problems: Iterable[Problem], root: Path) -> tuple[Problem, ...]:
    """The problems with line and column, in the order of the files.

    Checks know only a field's path. Its place is looked up here, in the few files that have
    a problem, so that a glossary without problems pays nothing for places.
    """
    files: dict[str, _Places] = {}
    located = []
    for problem in problems:
        line, column = problem.line, problem.column
        if line == 0 and problem.file.endswith(ENDINGS):
            if problem.file not in files:
                text = read_file(root / problem.file, problem.file).text
                files[problem.file] = _Places(read_yaml(text, problem.file), text)
            line, column = files[problem.file].of(problem)
        located.append(replace(problem, line=line, column=column, needle=""))
    return tuple(sorted(set(located), key=_reading_order))


class _Places:
    """The places of one file, in their order, and its lines."""

    def __init__(self, document: YamlFile, text: str) -> None:
        self._document = document
        self._sorted = sorted(document.places.values())
        self._lines = text.split("\n")

    def of(self, problem: Problem) -> tuple[int, int]:
        """Where the needle first stands in the field, else where the field begins."""
        begin = self._document.place(problem.path)
        if problem.needle:
            later = bisect_right(self._sorted, begin)
            end = self._sorted[later] if later < len(self._sorted) else (len(self._lines) + 1, 1)
            for number, line in enumerate(self._lines[begin[0] - 1 : end[0]], begin[0]):
                start = begin[1] - 1 if number == begin[0] else 0
                stop = end[1] - 1 + len(problem.needle) if number == end[0] else len(line)
                column = line.find(problem.needle, start, stop) + 1
                if column and (number, column) < end:
                    return number, column
        return begin


def shown_path(path: Path, root: Path) -> str:
    """How `path` is named to its author: relative to `root` where it is inside."""
    try:
        return printable(path.resolve().relative_to(root.resolve()))
    except (ValueError, OSError, RuntimeError):  # outside, or nowhere
        return printable(path)


def _reading_order(problem: Problem) -> tuple[str, int, int, str, str]:
    return (problem.file, problem.line, problem.column, problem.code, problem.fault)


def _read_entry(
    source: SourceText, collector: Collector, known: KnownFiles, *, beside: bool
) -> None:
    """Collect what a file holds, unless it stands `beside` the one that is read in its place."""
    folder, _, name = source.path.rpartition("/")
    type_ = FOLDER_TYPES.get(folder) if folder else FILE_TYPES.get(name)
    stem = name.rsplit(".", 1)[0]
    if beside:
        data = read_yaml(source.text, source.shown).data
        note_second(source.path, source.shown, type_, data, collector)
    elif source.problem:
        collector.problems.append(source.problem)
        if type_:
            collector.note_broken(type_, stem)
    elif type_ is None:
        note_misplaced(source.path, source.shown, collector)
    else:
        _read_text(source, type_, stem, collector, known)


def _read_text(
    source: SourceText, type_: type[Entry], stem: str, collector: Collector, known: KnownFiles
) -> None:
    """Collect the entry that a file is."""
    if entry := known.entry(type_, source.text):
        again = partial(read_yaml, source.text, source.shown)
        collector.add_file(entry, stem, source.shown, again)
        return
    document = read_yaml(source.text, source.shown)
    entry = None if document.problems else validate(type_, document, source.shown)
    if entry:
        collector.add_file(entry, stem, source.shown, lambda: document)
        known.keep(source.text, document.data, entry)
    else:
        collector.note_broken(type_, stem, document.data)
        collector.add_fragment(type_, source.shown, document)
    collector.problems.extend(document.problems)

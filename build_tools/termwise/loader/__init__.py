"""YAML to `(Glossary, problems)`. The only reader of the glossary's folder."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from termwise.loader.folder import SourceText, read_file, read_folder
from termwise.loader.shelf import Shelf
from termwise.loader.validate import validate
from termwise.loader.yaml_reader import Document, read_yaml
from termwise.model.glossary import FILE_KINDS, Glossary
from termwise.model.names import did_you_mean
from termwise.model.problem import Problem
from termwise.model.source import SourceFile
from termwise.model.taxonomy import Taxonomy
from termwise.model.values import Entry

_ROOT_FILES: Mapping[str, type[Entry]] = {"sources.yml": SourceFile, "taxonomy.yml": Taxonomy}


@dataclass(frozen=True)
class Loaded:
    """A glossary and what is wrong with its files. A file with a fault is left out."""

    glossary: Glossary
    problems: tuple[Problem, ...]


def load(folder: Path, *, root: Path | None = None) -> Loaded:
    """Read the glossary in `folder`.

    Problems name files relative to `root`, which is the folder's parent unless given.
    """
    root = root or folder.parent
    shown = shown_path(folder, root)
    shelf = Shelf()
    if not folder.is_dir():
        fault = Problem(shown, (), "no-glossary", "there is no such folder", "create it")
        return Loaded(Glossary(), (fault,))
    for source in read_folder(folder, shown, (".yml", ".yaml")):
        _read_entry(source, shelf)
    if not (folder / "taxonomy.yml").exists():
        remedy = "add it; it lists the categories and levels that terms belong to"
        missing = Problem(f"{shown}/taxonomy.yml", (), "missing-file", "there is no file", remedy)
        shelf.problems.append(missing)
        shelf.note_broken(Taxonomy, "taxonomy", None)
    return Loaded(shelf.glossary(), tuple(shelf.problems))


def locate(problems: Iterable[Problem], root: Path) -> tuple[Problem, ...]:
    """The problems with line and column, in the order of the files.

    Checks know only a field's path. Its place is looked up here, in the few files that have
    a problem, so that a glossary without problems pays nothing for places.
    """
    files: dict[str, tuple[str, Document]] = {}
    located = []
    for problem in problems:
        line, column = problem.line, problem.column
        if line == 0 and problem.file.endswith((".yml", ".yaml")):
            if problem.file not in files:
                text = read_file(root / problem.file, problem.file).text
                files[problem.file] = (text, read_yaml(text, problem.file))
            line, column = _place(problem, *files[problem.file])
        located.append(replace(problem, line=line, column=column, needle=""))
    return tuple(sorted(set(located), key=_reading_order))


def _place(problem: Problem, text: str, document: Document) -> tuple[int, int]:
    """Where the needle first stands in the field, else where the field begins."""
    begin = document.place(problem.path)
    if problem.needle:
        later = [place for place in document.places.values() if place > begin]
        end = min(later, default=(text.count("\n") + 2, 1))
        for number, line in enumerate(text.split("\n")[begin[0] - 1 : end[0]], begin[0]):
            column = line.find(problem.needle, begin[1] - 1 if number == begin[0] else 0) + 1
            if column and (number, column) < end:
                return number, column
    return begin


def shown_path(path: Path, root: Path) -> str:
    """How `path` is named to its author: relative to `root` where it is inside."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.as_posix()


def _reading_order(problem: Problem) -> tuple[str, int, int, str, str]:
    return (problem.file, problem.line, problem.column, problem.code, problem.fault)


def _read_entry(source: SourceText, shelf: Shelf) -> None:
    folder, _, name = source.path.rpartition("/")
    kind = FILE_KINDS.get(folder) if folder else _ROOT_FILES.get(name)
    stem = name.rsplit(".", 1)[0]
    if kind is None:
        shelf.problems.append(source.problem or _misplaced(source, folder))
        return
    if source.problem:
        shelf.note_broken(kind, stem, None)
        shelf.problems.append(source.problem)
        return
    document = read_yaml(source.text, source.shown)
    entry = None if document.problems else validate(kind, document, source.shown)
    if entry:
        shelf.put_file(entry, stem, source.shown, document)
    else:
        shelf.note_broken(kind, stem, document.data)
    shelf.problems.extend(document.problems)


def _misplaced(source: SourceText, folder: str) -> Problem:
    known = [f"{name}/" for name in FILE_KINDS] if folder else list(_ROOT_FILES)
    wrong = f"{folder}/" if folder else source.path
    listed = f"files go into {', '.join(f'{name}/' for name in FILE_KINDS)}"
    remedy = did_you_mean(wrong, known, listed)
    fault = f'a glossary has no folder "{wrong}"' if folder else f'no file "{wrong}" belongs here'
    return Problem(source.shown, (), "misplaced-file", fault, remedy, line=1, column=1)

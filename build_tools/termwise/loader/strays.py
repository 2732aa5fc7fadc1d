"""Files that stand where no entry is read: each is told, with where it belongs."""

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from termwise.loader.collect import Collector
from termwise.loader.folder import printable
from termwise.model.kinds import FILE_TYPES, FOLDER_TYPES
from termwise.model.names import closest, id_from
from termwise.model.problem import Problem, Severity
from termwise.model.values import Entry

ENDINGS = (".yml", ".yaml")
"""How the files of a glossary end."""

MOST = 50
"""How many files of one folder are told."""

_LEFTOVER = re.compile(r"\..*|.*~|#.*#|.*\.(sw[a-p]|tmp)|readme.*|thumbs\.db|desktop\.ini", re.I)
"""What editors and file managers leave behind, and what explains a folder to people."""

_PERHAPS_ENTRIES = ("", ".yml", ".yaml", ".txt", ".json", ".md")
"""The endings, in small letters, of what was most likely meant as an entry."""


def note_misplaced(path: str, file: str, collector: Collector) -> None:
    """Tell of a file at `path` of the glossary, where none is read.

    What it evidently holds may be named elsewhere without a second fault.
    """
    folder, _, name = path.rpartition("/")
    fault = f'a glossary has no folder "{folder}/"' if folder else f'no file "{name}" belongs here'
    stem, types = name.rsplit(".", 1)[0], FOLDER_TYPES if folder else FILE_TYPES
    places = {each.removesuffix(".yml"): each for each in types}
    remedy = f"files go into {', '.join(f'{each}/' for each in FOLDER_TYPES)}"
    if meant := closest(folder or stem, places):
        remedy = f'did you mean "{places[meant]}{"/" if folder else ""}"?'
    collector.note_broken(types[places[meant]] if meant else None, stem)
    collector.problems.append(Problem("misplaced-file", fault, remedy, file=file, line=1, column=1))


def read_instead(path: str) -> str:
    """The file that would be read in place of the one at `path`, if it is there; "" for none."""
    return f"{path.removesuffix('.yaml')}.yml" if path.endswith(".yaml") else ""


def note_second(
    path: str, file: str, type_: type[Entry] | None, data: object, collector: Collector
) -> None:
    """Tell of a file whose name stands in its folder with the usual ending, too.

    What it alone holds, as its `data` say, may be named elsewhere without a second fault.
    """
    name = read_instead(path).rpartition("/")[2]
    fault = f"this file is passed over, since {name} stands beside it"
    remedy = f"move what it has into {name} and delete it, or give it a name of its own"
    if type_:
        collector.note_broken(type_, name.removesuffix(".yml"), data)
    collector.problems.append(Problem("duplicate-id", fault, remedy, file=file, line=1, column=1))


def note_wrong_endings(folder: Path, shown: str, collector: Collector) -> None:
    """Tell of files among the entries that do not end as entries do, and are thus not read."""
    for name, type_ in FOLDER_TYPES.items():
        for path in islice(_strays(folder / name), MOST):
            stem, remedy = path.name.split(".")[0], f"move it out of {name}/"
            severity: Severity = "warning"
            entry = path.with_name(f"{stem}.yml")
            if path.suffix.lower() in _PERHAPS_ENTRIES and not entry.exists():
                collector.note_broken(type_, stem)
                remedy = f"rename it to {id_from(stem) or stem}.yml, or {remedy}"
                severity = "error"
            collector.problems.append(
                Problem(
                    "wrong-ending",
                    "the file is passed over, since it does not end in .yml",
                    remedy,
                    severity,
                    file=f"{shown}/{name}/{printable(Path(path.name))}",
                    line=1,
                    column=1,
                )
            )


def _strays(folder: Path) -> Iterator[Path]:
    """The files that stand in a folder and are neither entries nor leftovers, by name."""
    try:
        found = list(folder.iterdir()) if folder.is_dir() and not folder.is_symlink() else []
    except OSError:  # nobody lets us in, which is told where the folder is read
        found = []
    for path in sorted(found):
        known = path.name.endswith(ENDINGS) or _LEFTOVER.fullmatch(path.name)
        if not known and path.is_file() and not path.is_symlink():
            yield path

"""Files that stand where no entry is read: each is told, with where it belongs."""

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from termwise.loader.folder import printable
from termwise.loader.shelf import Shelf
from termwise.model.glossary import FILE_KINDS, ROOT_FILES
from termwise.model.names import closest, id_from
from termwise.model.problem import Problem, Severity

ENDINGS = (".yml", ".yaml")
"""How the files of a glossary end."""

MOST = 50
"""How many files of one folder are told."""

_LEFTOVER = re.compile(r"\..*|.*~|#.*#|.*\.(sw[a-p]|tmp)|readme.*|thumbs\.db|desktop\.ini", re.I)
"""What editors and file managers leave behind, and what explains a folder to people."""

_PERHAPS_ENTRIES = ("", ".yml", ".yaml", ".txt", ".json", ".md")
"""The endings, in small letters, of what was most likely meant as an entry."""


def note_misplaced(path: str, file: str, shelf: Shelf) -> None:
    """Tell of a file at `path` of the glossary, where none is read.

    What it evidently holds may be named elsewhere without a second fault.
    """
    folder, _, name = path.rpartition("/")
    fault = f'a glossary has no folder "{folder}/"' if folder else f'no file "{name}" belongs here'
    stem, kinds = name.rsplit(".", 1)[0], FILE_KINDS if folder else ROOT_FILES
    places = {each.removesuffix(".yml"): each for each in kinds}
    remedy = f"files go into {', '.join(f'{each}/' for each in FILE_KINDS)}"
    if meant := closest(folder or stem, places):
        remedy = f'did you mean "{places[meant]}{"/" if folder else ""}"?'
    shelf.note_broken(kinds[places[meant]] if meant else None, stem)
    shelf.problems.append(Problem("misplaced-file", fault, remedy, file=file, line=1, column=1))


def note_wrong_endings(folder: Path, shown: str, shelf: Shelf) -> None:
    """Tell of files among the entries that do not end as entries do, and are thus not read."""
    for name, kind in FILE_KINDS.items():
        for path in islice(_strays(folder / name), MOST):
            stem, remedy = path.name.split(".")[0], f"move it out of {name}/"
            severity: Severity = "warning"
            entry = path.with_name(f"{stem}.yml")
            if path.suffix.lower() in _PERHAPS_ENTRIES and not entry.exists():
                shelf.note_broken(kind, stem)
                remedy = f"rename it to {id_from(stem) or stem}.yml, or {remedy}"
                severity = "error"
            shelf.problems.append(
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

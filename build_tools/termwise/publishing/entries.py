"""Replace a folder entry by entry, where it cannot be replaced itself: it is a mount point, say.

Everything is inside the folder before the first entry changes, and a journal says what is to be
done. Which entries have been done shows in where they stand, so that it can be gone on with, or
undone, from any moment. The folder is mixed from the first entry to the last: if the system
stops in between, until the next build.
"""

import contextlib
import errno
import json
import os
import shutil
from collections.abc import Collection
from dataclasses import asdict, dataclass
from pathlib import Path

from termwise.publishing.place import NEW, OLD, inside

JOURNAL = "journal"


@dataclass(frozen=True)
class _Journal:
    """The names of all that comes, and of what goes without anything in its place."""

    comes: list[str]
    goes: list[str]


def entry_by_entry(target: Path, new: Path, comes: Collection[str]) -> bool:
    """Put the entries `comes` of the folder `new` in the place of all that `target` shows.

    Raises `OSError`: with `target` as it was, where not even that can be brought about with a
    journal by which the next build completes it.
    """
    work = inside(target)
    new = _bring(new, work / NEW)
    shown = {path.name for path in target.iterdir() if not path.name.startswith(".")}
    journal = _Journal(sorted(comes), sorted(shown - set(comes)))
    (work / f"{JOURNAL}.new").write_text(json.dumps(asdict(journal)), "utf-8")
    (work / OLD).mkdir(exist_ok=True)
    (work / f"{JOURNAL}.new").replace(work / JOURNAL)
    try:
        _forward(target, journal)
        (work / JOURNAL).unlink()
    except OSError:
        with contextlib.suppress(OSError):
            _backward(target, journal)
            (work / JOURNAL).unlink()
        raise
    return True


def complete(target: Path) -> None:
    """Do the rest of what a journal in `target` says, if there is one."""
    file = inside(target) / JOURNAL
    if file.is_file():
        _forward(target, _Journal(**json.loads(file.read_text("utf-8"))))
        file.unlink()


def _forward(target: Path, journal: _Journal) -> None:
    new, old = inside(target) / NEW, inside(target) / OLD
    for name in journal.comes:
        if os.path.lexists(new / name):
            if os.path.lexists(target / name):
                _move(target / name, old / name)
            _move(new / name, target / name)
    for name in journal.goes:
        if os.path.lexists(target / name):
            _move(target / name, old / name)


def _backward(target: Path, journal: _Journal) -> None:
    new, old = inside(target) / NEW, inside(target) / OLD
    for name in (*journal.comes, *journal.goes):
        if name in journal.comes and not os.path.lexists(new / name):
            _move(target / name, new / name)
        if os.path.lexists(old / name):
            _move(old / name, target / name)


def _move(entry: Path, place: Path) -> None:
    """Rename an entry; a folder file by file where half of it has been, or overlayfs has it so."""
    if not os.path.lexists(place):
        try:
            entry.rename(place)
        except OSError as error:
            if error.errno != errno.EXDEV or entry.is_symlink() or not entry.is_dir():
                raise
        else:
            return
    place.mkdir(exist_ok=True)
    for child in sorted(entry.iterdir()):
        _move(child, place / child.name)
    entry.rmdir()


def _bring(folder: Path, place: Path) -> Path:
    """Have a folder at a place inside the one that it is to fill, copied where need be."""
    if folder != place:
        place.parent.mkdir(exist_ok=True)
        try:
            folder.rename(place)
        except OSError as error:
            if error.errno not in (errno.EXDEV, errno.EBUSY):
                raise
            shutil.copytree(folder, place, symlinks=True)
    return place

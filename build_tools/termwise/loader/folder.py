"""Files of a folder, read safely: bounded in size, inside the folder, UTF-8."""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from termwise.model.problem import Problem
from termwise.words.numbers import AUTHORS

MAX_BYTES = 1_000_000
"""The largest file that is read: some 150,000 words, far more than one entry holds."""


@dataclass(frozen=True)
class SourceText:
    """One file: its path relative to the folder with `/`, and its text or the problem with it."""

    path: str
    shown: str
    text: str = ""
    problem: Problem | None = None


def read_folder(folder: Path, shown: str, endings: tuple[str, ...]) -> Iterator[SourceText]:
    """The files below `folder` that have one of `endings`, sorted by path.

    `shown` is how the folder is named in problems. Hidden files and folders are passed over;
    folders that are symbolic links, or that nobody lets us into, are reported and not entered.
    So is what is not a file at all, which a build would wait for.
    """
    root = folder.resolve()
    for path, closed in sorted(_walk(folder), key=lambda found: found[0].as_posix()):
        relative = printable(path.relative_to(folder))
        named = shown if path == folder else f"{shown}/{relative}"
        if closed:
            yield SourceText(relative, named, problem=_unreadable(closed, "folder", named))
        elif path.name.endswith(endings):
            yield _read(path, root, relative, named)
        elif problem := _astray(path, root, named):
            yield SourceText(relative, named, problem=problem)


def read_file(path: Path, shown: str) -> SourceText:
    """One file that is known to stand in its folder."""
    return _read(path, path.parent.resolve(), path.name, shown)


def _walk(folder: Path) -> Iterator[tuple[Path, OSError | None]]:
    """All that is below a folder but its folders, and those that keep closed, with the reason."""
    waiting = [folder]
    while waiting:
        entered = waiting.pop()
        try:
            entries = [entry for entry in os.scandir(entered) if not entry.name.startswith(".")]
        except OSError as error:
            yield entered, error
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(entered / entry.name)
            else:
                yield entered / entry.name, None


def printable(path: Path) -> str:
    """A path as text, whatever bytes a file system let through."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _astray(path: Path, root: Path, shown: str) -> Problem | None:
    """What is wrong with where a path leads."""
    with contextlib.suppress(OSError):
        if stat.S_ISREG(path.lstat().st_mode):
            return None  # no link, and no folder above it is one
    try:
        inside = path.resolve().is_relative_to(root)
    except (OSError, RuntimeError):  # Python before 3.13 raises for links that lead in a circle
        inside = True
    if not inside:
        remedy = "copy the file here"
        return _fault(shown, "outside-folder", "a symbolic link leads out of the folder", remedy)
    try:
        regular = stat.S_ISREG(path.stat().st_mode)
    except OSError as error:
        if path.is_symlink() and error.errno in (errno.ENOENT, errno.ELOOP):
            fault = "a symbolic link leads nowhere, or in a circle"
            return _fault(shown, "unreadable", fault, "copy the file here")
        if error.errno != errno.ENOENT:
            return _unreadable(error, "file", shown)
        regular = False
    if not regular:
        return _fault(shown, "not-a-file", "this is not a regular file", "delete it")
    return None


def _read(path: Path, root: Path, relative: str, shown: str) -> SourceText:
    def found(problem: Problem) -> SourceText:
        return SourceText(relative, shown, problem=problem)

    if astray := _astray(path, root, shown):
        return found(astray)
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
        size = path.stat().st_size
    except OSError as error:
        return found(_unreadable(error, "file", shown))
    if len(raw) > MAX_BYTES:
        fault = f"the file has {AUTHORS.figure(size)} bytes, more than {AUTHORS.figure(MAX_BYTES)}"
        return found(_fault(shown, "too-large", fault, "split it; one term is one file"))
    try:
        return SourceText(relative, shown, raw.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        fault, remedy = "the file is not UTF-8 text", "save it as UTF-8"
        return found(_fault(shown, "not-utf-8", fault, remedy, line))


def _fault(shown: str, code: str, fault: str, remedy: str, line: int = 1) -> Problem:
    return Problem(code, fault, remedy, file=shown, line=line, column=1)


def _unreadable(error: OSError, what: str, shown: str) -> Problem:
    said = (error.strerror or "of an unknown reason").lower()
    fault = f"the {what} cannot be read: {said}"
    return _fault(shown, "unreadable", fault, "check its path, and who may read it")

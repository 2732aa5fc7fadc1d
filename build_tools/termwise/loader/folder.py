"""Files of a folder, read safely: bounded in size, inside the folder, UTF-8."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from termwise.model.problem import Problem

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
    folders that are symbolic links are reported, never entered.
    """
    root = folder.resolve()
    for path in sorted(_walk(folder), key=lambda path: path.relative_to(folder).as_posix()):
        relative = printable(path.relative_to(folder))
        if path.name.endswith(endings):
            yield _read(path, root, relative, f"{shown}/{relative}")
        elif path.is_symlink() and (problem := _astray(path, root, f"{shown}/{relative}")):
            yield SourceText(relative, f"{shown}/{relative}", problem=problem)


def read_file(path: Path, shown: str) -> SourceText:
    """One file that is known to stand in its folder."""
    return _read(path, path.parent.resolve(), path.name, shown)


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        else:
            yield path


def printable(path: Path) -> str:
    """A path as text, whatever bytes a file system let through."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _astray(path: Path, root: Path, shown: str) -> Problem | None:
    """What is wrong with where a path leads."""

    def problem(code: str, fault: str, remedy: str) -> Problem:
        return Problem(shown, (), code, fault, remedy, line=1, column=1)

    try:
        inside = path.resolve().is_relative_to(root)
    except (OSError, RuntimeError):  # Python before 3.13 raises for links that lead in a circle
        inside = True
    if not inside:
        return problem(
            "outside-folder", "a symbolic link leads out of the folder", "copy the file here"
        )
    if path.is_symlink() and not path.exists():
        return problem(
            "unreadable", "a symbolic link leads nowhere, or in a circle", "copy the file here"
        )
    if not path.is_file():
        return problem("not-a-file", "this is no regular file", "delete it")
    return None


def _read(path: Path, root: Path, relative: str, shown: str) -> SourceText:
    def problem(code: str, fault: str, remedy: str, line: int = 1) -> SourceText:
        found = Problem(shown, (), code, fault, remedy, line=line, column=1)
        return SourceText(relative, shown, problem=found)

    if astray := _astray(path, root, shown):
        return SourceText(relative, shown, problem=astray)
    try:
        if path.stat().st_size > MAX_BYTES:
            return problem(
                "too-large",
                f"the file has {path.stat().st_size:,} bytes, more than {MAX_BYTES:,}",
                "split it; one term is one file",
            )
        raw = path.read_bytes()
    except OSError as error:
        return problem("unreadable", f"the file cannot be read: {error.strerror}", "check the file")
    try:
        return SourceText(relative, shown, raw.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return problem("not-utf-8", "the file is not UTF-8 text", "save it as UTF-8", line)

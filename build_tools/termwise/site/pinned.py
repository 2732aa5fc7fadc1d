"""Pinned embeds, kept from build to build: an address that names its content stands for good."""

import contextlib
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from termwise.publishing.lock import locked
from termwise.render.embeds import digest

_DIGEST = re.compile(r"[0-9a-f]{32}")
_BEGUN = ".new"
"""Ends the name of a copy that is not finished."""

_PATIENCE = 60.0
"""For how many seconds another build may be storing its own embeds in the same folder."""


@contextlib.contextmanager
def tidied(kept: Path) -> Iterator[None]:
    """Lock a folder, and delete the copies in it that a killed build has not finished."""
    with locked(kept / ".lock", kept, patience=_PATIENCE):
        for path in kept.glob(f"*{_BEGUN}"):
            if _DIGEST.fullmatch(path.name.removesuffix(_BEGUN)):
                shutil.rmtree(path)
        yield


def keep(kept: Path, new: Path) -> list[Path]:
    """Copy every pinned folder of `kept` into `new`, but for those that are there already.

    Both hold folders that are named by their content, as `embed/` of a site does. Nothing that
    is there is written to. Returns the folders in `kept` whose content is not what their name
    says, in other words that somebody has changed; they are not copied.
    """
    changed = []
    for folder in sorted(kept.iterdir()) if kept.is_dir() else ():
        if not _DIGEST.fullmatch(folder.name) or folder.is_symlink() or not folder.is_dir():
            continue
        if not _stands(folder, new / folder.name) and not _is_intact(folder):
            changed.append(folder)
        else:
            copy(folder, new)
    return changed


def copy(folder: Path, new: Path) -> None:
    """Copy the files of a folder into `new`, whole or not at all, unless it is there already.

    What else is in it stays: no embed has a folder or a link, which may lead anywhere.
    """
    target = new / folder.name
    if target.exists():
        return
    begun = target.with_name(f"{target.name}{_BEGUN}")
    shutil.rmtree(begun, ignore_errors=True)
    begun.mkdir(parents=True)
    for path in filter(_is_file, folder.iterdir()):
        shutil.copyfile(path, begun / path.name)
    begun.rename(target)


def _stands(folder: Path, target: Path) -> bool:
    """Whether a folder is in the new site already, as further names of files known to be whole."""
    here, there = (_numbers(each) for each in (folder, target))
    return bool(here) and here == there


def _numbers(folder: Path) -> dict[str, int]:
    """What is in a folder, by name, with the number of each file."""
    try:
        with os.scandir(folder) as entries:
            return {entry.name: entry.inode() for entry in entries}
    except OSError:
        return {}


def _is_intact(folder: Path) -> bool:
    entries = list(folder.iterdir())
    if not all(map(_is_file, entries)):
        return False
    return digest({path.name: path.read_bytes() for path in entries}) == folder.name


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()

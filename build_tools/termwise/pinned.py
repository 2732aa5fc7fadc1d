"""Pinned embeds, kept from build to build: an address that names its content stands for good."""

import re
import shutil
from pathlib import Path

from termwise.render.embeds import digest

_DIGEST = re.compile(r"[0-9a-f]{32}")


def keep(kept: Path, new: Path) -> list[str]:
    """Copy every pinned folder of `kept` into `new`, but for those that are there already.

    Both hold folders that are named by their content, as `embed/` of a site does. Nothing that
    is there is written to. Returns the names of the folders in `kept` whose content is not
    what their name says, in other words that somebody has changed.
    """
    changed = []
    for folder in sorted(kept.iterdir()) if kept.is_dir() else ():
        if not _DIGEST.fullmatch(folder.name):
            continue
        files = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
        if digest(files) != folder.name:
            changed.append(folder.name)
        if not (new / folder.name).exists():
            _copy(folder, new / folder.name)
    return changed


def _copy(folder: Path, target: Path) -> None:
    """Copy a folder so that it is there whole or not at all."""
    begun = target.with_name(f"{target.name}.new")
    shutil.rmtree(begun, ignore_errors=True)
    shutil.copytree(folder, begun)
    begun.rename(target)

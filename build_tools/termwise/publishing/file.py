"""One file, written whole or not at all."""

import contextlib
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from termwise.publishing.lock import locked

_PATIENCE = 10.0
"""For how many seconds another process may be at the same file."""


def write_whole(file: Path, parts: Iterable[bytes]) -> None:
    """Write a new file beside it, then put that in its place; links are followed, the mode stays.

    What is not a file (a pipe, a terminal) is written to as it is. Raises `OSError`, with the file
    as it was.
    """
    target = Path(os.path.realpath(file))
    if target.exists() and not target.is_file():
        with target.open("wb") as stream:
            stream.writelines(parts)
        return
    begun = target.with_name(f".{target.name}.new")
    with locked(target.with_name(f".{target.name}.lock"), file, patience=_PATIENCE):
        try:
            with begun.open("wb") as stream:
                stream.writelines(parts)
            if target.exists():
                shutil.copymode(target, begun)
            begun.replace(target)
        finally:
            with contextlib.suppress(OSError):
                begun.unlink(missing_ok=True)

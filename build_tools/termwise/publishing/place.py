"""Where a build works until it is published: a hidden folder beside what it replaces, or inside.

Both are on the file system of what is replaced, where renaming costs nothing and can be done at
one moment. Inside is second best: others may read it, and it cannot change places with the
folder that it stands in.
"""

import errno
import os
import shutil
from pathlib import Path

NEW, OLD, LOCK = "new", "old", "lock"
"""What is in it: what is being built, what it replaces on its way out, who builds."""

_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}


def beside(target: Path) -> Path:
    """The folder beside a target."""
    return target.with_name(f".{target.name}.termwise")


def inside(target: Path) -> Path:
    """The folder inside a target."""
    return target / ".termwise"


def choose(target: Path) -> Path:
    """Where to work, made. Raises `OSError` where nothing can be written."""
    if not target.name:
        raise PermissionError(errno.EPERM, "a whole file system is not a folder to build into")
    target.parent.mkdir(parents=True, exist_ok=True)
    exists = target.is_dir()
    if not (exists and _is_fixed(target)):
        try:
            beside(target).mkdir(exist_ok=True)
        except OSError as error:
            if not exists or error.errno not in _CLOSED:
                raise
        else:
            return beside(target)
    inside(target).mkdir(exist_ok=True)
    return inside(target)


def clear(work: Path) -> None:
    """Delete all but the lock. What cannot be deleted is put out of the way, and tried again."""
    for path in sorted(work.iterdir()) if work.is_dir() else ():
        if path.name == LOCK:
            continue
        if path.is_symlink() or not path.is_dir():
            path.unlink()
            continue
        shutil.rmtree(path, ignore_errors=True)
        if path.exists() and path.name in (NEW, OLD):
            numbers = range(len(list(work.iterdir())) + 1)
            rests = (work / f"rest-{number}" for number in numbers)
            path.rename(next(rest for rest in rests if not rest.exists()))


def _is_fixed(target: Path) -> bool:
    """Whether a folder has to stay: something is mounted on it, or in it, or it is not ours."""
    mounted = any(map(os.path.ismount, (target, *target.iterdir())))
    return mounted or not os.access(target, os.W_OK | os.X_OK)

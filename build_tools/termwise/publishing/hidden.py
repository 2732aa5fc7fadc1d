"""What a folder keeps when another takes its place: hidden files, its mode and its owner.

What begins with a dot may belong to the publishing (`.git`, `.nojekyll`). It stands at both
places before the folders change theirs, so that at no moment it stands at neither.
"""

import contextlib
import errno
import os
import shutil
import stat
from pathlib import Path

_NO_LINKS = {
    errno.EPERM, errno.EACCES, errno.EXDEV, errno.EMLINK, errno.ENOSYS, errno.ENOTSUP,
    errno.EOPNOTSUPP,
}  # fmt: skip
"""Why a file system, or its owner, may not let a file have a second name."""


def carry(entry: Path, place: Path) -> None:
    """Have a file or folder stand at a second place as well; what is there already stays.

    Files get a second name, or are copied. Sockets and pipes are left out where they cannot get
    one: they end with the process that they belong to.
    """
    if entry.is_symlink() or not entry.is_dir():
        if not os.path.lexists(place):
            _link(entry, place)
    elif not os.path.lexists(place) or (place.is_dir() and not place.is_symlink()):
        made = not place.exists()
        place.mkdir(exist_ok=True)
        for child in sorted(entry.iterdir()):
            carry(child, place / child.name)
        if made:
            be_like(entry, place)


def be_like(folder: Path, new: Path) -> None:
    """Give a folder the mode of another one, and its owner where that is ours to give."""
    known = folder.stat()
    new.chmod(stat.S_IMODE(known.st_mode))
    mine = new.stat()
    if hasattr(os, "chown") and (known.st_uid, known.st_gid) != (mine.st_uid, mine.st_gid):
        with contextlib.suppress(PermissionError):
            os.chown(new, known.st_uid, known.st_gid)


def _link(entry: Path, place: Path) -> None:
    try:
        os.link(entry, place, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if entry.is_symlink() or entry.is_file():
            shutil.copy2(entry, place, follow_symlinks=False)

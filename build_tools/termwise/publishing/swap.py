"""Two folders take each other's names, at one moment."""

import ctypes
import errno
import os
import platform
import sys
from pathlib import Path

_HERE = -100
"""AT_FDCWD: paths are as they are everywhere else."""

_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux, and RENAME_SWAP of macOS."""

_RENAMEAT2 = {"x86_64": 316, "aarch64": 276}
"""The number of the system call, for C libraries that do not know its name (older musl)."""


def swap(one: Path, other: Path) -> None:
    """Exchange the names of two folders or files of one file system.

    Raises `OSError`: with ENOSYS where the system cannot, with EINVAL or ENOTSUP where the file
    system cannot, with EXDEV or EBUSY where one of them is a mount point.
    """
    sys.audit("termwise.swap", str(one), str(other))
    ctypes.set_errno(0)
    if _call(os.fsencode(one), os.fsencode(other)):
        number = ctypes.get_errno() or errno.ENOSYS
        raise OSError(number, os.strerror(number), str(one), None, str(other))


def _call(one: bytes, other: bytes) -> int:
    """What the system answers: 0 where it is done."""
    if sys.platform not in ("linux", "darwin"):
        return -1
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "darwin":
        return int(library.renamex_np(one, other, _EXCHANGE)) if _has_swap(library) else -1
    if hasattr(library, "renameat2"):
        return int(library.renameat2(_HERE, one, _HERE, other, _EXCHANGE))
    call = _RENAMEAT2.get(platform.machine())
    if call is None or sys.maxsize < 2**32:
        return -1
    return int(library.syscall(ctypes.c_long(call), _HERE, one, _HERE, other, _EXCHANGE))


def _has_swap(library: ctypes.CDLL) -> bool:
    return hasattr(library, "renamex_np")

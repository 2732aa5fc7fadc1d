"""One builder at a time: a file that says which process it is, and since when.

The system holds the lock for the process, and releases it however the process ends. The file alone
locks nothing, so that one that was left behind is in nobody's way.
"""

import contextlib
import datetime
import errno
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

_ENDING = 10.0
"""For how many seconds a lock is waited for whose process has ended: it is being released."""

_TAKEN = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES}
_PLACE = 1 << 30
"""The byte that is locked on Windows: beyond the text, which others are to read."""


class BusyError(OSError):
    """Somebody else is writing there; the message says who."""


class Lock:
    """A lock that is held, until `release`."""

    def __init__(self, file: Path, handle: int) -> None:
        self._file = file
        self._handle = handle

    @classmethod
    def take(cls, file: Path, target: Path, *, patience: float = 0) -> "Lock":
        """Take the lock in `file`, whose folder is made, for writing to `target`.

        Raises `BusyError` where it is held still after `patience` seconds, and `OSError` where
        the file cannot be written.
        """
        begun = time.monotonic()
        while True:
            file.parent.mkdir(exist_ok=True)
            try:
                handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
            except FileNotFoundError:
                continue  # the previous builder has just deleted the folder
            try:
                if _lock(handle) and _is_at(handle, file):
                    os.ftruncate(handle, 0)
                    os.write(handle, _myself())
                    return cls(file, handle)
                pid, since = _holder(handle)
            except BaseException:
                os.close(handle)
                raise
            os.close(handle)
            waits = _ENDING if pid and not _lives(pid) else patience
            if time.monotonic() - begun > waits:
                who = f"process {pid}, since {since}" if pid else "which has only just begun"
                raise BusyError(f"another build ({who}) is writing to {target}")
            time.sleep(0.02)

    def release(self) -> None:
        """Release the lock, and delete the file."""
        with contextlib.suppress(OSError):
            if sys.platform == "win32":
                os.close(self._handle)  # what is open cannot be deleted there
            self._file.unlink()
        if sys.platform != "win32":
            os.close(self._handle)


@contextlib.contextmanager
def locked(file: Path, target: Path, *, patience: float) -> Iterator[None]:
    """Hold the lock in `file` while the block runs."""
    lock = Lock.take(file, target, patience=patience)
    try:
        yield
    finally:
        lock.release()


def _lock(handle: int) -> bool:
    """Whether the lock is ours now; a file system without locks has no other holder."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415

            os.lseek(handle, _PLACE, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            import fcntl  # noqa: PLC0415

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _TAKEN
    return True


def _is_at(handle: int, file: Path) -> bool:
    """Whether the file that is open is still the one that others find."""
    try:
        return os.path.samestat(os.fstat(handle), file.stat())
    except FileNotFoundError:
        return False


def _myself() -> bytes:
    now = datetime.datetime.now().astimezone().isoformat(" ", "seconds")
    return f"{os.getpid()} {now}\n".encode()


def _holder(handle: int) -> tuple[int, str]:
    """The process that holds a lock and since when; 0 where it has not said so yet."""
    os.lseek(handle, 0, os.SEEK_SET)
    pid, _space, since = os.read(handle, 100).decode("utf-8", "replace").strip().partition(" ")
    return (int(pid), since) if pid.isdecimal() else (0, "")


def _lives(pid: int) -> bool:
    """Whether there is such a process, whoever owns it."""
    if sys.platform == "win32":
        return True  # the lock of one that has ended is gone with it
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True

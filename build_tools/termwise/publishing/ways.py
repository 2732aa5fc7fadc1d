"""The ways in which a new folder takes the place of another, the best one first.

Each is given the place, the new folder and the names of what was made in it. It returns whether
the system could do it in this way, and raises `OSError`, with the place as it was, where it
could but failed.
"""

import errno
import os
from collections.abc import Callable, Collection
from pathlib import Path

from termwise.publishing.entries import complete as complete_entries
from termwise.publishing.entries import entry_by_entry
from termwise.publishing.place import NEW, OLD, beside
from termwise.publishing.swap import swap

Way = Callable[[Path, Path, Collection[str]], bool]

_CANNOT = {
    errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EXDEV, errno.EBUSY,
}  # fmt: skip
"""How a system says that it has no such way, or not for this folder."""


def in_one_step(target: Path, new: Path, _made: Collection[str]) -> bool:
    """Exchange the two: whoever looks sees either the one or the other."""
    return _can(lambda: swap(new, target))


def in_two_steps(target: Path, new: Path, _made: Collection[str]) -> bool:
    """Move the old one away, then the new one in: for a moment, neither is there."""
    old = new.with_name(OLD)
    if not _can(lambda: target.rename(old)):
        return False
    try:
        new.rename(target)
    except OSError:
        old.rename(target)
        raise
    return True


WAYS: tuple[Way, ...] = (in_one_step, in_two_steps, entry_by_entry)


def complete(target: Path) -> None:
    """Bring to its end what a build that was killed, or failed, had begun to publish.

    Between the two steps the old folder is on its way out and nothing has its name; the journal
    of entries is a file.
    """
    new, old = beside(target) / NEW, beside(target) / OLD
    if old.is_dir() and not os.path.lexists(target):
        (new if new.is_dir() else old).rename(target)
    complete_entries(target)


def _can(step: Callable[[], object]) -> bool:
    try:
        step()
    except OSError as error:
        if error.errno in _CANNOT:
            return False
        raise
    return True

"""Whoever is told what a workshop does, while it does it; here nobody is."""

from collections.abc import Callable
from enum import Enum

from termwise.lookup.library import Read

Seen = Callable[[int, int], None]
"""Is told how many pieces of work have been begun, and of how many."""


def unseen(_begun: int, _count: int) -> None:
    """Nobody is told."""


class Why(Enum):
    """Why work is done again, where it is not for a read that gives something else."""

    NEW = "no record of it is kept"
    UNKNOWN = "templates or plugins that are not known take part in it"
    AROUND = "the settings, the theme or what it shares with others changed"
    OTHERS = "others put a file into its place, or do so no longer"
    ALTERED = "its file is not as it was left"


Reason = Why | Read


class Witness:
    """Is told of each piece of work, in files, and why it is done again."""

    def kept(self, files: int) -> None:
        """So many files have been taken over as they were."""

    def made(self, files: int) -> None:
        """So many files have been made."""

    def again(self, name: str, reason: Reason) -> None:
        """A piece of work is to be done: for `Why`, or for a read."""

    def seen(self, begun: int, count: int) -> None:
        """So many pieces of work have been begun, of so many."""

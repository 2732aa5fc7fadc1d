"""What a forked child process is to its parent: how many there can be, and how one ends."""

import ctypes
import multiprocessing
import os
import signal
import sys
import threading
from multiprocessing.process import BaseProcess

_PR_SET_PDEATHSIG = 1
"""Names the signal that Linux sends to a process whose parent has ended."""


class ChildError(Exception):
    """The function failed; its process has said why on standard error, or it was killed."""


def processors() -> int:
    """How many processes can work at once. One where this process cannot be copied as it is.

    It can on Linux, without threads, which the copy would lack, and where it is no copy itself.
    """
    alone = threading.active_count() == 1 and multiprocessing.parent_process() is None
    return len(os.sched_getaffinity(0)) if alone and sys.platform == "linux" else 1


def follow(parent: int) -> None:
    """Have this process, which is a copy of its parent, end with it, and by its parent's hand."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)  # it ended before it could be followed
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is interrupted, too, and cancels
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def how_it_ended(process: BaseProcess) -> str:
    """What became of a process that did not do what it was started for."""
    code = process.exitcode or 0
    if code < 0:
        return (
            f"a process that writes files of the site ({process.pid}) was killed "
            f"({_name(-code)}); the system may have been short of memory"
        )
    return "files of the site could not be written; see above"


def _name(number: int) -> str:
    """The name of a signal."""
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"

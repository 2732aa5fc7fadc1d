"""Work in a process of its own, beside this one: the data, while pages are being made."""

import ctypes
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.process import BaseProcess

_PR_SET_PDEATHSIG = 1
"""Names the signal that Linux sends to a process whose parent has ended."""


class AsideError(Exception):
    """The work failed; its process has said why on standard error, or it was killed."""


@dataclass
class Aside:
    """Work that has begun. `finish` waits for it, `cancel` ends it early; one of them is due."""

    work: Callable[[], None]
    process: BaseProcess | None

    def finish(self) -> None:
        """Wait until the work is done. Raises `AsideError` where it failed."""
        if self.process is None:
            self.work()
            return
        self.process.join()
        code = self.process.exitcode or 0
        if code < 0:
            raise AsideError(
                f"the process that writes the data beside the pages ({self.process.pid}) was "
                f"killed ({_name(-code)}); the system may have been short of memory"
            )
        if code:
            raise AsideError("the data beside the pages could not be written; see above")

    def cancel(self) -> None:
        """End the work, so that it writes no more."""
        if self.process is not None:
            self.process.kill()
            self.process.join()


def begin(work: Callable[[], None], *, alone: bool) -> Aside:
    """Begin the work in a process of its own where that costs nothing and gains something.

    That is where this process is `alone`, with no threads that a copy would lack, where it can
    be copied as it is (Linux), and where there is another processor. Elsewhere the work is
    done when it is waited for.
    """
    if not (alone and sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1):
        return Aside(work, None)
    context = multiprocessing.get_context("fork")
    process = context.Process(target=_run, args=(work, os.getpid()), daemon=True)
    process.start()
    return Aside(work, process)


def _run(work: Callable[[], None], parent: int) -> None:
    """Do the work, but not beyond the end of the parent; of a full disk a line says enough."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)  # it ended before it could be followed
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is interrupted, too, and cancels
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        work()
    except OSError as error:
        sys.exit(f"termwise: {error}")


def _name(number: int) -> str:
    """The name of a signal."""
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"

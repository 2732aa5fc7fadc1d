"""Runs a function in a forked child process, while this one goes on."""

import ctypes
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.process import BaseProcess

_PR_SET_PDEATHSIG = 1
"""Names the signal that Linux sends to a process whose parent has ended."""


class ChildError(Exception):
    """The function failed; its process has said why on standard error, or it was killed."""


@dataclass
class Child:
    """A function that has been started. `finish` waits for it, `cancel` ends it; one is due."""

    function: Callable[[], None]
    process: BaseProcess | None

    def finish(self) -> None:
        """Wait until the function has returned. Raises `ChildError` where it failed."""
        if self.process is None:
            self.function()
            return
        self.process.join()
        code = self.process.exitcode or 0
        if code < 0:
            raise ChildError(
                f"the process that writes the data beside the pages ({self.process.pid}) was "
                f"killed ({_name(-code)}); the system may have been short of memory"
            )
        if code:
            raise ChildError("the data beside the pages could not be written; see above")

    def cancel(self) -> None:
        """End the process, so that it writes no more."""
        if self.process is not None:
            self.process.kill()
            self.process.join()


def start(function: Callable[[], None]) -> Child:
    """Start a function in a child process where that costs nothing and gains something.

    That is where this process can be copied as it is (on Linux, and without threads that the copy
    would lack), and where there is another processor. Elsewhere the function is called when it is
    waited for.
    """
    alone = threading.active_count() == 1
    if not (alone and sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1):
        return Child(function, None)
    context = multiprocessing.get_context("fork")
    process = context.Process(target=_run, args=(function, os.getpid()), daemon=True)
    process.start()
    return Child(function, process)


def _run(function: Callable[[], None], parent: int) -> None:
    """Call the function while the parent lives; of a full disk a line says enough."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)  # it ended before it could be followed
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is interrupted, too, and cancels
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        function()
    except OSError as error:
        sys.exit(f"termwise: {error}")


def _name(number: int) -> str:
    """The name of a signal."""
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"

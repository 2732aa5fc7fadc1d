"""Work in a process of its own, beside this one: the data, while pages are being made."""

import multiprocessing
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.process import BaseProcess


class AsideError(Exception):
    """The work failed; its process has said why on standard error."""


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
        if self.process.exitcode:
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
    process = multiprocessing.get_context("fork").Process(target=_run, args=(work,), daemon=True)
    process.start()
    return Aside(work, process)


def _run(work: Callable[[], None]) -> None:
    """Do the work; of a full disk and the like a line says enough."""
    try:
        work()
    except OSError as error:
        sys.exit(f"termwise: {error}")
    except KeyboardInterrupt:
        sys.exit(1)  # whoever is waiting has been interrupted, too, and says so

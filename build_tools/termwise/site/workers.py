"""Divides work among forked processes: as many as there are processors, this one included."""

import gc
import multiprocessing
import os
import pickle
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from termwise.site.child import ChildError, follow, how_it_ended, processors
from termwise.site.witness import Seen, unseen

Result = TypeVar("Result")

PORTION = 8
"""How many pieces a process takes at a time: few, since some take a hundred times as long."""

_WORTH = 4 * PORTION
"""From how many pieces on a second process gains more than it costs to start."""


def divided(work: Callable[[int], Result], count: int, seen: Seen = unseen) -> list[Result]:
    """What `work` gives for each number below `count`, in the order of the numbers.

    Results have to be picklable. Which process does a piece is left to chance, so `work` must not
    depend on it. An error of `work` is raised here, that of the lowest number if there are
    several. Raises `ChildError` where a process was killed. This process tells `seen` how many
    pieces all of them have begun, whenever it has done one itself.
    """
    helpers = processors() - 1 if count >= _WORTH else 0
    if not helpers:
        return list(_one_by_one(work, count, seen))
    context = multiprocessing.get_context("fork")
    taken = context.Value("l", 0)
    gc.freeze()  # so that collecting garbage does not copy what processes share
    share = _Share(work, count, taken)
    children = [_fork(context, share) for _ in range(helpers)]
    try:
        done = share.done(seen)
        for child in children:
            done.update(child.finish())
    finally:
        for child in children:
            child.end()
        gc.unfreeze()
    for number in sorted(done):
        if isinstance(done[number], _Failed):
            raise done[number].error
    return [done[number] for number in range(count)]


def _one_by_one(work: Callable[[int], Result], count: int, seen: Seen) -> Iterator[Result]:
    for number in range(count):
        yield work(number)
        seen(number + 1, count)


@dataclass(frozen=True)
class _Failed:
    """Stands for a result where there is an error."""

    error: Exception


@dataclass(frozen=True)
class _Share(Generic[Result]):
    """What one process does: portions that no other has taken, until all are."""

    work: Callable[[int], Result]
    count: int
    taken: Any  # a number in memory that the processes share, with a lock

    def done(self, seen: Seen = unseen) -> dict[int, Any]:
        """The results by number; after an error the process takes nothing more."""
        results: dict[int, Any] = {}
        for number in self._numbers():
            try:
                results[number] = self.work(number)
            except Exception as error:
                error.add_note("".join(traceback.format_exception(error)))
                results[number] = _Failed(error)
                break
            seen(min(self.taken.value, self.count), self.count)
        return results

    def _numbers(self) -> Iterator[int]:
        while True:
            with self.taken.get_lock():
                first = self.taken.value
                self.taken.value = first + PORTION
            if first >= self.count:
                return
            yield from range(first, min(first + PORTION, self.count))


@dataclass(frozen=True)
class _Child:
    """A forked process, and where its results come out."""

    process: BaseProcess
    results: Connection

    def finish(self) -> dict[int, Any]:
        """Wait for the results."""
        with suppress(EOFError):
            found: dict[int, Any] = pickle.loads(self.results.recv_bytes())  # noqa: S301 - our own
            self.process.join()
            return found
        self.process.join()
        raise ChildError(how_it_ended(self.process))

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self.process.kill()
        self.process.join()
        self.results.close()


def _fork(context: Any, share: _Share[Result]) -> _Child:  # noqa: ANN401 - a ForkContext
    results, sender = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(share, sender, os.getpid()), daemon=True)
    process.start()
    sender.close()
    return _Child(process, results)


def _run(share: _Share[Result], sender: Connection, parent: int) -> None:
    follow(parent)
    sender.send_bytes(pickle.dumps(share.done()))
    sender.close()

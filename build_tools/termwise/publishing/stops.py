"""Signals that stop a process, as an exception that lets it tidy up, and an exit status."""

import contextlib
import signal
import sys
import threading
from collections.abc import Iterator
from types import FrameType

STOPS = (signal.SIGINT, signal.SIGTERM)


class Stops:
    """Between `begin` and `end`, SIGINT and SIGTERM end the process by 130 and 143.

    That is by `SystemExit`, raised wherever the process is. `came` is the signal that came.
    """

    def __init__(self) -> None:
        self.came: signal.Signals | None = None
        self._earlier: dict[signal.Signals, signal._HANDLER] = {}

    def begin(self) -> None:
        """Listen, but for signals that somebody else listens to or that are ignored."""
        usual = (signal.SIG_DFL, signal.default_int_handler)
        for number in STOPS if _is_main() else ():
            if signal.getsignal(number) in usual:
                self._earlier[number] = signal.signal(number, self._stop)

    def end(self) -> None:
        """Listen no more."""
        while self._earlier:
            signal.signal(*self._earlier.popitem())

    def check(self) -> None:
        """Stop now, where a signal came and somebody has caught its exception."""
        if self.came:
            raise SystemExit(128 + self.came)

    def _stop(self, number: int, _frame: FrameType | None) -> None:
        self.came = signal.Signals(number)
        self.check()


@contextlib.contextmanager
def stoppable() -> Iterator[None]:
    """Have this stopped by SIGINT and SIGTERM with a line that says so."""
    stops = Stops()
    stops.begin()
    try:
        yield
    finally:
        stops.end()
        if stops.came:
            sys.stderr.write(f"termwise: stopped by {stops.came.name}\n")


@contextlib.contextmanager
def held() -> Iterator[None]:
    """Let signals that would stop the process wait until this is done."""
    came: list[int] = []
    earlier = {number: signal.getsignal(number) for number in STOPS if _is_main()}
    with contextlib.ExitStack() as stack:
        for stop, handler in earlier.items():
            if handler not in (signal.SIG_IGN, None):
                signal.signal(stop, lambda number, _frame: came.append(number))
                stack.callback(signal.signal, stop, handler)
        yield
    for number in came[:1]:
        signal.raise_signal(number)


def _is_main() -> bool:
    """Whether this is the thread that may say what signals do."""
    return threading.current_thread() is threading.main_thread()

"""What is said of each stage of a build: a line with counts at its end, a bar while it lasts."""

import logging
import os
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from termwise.mkdocs_plugin.reasons import sentence
from termwise.mkdocs_plugin.telling import log
from termwise.site.witness import Reason, Witness
from termwise.words.numbers import AUTHORS

_PATIENCE = 1.0
"""Seconds that a stage may last without a bar."""

_PAUSE = 0.1
"""Seconds from one drawing of the bar to the next."""

_WIDTH = 30


class Stage(Witness):
    """Counts the files of a stage, and shows how far it is."""

    def __init__(self, name: str, done: str) -> None:
        self._name, self._done = name, done
        self._kept = self._made = 0
        self._began = time.monotonic()
        self._next = self._began + _PATIENCE if _is_watched() else float("inf")
        self._share, self._drawn = 0.0, ""

    def kept(self, files: int) -> None:
        """So many files are as they were."""
        self._kept += files

    def made(self, files: int) -> None:
        """So many files have been made or read."""
        self._made += files

    def again(self, name: str, reason: Reason) -> None:
        """Say why something is made again, to whoever wants to know as much."""
        if log.isEnabledFor(logging.DEBUG):
            self.erase()
            log.debug(sentence(name, reason))

    def seen(self, begun: int, count: int) -> None:
        """Draw the bar, where the stage has lasted for long; it never goes back."""
        now = time.monotonic()
        room = shutil.get_terminal_size().columns - len(self._name) - 10 if now >= self._next else 0
        if room < 1:
            return
        self._share, width = max(self._share, begun / count), min(room, _WIDTH)
        full = int(width * self._share)
        bar = f"{self._name} [{'#' * full}{'-' * (width - full)}] {AUTHORS.percent(self._share)}"
        self._write(f"\r{bar}")
        self._drawn, self._next = bar, now + _PAUSE

    def erase(self) -> None:
        """Leave nothing of the bar."""
        if self._drawn:
            self._write(f"\r{' ' * len(self._drawn)}\r")
            self._drawn = ""

    def line(self) -> str | None:
        """What has been done; None where there was nothing to do."""
        counts = ((self._kept, "unchanged"), (self._made, self._done))
        parts = [f"{AUTHORS.figure(count)} {what}" for count, what in counts if count]
        if not parts:
            return None
        total = self._kept + self._made
        files = f"{AUTHORS.figure(total)} {'file' if total == 1 else 'files'} of {self._name}"
        seconds = round(time.monotonic() - self._began, 1)
        lasted = f"{AUTHORS.figure(seconds)} s" if seconds else "under 0.1 s"
        return f"{files}: {', '.join((*parts, lasted))}"

    def _write(self, text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()


@contextmanager
def stage(name: str, done: str = "made") -> Iterator[Stage]:
    """A stage of a build, of which a line is said once it has succeeded."""
    found = Stage(name, done)
    try:
        yield found
    finally:
        found.erase()
    if line := found.line():
        log.info(line)


def _is_watched() -> bool:
    """Whether somebody sits before a terminal, and wants to hear of anything."""
    main = threading.current_thread() is threading.main_thread()
    return (
        main and log.isEnabledFor(logging.INFO) and "CI" not in os.environ and sys.stderr.isatty()
    )

"""What `mkdocs serve` does otherwise: pages are seen before their data is written."""

import threading
from collections.abc import Callable

from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from termwise.mkdocs_plugin.telling import RefusedError, log

Write = Callable[[Callable[[], bool]], None]
"""Writes files one after the other, and asks between them whether it has been stopped."""


class Afterwards:
    """Writes the data of a preview in a thread, once its pages can be seen.

    There is one thread at a time: `stop` is due before anything else is written to the preview.
    """

    def __init__(self) -> None:
        self._write: Write | None = None
        self._thread: threading.Thread | None = None
        self._stopped = threading.Event()

    def begin(self, write: Write) -> None:
        """Begin to write the data of a new build."""
        self._write = write
        self.resume()

    def resume(self) -> None:
        """Write again, from the start, what has been stopped."""
        if self._write and not self._thread:
            self._stopped.clear()
            self._thread = threading.Thread(target=self._run, args=(self._write,), daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Stop after the file that is being written, and wait for it."""
        self._stopped.set()
        if self._thread:
            self._thread.join()
            self._thread = None

    def _run(self, write: Write) -> None:
        try:
            write(self._stopped.is_set)
        except Exception as error:
            log.exception(f"the data beside the pages could not be written: {error}")


def keep_last_good_site(
    server: LiveReloadServer, build: Callable[[], None], data: Afterwards
) -> None:
    """Have the server show the last good site while the glossary has errors.

    MkDocs would let every page wait until the errors are corrected.
    """

    def rebuild() -> None:
        try:
            build()
        except Abort as error:
            if not isinstance(error.__context__, RefusedError):
                raise
            data.resume()  # which this build has stopped
            log.error("the preview shows the last good site until the errors are corrected")

    server.builder = rebuild

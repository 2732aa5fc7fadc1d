"""A folder that is built somewhere else, and takes its place once it is whole."""

import contextlib
import errno
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from termwise.publishing.entries import entry_by_entry
from termwise.publishing.hidden import be_like, carry
from termwise.publishing.lock import Lock
from termwise.publishing.place import LOCK, NEW, beside, choose, clear, inside
from termwise.publishing.stops import held
from termwise.publishing.ways import WAYS, complete


class Stage:
    """The new folder while it is being filled; nobody else can build for the same place.

    `site` is the place as it was named, `folder` what is to be filled. In the end `close` is
    due, whether it was published or not.
    """

    def __init__(self, site: Path) -> None:
        """Begin, and complete or clear away what a killed build has left.

        Raises `BusyError` where another build is at it, `OSError` where nothing can be written.
        """
        self.site = site
        self._target = Path(os.path.realpath(site))
        if self._target.exists() and not self._target.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(site))
        self._work = choose(self._target)
        self._places = {self._work, inside(self._target)}
        self.folder = self._work / NEW
        self._lock: Lock | None = None
        try:
            self._lock = Lock.take(self._work / LOCK, site)
            self._tidy()
            self.folder.mkdir()
        except BaseException:
            self.close()
            raise

    def publish(self) -> None:
        """Put the folder in its place, with the hidden files that the old one has.

        Raises `OSError`, with the old one as it was. Signals that would stop the process wait.
        """
        with held():
            made = [path.name for path in self.folder.iterdir()]
            if not self._target.exists():
                self.folder.rename(self._target)
                return
            be_like(self._target, self.folder)
            for path in sorted(self._target.iterdir()):
                if self._is_kept(path, made):
                    carry(path, self.folder / path.name)
            ways = WAYS if self._work == beside(self._target) else (entry_by_entry,)
            if not any(way(self._target, self.folder, made) for way in ways):
                raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP), str(self.site))

    def close(self) -> None:
        """Throw away what is not published, and what was replaced; let others build."""
        lock, self._lock = self._lock, None
        with held():
            if lock:
                with contextlib.suppress(OSError):
                    self._tidy()
                lock.release()
            for work in self._places:
                with contextlib.suppress(OSError):
                    work.rmdir()  # unless somebody has begun to work in it

    def _tidy(self) -> None:
        """Complete what has been begun; only then nothing is lost with what is lying about."""
        complete(self._target)
        for work in self._places:
            clear(work)

    def _is_kept(self, path: Path, made: Sequence[str]) -> bool:
        """Whether an entry of the old folder is to be in the new one too.

        Where the new one is inside the old, hidden files stay as they are; but what was made
        under their names joins them.
        """
        hidden = path.name.startswith(".") and path != inside(self._target)
        return hidden and (self._work == beside(self._target) or path.name in made)


@contextlib.contextmanager
def staged(site: Path) -> Iterator[Stage]:
    """A stage that is closed in any case."""
    stage = Stage(site)
    try:
        yield stage
    finally:
        stage.close()

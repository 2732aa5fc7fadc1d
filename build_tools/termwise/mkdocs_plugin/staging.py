"""A build beside the site, which takes the site's place once it has succeeded."""

import atexit
import errno
import logging
from pathlib import Path

from mkdocs.utils import CountHandler

from termwise.publishing.stage import Stage

_LOGGERS = ("mkdocs", "properdocs")
"""Where MkDocs and its fork ProperDocs count what makes a strict build fail."""

_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS}
"""Faults of a disk, of which the line of the system says enough."""


class Staging:
    """Where a build goes until it is known to be good. Counts MkDocs' warnings until then.

    What is `deployed` once it has been built is nobody else's to build until the process ends.
    Raises `OSError` where nothing can be written there, or another build is at it.
    """

    def __init__(self, site_dir: str, *, deployed: bool = False) -> None:
        self._stage = Stage(Path(site_dir))
        self.site, self.folder = self._stage.site, self._stage.folder
        self.published = False
        self._deployed = deployed
        self._warnings = CountHandler(level=logging.WARNING)
        for name in _LOGGERS:
            logging.getLogger(name).addHandler(self._warnings)

    @property
    def warned(self) -> bool:
        """Whether anything has been warned of since the build began."""
        return bool(self._warnings.get_counts())

    def publish(self) -> None:
        """Replace the site, of which only hidden files stay, as MkDocs has it."""
        self._stage.publish()
        self.published = True
        self.discard()

    def discard(self) -> None:
        """Throw away what has been built and not been published."""
        for name in _LOGGERS:
            logging.getLogger(name).removeHandler(self._warnings)
        if self._deployed and self.published:
            atexit.register(self._stage.close)
        else:
            self._stage.close()

    def explains(self, error: Exception) -> bool:
        """Whether an error is the disk's, or was met where MkDocs wrote what is staged."""
        if not isinstance(error, OSError):
            return False
        named = (str(name) for name in (error.filename, error.filename2) if name)
        return error.errno in _DISK or any(Path(n).is_relative_to(self.folder) for n in named)

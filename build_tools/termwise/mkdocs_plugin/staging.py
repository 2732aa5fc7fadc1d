"""A build beside the site, which takes the site's place once it has succeeded."""

import logging
import os
import shutil
from pathlib import Path

from mkdocs.utils import CountHandler, clean_directory


class Staging:
    """Where a build goes until it is known to be good. Counts MkDocs' warnings meanwhile."""

    def __init__(self, site_dir: str) -> None:
        self.site = Path(site_dir)
        self.folder = Path(f"{site_dir.rstrip(os.sep)}.new")
        self._warnings = CountHandler(level=logging.WARNING)
        logging.getLogger("mkdocs").addHandler(self._warnings)

    @property
    def warned(self) -> bool:
        """Whether anything has been warned of since the build began."""
        return bool(self._warnings.get_counts())

    def publish(self) -> None:
        """Replace the site, of which only hidden files stay, as MkDocs has it."""
        self.site.mkdir(parents=True, exist_ok=True)
        clean_directory(str(self.site))
        for entry in sorted(self.folder.iterdir()):
            _move(entry, self.site / entry.name)
        self.discard()

    def discard(self) -> None:
        """Throw away what has been built."""
        shutil.rmtree(self.folder, ignore_errors=True)
        logging.getLogger("mkdocs").removeHandler(self._warnings)


def _move(entry: Path, target: Path) -> None:
    """Move a file or folder, into a folder that is there already (a hidden one, which stays)."""
    if entry.is_dir() and target.is_dir():
        shutil.copytree(entry, target, dirs_exist_ok=True)
    else:
        shutil.move(entry, target)

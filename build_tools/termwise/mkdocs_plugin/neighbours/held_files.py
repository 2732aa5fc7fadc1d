"""Files that plugins hold since before the build, as `print-site` does from the settings on."""

from collections.abc import Iterable
from pathlib import Path

from mkdocs.structure.files import File


def redirect(holders: Iterable[object], site: Path, folder: Path) -> None:
    """Redirect the files that plugins hold from the site to the folder where it is built."""
    for holder in holders:
        for file in vars(holder).values():
            if isinstance(file, File) and Path(file.dest_dir) == site:
                file.dest_dir = str(folder)
                vars(file).pop("abs_dest_path", None)

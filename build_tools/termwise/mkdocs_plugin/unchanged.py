"""A build for which nothing has changed leaves the site as it is.

Everything that a build is made from is compared with the build before: the settings, the program,
the day, all files of the glossary, of the site's own pages and of the theme; and every file of the
site with what was left there. Where other plugins or extensions might read more than that, or where
the build before has warned of anything, nothing is compared.
"""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_build_date

from termwise.cache.store import digest
from termwise.mkdocs_plugin.neighbours.others import is_known
from termwise.mkdocs_plugin.plain_settings import plain
from termwise.project.checked import store_in
from termwise.project.settings import Folders, today_from_environment

PART = "whole"
"""The part of the cache that says what a whole site was made from, and of which files it is."""

_EXTENSIONS = frozenset((
    "abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code",
    "footnotes", "md_in_html", "meta", "sane_lists", "smarty", "tables", "toc",
    "pymdownx.arithmatex", "pymdownx.betterem", "pymdownx.caret", "pymdownx.critic",
    "pymdownx.details", "pymdownx.emoji", "pymdownx.highlight", "pymdownx.inlinehilite",
    "pymdownx.keys", "pymdownx.magiclink", "pymdownx.mark", "pymdownx.smartsymbols",
    "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.tilde",
))  # fmt: skip
"""Extensions of Markdown that read nothing but the page."""


@dataclass(frozen=True)
class Sources:
    """What a build is made from, as it is when the build begins."""

    settings: str
    folders: tuple[Path, ...]
    files: str

    def still(self) -> bool:
        """Whether no file has changed since."""
        return _digest_of(self.folders) == self.files


def sources(config: MkDocsConfig, folders: Folders) -> Sources | None:
    """What a build is made from; None where that cannot be known."""
    own = [each for each in config.markdown_extensions if isinstance(each, str)]
    if not _EXTENSIONS.issuperset(name.removeprefix("markdown.extensions.") for name in own):
        return None
    if not all(map(is_known, config.plugins.values())) or config.hooks:
        return None
    parts = [dict(config), config.theme, today_from_environment(), get_build_date()]
    settings = digest(repr([plain(part) for part in parts]).encode())
    read = (Path(config.docs_dir), folders.glossary, folders.pinned, *map(Path, config.theme.dirs))
    found = tuple(folder for folder in read if folder and not _is_packaged(folder))
    return Sources(settings, found, _digest_of(found))


def is_unchanged(now: Sources, site: Path, folders: Folders) -> bool:
    """Whether the site that stands is the one that would be made."""
    body = store_in(folders.root).read(PART)
    if body is None:
        return False
    settings, files, kept = json.loads(body)
    return (settings, files) == (now.settings, now.files) and kept == _state_of(site)


def note(made_from: Sources, site: Path, folders: Folders) -> None:
    """Note what a site was made from, and of which files it is."""
    if made_from.still():
        body = json.dumps([made_from.settings, made_from.files, _state_of(site)])
        store_in(folders.root).write(PART, body.encode())


def make_nothing(config: MkDocsConfig, folder: Path) -> None:
    """Have MkDocs find nothing that it could make."""
    config.docs_dir, config.nav, config.extra_templates = str(folder), None, []
    config.theme.dirs, config.theme.static_templates = [], set()


def _is_packaged(folder: Path) -> bool:
    """Whether a folder is part of an installed package, of which the version is known."""
    packages = {"site-packages", "dist-packages"}
    return bool(packages & {*folder.parts}) or folder.is_relative_to(Path(__file__).parents[1])


def _digest_of(folders: Iterable[Path]) -> str:
    """A digest of all files in some folders, with their names."""
    found = (
        f"{file} {digest(Path(file).read_bytes())}"
        for folder in folders
        for file, _state in _files(str(folder))
    )
    return digest("\n".join(found).encode("utf-8", "surrogateescape"))


def _state_of(site: Path) -> dict[str, list[int]]:
    """What the system says of every file of a site, but for hidden ones at its top."""
    top = f"{site}{os.sep}"
    return {
        path: [state.st_size, state.st_mtime_ns, state.st_ino]
        for file, state in _files(str(site))
        if not (path := file.removeprefix(top)).startswith(".")
    }


def _files(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """All files below a folder, in the order of their names."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir():
            yield from _files(entry.path)
        elif entry.is_file():
            yield entry.path, entry.stat()

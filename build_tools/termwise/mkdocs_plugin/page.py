"""A page of the glossary within MkDocs."""

import json
import zlib
from collections.abc import Callable, Mapping, MutableMapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents, get_toc

from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.mkdocs_plugin.neighbours import material_search
from termwise.pages.changed import last_changed
from termwise.pages.planned import PlannedPage
from termwise.site.head import head_of
from termwise.site.make import html_page


class _Unsaid(str):
    """A day that is not told: false, so that the site map leaves it out.

    It is a day all the same, since MkDocs gives the newest of all pages to the packed map.
    """

    def __bool__(self) -> bool:
        return False


def with_head(output: str, page: str, meta: Mapping[str, object], lookup: Lookup) -> str:
    """A whole page with what its head says to programs."""
    return output.replace("</head>", f"{head_of(page, meta, lookup)}</head>", 1)


class GlossaryPage(Page):
    """A page that makes itself from the glossary, as HTML, when MkDocs comes to it.

    The library is asked for then: when the page is planned, other pages are not yet known.

    MkDocs makes all pages before it writes the first, so that each waits packed: of 10,000 terms of
    350 words the peak of memory is 397 MB instead of 491 MB, for 137 s of processor time instead of
    135 s.
    """

    def __init__(
        self,
        planned: PlannedPage,
        library: Callable[[], Library],
        file: File,
        config: MkDocsConfig,
    ) -> None:
        self._body, self._packed = "", b""
        self._toc, self._contents = get_toc([]), b""
        super().__init__(None, file, config)
        self.planned = planned
        self._library = library

    def read_source(self, config: MkDocsConfig) -> None:
        """Make the page; there is no Markdown to be read."""
        self.make(Lookup(self._library()), config)

    def make(self, lookup: Lookup, config: MkDocsConfig) -> None:
        """Make the page from a lookup, which records what it reads."""
        permalink, depth = heading_options(config)
        made = html_page(self.planned, lookup, permalink=permalink, depth=depth)
        day = last_changed(self.planned.path, lookup)
        self.describe(made.meta, day.isoformat() if day else "", config)
        self._body, self._packed = made.body, b""
        self._contents = _packed(json.dumps(made.contents))

    def describe(self, meta: MutableMapping[str, Any], day: str, config: MkDocsConfig) -> None:
        """Say what the page is about, and for the site map since when it has been as it is.

        That is the day of its entry, or "" where there is none.
        """
        self.meta, self.update_date = meta, day or _Unsaid("1970-01-01")
        # No Markdown is converted; plugins that tell what a page is about read it, though.
        self.markdown = str(meta.get("title") or "")
        if material_search.is_used(config):
            meta["search"] = {"exclude": True}

    @property
    def content(self) -> str | None:
        """The page's HTML. What is set is packed until it is asked for."""
        if self._packed:
            self._body, self._packed = _unpacked(self._packed), b""
        return self._body

    @content.setter
    def content(self, html: str | None) -> None:
        self._body, self._packed = "", _packed(html or "")

    @property
    def toc(self) -> TableOfContents:
        """The page's table of contents."""
        if self._contents:
            self._toc, self._contents = get_toc(json.loads(_unpacked(self._contents))), b""
        return self._toc

    @toc.setter
    def toc(self, toc: TableOfContents) -> None:
        self._toc, self._contents = toc, b""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing: the page was made whole, its links leading to finished pages."""

    def forget(self, *, described: bool) -> None:
        """Leave out of the page's head and foot what other plugins know of it, but wrongly.

        A page made of many files has no day of its own; an encrypted one is not `described`.
        """
        if self.file.generated_by:
            for name in [name for name in self.meta if name.startswith("git_")]:
                del self.meta[name]
        if not described:
            self.meta.pop("description", None)

    def release(self) -> None:
        """Release what the finished page no longer needs, so that memory does not add up."""
        self._body, self._packed = "", b""
        self.toc = get_toc([])


def _packed(text: str) -> bytes:
    return zlib.compress(text.encode(), 1)


def _unpacked(packed: bytes) -> str:
    return zlib.decompress(packed).decode()


def heading_options(config: MkDocsConfig) -> tuple[str, int]:
    """The sign of permanent links and the depth of the contents, as `toc` is configured."""
    options = config.mdx_configs.get("toc") or {}
    permalink = options.get("permalink", False)
    sign = "¶" if permalink is True else str(permalink or "")
    return sign, int(str(options.get("toc_depth", 6)).rpartition("-")[2])

"""Pages that are made beside MkDocs' own loops, on every processor, where nobody would notice.

MkDocs makes pages one after the other, each in several events. Where no other plugin takes part in
those, the glossary's pages are made and written at once, as MkDocs would. What stands in the
navigation is left to MkDocs, since its title is a part of every page.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation

from termwise.lookup.lookup import Lookup
from termwise.mkdocs_plugin.files import GlossaryFile
from termwise.mkdocs_plugin.frame import Frame
from termwise.mkdocs_plugin.neighbours import material_search
from termwise.mkdocs_plugin.neighbours.others import nobody_else
from termwise.mkdocs_plugin.page import GlossaryPage, with_head
from termwise.model.addresses import from_glossary
from termwise.site.work import Made, Work

_EVENTS = (
    "pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page",
)  # fmt: skip
"""The events in which plugins take part in making a page."""


@dataclass(frozen=True)
class Direct:
    """The pages that are made directly, in the theme's frame."""

    pages: Sequence[GlossaryPage]
    nav: Navigation

    def works(
        self, env: Environment, config: MkDocsConfig, files: Files, prefix: str
    ) -> list[Work]:
        """The making of each page. What is noted of it is for `describe`.

        On the home page MkDocs' own themes say when it was built.
        """
        frame = Frame.of(config, self.nav, env, files)
        return [
            Work(
                f"page {page.planned.path}",
                partial(_make, page, frame, prefix),
                None if page.is_homepage else frame.digest,
            )
            for page in self.pages
        ]

    def describe(self, notes: Iterable[Any], files: Files, config: MkDocsConfig) -> None:
        """Tell the rest of the build what it needs to know of the pages that have been made."""
        taken = {}
        for page, (meta, day, entries) in zip(self.pages, notes, strict=True):
            page.describe(meta, day, config)
            taken[page.url] = entries
        material_search.complete(taken, files, config)


def choose(nav: Navigation, files: Files, config: MkDocsConfig) -> Direct | None:
    """Which pages are made directly; none where others take part in making pages."""
    if not nobody_else(config, _EVENTS):
        return None
    listed = {id(page) for page in nav.pages}
    chosen = []
    for file in files:
        if isinstance(file, GlossaryFile) and isinstance(file.page, GlossaryPage):
            file.direct = id(file.page) not in listed
            if file.direct:
                chosen.append(file.page)
    _hide(files)
    return Direct(chosen, nav)


def _hide(files: Files) -> None:
    """Have MkDocs' loops over pages pass over those that are made directly.

    The loops name what they include, and nobody else does: templates and plugins see all. The
    object stays the same, since other plugins look whether it does.
    """
    everything = files.documentation_pages

    def left(*, inclusion: Callable[[InclusionLevel], bool] | None = None) -> Sequence[File]:
        if inclusion is None:
            return everything()
        pages = everything(inclusion=inclusion)
        return [file for file in pages if not (isinstance(file, GlossaryFile) and file.direct)]

    files.documentation_pages = left  # type: ignore[method-assign]


def given(files: Files, prefix: str) -> frozenset[str]:
    """The places in the glossary's part of the site that MkDocs fills."""
    left = (file for file in files if not (isinstance(file, GlossaryFile) and file.direct))
    return frozenset(from_glossary(file.dest_uri, prefix) for file in left)


def _make(page: GlossaryPage, frame: Frame, prefix: str, lookup: Lookup) -> Made:
    """Make a page, and release what is no longer needed."""
    page.make(lookup, frame.config)
    entries = material_search.taken(page, frame.config)
    output = with_head(frame.rendered(page), page.planned.path, page.meta, lookup)
    page.release()
    content = output.encode("utf-8", errors="xmlcharrefreplace")
    note = [dict(page.meta), str(page.update_date) if page.update_date else "", entries]
    return Made({page.file.dest_uri.removeprefix(prefix): (content,)}, note)

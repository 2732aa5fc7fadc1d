"""The making of the glossary's files in one build: embeds first, then pages and data."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from termwise.lookup.library import Library
from termwise.mkdocs_plugin.direct import Direct
from termwise.mkdocs_plugin.stages import stage
from termwise.mkdocs_plugin.telling import log
from termwise.site.kept import Kept
from termwise.site.publish import data_works, make_embeds
from termwise.site.witness import Witness
from termwise.site.work import Work
from termwise.site.workshop import Stopped, Workshop


@dataclass
class Making:
    """What one build makes of a library, and which pages of it `direct`ly.

    `prefix` is where the glossary stands in the site. `pages` are all pages of the site where
    MkDocs does not know of all, for templates that list them.
    """

    library: Library
    workshop: Workshop
    prefix: str
    direct: Direct | None
    pages: Sequence[File] | None = None
    _later: Sequence[Work] = ()

    def make_embeds(self) -> None:
        """Make the embeds; the library has their pins from then on, which pages name."""
        with stage("embeds") as self.workshop.witness:
            self.library = make_embeds(self.library, self.workshop)

    def make_rest(
        self, env: Environment, config: MkDocsConfig, files: Files, *, is_preview: bool
    ) -> None:
        """Make the pages that are made directly, and all data.

        In a preview data that has changed is left for `make_later`, once pages can be seen.
        """
        pages: list[Work] = []
        if self.direct:
            pages = self.direct.works(env, config, files, self.prefix)
        else:
            log.debug("other plugins take part in making pages: MkDocs makes them, one by one")
        data = list(data_works(self.library))
        if is_preview:
            with stage("pages") as self.workshop.witness:
                self.workshop.make(pages, self.library)
            self.workshop.witness = Witness()
            self._later = self.workshop.take(data, self.library)
        else:
            with stage("pages and data" if self.direct else "data") as self.workshop.witness:
                self.workshop.make([*pages, *data], self.library)
        if self.direct:
            self.direct.describe(self.workshop.notes(pages), files, config)
            self.pages = files.documentation_pages()

    def move(self, site: Path) -> None:
        """Say where the site is now."""
        self.workshop.folder = site / self.prefix

    def make_later(self, stopped: Stopped) -> None:
        """Make the data of a preview that has changed, and nothing more once `stopped`."""
        with stage("data") as self.workshop.witness:
            self.workshop.make(self._later, self.library, stopped)

    def finish(self) -> Kept:
        """What is noted of all that was made."""
        return self.workshop.finish(self.library)

"""The MkDocs plugin `termwise`: the glossary's pages as virtual files of the site."""

import logging
import os
import shutil
from pathlib import Path
from typing import Any, Literal

from mkdocs.config import base
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import CountHandler, clean_directory

from termwise import report
from termwise.build import Folders, library_of, make, plan, read_and_check
from termwise.cli import today_from_environment
from termwise.producers.document import Planned
from termwise.producers.reading import Library
from termwise.render import ASSETS, SCRIPT, STYLE_SHEET
from termwise.render.convert import EXTENSIONS, PageConverter
from termwise.settings import SettingsError, site_of

log = get_plugin_logger("termwise")


class GlossaryPage(Page):
    """A page that is made from the glossary when MkDocs comes to read it."""

    def __init__(
        self,
        planned: Planned,
        library: Library,
        converter: PageConverter,
        file: File,
        config: MkDocsConfig,
    ) -> None:
        super().__init__(None, file, config)
        self._planned = planned
        self._library = library
        self._converter = converter

    def read_source(self, config: MkDocsConfig) -> None:
        """Make the page. Its links lead to finished pages, so nothing is left to resolve."""
        made = make(self._planned, self._library, to_files=False)
        self.markdown = made.body
        self.meta = made.meta

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the page with the one instance that all pages share."""
        converted = self._converter.convert(self.markdown or "")
        self.content = converted.html
        self.toc = get_toc(converted.headings)


class TermwiseConfig(base.Config):
    """The plugin's options in `mkdocs.yml`."""

    glossary = option.Type(str, default="glossary")
    edit_base = option.Type(str, default="")
    call_to_action = option.Optional(option.Type(dict))


class TermwisePlugin(BasePlugin[TermwiseConfig]):
    """Reads and checks the glossary before anything is built, then hands its pages over.

    A build goes to a folder beside the site and takes the site's place once it has
    succeeded; until then the last good site stays as it was.
    """

    def __init__(self) -> None:
        self._command = "build"
        self._library: Library | None = None
        self._handwritten: dict[str, Planned] = {}
        self._planned: dict[str, Planned] = {}
        self._site_dir = ""
        self._warnings = CountHandler(level=logging.WARNING)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a build or a preview."""
        self._command = command

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add what the pages need to the site, and stage the build."""
        for name in EXTENSIONS:
            if name not in config.markdown_extensions:
                config.markdown_extensions.append(name)
        config.extra_css.insert(0, STYLE_SHEET)
        config.extra_javascript.insert(0, SCRIPT)
        if self._command == "build":
            self._site_dir = config.site_dir
            config.site_dir = f"{config.site_dir.rstrip(os.sep)}.new"
            logging.getLogger("mkdocs").addHandler(self._warnings)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and check the glossary; problems stop the build before it begins."""
        root = Path(config.config_file_path).resolve().parent
        folders = Folders(root, root / self.config.glossary, Path(config.docs_dir))
        today = today_from_environment()
        checked = read_and_check(folders, today)
        for problem in checked.problems:
            level = logging.ERROR if problem.severity == "error" else logging.WARNING
            log.log(level, report.line(problem))
        if checked.errors:
            raise PluginError(f"the glossary has {report.summary(checked.problems)}")
        try:
            site = site_of(config, self.config)
        except SettingsError as error:
            raise PluginError(str(error)) from error
        self._library = library_of(checked.glossary, site, today)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the glossary's pages and the assets; hand-written pages keep their files."""
        self._handwritten, self._planned = {}, {}
        for planned in plan(self._made_library()):
            if files.get_file_from_path(planned.path):
                self._handwritten[planned.path] = planned
            else:
                self._planned[planned.path] = planned
                files.append(
                    File.generated(
                        config, planned.path, content="", inclusion=InclusionLevel.NOT_IN_NAV
                    )
                )
        for asset in (STYLE_SHEET, SCRIPT):
            source = str(ASSETS / Path(asset).name)
            files.append(File.generated(config, asset, abs_src_path=source))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Give each of the glossary's files a page that makes itself."""
        converter = PageConverter(config.mdx_configs.get("toc"))
        for path, planned in self._planned.items():
            file = files.get_file_from_path(path)
            if file is not None and file.page is None:
                GlossaryPage(planned, self._made_library(), converter, file, config)
        return nav

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        """Hand-written pages with their links put in."""
        planned = self._handwritten.get(page.file.src_uri) or self._planned.get(page.file.src_uri)
        if planned is None:
            return None
        made = make(planned, self._made_library())
        return made.head + made.body

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        """Build again when the data changes."""
        root = Path(config.config_file_path).resolve().parent
        server.watch(str(root / self.config.glossary))
        return server

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the finished site in the place of the last one, unless strictness forbids it."""
        if self._site_dir and not (config.strict and self._warnings.get_counts()):
            os.makedirs(self._site_dir, exist_ok=True)
            clean_directory(self._site_dir)
            for entry in sorted(os.listdir(config.site_dir)):
                shutil.move(os.path.join(config.site_dir, entry), self._site_dir)
        self._unstage(config.site_dir)

    def on_build_error(self, *, error: Exception) -> None:
        """Throw away what was begun."""
        if self._site_dir:
            self._unstage(f"{self._site_dir.rstrip(os.sep)}.new")

    def _unstage(self, staged: str) -> None:
        if self._site_dir:
            shutil.rmtree(staged, ignore_errors=True)
            logging.getLogger("mkdocs").removeHandler(self._warnings)

    def _made_library(self) -> Library:
        if self._library is None:
            raise PluginError("the glossary was not read before it was asked for")
        return self._library

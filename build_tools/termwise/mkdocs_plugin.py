"""The MkDocs plugin `termwise`: the glossary's pages as virtual files of the site."""

import logging
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

from mkdocs.config import base
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import CountHandler, clean_directory
from mkdocs.utils.templates import TemplateContext

from termwise import report
from termwise.build import Folders, library_of, make_html, make_markdown, plan, read_and_check
from termwise.producers.document import Planned
from termwise.producers.reading import Library
from termwise.render import ASSETS, EXTENSIONS, SCRIPT, STYLE_SHEET
from termwise.render.search import sections
from termwise.settings import SettingsError, site_of, today_from_environment

log = get_plugin_logger("termwise")


class GlossaryPage(Page):
    """A page that makes itself from the glossary, as HTML, when MkDocs comes to it."""

    def __init__(
        self, planned: Planned, library: Library, file: File, config: MkDocsConfig
    ) -> None:
        super().__init__(None, file, config)
        self._planned = planned
        self._library = library

    def read_source(self, config: MkDocsConfig) -> None:
        """Make the page; there is no Markdown to be read."""
        permalink, depth = _toc_options(config)
        made = make_html(self._planned, self._library, permalink=permalink, depth=depth)
        self.markdown = ""
        self.meta = made.meta
        if _search_entries(config) is not None:
            self.meta["search"] = {"exclude": True}
        self.content = made.body
        self.toc = get_toc(made.contents)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing: the page was made whole, its links leading to finished pages."""


class TermwiseConfig(base.Config):  # type: ignore[no-untyped-call]
    """The plugin's options in `mkdocs.yml`."""

    glossary = option.Type(str, default="glossary")
    edit_base = option.Type(str, default="")
    call_to_action = option.Optional(option.Type(dict))


class TermwisePlugin(BasePlugin[TermwiseConfig]):  # type: ignore[no-untyped-call]
    """Reads and checks the glossary before anything is built, then hands its pages over.

    A build goes to a folder beside the site and takes the site's place once it has
    succeeded; until then the last good site stays as it was.
    """

    def __init__(self) -> None:
        self._command = "build"
        self._library: Library | None = None
        self._given: dict[str, Planned] = {}
        self._site_dir = ""
        self._refused = False
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
        self._refused = bool(checked.errors)
        if self._refused:
            raise PluginError(f"the glossary has {report.summary(checked.problems)}")
        try:
            site = site_of(config, self.config)
        except SettingsError as error:
            raise PluginError(str(error)) from error
        self._library = library_of(checked.glossary, site, today)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the glossary's pages and the assets.

        Hand-written pages, and pages that the navigation names, stay MkDocs' own and are
        given their text when they are read. All others make themselves.
        """
        self._given = {}
        named = set(_paths_in(config.nav))
        for planned in plan(self._made_library()):
            if files.get_file_from_path(planned.path):
                self._given[planned.path] = planned
                continue
            file = File.generated(
                config, planned.path, content="", inclusion=InclusionLevel.NOT_IN_NAV
            )
            files.append(file)
            if planned.path in named:
                self._given[planned.path] = planned
            else:
                GlossaryPage(planned, self._made_library(), file, config)
        for asset in (STYLE_SHEET, SCRIPT):
            source = str(ASSETS / Path(asset).name)
            files.append(File.generated(config, asset, abs_src_path=source))
        return files

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        """The text of a page that is MkDocs' own: hand-written, or named in the navigation."""
        planned = self._given.get(page.file.src_uri)
        if planned is None:
            return None
        made = make_markdown(planned, self._made_library())
        return made.head + made.body

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Put the pages that made themselves into the search index, without a parser."""
        entries = _search_entries(config)
        if isinstance(page, GlossaryPage) and entries is not None:
            for section in sections(page.content or ""):
                location = f"{page.url}#{section.anchor}" if section.anchor else page.url
                entries.append({"location": location, "title": section.title, "text": section.text})
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Let go of a page that is done with, so that memory does not grow with the site."""
        if isinstance(page, GlossaryPage):
            page.content = ""
            page.toc = get_toc([])
        return output

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Build again when the data changes; show the last good site while it has errors."""
        root = Path(config.config_file_path).resolve().parent
        server.watch(str(root / self.config.glossary))

        def rebuild() -> None:
            try:
                builder()
            except Abort:
                # MkDocs would let every page wait until the errors are mended.
                if not self._refused:
                    raise
                log.error("the preview shows the last good site until the errors are mended")

        server.builder = rebuild
        return server

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the finished site in the place of the last one, unless strictness forbids it."""
        if self._site_dir and not (config.strict and self._warnings.get_counts()):
            Path(self._site_dir).mkdir(parents=True, exist_ok=True)
            clean_directory(self._site_dir)
            for entry in sorted(Path(config.site_dir).iterdir()):
                _move(entry, Path(self._site_dir) / entry.name)
            log.info(f"The site is in {self._site_dir}")
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


def _move(entry: Path, target: Path) -> None:
    """Move a file or folder, into a folder that is there already (a hidden one, which stays)."""
    if entry.is_dir() and target.is_dir():
        shutil.copytree(entry, target, dirs_exist_ok=True)
    else:
        shutil.move(entry, target)


def _paths_in(nav: object) -> Iterator[str]:
    """Every file that the navigation names, at any depth."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, list | dict):
        for item in nav.values() if isinstance(nav, dict) else nav:
            yield from _paths_in(item)


def _toc_options(config: MkDocsConfig) -> tuple[str, int]:
    """The sign of permanent links and the depth of the contents, as `toc` is configured."""
    options = config.mdx_configs.get("toc") or {}
    permalink = options.get("permalink", False)
    sign = "¶" if permalink is True else str(permalink or "")
    return sign, int(str(options.get("toc_depth", 6)).rpartition("-")[2])


def _search_entries(config: MkDocsConfig) -> list[dict[str, str]] | None:
    """The entries of Material's search index, or None where another search is used."""
    index = getattr(config.plugins.get("material/search"), "search_index", None)
    entries = getattr(index, "entries", None)
    return entries if isinstance(entries, list) else None

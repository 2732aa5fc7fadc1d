"""What the plugin does at each of MkDocs' events."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
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
from mkdocs.utils.templates import TemplateContext

from termwise import report
from termwise.aside import Aside, AsideError, begin
from termwise.build import Folders, library_of, make_markdown, plan, read_and_check
from termwise.mkdocs_plugin.page import GlossaryPage, update_date
from termwise.mkdocs_plugin.staging import Staging
from termwise.producers.document import PlannedPage
from termwise.producers.head import Heads
from termwise.producers.reading import Library
from termwise.publish import is_lost, keep_promises, store_promises, with_pins, write_data
from termwise.render import ASSETS, EXTENSIONS, assets
from termwise.settings import SettingsError, site_of, today_from_environment

log = get_plugin_logger("termwise")


@contextmanager
def _in_words() -> Iterator[None]:
    """Makes an error of files an error that MkDocs tells without a traceback."""
    try:
        yield
    except AsideError as error:
        raise PluginError(str(error)) from error
    except OSError as error:
        raise PluginError(f"the site could not be written: {error}") from error


class TermwiseConfig(base.Config):  # type: ignore[no-untyped-call]
    """The plugin's options in `mkdocs.yml`."""

    glossary = option.Type(str, default="glossary")
    pinned = option.Type(str, default="")
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
        self._heads: Heads | None = None
        self._given: dict[str, PlannedPage] = {}
        self._assets: tuple[str, ...] = ()
        self._staging: Staging | None = None
        self._refused = False
        self._data: Aside | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a build or a preview."""
        self._command = command

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add what the pages need to the site, and stage the build."""
        for name in EXTENSIONS:
            if name not in config.markdown_extensions:
                config.markdown_extensions.append(name)
        decisions = self._folder(config) / "decisions"
        style_sheets, scripts = assets(decisions=decisions.is_dir())
        config.extra_css[:0] = style_sheets
        config.extra_javascript[:0] = scripts
        self._assets = (*style_sheets, *scripts)
        if self._command != "serve":
            pinned, site = self._pinned(config), Path(config.site_dir)
            if pinned and is_lost(pinned, site):
                raise PluginError(
                    f"pinned: each build replaces {site}, and {pinned} with it; "
                    "name a folder outside it"
                )
            self._staging = Staging(config.site_dir)
            config.site_dir = str(self._staging.folder)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and check the glossary; problems stop the build before it begins."""
        root = Path(config.config_file_path).resolve().parent
        folders = Folders(root, self._folder(config), Path(config.docs_dir))
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
        self._library = library_of(checked.glossary, site, today, checked.examiner)
        self._heads = Heads(self._library)

    @_in_words()
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the glossary's pages and the assets.

        Hand-written pages, and pages that the navigation names, stay MkDocs' own and are
        given their text when they are read. All others make themselves.
        """
        self._library = with_pins(self._made_library())
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
        for asset in self._assets:
            source = str(ASSETS / Path(asset).name)
            files.append(File.generated(config, asset, abs_src_path=source))
        return files

    @event_priority(-100)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Begin to write the data, once every plugin has said what files there are."""
        taken = frozenset(file.dest_uri for file in files)
        data = partial(write_data, self._made_library(), Path(config.site_dir), taken)
        self._data = begin(data, alone=self._command != "serve")
        return nav

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        """The text of a page that is MkDocs' own: hand-written, or named in the navigation."""
        planned = self._given.get(page.file.src_uri)
        if planned is None:
            return None
        library = self._made_library()
        if planned.path.removesuffix(".md") not in library.glossary.guides:
            page.update_date = update_date(planned.path, library)
        made = make_markdown(planned, library)
        return made.head + made.body

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Put the pages that made themselves into the search index, without a parser."""
        if isinstance(page, GlossaryPage):
            page.index(config)
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Complete the head, and let go of the page, so that memory does not grow with the site."""
        head = self._heads.of(page.file.src_uri, page.meta) if self._heads else ""
        if isinstance(page, GlossaryPage):
            page.let_go()
        return output.replace("</head>", f"{head}</head>", 1)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Build again when the data changes; show the last good site while it has errors."""
        server.watch(str(self._folder(config)))

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
    @_in_words()
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Add the data, and put the finished site in the place of the last one.

        Strictness may forbid the latter. Pinned embeds of the last one stay. `gh-deploy` takes
        the site from where the settings say that it is.
        """
        if self._data:
            self._data.finish()
        if self._staging is None:
            return
        config.site_dir = str(self._staging.site)
        pinned = self._pinned(config)
        for warning in keep_promises(self._staging.site, self._staging.folder, pinned):
            log.warning(warning)
        if config.strict and self._staging.warned:
            self._staging.discard()
            return
        if pinned:
            store_promises(self._staging.folder, pinned)
        self._staging.publish()
        log.info(f"The site is in {self._staging.site}")

    def on_build_error(self, *, error: Exception) -> None:
        """Throw away what was begun."""
        if self._data:
            self._data.cancel()
        if self._staging:
            self._staging.discard()

    def _folder(self, config: MkDocsConfig) -> Path:
        """The folder of the data."""
        return Path(config.config_file_path).resolve().parent / self.config.glossary

    def _pinned(self, config: MkDocsConfig) -> Path | None:
        """The folder where the publisher keeps pinned embeds, if there is one."""
        root = Path(config.config_file_path).resolve().parent
        return root / self.config.pinned if self.config.pinned else None

    def _made_library(self) -> Library:
        if self._library is None:
            raise PluginError("the glossary was not read before it was asked for")
        return self._library


def _paths_in(nav: object) -> Iterator[str]:
    """Every file that the navigation names, at any depth."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, list | dict):
        for item in nav.values() if isinstance(nav, dict) else nav:
            yield from _paths_in(item)

"""What the plugin does at each of MkDocs' events."""

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Literal, TypeVar

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils.templates import TemplateContext

from termwise import theme
from termwise.mkdocs_plugin import languages
from termwise.mkdocs_plugin.encryption import encrypts_all, refuse_leaks
from termwise.mkdocs_plugin.files import GlossaryFile, lead, restore
from termwise.mkdocs_plugin.links import GlossaryLinks, PageLinks
from termwise.mkdocs_plugin.options import TermwiseConfig
from termwise.mkdocs_plugin.page import GlossaryPage, heading_options
from termwise.mkdocs_plugin.site_pages import (
    addresses_of,
    as_given,
    give_titles,
    own_pages,
    root_of,
    shown_file,
)
from termwise.mkdocs_plugin.staging import Staging
from termwise.model.addresses import HOME, from_glossary
from termwise.model.problem import Problem
from termwise.model.site import Site
from termwise.pages.planned import PlannedPage
from termwise.publishing.stops import Stops, held
from termwise.reading.library import Library
from termwise.reading.lookup import Lookup
from termwise.render import ASSETS, assets
from termwise.site import report
from termwise.site.build import (
    Checked,
    Folders,
    asset_clash,
    clashes,
    library_of,
    linked_data,
    make_html,
    plan_around,
    plan_glossary,
    read_and_check,
    with_pages,
)
from termwise.site.child import Aside, AsideError, begin
from termwise.site.config_file import ConfigError
from termwise.site.head import head_of
from termwise.site.own_pages import marker
from termwise.site.publish import is_lost, keep_promises, store_promises, write_data, write_embeds
from termwise.site.settings import (
    SettingsError,
    own_links_of,
    path_of,
    prefix_of,
    site_of,
    stand_apart,
    today_from_environment,
)
from termwise.text.own_links import OwnLinks

log = get_plugin_logger("termwise")

LAST = -1000
"""The priority of what comes after all other plugins, some of which are late at -100 or -200."""

Made = TypeVar("Made")


@contextmanager
def _in_words() -> Iterator[None]:
    """Makes an error of files or settings an error that MkDocs tells without a traceback."""
    try:
        yield
    except (AsideError, ConfigError, SettingsError) as error:
        raise PluginError(str(error)) from error
    except OSError as error:
        raise PluginError(f"the site could not be written: {error}") from error


class TermwisePlugin(BasePlugin[TermwiseConfig]):  # type: ignore[no-untyped-call]
    """Reads and checks the glossary before anything is built, then hands its pages over.

    A build goes to a folder beside the site and takes the site's place once it has
    succeeded; until then the last good site stays as it was.
    """

    def __init__(self) -> None:
        self._command = "build"
        self._staging: Staging | None = None
        self._refused = False
        self._data: Aside | None = None
        self._stops = Stops()
        self._links = PageLinks(OwnLinks())
        self._extension = GlossaryLinks(self._links)
        self._building = False
        self._further = False
        self._begin()

    def _begin(self) -> None:
        """Forget the last build, of which a preview has many."""
        self._checked: Checked | None = None
        self._site = Site("")
        self._library: Library | None = None
        self._own: dict[str, PlannedPage] = {}
        self._files: tuple[GlossaryFile, ...] = ()
        self._assets: tuple[str, ...] = ()
        self._links.library, self._links.without = None, frozenset()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a build or a preview; a build that is stopped tidies up."""
        self._command = command
        if command != "serve":
            self._stops.begin()

    @_in_words()
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add what the pages need to the site.

        `static-i18n` builds a site once a language, each further time within the first and with
        the same settings. The glossary stands in the site once; all languages link to it.
        """
        self._further = self._building
        if self._further:
            return config
        if any(isinstance(each, TermwisePlugin) and each is not self for each in _all(config)):
            raise PluginError("the plugin termwise stands twice in plugins; keep one of them")
        self._begin()
        self._links.links = own_links_of(self.config)
        if self._links.links.on:
            config.markdown_extensions.append(self._extension)  # type: ignore[arg-type]
        decisions = self._folder(config) / "decisions"
        prefix = prefix_of(self.config)
        style_sheets, scripts = assets(decisions=decisions.is_dir(), prefix=prefix)
        config.extra_css[:0] = style_sheets
        config.extra_javascript[:0] = scripts
        self._assets = (*style_sheets, *scripts)
        if config.theme.name == theme.NAME:
            config.extra_css.insert(0, theme.STYLE_SHEET)
            config.extra_javascript.insert(0, theme.SCRIPT)
        return config

    @event_priority(100)
    @_in_words()
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and check the glossary; problems stop the build before it begins.

        From here to its end the build goes to a folder beside the site. Whoever has asked for
        the site's folder before, as `mike` does, has been told the truth. What other plugins have
        made of the settings holds by now: `mike` adds the version to the site's address.
        """
        if self._further:
            return
        self._building = True
        self._site = site_of(as_given(config, preview=self._command == "serve"), self.config)
        refuse_leaks(config, self._site)
        if self._command != "serve":
            pinned, site = self._pinned(config), Path(config.site_dir)
            stand_apart(site, self._folder(config), pinned, Path(config.docs_dir))
            if pinned and is_lost(pinned, site):
                raise PluginError(
                    f"pinned: each build replaces {site}, and {pinned} with it; "
                    "name a folder outside it"
                )
            self._staging = Staging(config.site_dir, deployed=self._command == "gh-deploy")
            config.site_dir = str(self._staging.folder)
            lead(config.plugins.values(), site, self._staging.folder)
        root = root_of(config)
        folders = Folders(root, self._folder(config), Path(config.docs_dir))
        checked = read_and_check(folders, today_from_environment())
        self._stop_at(checked.problems)
        self._checked = checked

    @event_priority(100)
    def _add_pages(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the glossary's pages and the assets, so early that other plugins know them."""
        if not self._further:
            self._plan(config)
        for file in self._files:
            file.made = self._further
        restore(self._files, files, self._site.prefix)
        for asset in self._assets:
            own = files.get_file_from_path(asset)
            if own and own.generated_by != "termwise":
                self._stop_at((asset_clash(shown_file(own, root_of(config))),))
            files.append(File.generated(config, asset, abs_src_path=str(ASSETS / Path(asset).name)))
        return files

    @event_priority(-99)
    def _step_aside(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take the pages out for a plugin that would judge them by the folder of documents."""
        return languages.without(self._files, files, config)

    @event_priority(LAST)
    def _restore_pages(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add again what another plugin has left out, but where the site has a page by now."""
        restore(self._files, files, self._site.prefix)
        languages.tell(self._files, config, made=self._further)
        return files

    on_files = CombinedEvent(_add_pages, _step_aside, _restore_pages)

    def _plan(self, config: MkDocsConfig) -> None:
        """Know which pages there are."""
        checked = _made(self._checked)
        library = library_of(checked.glossary, self._site, checked.today, checked.examiner)
        root, taxonomy = root_of(config), self._folder(config) / "taxonomy.yml"
        files = []
        for planned in plan_glossary(library):
            source = root / planned.source if planned.source else None
            file = GlossaryFile(self._site.prefix + planned.path, config, source, taxonomy)
            GlossaryPage(planned, lambda: _made(self._library), file, config)
            files.append(file)
        self._files = tuple(files)

    @event_priority(100)
    def _name_pages(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Give our pages the titles of the navigation, before other plugins look at them."""
        give_titles(config.nav, files)
        return nav

    @event_priority(-75)
    @_in_words()
    def _read_pages(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Read the site's own pages, once every plugin has said which there are, and check them.

        Material's blog says of its posts at priority -50 that they are published.
        """
        root, prefix = root_of(config), self._site.prefix
        found = list(own_pages(files, root, prefix))
        extensions = [each for each in config.markdown_extensions if isinstance(each, str)]
        mark = marker(self._links.links, extensions, config.mdx_configs)
        checked = with_pages(_made(self._checked), [page for _file, page in found], mark, root)
        library = library_of(checked.glossary, self._site, checked.today, checked.examiner)
        taken = () if self._further else clashes(library, addresses_of(files, root, prefix))
        before = set(_made(self._checked).problems)
        later = (problem for problem in checked.problems if problem not in before)
        self._stop_at((*later, *taken))
        self._links.without = {
            file.src_uri
            for file, (place, *_page) in found
            if (guide := checked.glossary.guides.get(place.removesuffix(".md"))) and not guide.links
        }
        if self._further:
            self._own = {}
            return nav
        self._library = library
        by_place = {planned.path: planned for planned in plan_around(library)}
        self._own = {
            file.src_uri: by_place[place] for file, (place, *_page) in found if place in by_place
        }
        return nav

    @event_priority(-100)
    @_in_words()
    def _begin_data(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Write the embeds, whose pins pages name, and begin to write the data beside the pages."""
        if self._further:
            return nav
        prefix = self._site.prefix
        taken = frozenset(from_glossary(file.dest_uri, prefix) for file in files)
        folder = Path(config.site_dir) / prefix
        library = write_embeds(_made(self._library), folder, taken)
        self._library = self._links.library = library
        data = partial(write_data, library, folder, taken)
        self._data = begin(data, alone=self._command != "serve")
        return nav

    on_nav = CombinedEvent(_name_pages, _read_pages, _begin_data)

    def on_page_content(
        self, html: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str | None:
        """Put what is ours into a page of the site's own: the home page, or what it is about."""
        planned = self._own.get(page.file.src_uri)
        if planned is None or isinstance(page, GlossaryPage):
            return None
        if planned.path != HOME:
            return html + linked_data(planned, _made(self._library))
        library = replace(_made(self._library), converted={"index": html})
        permalink, depth = heading_options(config)
        made = make_html(planned, library, permalink=permalink, depth=depth)
        title = page.toc.items[-1] if page.toc.items else None
        within = title.children if title and title.level == 1 else page.toc.items
        within.extend(get_toc(made.contents).items)
        return made.body

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Put the pages that made themselves into the search index, without a parser."""
        if isinstance(page, GlossaryPage):
            page.index(config)
            page.forget(described=not encrypts_all(config))
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Complete the head, and let go of the page, so that memory does not grow with the site."""
        planned = (
            page.planned if isinstance(page, GlossaryPage) else self._own.get(page.file.src_uri)
        )
        if planned is None:
            return output
        head = head_of(planned.path, page.meta, Lookup(_made(self._library)))
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

    @event_priority(100)
    @_in_words()
    def _finish_data(self, *, config: MkDocsConfig) -> None:
        """Wait for the data, so that other plugins find it, and may replace what they make too."""
        if self._data:
            self._data.finish()
            self._data = None

    @event_priority(LAST)
    @_in_words()
    def _publish(self, *, config: MkDocsConfig) -> None:
        """Put the finished site in the place of the last one.

        Strictness may forbid it. Pinned embeds of the last one stay. `gh-deploy` takes
        the site from where the settings say that it is.
        """
        self._stops.check()
        if self._further:
            self._further = False
            return
        self._building = False
        if self._staging is None:
            return
        config.site_dir = str(self._staging.site)
        pinned, prefix = self._pinned(config), self._site.prefix
        earlier, new = self._staging.site / prefix, self._staging.folder / prefix
        for warning in keep_promises(earlier, new, pinned):
            log.warning(warning)
        if config.strict and self._staging.warned:
            self._staging.discard()
            return
        if pinned:
            store_promises(new, pinned)
        self._staging.publish()
        log.info(f"The site is in {self._staging.site}")

    on_post_build = CombinedEvent(_finish_data, _publish)

    @event_priority(-100)
    def on_build_error(self, *, error: Exception) -> None:
        """Throw away what was begun; of a full disk a line says enough."""
        self._building = self._further = False
        self._throw_away()
        if self._staging and self._staging.explains(error):
            raise PluginError(f"the site could not be written: {error}") from error

    def on_shutdown(self) -> None:
        """Throw away what a signal has stopped, and say what became of the site."""
        self._throw_away()
        self._stops.end()
        if self._stops.came and self._staging:
            state = "complete" if self._staging.published else "as it was"
            log.error(f"stopped by {self._stops.came.name}; {self._staging.site} is {state}")

    def _throw_away(self) -> None:
        with held():
            if self._data:
                self._data.cancel()
            if self._staging:
                self._staging.discard()

    def _stop_at(self, problems: tuple[Problem, ...]) -> None:
        """Tell of problems; errors end the build."""
        for problem in problems:
            level = logging.ERROR if problem.severity == "error" else logging.WARNING
            log.log(level, report.line(problem))
        self._refused = any(problem.severity == "error" for problem in problems)
        if self._refused:
            raise PluginError(f"the glossary has {report.summary(problems)}")

    def _folder(self, config: MkDocsConfig) -> Path:
        """The folder of the data."""
        return root_of(config) / (path_of(self.config, "glossary") or "glossary")

    def _pinned(self, config: MkDocsConfig) -> Path | None:
        """The folder where the publisher keeps pinned embeds, if there is one."""
        pinned = path_of(self.config, "pinned")
        return root_of(config) / pinned if pinned else None


def _all(config: MkDocsConfig) -> Iterable[object]:
    """Every plugin of the site."""
    plugins: Iterable[object] = config.plugins.values()
    return plugins


def _made(value: Made | None) -> Made:
    """What an earlier event has made."""
    if value is None:
        raise PluginError("the glossary was not read before it was asked for")
    return value

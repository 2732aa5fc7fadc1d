"""What the plugin does at each of MkDocs' events."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Literal, TypeVar

from jinja2 import Environment
from mkdocs.config.base import LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from termwise.lookup.lookup import Lookup
from termwise.mkdocs_plugin import building, direct, own, preview, publication, unchanged
from termwise.mkdocs_plugin.building import Begun, Ready
from termwise.mkdocs_plugin.files import GlossaryFile, restore
from termwise.mkdocs_plugin.links import GlossaryLinks, PageLinks
from termwise.mkdocs_plugin.making import Making
from termwise.mkdocs_plugin.neighbours import encryptcontent, material_search, static_i18n
from termwise.mkdocs_plugin.options import SCHEME
from termwise.mkdocs_plugin.page import GlossaryPage, with_head
from termwise.mkdocs_plugin.site_pages import addresses_of, give_titles
from termwise.mkdocs_plugin.staging import Staging
from termwise.mkdocs_plugin.telling import in_words, log, tell
from termwise.mkdocs_plugin.unchanged import Sources
from termwise.project.glossary_folder import require_glossary
from termwise.project.options import stands_twice
from termwise.project.settings import located, own_links_of, prefix_of
from termwise.publishing.stops import Stops, held
from termwise.site.clashes import clashes
from termwise.site.kept import Kept
from termwise.text.own_links import OwnLinks

LAST = -1000
"""The priority of what comes after all other plugins, some of which are late at -100 or -200."""

Known = TypeVar("Known")


class TermwisePlugin(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]
    """Reads and checks the glossary before anything is built, then hands its pages over.

    A build goes to a folder beside the site and takes the site's place once it has
    succeeded; until then the last good site stays as it was.

    `static-i18n` builds a site once a language, each further time within the first and with
    the same settings. The glossary stands in the site once; all languages link to it.
    """

    config_scheme = SCHEME

    def __init__(self) -> None:
        self._command = "build"
        self._stops = Stops()
        self._links = PageLinks(OwnLinks())
        self._extension = GlossaryLinks(self._links)
        self._afterwards = preview.Afterwards()
        self._staging: Staging | None = None
        self._making: Making | None = None
        self._finish: Callable[[], Kept] = Kept
        self._begun: Begun | None = None
        self._files: tuple[GlossaryFile, ...] = ()
        self._ready: Ready | None = None
        self._further = self._dirty = self._unchanged = False
        self._sources: Sources | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a build or a preview; a build that is stopped tidies up."""
        self._command, self._dirty = command, dirty
        if not self._is_preview:
            self._stops.begin()

    @in_words()
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add what the pages need to the settings."""
        self._further, self._unchanged = self._begun is not None, False
        if self._further:
            return config
        plugins = config.plugins.values()
        with located(Path(config.config_file_path)):
            if any(isinstance(each, TermwisePlugin) and each is not self for each in plugins):
                raise stands_twice()
            self._links.links, self._links.library = own_links_of(self.config), None
            folders = building.folders_in(config, self.config)
            building.add_to_settings(config, folders, prefix_of(self.config))
        if self._links.links.on:
            config.markdown_extensions.append(self._extension)  # type: ignore[arg-type]
        return config

    @event_priority(100)
    @in_words()
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and check the glossary; problems stop the build before it begins.

        From here to its end the build goes to a folder beside the site. Whoever has asked for
        the site's folder before, as `mike` does, has been told the truth. What other plugins have
        made of the settings holds by now: `mike` adds the version to the site's address.
        """
        if self._further:
            return
        self._afterwards.stop()
        folders = building.folders_in(config, self.config)
        with located(Path(config.config_file_path)):
            site = building.site_in(config, self.config, preview=self._is_preview)
            require_glossary(folders)
        encryptcontent.refuse_leaks(config, site)
        deployed = self._command == "gh-deploy"
        usual = not (self._is_preview or self._dirty)
        self._sources = unchanged.sources(config, folders) if usual else None
        self._staging = publication.stage(config, folders, deployed=deployed)
        if self._sources and unchanged.is_unchanged(self._sources, self._staging.site, folders):
            self._unchanged = True
            unchanged.make_nothing(config, self._staging.folder)
            return
        self._begun = building.begin(folders, site)
        tell(self._begun.checked.problems)

    @event_priority(100)
    def _add_pages(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the glossary's pages and the assets, so early that other plugins know them."""
        if self._unchanged:
            return Files([])
        begun = _known(self._begun)
        if not self._further:
            self._files = building.page_files(begun, config, lambda: _known(self._ready).library)
        for file in self._files:
            file.made = self._further
        restore(self._files, files, begun.site.prefix)
        building.add_assets(begun, files, config)
        return files

    @event_priority(-99)
    def _remove_pages(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Remove the pages for a plugin that would judge them by the folder of documents."""
        return static_i18n.without(self._files, files, config)

    @event_priority(LAST)
    def _restore_pages(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add again what another plugin has left out, but where the site has a page by now."""
        if self._unchanged:
            return files
        restore(self._files, files, _known(self._begun).site.prefix)
        static_i18n.tell(self._files, config, made=self._further)
        return files

    on_files = CombinedEvent(_add_pages, _remove_pages, _restore_pages)

    @event_priority(100)
    def _name_pages(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Give our pages the titles of the navigation, before other plugins look at them."""
        give_titles(config.nav, files)
        return nav

    @event_priority(-75)
    @in_words()
    def _read_pages(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Read the site's own pages, once every plugin has said which there are, and check them.

        Material's blog says of its posts at priority -50 that they are published.
        """
        if self._unchanged:
            return nav
        begun = _known(self._begun)
        read = building.read_own_pages(begun, files, config, self._links.links)
        self._links.without = read.without
        found = [each for each in read.checked.problems if each not in begun.told]
        if not self._further:
            taken = addresses_of(files, begun.folders.root, begun.site.prefix)
            found += clashes((file.planned for file in self._files), begun.site, taken)
        tell(found)
        if self._further:
            return nav
        self._ready = building.make_ready(begun, read)
        return nav

    @event_priority(-100)
    @in_words()
    def _make_embeds(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Make the embeds, whose pins pages name."""
        if self._further or self._unchanged:
            return nav
        ready, begun, staging = _known(self._ready), _known(self._begun), _known(self._staging)
        prefix = begun.site.prefix
        chosen = None if self._dirty else direct.choose(nav, files, config)
        given = direct.given(files, prefix)
        kept = self._finish() if self._is_preview else publication.kept(begun.folders)
        workshop = publication.workshop(staging, config, prefix, given, kept)
        self._making = Making(ready.library, workshop, prefix, chosen)
        self._making.make_embeds()
        library = self._making.library
        self._ready, self._links.library = replace(ready, library=library), library
        return nav

    on_nav = CombinedEvent(_name_pages, _read_pages, _make_embeds)

    @event_priority(LAST)
    @in_words()
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Make the data beside the pages, and pages too where nobody else takes part in that.

        In a preview pages come first, and data that has changed once they can be seen.
        """
        if self._further or self._unchanged:
            return env
        _known(self._making).make_rest(env, config, files, is_preview=self._is_preview)
        return env

    def on_page_content(
        self, html: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str | None:
        """Put what is ours into a page of the site's own."""
        return None if self._further else own.completed(html, page, _known(self._ready), config)

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Put the pages that made themselves into the search index, without a parser."""
        if self._making and self._making.pages is not None:
            context["pages"] = self._making.pages
        if isinstance(page, GlossaryPage):
            material_search.index(page, config)
            page.forget(described=not encryptcontent.encrypts_all(config))
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Complete the head, and release the page, so that memory does not grow with the site."""
        if self._further:
            return output
        ready = _known(self._ready)
        own_page = ready.own.get(page.file.src_uri)
        planned = page.planned if isinstance(page, GlossaryPage) else own_page
        if planned is None:
            return output
        if isinstance(page, GlossaryPage):
            page.release()
        return with_head(output, planned.path, page.meta, Lookup(ready.library))

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Build again when the data changes; show the last good site while it has errors."""
        server.watch(str(building.folders_in(config, self.config).glossary))
        preview.keep_last_good_site(server, builder, self._afterwards)
        return server

    @event_priority(LAST)
    @in_words()
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the finished site in the place of the last one."""
        self._stops.check()
        if self._further:
            self._further = False
            return
        if self._unchanged:
            publication.leave(_known(self._staging), config)
            return
        begun, self._begun = _known(self._begun), None
        staging, making = _known(self._staging), _known(self._making)
        if self._is_preview:
            publication.show(staging, config)
            making.move(staging.site)
            self._afterwards.begin(making.make_later)
            self._finish = making.finish
            return
        kept = making.finish()
        if publication.publish(staging, config, begun.folders, making.prefix):
            publication.keep(kept, begun.folders)
            if self._sources and not staging.warned:
                unchanged.note(self._sources, staging.site, begun.folders)

    @event_priority(-100)
    def on_build_error(self, *, error: Exception) -> None:
        """Throw away what was begun; of a full disk a line says enough."""
        self._begun, self._further = None, False
        self._throw_away()
        if self._staging and self._staging.explains(error):
            raise PluginError(f"the site could not be written: {error}") from error

    def on_shutdown(self) -> None:
        """Throw away what a signal has stopped, and say what became of the site."""
        self._afterwards.stop()
        self._throw_away()
        self._stops.end()
        if self._stops.came and self._staging:
            state = "complete" if self._staging.published else "as it was"
            log.error(f"stopped by {self._stops.came.name}; {self._staging.site} is {state}")

    @property
    def _is_preview(self) -> bool:
        return self._command == "serve"

    def _throw_away(self) -> None:
        with held():
            if self._staging:
                self._staging.discard()


def _known(value: Known | None) -> Known:
    """What an earlier event has found out."""
    if value is None:
        raise PluginError("the glossary was not read before it was asked for")
    return value

"""One build, step by step: what is known before it begins, which pages it has, what they need."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from termwise import theme
from termwise.lookup.library import Library
from termwise.mkdocs_plugin.files import GlossaryFile
from termwise.mkdocs_plugin.page import GlossaryPage
from termwise.mkdocs_plugin.site_pages import as_given, own_pages, root_of, shown_file
from termwise.mkdocs_plugin.stages import stage
from termwise.mkdocs_plugin.telling import tell
from termwise.model.problem import Problem
from termwise.model.site import Site
from termwise.pages.planned import PlannedPage
from termwise.project.checked import Checked, read_and_check, with_pages
from termwise.project.library import library_of
from termwise.project.own_pages import marker
from termwise.project.settings import Folders, folders_of, site_of, today_from_environment
from termwise.render import ASSETS, assets
from termwise.site.clashes import asset_clash
from termwise.site.plan import plan_around, plan_glossary
from termwise.text.own_links import OwnLinks


@dataclass(frozen=True)
class Begun:
    """What is known before a build begins: where it is, for which site, and of what."""

    folders: Folders
    site: Site
    checked: Checked

    @cached_property
    def told(self) -> frozenset[Problem]:
        """The problems that have been told."""
        return frozenset(self.checked.problems)

    def library(self, checked: Checked) -> Library:
        """What pages are made of, once it is known which there are."""
        return library_of(checked.glossary, self.site, checked.today, checked.examiner)


@dataclass(frozen=True)
class Read:
    """The glossary with the site's own pages.

    `places` says by file where each of them stands; `without` are files that link nothing.
    """

    checked: Checked
    places: Mapping[str, str]
    without: Collection[str]


@dataclass(frozen=True)
class Ready:
    """What pages are made from: all of it, and by file what the site's own pages get.

    `taken` are the files that others put into the glossary's part of the site.
    """

    library: Library
    own: Mapping[str, PlannedPage]
    taken: Collection[str] = ()


def folders_in(config: MkDocsConfig, options: Mapping[str, object]) -> Folders:
    """The folders of the project. Raises `ProblemError`."""
    return folders_of(config, options, root_of(config))


def assets_in(folders: Folders, prefix: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The style sheets and scripts that pages need, as far as folders tell."""
    return assets(decisions=(folders.glossary / "decisions").is_dir(), prefix=prefix)


def add_to_settings(config: MkDocsConfig, folders: Folders, prefix: str) -> None:
    """Have every page link the style sheets and scripts."""
    style_sheets, scripts = assets_in(folders, prefix)
    config.extra_css[:0] = style_sheets
    config.extra_javascript[:0] = scripts
    if config.theme.name == theme.NAME:
        config.extra_css.insert(0, theme.STYLE_SHEET)
        config.extra_javascript.insert(0, theme.SCRIPT)


def site_in(config: MkDocsConfig, options: Mapping[str, object], *, preview: bool) -> Site:
    """The site that the settings describe. Raises `ProblemError`."""
    return site_of(as_given(config, preview=preview), options)


def begin(folders: Folders, site: Site) -> Begun:
    """Read and check the glossary."""
    with stage("the glossary", done="read") as told:
        checked = read_and_check(folders, today_from_environment(), told.seen)
        told.kept(checked.unchanged)
        told.made(checked.read)
    return Begun(folders, site, checked)


def page_files(
    begun: Begun, config: MkDocsConfig, library: Callable[[], Library]
) -> tuple[GlossaryFile, ...]:
    """The files of all pages of the glossary, planned and not made; `library` is asked then."""
    root, taxonomy = begun.folders.root, begun.folders.glossary / "taxonomy.yml"
    files = []
    for planned in plan_glossary(begun.library(begun.checked)):
        file = GlossaryFile(planned, begun.site.prefix, config, root, taxonomy)
        GlossaryPage(planned, library, file, config)
        files.append(file)
    return tuple(files)


def add_assets(begun: Begun, files: Files, config: MkDocsConfig) -> None:
    """Add the style sheets and scripts; a file of the site's own in their place is an error."""
    for name in (name for names in assets_in(begun.folders, begun.site.prefix) for name in names):
        own = files.get_file_from_path(name)
        if own and own.generated_by != "termwise":
            tell((asset_clash(shown_file(own, begun.folders.root), begun.site),))
        files.append(File.generated(config, name, abs_src_path=str(ASSETS / Path(name).name)))


def read_own_pages(begun: Begun, files: Files, config: MkDocsConfig, links: OwnLinks) -> Read:
    """Read and check the site's own pages."""
    root = begun.folders.root
    found = list(own_pages(files, root, begun.site.prefix))
    extensions = [each for each in config.markdown_extensions if isinstance(each, str)]
    mark = marker(links, extensions, config.mdx_configs)
    checked = with_pages(begun.checked, [page for _file, page in found], mark, root)
    places = {file.src_uri: place for file, (place, *_page) in found}
    guides = checked.glossary.guides
    without = {
        file
        for file, place in places.items()
        if (guide := guides.get(place.removesuffix(".md"))) and not guide.links
    }
    return Read(checked, places, without)


def make_ready(begun: Begun, read: Read) -> Ready:
    """What pages are made from, all of them being known."""
    library = begun.library(read.checked)
    around = {planned.path: planned for planned in plan_around(library)}
    own = {file: around[place] for file, place in read.places.items() if place in around}
    return Ready(library, own)

"""What the site's configuration and the environment say that concerns the glossary."""

import datetime
import os
import posixpath
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from termwise.loader import shown_path
from termwise.model.problem import Problem, ProblemError
from termwise.model.site import CallToAction, Offers, Site
from termwise.project.config_file import place_of, read_config
from termwise.project.given import Given
from termwise.project.options import plugin_options, read_options
from termwise.project.own_pages import OwnPages
from termwise.render import EXTENSIONS
from termwise.text.own_links import OwnLinks
from termwise.words.catalogue import CatalogueError, words_for
from termwise.words.words import Words

_PREFIX = re.compile(r"[A-Za-z0-9_-]{1,60}(?:/[A-Za-z0-9_-]{1,60}){0,4}")
_LINK_PREFIX = re.compile(r"(?:[A-Za-z][\w-]{0,20}:)?")


@dataclass(frozen=True)
class Folders:
    """Where a project keeps what. Problems name files relative to `root`.

    `content` has the site's own pages; `pinned` is where its publisher keeps pinned embeds, if not
    in the site alone.
    """

    root: Path
    glossary: Path
    content: Path
    pinned: Path | None = None


@dataclass(frozen=True)
class Settings:
    """The project's folders, its site, its own pages, and the whole configuration as it stands.

    `file` is where the configuration was read.
    """

    folders: Folders
    site: Site
    own: OwnPages
    config: Mapping[str, Any]
    file: Path


def read_settings(config_file: Path) -> Settings:
    """The settings in a configuration file. Raises `ProblemError`."""
    config = read_config(config_file)
    with located(config_file):
        options = plugin_options(Given(config).items("plugins"))
        folders = folders_of(config, options, config_file.resolve().parent)
        for key in ("extra_css", "extra_javascript", "hooks"):
            Given(config).listed(key)
        stand_apart(folders.root / (Given(config).folder("site_dir") or "site"), folders)
        site = site_of(config, options)
        own = _own_pages(config, options, folders, site)
        return Settings(folders, site, own, config, config_file)


@contextmanager
def located(config_file: Path) -> Iterator[None]:
    """Names the file and the line in the problems of settings that the block raises."""
    try:
        yield
    except ProblemError as error:
        raise ProblemError(*(_locate(each, config_file) for each in error.problems)) from error


def _locate(problem: Problem, file: Path) -> Problem:
    if problem.file:
        known = Path(problem.file)
        shown = shown_path(known, file.parent) if known.is_absolute() else problem.file
        return replace(problem, file=shown)
    if not problem.path:
        return problem
    line, column = place_of(file, problem.path)
    return replace(problem, file=shown_path(file, file.parent), line=line, column=column)


def folders_of(config: Mapping[str, Any], options: Mapping[str, Any], root: Path) -> Folders:
    """The folders that a configuration names, relative to the project's. Raises `ProblemError`."""
    own = read_options(options)
    pinned = own.folder("pinned")
    return Folders(
        root,
        root / (own.folder("glossary") or "glossary"),
        root / (Given(config).folder("docs_dir") or "docs"),
        root / pinned if pinned else None,
    )


def stand_apart(site: Path, folders: Folders) -> None:
    """See that no folder is written into another that a build replaces or reads.

    Raises `ProblemError`.
    """
    glossary, pinned = folders.glossary, folders.pinned
    if _within(site, glossary) or _within(glossary, site):
        fault = f"each build replaces {site}, and the glossary in {glossary} with it"
        raise Given({}).refused("site_dir", fault, "name a folder apart from it")
    for place in (glossary, folders.content):
        if pinned and (_within(pinned, place) or _within(place, pinned)):
            fault = f"builds write into {pinned}, and read {place}"
            raise read_options({}).refused("pinned", fault, "name a folder apart from it")


def _within(folder: Path, place: Path) -> bool:
    return folder.resolve().is_relative_to(place.resolve())


def _own_pages(
    config: Mapping[str, Any], options: Mapping[str, Any], folders: Folders, site: Site
) -> OwnPages:
    """The site's own pages, and how they are converted as far as that can be known here."""
    given = Given(config)
    patterns = (given.text("exclude_docs"), given.text("draft_docs"))
    extensions = given.items("markdown_extensions")
    return OwnPages(
        folders.content,
        tuple(line for pattern in patterns for line in pattern.split("\n")),
        site.prefix,
        own_links_of(options),
        (*EXTENSIONS, *(name for name, _config in extensions if name not in EXTENSIONS)),
        {name: config for name, config in extensions if isinstance(config, dict)},
    )


def site_of(config: Mapping[str, Any], options: Mapping[str, Any]) -> Site:
    """The site that a MkDocs configuration and the plugin's options describe.

    Raises `ProblemError`.
    """
    given, own = Given(config), read_options(options)
    prefix = prefix_of(options)
    language = _language(config.get("theme"))
    words = _words(language)
    url = given.address("site_url")
    if url and not url.endswith("/"):
        url += "/"
    return Site(
        name=given.text("site_name") or words.say("Glossary"),
        url=url and url + prefix,
        edit_base=own.address("edit_base"),
        directory_urls=config.get("use_directory_urls", True) is not False,
        call_to_action=_call_to_action(own),
        description=given.text("site_description"),
        language=language,
        prefix=prefix,
        home=own.switch("home", default=False),
        whole=own.switch("whole_site", default=False),
        offers=Offers(
            **{each.name: own.switch(each.name, default=True) for each in fields(Offers)}
        ),
    )


def own_links_of(options: Mapping[str, Any]) -> OwnLinks:
    """How the site's own pages link terms and facts. Raises `ProblemError`."""
    own = read_options(options)
    prefix = own.text("links_prefix")
    if not _LINK_PREFIX.fullmatch(prefix):
        remedy = 'write a word and a colon, such as "term:"'
        raise own.refused("links_prefix", f"{prefix!r} is not a prefix for links", remedy)
    return OwnLinks(own.switch("links", default=True), prefix)


def prefix_of(options: Mapping[str, Any]) -> str:
    """The folder of the site that the glossary stands in, with a slash at its end, or ""."""
    own = read_options(options)
    prefix = posixpath.normpath(own.text("prefix").strip("/") or ".")
    if prefix == ".":
        return ""
    if not _PREFIX.fullmatch(prefix):
        remedy = "write letters, digits, hyphens and slashes, such as glossary"
        raise own.refused("prefix", f"{prefix!r} is not a folder of the site", remedy)
    return f"{prefix}/"


def _call_to_action(own: Given) -> CallToAction | None:
    call = own.values.get("call_to_action")
    if not call:
        return None
    wanted = "write title, text, button and url, each a text"
    try:
        action = CallToAction(**call)
    except TypeError as error:
        raise own.refused("call_to_action", f"{call!r} is not an invitation", wanted) from error
    words = Given(vars(action), (*own.path, "call_to_action"))
    for key in vars(action):
        if not isinstance(words.values[key], str):
            raise words.refused(key, f"{words.values[key]!r} is not a text", wanted)
        words.text(key)
    if not action.url.startswith(("https://", "http://", "/", "mailto:")):
        raise words.refused("url", f"{action.url!r} is not a web address", "write https://…")
    if not action.url.startswith("mailto:"):
        words.address("url")
    return action


def _language(theme: object) -> str:
    """The language of the theme's own words, which its pages say they are in."""
    return str(theme.get("language") or "en") if isinstance(theme, Mapping) else "en"


def _words(language: str) -> Words:
    """The words for a site. What is wrong in a translator's file is a problem as an author's is."""
    try:
        return words_for(language)
    except CatalogueError as error:
        problems = (
            Problem(
                "bad-catalogue", fault.what, fault.remedy, file=str(file), line=fault.line, column=1
            )
            for file, fault in error.faults
        )
        raise ProblemError(*problems) from error


def today_from_environment() -> datetime.date:
    """Today, or the day that SOURCE_DATE_EPOCH names, so that a build can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        return datetime.date.today()

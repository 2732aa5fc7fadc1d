"""What the site's configuration and the environment say that concerns the glossary."""

import datetime
import os
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from termwise.model.names import did_you_mean
from termwise.model.site import CallToAction, Offers, Site
from termwise.render import EXTENSIONS
from termwise.site.build import Folders
from termwise.site.config_file import ConfigError, read_config
from termwise.site.own_pages import OwnPages
from termwise.text.own_links import OwnLinks
from termwise.words.catalogue import words_for

PLUGIN = "termwise"
OPTIONS = (
    "glossary", "prefix", "home", "links", "links_prefix", "whole_site", "embeds", "api", "feed",
    "markdown", "llms", "facts", "share", "pinned", "edit_base", "call_to_action",
)  # fmt: skip
"""The plugin's options; `mkdocs_plugin/options.py` has their types for MkDocs."""

_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")

_PREFIX = re.compile(r"[A-Za-z0-9_-]{1,60}(?:/[A-Za-z0-9_-]{1,60}){0,4}")
_LINK_PREFIX = re.compile(r"(?:[A-Za-z][\w-]{0,20}:)?")


@dataclass(frozen=True)
class Settings:
    """The project's folders and its site."""

    folders: Folders
    site: Site
    own: OwnPages
    config: Mapping[str, Any]


class SettingsError(Exception):
    """The configuration cannot be read, or says something impossible about the glossary."""


def read_settings(config_file: Path) -> Settings:
    """The settings in a configuration file. Raises `SettingsError`."""
    try:
        config = read_config(config_file)
    except ConfigError as error:
        raise SettingsError(str(error)) from error
    options = _plugin_options(config.get("plugins", []))
    root = config_file.resolve().parent
    pinned = path_of(options, "pinned")
    folders = Folders(
        root,
        root / (path_of(options, "glossary") or "glossary"),
        root / (path_of(config, "docs_dir") or "docs"),
        root / pinned if pinned else None,
    )
    _listed(config, "extra_css", "extra_javascript", "hooks")
    _known(options)
    stand_apart(
        root / (path_of(config, "site_dir") or "site"),
        folders.glossary,
        folders.pinned,
        folders.content,
    )
    site = site_of(config, options)
    return Settings(folders, site, _own_pages(config, options, folders, site), config)


def stand_apart(site: Path, glossary: Path, pinned: Path | None, content: Path) -> None:
    """See that no folder is written into another that a build replaces or reads.

    Raises `SettingsError`.
    """
    if _within(site, glossary) or _within(glossary, site):
        raise SettingsError(
            f"site_dir: each build replaces {site}, and the glossary in {glossary} with it; "
            "name a folder apart from it"
        )
    for place in (glossary, content):
        if pinned and (_within(pinned, place) or _within(place, pinned)):
            raise SettingsError(
                f"pinned: builds write into {pinned}, and read {place}; name a folder apart from it"
            )


def _within(folder: Path, place: Path) -> bool:
    return folder.resolve().is_relative_to(place.resolve())


def _known(options: Mapping[str, Any]) -> None:
    """See that each option is one of the plugin's. Raises `SettingsError`."""
    for name in options:
        if name not in OPTIONS:
            near = did_you_mean(str(name), OPTIONS, f"the options are {', '.join(OPTIONS)}")
            raise SettingsError(f"the plugin {PLUGIN} has no option {name!r}; {near}")


def _own_pages(
    config: Mapping[str, Any], options: Mapping[str, Any], folders: Folders, site: Site
) -> OwnPages:
    """The site's own pages, and how they are converted as far as that can be known here."""
    patterns = (_text(config, "exclude_docs"), _text(config, "draft_docs"))
    given = config.get("markdown_extensions") or []
    if not isinstance(given, dict | list):
        raise SettingsError(f"markdown_extensions: {given!r} is no list")
    extensions = list(given.items()) if isinstance(given, dict) else _pairs(given)
    return OwnPages(
        folders.content,
        tuple(line for pattern in patterns for line in pattern.split("\n")),
        site.prefix,
        own_links_of(options),
        (*EXTENSIONS, *(name for name, _config in extensions if name not in EXTENSIONS)),
        {name: config for name, config in extensions if isinstance(config, dict)},
    )


def _listed(config: Mapping[str, Any], *keys: str) -> None:
    """See that settings which are lists are lists. Raises `SettingsError`."""
    for key in keys:
        value = config.get(key)
        if value is not None and not isinstance(value, list):
            raise SettingsError(f"{key}: {value!r} is no list; write - before each item")


def site_of(config: Mapping[str, Any], options: Mapping[str, Any]) -> Site:
    """The site that a MkDocs configuration and the plugin's options describe.

    Raises `SettingsError`.
    """
    prefix = prefix_of(options)
    url = _address(config, "site_url")
    if url and not url.endswith("/"):
        url += "/"
    language = _language(config.get("theme"))
    return Site(
        name=_text(config, "site_name") or words_for(language).say("Glossary"),
        url=url and url + prefix,
        edit_base=_address(options, "edit_base"),
        directory_urls=config.get("use_directory_urls", True) is not False,
        call_to_action=_call_to_action(options),
        description=_text(config, "site_description"),
        language=language,
        prefix=prefix,
        home=_switch(options, "home", default=False),
        whole=_switch(options, "whole_site", default=False),
        offers=Offers(**{each.name: _switch(options, each.name) for each in fields(Offers)}),
    )


def own_links_of(options: Mapping[str, Any]) -> OwnLinks:
    """How the site's own pages link terms and facts. Raises `SettingsError`."""
    prefix = _text(options, "links_prefix")
    if not _LINK_PREFIX.fullmatch(prefix):
        raise SettingsError(
            f"links_prefix: {prefix!r} is no prefix for links; write a word and a colon, such as "
            '"term:"'
        )
    return OwnLinks(_switch(options, "links"), prefix)


def _call_to_action(options: Mapping[str, Any]) -> CallToAction | None:
    call = options.get("call_to_action")
    if not call:
        return None
    try:
        action = CallToAction(**call)
    except TypeError as error:
        raise SettingsError("call_to_action needs title, text, button and url") from error
    if not all(isinstance(words, str) for words in vars(action).values()):
        raise SettingsError("call_to_action: title, text, button and url are each a text")
    for words in vars(action).values():
        _text({"call_to_action": words}, "call_to_action")
    if not action.url.startswith(("https://", "http://", "/", "mailto:")):
        raise SettingsError(f"call_to_action: {action.url!r} is no web address")
    if not action.url.startswith("mailto:"):
        _address({"call_to_action": action.url}, "call_to_action")
    return action


def _language(theme: object) -> str:
    """The language of the theme's own words, which its pages say they are in."""
    return str(theme.get("language") or "en") if isinstance(theme, Mapping) else "en"


def today_from_environment() -> datetime.date:
    """Today, or the day that SOURCE_DATE_EPOCH names, so that a build can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        return datetime.date.today()


def _text(settings: Mapping[str, Any], key: str) -> str:
    """A setting that is a text, or "" where it is not set. Raises `SettingsError`."""
    value = settings.get(key)
    if value is not None and not isinstance(value, str):
        raise SettingsError(f"{key}: {value!r} is no text")
    if value and _UNSEEN.search(value):
        raise SettingsError(f"{key}: {value!r} holds an invisible sign; type the text again")
    return value or ""


def path_of(settings: Mapping[str, Any], key: str) -> str:
    """A setting that names a file or folder, or "" where it is not set. Raises `SettingsError`."""
    path = _text(settings, key)
    if any(len(os.fsencode(part)) > 255 for part in Path(path).parts):
        raise SettingsError(f"{key}: {path[:40]!r}… is too long for the name of a folder")
    return path


def _address(settings: Mapping[str, Any], key: str) -> str:
    """A setting that is an address on the web, or relative to the site. Raises `SettingsError`."""
    url = _text(settings, key).strip()
    try:
        scheme = urlsplit(url).scheme
    except ValueError as error:
        raise SettingsError(f"{key}: {url!r} is no web address ({error})") from error
    plain = not re.search(r"[\s\x00-\x1f\\<>\"]", url)
    if not plain or scheme not in ("", "http", "https"):
        raise SettingsError(f"{key}: {url!r} is no web address; write https://…")
    return url


def _switch(settings: Mapping[str, Any], key: str, *, default: bool = True) -> bool:
    """A setting that is on or off. Raises `SettingsError`."""
    value = settings.get(key)
    if value is not None and not isinstance(value, bool):
        raise SettingsError(f"{key}: {value!r} is neither true nor false")
    return default if value is None else value


def prefix_of(options: Mapping[str, Any]) -> str:
    """The folder of the site that the glossary stands in, with a slash at its end, or ""."""
    prefix = posixpath.normpath(_text(options, "prefix").strip("/") or ".")
    if prefix == ".":
        return ""
    if not _PREFIX.fullmatch(prefix):
        raise SettingsError(
            f"prefix: {prefix!r} is no folder of the site; write letters, digits, hyphens and "
            "slashes, such as glossary"
        )
    return f"{prefix}/"


def _plugin_options(plugins: object) -> Mapping[str, Any]:
    """The options of the plugin `termwise`, in either of the forms that MkDocs allows."""
    if plugins is not None and not isinstance(plugins, dict | list):
        raise SettingsError(f"plugins: {plugins!r} is no list of plugins")
    entries = list(plugins.items()) if isinstance(plugins, dict) else _pairs(plugins)
    if [name for name, _options in entries].count(PLUGIN) > 1:
        raise SettingsError(f"the plugin {PLUGIN} stands twice in plugins; keep one of them")
    options = next((options for name, options in entries if name == PLUGIN), None) or {}
    if not isinstance(options, Mapping):
        raise SettingsError(f"the options of the plugin {PLUGIN} are {options!r}, not a mapping")
    return options


def _pairs(plugins: object) -> list[tuple[str, Any]]:
    pairs: list[tuple[str, Any]] = []
    for entry in plugins if isinstance(plugins, list) else []:
        pairs += list(entry.items()) if isinstance(entry, dict) else [(str(entry), {})]
    return pairs

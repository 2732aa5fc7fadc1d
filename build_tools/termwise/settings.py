"""What `mkdocs.yml` and the environment say that concerns the glossary."""

import datetime
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import construct_env_tag

from termwise.build import Folders
from termwise.model.site import CallToAction, Site

PLUGIN = "termwise"


@dataclass(frozen=True)
class Tagged:
    """A YAML value under a tag that only MkDocs or its theme understands, kept as it is."""

    tag: str
    value: object


class ConfigLoader(yaml.SafeLoader):
    """Reads `mkdocs.yml`: knows `!ENV`, keeps other tags, runs nothing."""


class ConfigDumper(yaml.SafeDumper):
    """Writes what `ConfigLoader` read."""


def _keep_tag(loader: yaml.SafeLoader, _suffix: str, node: yaml.Node) -> Tagged:
    if isinstance(node, yaml.MappingNode):
        return Tagged(node.tag, loader.construct_mapping(node, deep=True))
    if isinstance(node, yaml.SequenceNode):
        return Tagged(node.tag, loader.construct_sequence(node, deep=True))
    return Tagged(node.tag, str(node.value))


def _write_tag(dumper: yaml.SafeDumper, tagged: Tagged) -> yaml.Node:
    if isinstance(tagged.value, dict):
        return dumper.represent_mapping(tagged.tag, tagged.value)
    if isinstance(tagged.value, list):
        return dumper.represent_sequence(tagged.tag, tagged.value)
    return dumper.represent_scalar(tagged.tag, str(tagged.value))


ConfigLoader.add_constructor("!ENV", construct_env_tag)
ConfigLoader.add_multi_constructor("!", _keep_tag)
ConfigLoader.add_multi_constructor("tag:yaml.org,2002:python/", _keep_tag)
ConfigDumper.add_representer(Tagged, _write_tag)


@dataclass(frozen=True)
class Settings:
    """The project's folders and its site."""

    folders: Folders
    site: Site
    config: Mapping[str, Any]


class SettingsError(Exception):
    """`mkdocs.yml` cannot be read, or says something impossible about the glossary."""


def read_settings(config_file: Path) -> Settings:
    """The settings in a `mkdocs.yml`. Raises `SettingsError`."""
    try:
        config = yaml.load(config_file.read_text("utf-8"), Loader=ConfigLoader)  # noqa: S506
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:
        raise SettingsError(f"{config_file}: {error}") from error
    if not isinstance(config, dict):
        raise SettingsError(f"{config_file} holds no settings")
    options = _plugin_options(config.get("plugins", []))
    root = config_file.resolve().parent
    folders = Folders(
        root,
        root / (_text(options, "glossary") or "glossary"),
        root / (_text(config, "docs_dir") or "docs"),
        root / _text(options, "pinned") if _text(options, "pinned") else None,
    )
    return Settings(folders, site_of(config, options), config)


def site_of(config: Mapping[str, Any], options: Mapping[str, Any]) -> Site:
    """The site that a MkDocs configuration and the plugin's options describe."""
    url = _text(config, "site_url")
    call = options.get("call_to_action")
    try:
        action = CallToAction(**call) if call else None
    except TypeError as error:
        raise SettingsError("call_to_action needs title, text, button and url") from error
    if action and not all(isinstance(words, str) for words in vars(action).values()):
        raise SettingsError("call_to_action: title, text, button and url are each a text")
    if action and not action.url.startswith(("https://", "http://", "/", "mailto:")):
        raise SettingsError(f"call_to_action: {action.url!r} is no web address")
    return Site(
        name=_text(config, "site_name") or "Glossary",
        url=url if not url or url.endswith("/") else f"{url}/",
        edit_base=_text(options, "edit_base"),
        directory_urls=config.get("use_directory_urls", True) is not False,
        call_to_action=action,
        description=_text(config, "site_description"),
        language=_language(config.get("theme")),
    )


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
    return value or ""


def _plugin_options(plugins: object) -> Mapping[str, Any]:
    """The options of the plugin `termwise`, in either of the forms that MkDocs allows."""
    entries = plugins.items() if isinstance(plugins, dict) else _pairs(plugins)
    options = next((options for name, options in entries if name == PLUGIN), None) or {}
    if not isinstance(options, Mapping):
        raise SettingsError(f"the options of the plugin {PLUGIN} are {options!r}, not a mapping")
    return options


def _pairs(plugins: object) -> list[tuple[str, Any]]:
    pairs: list[tuple[str, Any]] = []
    for entry in plugins if isinstance(plugins, list) else []:
        pairs += list(entry.items()) if isinstance(entry, dict) else [(str(entry), {})]
    return pairs

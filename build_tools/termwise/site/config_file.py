"""The site's configuration file as data: `mkdocs.yml` or `properdocs.yml`, and what it inherits.

Read without MkDocs, whose plugins it may name and which need not be installed here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import construct_env_tag

NAMES = ("properdocs.yml", "properdocs.yaml", "mkdocs.yml", "mkdocs.yaml")
"""What the file may be called, in the order in which ProperDocs and MkDocs look for it."""

MAX_PARENTS = 20
"""How many files may inherit from one another, so that a circle ends."""


class ConfigError(Exception):
    """The configuration cannot be read; says where and what to do."""


@dataclass(frozen=True)
class Tagged:
    """A YAML value under a tag that only MkDocs or its theme understands, kept as it is."""

    tag: str
    value: object


class ConfigLoader(yaml.SafeLoader):
    """Reads the configuration: knows `!ENV`, keeps other tags, runs nothing."""


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


def find_config(folder: Path) -> Path:
    """The configuration file of a project, or where one would be."""
    found = (folder / name for name in NAMES if (folder / name).is_file())
    return next(found, folder / "mkdocs.yml")


def read_config(file: Path) -> dict[str, Any]:
    """What a configuration file says, laid over what it inherits. Raises `ConfigError`."""
    return _read(file, MAX_PARENTS)


def _read(file: Path, parents: int) -> dict[str, Any]:
    config = _parse(file)
    if "INHERIT" not in config:
        return config
    parent = config.pop("INHERIT")
    if not isinstance(parent, str):
        raise ConfigError(f"{file}: INHERIT names a file, not {parent!r}")
    if parents == 0:
        raise ConfigError(f"{file}: more than {MAX_PARENTS} files inherit from one another")
    return _laid_over(_read(file.parent / parent, parents - 1), config)


def _parse(file: Path) -> dict[str, Any]:
    if file.exists() and not file.is_file():
        raise ConfigError(f"{file} is no file")
    try:
        config = yaml.load(file.read_text("utf-8-sig"), Loader=ConfigLoader)  # noqa: S506
    except FileNotFoundError as error:
        raise ConfigError(
            f"there is no {file}; run this where the site's mkdocs.yml is, or name it with --config"
        ) from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{file} is not UTF-8 text; save it as UTF-8") from error
    except OSError as error:
        raise ConfigError(f"{file} cannot be read: {error.strerror}") from error
    except yaml.MarkedYAMLError as error:
        raise ConfigError(_in_words(file, error)) from error
    except (ValueError, RecursionError, yaml.YAMLError) as error:
        raise ConfigError(f"{file}: this cannot be read as YAML: {error}") from error
    if not isinstance(config, dict):
        raise ConfigError(f"{file} holds no settings; it begins with site_name: …")
    return config


def _in_words(file: Path, error: yaml.MarkedYAMLError) -> str:
    """What is wrong with the YAML, where, and what to do about it."""
    mark = error.problem_mark or error.context_mark
    place = f"{file}:{mark.line + 1}:{mark.column + 1}" if mark else str(file)
    problem = error.problem or "this is no YAML"
    if r"\t" in problem:
        return f"{place}: a tab stands where YAML wants spaces; indent with spaces alone"
    return f"{place}: this is no YAML ({problem}); look at this line and the one before it"


def _laid_over(below: dict[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Settings laid over others, as MkDocs has it: mappings are joined, all else is replaced."""
    joined = dict(below)
    for key, value in above.items():
        under = joined.get(key)
        both = isinstance(under, dict) and isinstance(value, dict)
        joined[key] = _laid_over(under, value) if both and isinstance(under, dict) else value
    return joined

"""The site's configuration file as data: `mkdocs.yml` or `properdocs.yml`, and what it inherits.

MkDocs' own reader puts the files together (`INHERIT`, `!ENV`). It is given a loader that keeps
all other tags as they are and runs nothing, since the plugins and extensions that the file names
need not be installed here.
"""

from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from termwise.loader import shown_path
from termwise.model.problem import FieldPath, Problem, ProblemError
from termwise.project.tags import ConfigLoader

NAMES = ("properdocs.yml", "properdocs.yaml", "mkdocs.yml", "mkdocs.yaml")
"""What the file may be called, in the order in which ProperDocs and MkDocs look for it."""


def find_config(folder: Path) -> Path:
    """The configuration file of a project, or where one would be."""
    found = (folder / name for name in NAMES if (folder / name).is_file())
    return next(found, folder / "mkdocs.yml")


def read_config(file: Path) -> dict[str, Any]:
    """What a configuration file says, laid over what it inherits. Raises `ProblemError`."""
    try:
        with file.open("rb") as stream:
            config = yaml_load(stream, get_yaml_loader(ConfigLoader))
    except FileNotFoundError as error:
        remedy = "run this where the site's mkdocs.yml is, or name it with --config"
        raise ProblemError(Problem("no-config", f"there is no {file}", remedy)) from error
    except OSError as error:
        fault = f"the file cannot be read: {error.strerror}"
        remedy = "check what it is, and who may read it"
        raise ProblemError(_problem(file, "unreadable", fault, remedy)) from error
    except ConfigurationError as error:
        raise ProblemError(_in_words(file, error)) from error
    except RecursionError as error:
        fault = "it nests too deep, or files inherit from one another in a circle"
        remedy = "look at INHERIT and at the brackets"
        raise ProblemError(_problem(file, "yaml-syntax", fault, remedy)) from error
    except ValueError as error:
        fault, remedy = f"a value cannot be read: {error}", "put it in quotes if it is a text"
        raise ProblemError(_problem(file, "yaml-syntax", fault, remedy)) from error
    except (AttributeError, TypeError) as error:
        raise ProblemError(_problem(file, "no-settings", *_NO_SETTINGS)) from error
    if not isinstance(config, dict) or not config:
        raise ProblemError(_problem(file, "no-settings", *_NO_SETTINGS))
    return config


_NO_SETTINGS = (
    "the file holds no settings that MkDocs could read",
    "begin it with site_name: …, and let INHERIT name a file",
)


def place_of(file: Path, path: FieldPath) -> tuple[int, int]:
    """Line and column of a setting, or as far as the file has it; 0 where it is not there at all.

    A plugin or an extension with settings is found by its name, in a list as in a mapping.
    """
    try:
        node = yaml.compose(file.read_bytes(), Loader=yaml.SafeLoader)
    except (OSError, ValueError, RecursionError, yaml.YAMLError):
        return 0, 0
    place = (0, 0)
    for part in path:
        found = _below(node, str(part))
        if found is None:
            break
        key, node = found
        place = key.start_mark.line + 1, key.start_mark.column + 1
    return place


def _below(node: yaml.Node | None, name: str) -> tuple[yaml.Node, yaml.Node] | None:
    """The key of this name in a mapping, or in a list of names and mappings, and its value."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            if item.value == name:
                return item, item
            if found := _below(item, name) if isinstance(item, yaml.MappingNode) else None:
                return found
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == name), None)
    return None


def _problem(file: Path, code: str, fault: str, remedy: str) -> Problem:
    return Problem(code, fault, remedy, file=shown_path(file, file.parent))


def _in_words(file: Path, told: ConfigurationError) -> Problem:
    """What is wrong with the YAML, where, and what to do about it.

    MkDocs says it in a text; the error that it met has the place, be it in an inherited file.
    """
    error = told.__context__
    if isinstance(error, yaml.reader.ReaderError):
        if error.encoding == "unicode":
            words = "the file holds an invisible control character", "delete it"
        else:
            words = "the file is not UTF-8 text", "save it as UTF-8"
        return _problem(file, "yaml-syntax", *words)
    mark = isinstance(error, yaml.MarkedYAMLError) and (error.problem_mark or error.context_mark)
    if not isinstance(error, yaml.MarkedYAMLError) or not mark:
        line, column = place_of(file, ("INHERIT",))
        remedy = "INHERIT is relative to the file that it stands in"
        told_here = _problem(file, "no-config", str(told).rstrip("."), remedy)
        return replace(told_here, line=line, column=column)
    if r"\t" in (error.problem or ""):
        words = "a tab stands where YAML wants spaces", "indent with spaces alone"
    elif "mapping values" in (error.problem or ""):
        remedy = "end the line before with a colon if this one belongs under it, or use quotes"
        words = f"this is not YAML ({error.problem})", remedy
    else:
        words = f"this is not YAML ({error.problem})", "look at this line and the one before it"
    shown = shown_path(Path(mark.name), file.parent)
    return Problem("yaml-syntax", *words, file=shown, line=mark.line + 1, column=mark.column + 1)

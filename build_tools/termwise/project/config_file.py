"""The site's configuration file as data: `mkdocs.yml` or `properdocs.yml`, and what it inherits.

MkDocs' own reader puts the files together (`INHERIT`, `!ENV`). It is given a loader that keeps
all other tags as they are and runs nothing, since the plugins and extensions that the file names
need not be installed here.
"""

from pathlib import Path
from typing import Any

import yaml
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from termwise.loader import shown_path
from termwise.loader.syntax import syntax_problem
from termwise.loader.yaml_reader import complaint
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
    node, place = _composed(file), (0, 0)
    for part in path:
        found = _below(node, str(part))
        if found is None:
            break
        key, node = found
        place = key.start_mark.line + 1, key.start_mark.column + 1
    return place


def _composed(file: Path) -> yaml.Node | None:
    """The nodes of a configuration file, where it is YAML."""
    try:
        return yaml.compose(file.read_bytes(), Loader=yaml.SafeLoader)
    except (OSError, ValueError, RecursionError, yaml.YAMLError):
        return None


def _inherited(file: Path) -> Path | None:
    """The file that a configuration file inherits, if its name is written there."""
    found = _below(_composed(file), "INHERIT")
    return file.parent / found[1].value if found and isinstance(found[1].value, str) else None


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
        return _about_inheriting(file, told)
    file_meant = Path(mark.name)
    text = file_meant.read_text("utf-8", errors="replace")
    return syntax_problem(complaint(error, text), shown_path(file_meant, file.parent))


def _about_inheriting(file: Path, told: ConfigurationError) -> Problem:
    """What is wrong where an inherited file cannot be read, in the file that inherits it."""
    inherits = file
    while (named := _inherited(inherits)) and named.is_file():
        inherits = named
    shown = shown_path(inherits, file.parent)
    fault = str(told).rstrip(".")
    if named:
        fault = f"there is no file {shown_path(named, file.parent)}"
    line, column = place_of(inherits, ("INHERIT",))
    remedy = "correct INHERIT, which is relative to the file that it stands in"
    return Problem("no-config", fault, remedy, file=shown, line=line, column=column)

"""The glossary's folder, and what to say where there is none."""

import os
from pathlib import Path

from termwise.loader import shown_path
from termwise.model.names import closest, listed
from termwise.model.problem import Problem, ProblemError
from termwise.project.options import PLUGIN
from termwise.project.settings import Folders


def require_glossary(folders: Folders) -> None:
    """See that there is a folder for the glossary. Raises `ProblemError`, with what is there."""
    if os.path.isdir(folders.glossary):  # noqa: PTH112 - never fails, whatever the path
        return
    fault = f'there is no folder "{shown_path(folders.glossary, folders.root)}"'
    path = ("plugins", PLUGIN, "glossary")
    raise ProblemError(Problem("no-glossary", fault, _remedy(folders), path=path))


def _remedy(folders: Folders) -> str:
    """The folder that was meant, else those there are to choose from."""
    others = _folders_in(folders.root)
    glossaries = [name for name in others if (folders.root / name / "taxonomy.yml").is_file()]
    if near := closest(folders.glossary.name, glossaries or others):
        return f'did you mean "{near}"?'
    if glossaries:
        return f"let the plugin's option glossary name {' or '.join(glossaries)}"
    there = f" ({listed(f'{name}/' for name in others)})" if others else ""
    return f"make it, or let the plugin's option glossary name one that there is{there}"


def _folders_in(root: Path) -> list[str]:
    """The folders of a project that are to be seen."""
    try:
        entries = [entry for entry in os.scandir(root) if not entry.name.startswith(".")]
        return sorted(entry.name for entry in entries if entry.is_dir())
    except OSError:
        return []

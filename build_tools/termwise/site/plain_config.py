"""The site's configuration for builders without the plugin: what it added, written out."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from termwise import theme
from termwise.project.options import PLUGIN
from termwise.render import EXTENSIONS, assets

DOCS = "docs"
"""The folder of the pages."""

SNIPPETS = "pymdownx.snippets"
"""The extension that puts files into pages, which it looks for in folders of the project."""


def plain_config(
    config: Mapping[str, Any], root: Path, out: Path, *, decisions: bool, prefix: str = ""
) -> dict[str, Any]:
    """The configuration of the project in `root` as it stands in `out`."""
    plain = {**config, "docs_dir": DOCS}
    plain["plugins"] = _without_plugin(plain.get("plugins") or [])
    plain["markdown_extensions"] = _extensions(plain.get("markdown_extensions") or [], root, out)
    style_sheets, scripts = assets(decisions=decisions, prefix=prefix)
    plain["extra_css"] = [*style_sheets, *(plain.get("extra_css") or [])]
    plain["extra_javascript"] = [*scripts, *(plain.get("extra_javascript") or [])]
    plain["not_in_nav"] = "*"
    if plain.get("hooks"):
        plain["hooks"] = [_from(out, root / str(hook)) for hook in plain["hooks"]]
    plain.pop("watch", None)
    return theme.on_material(plain) if theme.is_chosen(plain) else plain


def theme_of(config: Mapping[str, Any]) -> Mapping[str, Any]:
    """The settings of the theme, which may be its name alone."""
    given = config.get("theme")
    return given if isinstance(given, Mapping) else {"name": given} if given else {}


def _without_plugin(plugins: Any) -> Any:  # noqa: ANN401 - a list or a mapping, as it was written
    if isinstance(plugins, dict):
        return {name: options for name, options in plugins.items() if name != PLUGIN}
    return [
        entry
        for entry in plugins
        if entry != PLUGIN and not (isinstance(entry, dict) and PLUGIN in entry)
    ]


def _extensions(given: Any, root: Path, out: Path) -> list[Any]:  # noqa: ANN401 - the same
    """The extensions of Markdown, ours among them, with the folders that they name."""
    items = given.items() if isinstance(given, dict) else ()
    extensions: list[Any] = [{name: config} for name, config in items] or list(given)
    for index, each in enumerate(extensions):
        config = each.get(SNIPPETS) if isinstance(each, dict) else None
        if config or each == SNIPPETS:
            extensions[index] = {SNIPPETS: _snippets(config or {}, root, out)}
    named = {next(iter(each)) if isinstance(each, dict) else each for each in extensions}
    return extensions + [name for name in EXTENSIONS if name not in named]


def _snippets(config: Mapping[str, Any], root: Path, out: Path) -> dict[str, Any]:
    """Where snippets are looked for: where they are, which is not moved."""
    base = config.get("base_path", ["."])
    folders = base if isinstance(base, list) else [base]
    moved = [_from(out, root / folder) if isinstance(folder, str) else folder for folder in folders]
    return {**config, "base_path": moved}


def _from(out: Path, path: Path) -> str:
    """A file of the project as the output's configuration names it."""
    return Path(os.path.relpath(path, out)).as_posix()

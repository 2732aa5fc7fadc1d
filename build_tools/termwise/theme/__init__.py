"""The MkDocs theme `termwise`: Material with colours, letters and a frame of its own.

`mkdocs_theme.yml` and `assets/` are all of it. The plugin links the two assets, since a template
that did would go with each template that a site has in its place.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
NAME = "termwise"
STYLE_SHEET = "assets/termwise-theme.css"
SCRIPT = "assets/termwise-theme.js"


def is_chosen(config: Mapping[str, Any]) -> bool:
    """Whether a site's configuration names this theme."""
    theme = config.get("theme")
    return (theme.get("name") if isinstance(theme, Mapping) else theme) == NAME


def on_material(config: Mapping[str, Any]) -> dict[str, Any]:
    """The configuration of a site with this theme for where only Material is installed."""
    ours = yaml.safe_load((FOLDER / "mkdocs_theme.yml").read_text("utf-8"))
    parent = ours.pop("extends")
    theirs = config["theme"] if isinstance(config["theme"], Mapping) else {}
    return {
        **config,
        "theme": {**ours, **theirs, "name": parent},
        "extra_css": [STYLE_SHEET, *(config.get("extra_css") or [])],
        "extra_javascript": [SCRIPT, *(config.get("extra_javascript") or [])],
    }

"""The plugin's options as MkDocs wants them declared."""

from mkdocs.config import config_options as option
from mkdocs.config.base import PlainConfigSchema

from termwise.project.options import OPTIONS

SCHEME: PlainConfigSchema = tuple(
    (each.name, option.Type(each.kind, default=each.default)) for each in OPTIONS
)
"""For MkDocs' own messages and defaults; `project/settings.py` judges what it lets through."""

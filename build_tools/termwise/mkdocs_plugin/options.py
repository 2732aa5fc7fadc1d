"""The plugin's options as MkDocs wants them declared."""

from mkdocs.config import config_options as option
from mkdocs.config.base import PlainConfigSchema

from termwise.project.options import OPTIONS

SCHEME: PlainConfigSchema = tuple(
    (each.name, option.Type(object, default=each.default)) for each in OPTIONS
)
"""For MkDocs' defaults. It lets everything through; `project/settings.py` judges it, and says of a
wrong option what the commands say."""

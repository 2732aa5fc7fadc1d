"""The plugin `encryptcontent`: what it keeps secret must not be published in clear as well."""

from dataclasses import fields

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from termwise.exports import EXPORTS
from termwise.model.site import Site

PLUGIN = "encryptcontent"

IN_CLEAR = {"markdown", *(export.offer for export in EXPORTS)}
"""The options that have pages said in other forms, too."""


def encrypts_all(config: MkDocsConfig) -> bool:
    """Whether every page is encrypted that says nothing else, the glossary's among them."""
    plugin = config.plugins.get(PLUGIN)
    return plugin is not None and bool(plugin.config.get("global_password"))


def refuse_leaks(config: MkDocsConfig, site: Site) -> None:
    """Raise `PluginError` where an encrypted page would be published in clear, too."""
    if PLUGIN not in config.plugins:
        return
    if site.whole:
        raise PluginError(
            "whole_site offers your own pages as Markdown and in llms.txt, in clear, and "
            f"{PLUGIN} encrypts some of them: set whole_site: false"
        )
    names = [each.name for each in fields(site.offers) if each.name in IN_CLEAR]
    clear = [name for name in names if getattr(site.offers, name)]
    if encrypts_all(config) and clear:
        raise PluginError(
            f"global_password of {PLUGIN} encrypts the glossary's pages, and what they say would "
            f"stand beside them in clear: set {', '.join(f'{name}: false' for name in clear)}"
        )

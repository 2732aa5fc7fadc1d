"""Whether plugins and hooks of which nothing is known take part in something."""

from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig

from termwise.mkdocs_plugin.neighbours import material_search

_KNOWN = ("termwise.mkdocs_plugin.", material_search.MODULE)


def nobody_else(config: MkDocsConfig, events: Iterable[str]) -> bool:
    """Whether nobody listens to these events but this plugin and Material's search."""
    methods = (method for event in events for method in config.plugins.events[event])
    return all(is_known(getattr(method, "__self__", None)) for method in methods)


def is_known(plugin: object) -> bool:
    """Whether a plugin is this one or Material's search."""
    return type(plugin).__module__.startswith(_KNOWN)

"""The MkDocs plugin `termwise`: the glossary's pages as virtual files of the site."""

from termwise.mkdocs_plugin.plugin import TermwisePlugin

__all__ = ["TermwisePlugin"]

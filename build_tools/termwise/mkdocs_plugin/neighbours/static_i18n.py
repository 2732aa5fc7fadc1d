"""A site in several languages, made by the plugin `static-i18n`.

That plugin builds the site once a language and sorts all files by their place in the folder of
documents, where the glossary's pages have none. The glossary is in one language: its pages are
made with the first, which is the site's default, and linked from all.
"""

from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from termwise.mkdocs_plugin.files import GlossaryFile

PLUGIN = "i18n"


def without(pages: Iterable[GlossaryFile], files: Files, config: MkDocsConfig) -> Files:
    """The files without the glossary's pages, where the plugin would drop and warn of each."""
    if PLUGIN in config.plugins:
        for page in pages:
            if files.get_file_from_path(page.src_uri) is page:
                files.remove(page)
    return files


def tell(pages: Iterable[GlossaryFile], config: MkDocsConfig, *, made: bool) -> None:
    """Say of pages which language they are in, and of new ones that the site map lists them."""
    plugin = config.plugins.get(PLUGIN)
    language = getattr(plugin, "current_language", None)
    if plugin is None or made or language is None:
        return
    for page in pages:
        page.locale = page.locale_alternate_of = language
        page.alternates = {language: page}
    plugin.i18n_files_per_language[language].extend(pages)

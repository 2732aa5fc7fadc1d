"""Material's plugin `search`: its index, which finished pages are put into without a parser."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from termwise.render.search import passages

PLUGIN = "material/search"
MODULE = "material.plugins.search."

Entry = Mapping[str, str]

_MARKS = re.compile(r'\s?data-search-\w+="[^"]+"')
"""What the plugin takes out of a page once it has indexed it."""


def is_used(config: MkDocsConfig) -> bool:
    """Whether the site has this search; others read the finished pages themselves."""
    return _entries(config) is not None


def index(page: Page, config: MkDocsConfig) -> None:
    """Put a page into the index, a section at a time."""
    entries = _entries(config)
    if entries is not None:
        entries.extend(entries_of(page))


def entries_of(page: Page) -> Iterator[Entry]:
    """What the index has of a page."""
    for each in passages(page.content or ""):
        location = f"{page.url}#{each.anchor}" if each.anchor else page.url
        yield {"location": location, "title": each.title, "text": each.text}


def taken(page: Page, config: MkDocsConfig) -> str:
    """What the index has of a page, as JSON less the brackets; what only it reads is taken out.

    So the plugin itself does in the end of each page that it sees.
    """
    if not is_used(config):
        return ""
    found = json.dumps(list(entries_of(page)), separators=(",", ":"))[1:-1]
    page.content = _MARKS.sub("", page.content or "")
    return found


def complete(taken: Mapping[str, str], files: Files, config: MkDocsConfig) -> None:
    """Have the index written with pages that the plugin does not see: what is `taken`, by address.

    They stand in it as if it had seen them, in the order of the files.
    """
    plugin = config.plugins.get(PLUGIN)
    found = getattr(plugin, "search_index", None)
    if found is not None:
        urls = [file.page.url for file in files.documentation_pages() if file.page]
        write = partial(_generated, found, found.generate_search_index, taken, urls)
        found.generate_search_index = write


def _generated(
    index: Any,  # noqa: ANN401 - of Material
    generate: Any,  # noqa: ANN401 - of Material
    taken: Mapping[str, str],
    urls: Sequence[str],
    previous: object,
) -> str:
    """The index as JSON, without holding the entries of all pages as objects at once."""
    seen, index.entries = index.entries, []
    written = dict(taken)
    for url, entries in groupby(seen, key=lambda entry: entry["location"].partition("#")[0]):
        written[url] = json.dumps(list(entries), separators=(",", ":"), default=str)[1:-1]
    bare = str(generate(previous)).removesuffix("]}")
    index.entries = seen
    pages = [*urls, *(url for url in written if url not in frozenset(urls))]
    return f"{bare}{','.join(filter(None, (written.get(url) for url in pages)))}]}}"


def _entries(config: MkDocsConfig) -> list[Entry] | None:
    found = getattr(config.plugins.get(PLUGIN), "search_index", None)
    entries = getattr(found, "entries", None)
    return entries if isinstance(entries, list) else None

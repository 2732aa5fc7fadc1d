"""Material's plugin `search`: its index, which finished pages are put into without a parser."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from termwise.render.search import passages

PLUGIN = "material/search"


def is_used(config: MkDocsConfig) -> bool:
    """Whether the site has this search; others read the finished pages themselves."""
    return _entries(config) is not None


def index(page: Page, config: MkDocsConfig) -> None:
    """Put a page into the index, a section at a time."""
    entries = _entries(config)
    if entries is None:
        return
    for section in passages(page.content or ""):
        location = f"{page.url}#{section.anchor}" if section.anchor else page.url
        entries.append({"location": location, "title": section.title, "text": section.text})


def _entries(config: MkDocsConfig) -> list[dict[str, str]] | None:
    found = getattr(config.plugins.get(PLUGIN), "search_index", None)
    entries = getattr(found, "entries", None)
    return entries if isinstance(entries, list) else None

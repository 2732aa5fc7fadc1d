"""Where each page stands: the Markdown file it is written to, and how pages reach each other.

The addresses `/terms/<id>/`, `/compare/<id>/`, `/decide/<id>/` and `/paths/<id>/` are promises
to the world; a test holds them.
"""

import posixpath

from termwise.model.glossary import EntryKey
from termwise.model.names import anchor
from termwise.model.site import Site

FOLDERS = {
    "term": "terms",
    "comparison": "compare",
    "decision": "decide",
    "path": "paths",
    "category": "categories",
    "level": "levels",
    "tag": "tags",
    "topic": "facts",
}
"""The folder of each kind that has a page an entry."""

HOME = "index.md"
INDEX = "terms/index.md"
COMPARISONS = "compare/index.md"
DECISIONS = "decide/index.md"
PATHS = "paths/index.md"
CATEGORIES = "categories/index.md"
TAGS = "tags/index.md"
FACTS = "facts/index.md"
SOURCES = "sources.md"
RESERVED_IDS = ("index", "readme")
"""Ids that would take the place of a folder's own page."""


def page_of(key: EntryKey) -> str:
    """The Markdown file of an entry that has a page of its own."""
    kind, name = key
    return f"{name}.md" if kind == "guide" else f"{FOLDERS[kind]}/{name}.md"


def letter_page(letter: str) -> str:
    """The page of one letter, where the index is too long for one page."""
    return f"terms/letters/{letter}.md"


def relative_file(target: str, page: str) -> str:
    """The link from the Markdown file `page` to the Markdown file `target`."""
    path, _, fragment = target.partition("#")
    if path == page and fragment:
        return f"#{fragment}"
    link = posixpath.relpath(path, posixpath.dirname(page) or ".")
    return f"{link}#{fragment}" if fragment else link


def url_of(page: str, *, directory_urls: bool = True) -> str:
    """The address of a page below the site's root: `terms/rag/`, or "" for the home page."""
    path, _, fragment = page.partition("#")
    stem = path.removesuffix(".md")
    if not directory_urls:
        url = f"{stem}.html"
    elif posixpath.basename(stem) == "index":
        url = f"{posixpath.dirname(stem)}/" if "/" in stem else ""
    else:
        url = f"{stem}/"
    return f"{url}#{fragment}" if fragment else url


def published_url(page: str, site: Site) -> str:
    """The whole address of a page, on a site that has one."""
    return site.url + url_of(page, directory_urls=site.directory_urls)


def plain_file(page: str, *, directory_urls: bool = True) -> str:
    """The place of a page as plain Markdown, beside its HTML: `terms/rag/index.md`."""
    url = url_of(page, directory_urls=directory_urls)
    return f"{url}index.md" if directory_urls else f"{url.removesuffix('.html')}.md"


def relative_url(target: str, page: str, *, directory_urls: bool = True) -> str:
    """The address of `target` as the finished page `page` links it in HTML."""
    path, _, fragment = url_of(target, directory_urls=directory_urls).partition("#")
    if target.partition("#")[0] == page and fragment:
        return f"#{fragment}"
    here = url_of(page, directory_urls=directory_urls)
    folder = here if here.endswith("/") or not here else posixpath.dirname(here)
    link = posixpath.relpath(path or ".", folder or ".")
    if (path.endswith("/") or not path) and not link.endswith("/"):
        link += "/"
    return f"{link}#{fragment}" if fragment else link


def letter_of(title: str) -> str:
    """The letter that a name is filed under: A to Z, or "#" for everything else."""
    first = anchor(f"{title}-0")[:1].upper()  # the digit, where there is no Latin letter
    return first if first.isalpha() else "#"

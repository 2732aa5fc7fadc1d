"""Where each page stands: the Markdown file it is written to, and how pages reach each other.

All places are relative to the folder of the glossary, which is the site's root unless the site
puts it below a prefix. A page of the site's own may then stand at `../guides/choosing.md`.

The addresses `/terms/<id>/`, `/compare/<id>/`, `/decide/<id>/` and `/paths/<id>/` are promises
to the world; a test holds them.
"""

import posixpath
from collections.abc import Callable
from urllib.parse import urljoin

from termwise.model.glossary import EntryKey
from termwise.model.kinds import KINDS
from termwise.model.names import anchor
from termwise.model.site import Site

FOLDERS = {**{kind.id: kind.pages for kind in KINDS if kind.pages}, "tag": "tags"}
"""The folder of each kind that has a page an entry. A tag is nobody's entry, and has one, too."""


def list_of(kind: str) -> str:
    """The page that lists all of a kind."""
    return f"{FOLDERS[kind]}/index.md"


HOME = "index.md"
HOME_ID = "index"
"""The id of the hand-written page that is the home page, or a part of it."""

GUIDES = "guides/"
"""Where the hand-written pages stand that are guides; a site has others, of every kind."""

INDEX = list_of("term")
COMPARISONS = list_of("comparison")
DECISIONS = list_of("decision")
PATHS = list_of("path")
CATEGORIES = list_of("category")
TAGS = list_of("tag")
FACTS = list_of("topic")
SOURCES = "sources.md"
ONE_PAGE = 400
"""Up to this many terms the index is one page; a longer list is split by letter."""

RESERVED_IDS = ("index", "readme")
"""Ids that would take the place of a folder's own page."""


def page_of(key: EntryKey) -> str:
    """The Markdown file of an entry that has a page of its own."""
    kind, name = key
    return f"{name}.md" if kind == "guide" else f"{FOLDERS[kind]}/{name}.md"


def entry_at(page: str, has: Callable[[EntryKey], bool]) -> EntryKey | None:
    """The entry whose own page this Markdown file is."""
    folder, _, name = page.removesuffix(".md").rpartition("/")
    for kind in KINDS:
        if kind.pages and folder == kind.pages and has((kind.id, name)):
            return kind.id, name
    return None


def letter_page(letter: str) -> str:
    """The page of one letter, where the index is too long for one page."""
    return f"terms/letters/{letter}.md"


def relative_file(target: str, page: str, *, prefix: str = "") -> str:
    """The link from the Markdown file `page` to the Markdown file `target`.

    `prefix` is where the glossary stands in the site, which pages above it need to know.
    """
    path, _, fragment = target.partition("#")
    if path == page and fragment:
        return f"#{fragment}"
    link = _way(path, posixpath.dirname(page), prefix)
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
    return whole_url(page, site.url, directory_urls=site.directory_urls)


def whole_url(page: str, base: str, *, directory_urls: bool = True) -> str:
    """The address of a page below `base`, which is the glossary's own or its path."""
    url = url_of(page, directory_urls=directory_urls)
    return urljoin(base, url) if url.startswith("../") else base + url


def page_at(url: str) -> str:
    """The Markdown file that stands at an address below the site's root."""
    return f"{url.removesuffix('/').removesuffix('.html')}.md" if url else HOME


def own_page(path: str) -> str:
    """The place of a page of the site's own, which differs from its file's for a `README.md`."""
    folder, slash, name = path.rpartition("/")
    return f"{folder}{slash}index.md" if name == "README.md" else path


def from_glossary(page: str, prefix: str) -> str:
    """The place of a page of the site as the glossary below `prefix` has it."""
    return (
        page.removeprefix(prefix) if page.startswith(prefix) else "../" * prefix.count("/") + page
    )


def plain_file(page: str, *, directory_urls: bool = True) -> str:
    """The place of a page as plain Markdown, beside its HTML: `terms/rag/index.md`."""
    url = url_of(page, directory_urls=directory_urls)
    return f"{url}index.md" if directory_urls else f"{url.removesuffix('.html')}.md"


def relative_url(target: str, page: str, *, directory_urls: bool = True, prefix: str = "") -> str:
    """The address of `target` as the finished page `page` links it in HTML."""
    path, _, fragment = url_of(target, directory_urls=directory_urls).partition("#")
    if target.partition("#")[0] == page and fragment:
        return f"#{fragment}"
    here = url_of(page, directory_urls=directory_urls)
    folder = here if here.endswith("/") or not here else posixpath.dirname(here)
    link = _way(path, folder, prefix)
    if (path.endswith("/") or not path) and not link.endswith("/"):
        link += "/"
    return f"{link}#{fragment}" if fragment else link


def _way(path: str, folder: str, prefix: str) -> str:
    root = f"/_/{prefix}"
    return posixpath.relpath(posixpath.join(root, path), posixpath.join(root, folder))


def letter_of(title: str) -> str:
    """The letter that a name is filed under: A to Z, or "#" for everything else."""
    first = anchor(f"{title}-0")[:1].upper()  # the digit, where there is no Latin letter
    return first if first.isalpha() else "#"

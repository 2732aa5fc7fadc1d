"""`[[term]]` and `{{fact}}` in the site's own pages: an extension of Python-Markdown.

It finds them where Markdown finds any other markup within a line, so that code of every kind and
what a backslash stands before stay as they are, and snippets, blog posts and generated pages are
converted like all others.
"""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import ETX, STX, AtomicString

from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.markup.citation import fact_elements
from termwise.markup.forms import MarkdownForm
from termwise.markup.writer import Writer
from termwise.model.addresses import from_glossary, page_of
from termwise.text.elements import Attributes
from termwise.text.escape import inert
from termwise.text.own_links import OwnLinks, says_something
from termwise.text.patterns import begins_sentence

PRIORITY = 85
"""After code (190), what is escaped (180), links (160 to 120) and HTML (90)."""


@dataclass
class PageLinks:
    """What the extension knows: how pages link, the library once it is read, and who abstains."""

    links: OwnLinks
    library: Library | None = None
    without: Collection[str] = field(default_factory=frozenset)

    def writer(self, file: str) -> Writer | None:
        """What writes links on the page of this Markdown file, where it links anything."""
        if self.library is None or file in self.without:
            return None
        site = self.library.site
        place = from_glossary(file, site.prefix)
        form = MarkdownForm(place, site.directory_urls, prefix=site.prefix)
        return Writer(Lookup(self.library), form)


class GlossaryLinks(Extension):
    """The extension; there is one for the whole site."""

    def __init__(self, pages: PageLinks) -> None:
        super().__init__()
        self._pages = pages

    def __deepcopy__(self, memo: dict[int, Any]) -> "GlossaryLinks":
        """Itself: plugins copy the configuration for each language or version."""
        return self

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown calls it
        """Add the two patterns."""
        links = self._pages.links
        md.inlinePatterns.register(
            _Links(links.term, md, self._pages, _term), "termwise-term", PRIORITY
        )
        md.inlinePatterns.register(
            _Links(links.fact, md, self._pages, _fact), "termwise-fact", PRIORITY
        )


Write = Callable[[re.Match[str], bool, Writer], Element | None]


class _Links(InlineProcessor):
    """Finds one kind of link and puts an element in its place."""

    def __init__(self, pattern: str, md: Markdown, pages: PageLinks, write: Write) -> None:
        super().__init__(pattern, md)
        self._pages = pages
        self._write = write

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown calls it
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """The element for what was found, or nothing where it is not a link of ours."""
        writer = self._pages.writer(self._file())
        if writer is None or not self._is_bar(m):
            return None, None, None
        element = self._write(m, begins_sentence(data, m.start()), writer)
        return (element, m.start(), m.end()) if element is not None else (None, None, None)

    def _is_bar(self, found: re.Match[str]) -> bool:
        """Whether what Markdown has put aside between name and label is an escaped bar."""
        aside = found.groupdict().get("aside")
        nodes = getattr(self.md.treeprocessors["inline"], "stashed_nodes", {})
        return aside is None or nodes.get(aside) == f"{STX}{ord('|')}{ETX}"

    def _file(self) -> str:
        """The Markdown file that is being converted, as what resolves its links knows it."""
        if "relpath" not in self.md.treeprocessors:
            return ""
        return str(getattr(self.md.treeprocessors["relpath"], "file").src_uri)  # noqa: B009


def _term(found: re.Match[str], starts: bool, writer: Writer) -> Element | None:
    name, label = found["term"].strip(), found["label"] and found["label"].strip()
    if not says_something(label):
        return None
    key = writer.lookup.key_of("term", name)
    if key is None:
        return None
    names = writer.names
    link = Element("a", href=writer.page_link(page_of(key)), title=inert(names.title(key[1])))
    link.text = AtomicString(inert(names.words(name, label, starts)))
    return link


def _fact(found: re.Match[str], starts: bool, writer: Writer) -> Element | None:
    key = writer.lookup.key_of("fact", found["fact"].strip())
    if key is None:
        return None
    cited = writer.names.cited(key[1], starts, writer.page_link)
    (element,) = fact_elements(cited, _Parts())
    return element if isinstance(element, Element) else None


class _Parts:
    """Makes elements for Python-Markdown, their text being no Markdown."""

    def name(self, text: str) -> list[Element | str]:
        """Plain text."""
        return [inert(text)]

    def element(
        self, tag: str, inside: list[Element | str], attributes: Attributes
    ) -> list[Element | str]:
        """An element, which holds either text or elements."""
        made = Element(tag, {name: value or "" for name, value in attributes.items()})
        for part in inside:
            if isinstance(part, Element):
                made.append(part)
            else:
                made.text = AtomicString(part)
        return [made]

    def join(self, parts: Iterable[list[Element | str]]) -> list[Element | str]:
        """Parts one after the other."""
        return [each for part in parts for each in part]

"""The home page: what this is, find a term, popular comparisons, the decision."""

from collections.abc import Iterator, Sequence

from termwise.lookup.lookup import Lookup
from termwise.markup.document import Document
from termwise.markup.writer import Writer
from termwise.model import addresses
from termwise.pages.entries import ListEntry, by_letter, entry_of
from termwise.pages.guides import guide_text
from termwise.pages.index import letter_links
from termwise.pages.linked_data import home_graph, home_title
from termwise.pages.planned import PlannedPage


def home_page(lookup: Lookup) -> Iterator[PlannedPage]:
    """The page at the glossary's root, around the text that the site has there, if it has one."""
    if lookup.site.home:
        text = ("guide", addresses.HOME_ID)
        yield PlannedPage(addresses.HOME, _page, lookup.file_of(text) if lookup.has(text) else "")


def _page(writer: Writer) -> Document:
    writer.lookup.rests_on("home")
    written = addresses.HOME_ID in writer.lookup.every("guide")
    guide = writer.lookup.guide(addresses.HOME_ID) if written else None
    featured = guide.featured if guide else ()
    decisions = _first(guide.decision if guide else None, writer.lookup.every("decision"))
    comparisons = [*(featured or writer.lookup.every("comparison"))]
    choice = entry_of(("decision", decisions[0]), writer) if decisions else None
    if choice is None and comparisons:
        choice = entry_of(("comparison", comparisons.pop(0)), writer)
    own_title = home_title(writer)
    title = guide.title if guide else own_title
    meta = {} if guide else {"hide": ["navigation", "toc"], "title": title}
    values = {
        "title": writer.name(own_title),
        "intro": guide_text(guide, writer).strip() if guide else "",
        "count": len(writer.lookup.every("term")),
        "letters": letter_links(by_letter(writer.lookup.every("term"), writer), writer),
        "index_url": writer.url(addresses.INDEX),
        "decision": choice,
        "decisions": _entries("decision", decisions[1:], writer),
        "comparisons": _entries("comparison", comparisons[:6], writer),
        "all_comparisons": writer.page_link(addresses.COMPARISONS),
        "categories": _entries("category", writer.lookup.every("category"), writer),
        "paths": _entries("path", writer.lookup.every("path"), writer),
    }
    about = home_graph(writer, title, guide.description if guide else "")
    head = guide.text[: guide.body] if guide else ""
    return Document("home.j2", values, meta, head=head, linked_data=about)


def _first(name: str | None, names: Sequence[str]) -> list[str]:
    """The names, the given one in front."""
    return sorted(names, key=lambda other: other != name)


def _entries(kind: str, names: Sequence[str], writer: Writer) -> list[ListEntry]:
    return [entry_of((kind, name), writer) for name in names]

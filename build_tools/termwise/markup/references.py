"""Sources as pages cite them."""

from collections.abc import Iterable
from typing import Protocol, TypeVar
from urllib.parse import quote

from termwise.lookup.lookup import Lookup
from termwise.markup.writer import Writer
from termwise.model import addresses
from termwise.model.glossary import EntryKey
from termwise.model.kinds import KINDS, Reviewed, Titled
from termwise.model.source import Source
from termwise.text.escape import html_text
from termwise.words.words import Words, message

CHAINED = message("{one}, {other}")
"""How the parts of a reference stand one after the other."""

T = TypeVar("T")


class Line(Protocol[T]):
    """How a line of references is made; the forms of a page are among those that can."""

    def name(self, text: str) -> T:
        """Plain text."""

    def link(self, words: T, target: str) -> T:
        """A link."""

    def emphasis(self, words: T) -> T:
        """Words that are emphasised."""


def source_parts(source: Source, make: Line[T]) -> list[T]:
    """What a reference says of a source, part by part: author, title, publisher."""
    title = make.name(source.title)
    parts = [make.name(source.author)] if source.author else []
    parts.append(make.emphasis(make.link(title, source.url) if source.url else title))
    if source.publisher and source.publisher != source.author:
        parts.append(make.name(source.publisher))
    return parts


def source_line(name: str, writer: Writer) -> str:
    """One source in a list of references, as markup: its parts and its date."""
    source = writer.lookup.source(name)
    parts = [*source_parts(source, writer.form), source_date(source, writer.words)]
    return writer.words.chained(CHAINED, (part for part in parts if part))


def source_date(source: Source, words: Words) -> str:
    """When a source was published, or else when it was read."""
    if source.published:
        return words.date(source.published)
    # Translators: Of a source: it was read on that date; not an order.
    return words.say("read {date}", date=words.date(source.retrieved)) if source.retrieved else ""


def source_lines(names: Iterable[str], writer: Writer) -> list[str]:
    """Each source as a line that ends in the link to its entry on the page of sources."""
    lines = []
    for name in names:
        entry = writer.page_link(f"{addresses.SOURCES}#{name}")
        # Translators: A link to what a source says.
        told = writer.form.link(writer.words.say("what it says"), entry)
        lines.append(f"{source_line(name, writer)} · {told}")
    return lines


def used_in(key: EntryKey, writer: Writer) -> list[str]:
    """Links to the entries and guides that name an entry and have pages of their own."""
    links = []
    for kind in KINDS:
        for name in () if kind.within else writer.lookup.naming(key, kind.id):
            entry = writer.lookup.entry((kind.id, name))
            title = entry.title if isinstance(entry, Titled) else name
            links.append(writer.entry_link((kind.id, name), title))
    return links


def review_dates(entry: Reviewed, lookup: Lookup) -> dict[str, str]:
    """When an entry was reviewed, and since when it is due for review; empty where it is not."""
    due = entry.review_by if lookup.is_due(entry.review_by) else None
    return {
        "reviewed": lookup.words.date(entry.reviewed) if entry.reviewed else "",
        "due": lookup.words.date(due) if due else "",
    }


def edit_url(key: EntryKey, lookup: Lookup) -> str:
    """Where a reader can suggest an edit of the entry's file, or "" where the site has none."""
    base = lookup.site.edit_base
    return html_text(base + quote(lookup.file_of(key))) if base else ""

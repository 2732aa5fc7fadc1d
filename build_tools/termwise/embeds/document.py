"""What an embed is: the data of one entry, as other sites show it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from termwise.embeds.field_nodes import source_nodes
from termwise.lookup.lookup import Lookup
from termwise.markup.document import Document
from termwise.markup.writer import Writer
from termwise.model import addresses
from termwise.model.glossary import EntryKey
from termwise.model.kinds import KIND, Embeddable
from termwise.words.browser import ARTICLE, other_words

VERSION = 1
"""Of the form of the data, which `contract/embed-v1.json` describes."""

RIGHT_TO_LEFT = frozenset(("ar", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"))


@dataclass(frozen=True)
class Embed:
    """One entry for other sites, before it is rendered.

    `data` is what elements on other sites read; `form`, where there is one, is the template of
    a part that stands in the data as HTML, under that name. `height` is a guess, in CSS pixels,
    at an article's width.
    """

    data: dict[str, object]
    height: int
    form: Document | None = None


@dataclass(frozen=True)
class PlannedEmbed:
    """An embed that is going to be made: of which entry, and how."""

    key: EntryKey
    make: Callable[[Writer], Embed]


EmbedProducer: TypeAlias = Callable[[Lookup], Iterator[PlannedEmbed]]


def frame(key: EntryKey, title: str, entry: Embeddable, writer: Writer) -> dict[str, object]:
    """What every embed says: what it is, where it comes from, and as of when."""
    site = writer.lookup.site
    language = site.language
    words = writer.lookup.words
    other = other_words(ARTICLE, words)
    due = entry.review_by if writer.lookup.is_due(entry.review_by) else None
    return {
        "kind": KIND[key[0]].embed,
        "version": VERSION,
        "id": key[1],
        "title": title,
        "url": writer.url(addresses.page_of(key)),
        "lang": language,
        "dir": "rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr",
        "site": {"name": site.name, "url": site.url},
        "as_of": entry.reviewed.isoformat() if entry.reviewed else None,
        "as_of_label": words.date(entry.reviewed) if entry.reviewed else "",
        "due": words.date(due) if due else "",
        "sources": [source_nodes(name, writer) for name in entry.sources],
        **({"words": other} if other else {}),
    }


def subject_link(term: str, words: str, writer: Writer) -> dict[str, str]:
    """A term as an embed names it."""
    return {"id": term, "title": words, "url": writer.url(addresses.page_of(("term", term)))}

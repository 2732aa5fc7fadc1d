"""What is new in the glossary, `/feed.xml`: terms that came or changed, as Atom (RFC 4287)."""

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from termwise.exports.labels import language_tag
from termwise.exports.planned import DataFile, Export, PlannedFile
from termwise.exports.xml_text import DECLARATION, element, xml_text
from termwise.lookup.lookup import Lookup
from termwise.markup.writer import whole_html
from termwise.model.addresses import HOME, page_of, published_url
from termwise.model.term import Term
from termwise.words.words import message

FILE = DataFile(
    "feed.xml", form="atom", name=message("Feed"), about=message("what is new, as Atom")
)
NEWEST = 50
"""So many entries a feed holds, whatever the size of the glossary."""

ADDED = "added"
"""The anchor of a term's arrival, which happens once: a corrected day makes no second entry."""


@dataclass(frozen=True)
class News:
    """One thing that happened to a term; `anchor` tells it from all that happened to it."""

    day: datetime.date
    term: str
    anchor: str
    text: str


def feed_files(lookup: Lookup) -> Iterator[PlannedFile]:
    """The feed, where the day of anything is known."""
    if lookup.has_news():
        yield PlannedFile(FILE.path, _feed)


EXPORT = Export(feed_files, offer="feed", files=(FILE,), about="new and changed terms")


def _feed(lookup: Lookup) -> Iterator[str]:
    site = lookup.site
    told = [item for name in lookup.every("term") for item in _news(name, lookup.term(name))]
    newest = sorted(told, key=lambda item: (-item.day.toordinal(), item.term, item.anchor))
    language = xml_text(language_tag(site.language))
    yield f'{DECLARATION}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">\n'
    yield element("id", site.url + FILE.path) + "\n"
    yield element("title", site.name) + "\n"
    if site.description:
        yield element("subtitle", site.description) + "\n"
    yield element("updated", _moment(newest[0].day)) + "\n"
    yield f"<author>{element('name', site.name)}</author>\n"
    yield element("link", rel="self", type="application/atom+xml", href=site.url + FILE.path) + "\n"
    home = published_url(HOME, site)
    yield element("link", rel="alternate", type="text/html", href=home) + "\n"
    for item in newest[:NEWEST]:
        yield "\n".join(_entry(item, lookup)) + "\n"
    yield "</feed>\n"


def _news(name: str, term: Term) -> Iterator[News]:
    if term.added:
        yield News(term.added, name, ADDED, term.definition)
    seen: Counter[datetime.date] = Counter()
    for change in term.changes:
        seen[change.on] += 1
        count = f"-{seen[change.on]}" if seen[change.on] > 1 else ""
        yield News(change.on, name, f"changed-{change.on}{count}", change.what)


def _entry(item: News, lookup: Lookup) -> Iterator[str]:
    page = published_url(page_of(("term", item.term)), lookup.site)
    title = message("New: {term}") if item.anchor == ADDED else message("Changed: {term}")
    term = lookup.term(item.term).label
    yield "<entry>"
    yield element("id", f"{page}#{item.anchor}")
    yield element("title", lookup.words.say(title, term=term))
    yield element("updated", _moment(item.day))
    yield element("link", rel="alternate", type="text/html", href=page)
    yield element("content", whole_html(lookup).text(item.text), type="html")
    yield "</entry>"


def _moment(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"

"""What the site holds, for language models: `llms.txt`, as llmstxt.org describes it.

Its links lead to pages as Markdown, which say the same as the finished ones.
"""

from collections.abc import Iterator, Mapping
from urllib.parse import urljoin

from termwise.exports import feed, skos, tbx
from termwise.exports.csv_files import csv_files
from termwise.exports.feed import feed_files
from termwise.exports.json_form import API
from termwise.exports.planned import PlannedFile
from termwise.exports.skos import skos_files
from termwise.exports.tbx import tbx_files
from termwise.model import addresses
from termwise.model.addresses import HOME_ID, page_of, plain_file, published_url
from termwise.model.glossary import EntryKey
from termwise.pages.index import ONE_PAGE
from termwise.reading.lookup import Lookup
from termwise.text.plain_markdown import address, escaped
from termwise.writing.names import plain

PATH = "llms.txt"
WHOLE = f"{API}/glossary.json"
DATA: Mapping[str, tuple[str, str]] = {
    WHOLE: ("JSON", "everything in one file, described by a JSON Schema beside it"),
    f"{API}/terms.csv": ("CSV", "the terms as a table"),
    f"{API}/facts.csv": ("CSV of facts", "every number with who said it and when"),
    skos.PATH: ("SKOS", "the terms and their relations as Turtle"),
    tbx.PATH: ("TBX", "the terms and their translations for translation tools"),
    feed.PATH: ("Feed", "what is new, as Atom"),
}
"""The data beside the pages, by its place: its name, and what it is."""


def llms_files(lookup: Lookup) -> Iterator[PlannedFile]:
    """The one file. It names such data as there are."""
    del lookup
    yield PlannedFile(PATH, _llms)


def _llms(lookup: Lookup) -> str:
    guides = lookup.every("guide")
    home = lookup.guide(HOME_ID).description if HOME_ID in guides else ""
    about = lookup.site.description or home
    parts = [
        [f"# {escaped(lookup.site.name)}"],
        [f"> {escaped(about)}"] if about else [],
        [
            "Each number stands with who says it and when; where sources differ, all of them are "
            "named, and what is past its date of review says so."
        ],
        _section("Decisions", "decision", lookup),
        _section("Comparisons", "comparison", lookup),
        _section("Guides", "guide", lookup) if lookup.site.whole else [],
        _section("Learning paths", "path", lookup),
        _terms(lookup),
        _section("Facts", "topic", lookup) if lookup.site.offers.facts else [],
        _data(lookup),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _section(title: str, kind: str, lookup: Lookup) -> list[str]:
    """The entries of a kind under a heading, or nothing where there are none."""
    names = [name for name in lookup.every(kind) if (kind, name) != ("guide", HOME_ID)]
    lines = [_line((kind, name), lookup) for name in names]
    return [f"## {title}", "", *lines] if lines else []


def _terms(lookup: Lookup) -> list[str]:
    """Every term with its definition; of a large glossary the categories, which list them."""
    names = lookup.every("term")
    if len(names) <= ONE_PAGE:
        return _section("Terms", "term", lookup)
    data = address(lookup.site.url + WHOLE)
    note = f"There are {len(names):,} terms, listed by subject here and from A to Z"
    index = _address(addresses.INDEX, lookup)
    file = f" [JSON]({data}) has all of them in one file." if lookup.site.offers.api else ""
    return [
        "## Terms",
        "",
        f"{note} in [the index]({index}).{file}",
        "",
        *(_line(("category", name), lookup) for name in lookup.every("category")),
    ]


def _line(key: EntryKey, lookup: Lookup) -> str:
    title, text = _parts(key, lookup)
    told = f": {escaped(text)}" if text else ""
    return f"- [{escaped(title)}]({_address(page_of(key), lookup)}){told}"


def _parts(key: EntryKey, lookup: Lookup) -> tuple[str, str]:
    """An entry's title, and what it is, in plain text."""
    kind, name = key
    match kind:
        case "term":
            term = lookup.term(name)
            words = plain(term.definition, lookup)
            if term.replaced_by:
                words += f" Deprecated; replaced by {lookup.term(term.replaced_by).title}."
            return term.label, words
        case "comparison":
            comparison = lookup.comparison(name)
            return comparison.title, plain(comparison.summary, lookup)
        case "decision":
            decision = lookup.decision(name)
            return decision.title, plain(decision.summary, lookup)
        case "path":
            path = lookup.path(name)
            return path.title, plain(path.summary, lookup)
        case "guide":
            guide = lookup.guide(name)
            return guide.title, guide.description
        case "topic":
            topic = lookup.topic(name)
            return topic.title, plain(topic.description or "", lookup)
    category = lookup.category(name)
    return category.title, plain(category.description, lookup)


def _data(lookup: Lookup) -> list[str]:
    url, offers = lookup.site.url, lookup.site.offers
    producers = ((csv_files, skos_files, tbx_files) if offers.api else ()) + (
        (feed_files,) if offers.feed else ()
    )
    planned = {file.path for producer in producers for file in producer(lookup)}
    paths = [path for path in DATA if path in planned or (path == WHOLE and offers.api)]
    if not paths:
        return []
    lines = [f"- [{DATA[path][0]}]({address(url + path)}): {DATA[path][1]}" for path in paths]
    return ["## Data", "", *lines]


def _address(page: str, lookup: Lookup) -> str:
    """Where a page is as Markdown, or as HTML where the site has no other."""
    site = lookup.site
    if not lookup.has_plain_copies():
        return address(published_url(page, lookup.site))
    return address(urljoin(site.url, plain_file(page, directory_urls=site.directory_urls)))

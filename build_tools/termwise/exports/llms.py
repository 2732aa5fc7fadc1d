"""What the site holds, for language models: `llms.txt`, as llmstxt.org describes it.

Its links lead to pages as Markdown, which say the same as the finished ones.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from urllib.parse import urljoin

from termwise.exports.json_form import WHOLE
from termwise.exports.planned import DataFile, Export, PlannedFile
from termwise.lookup.lookup import Lookup
from termwise.markup.names import plain
from termwise.model import addresses
from termwise.model.addresses import (
    GUIDES,
    HOME_ID,
    ONE_PAGE,
    page_of,
    plain_file,
    published_url,
)
from termwise.model.glossary import EntryKey
from termwise.model.guide import Guide
from termwise.model.kinds import KIND, title_of
from termwise.model.term import Term
from termwise.text.plain_markdown import address, escaped

FILE = DataFile("llms.txt", form="llms")


def export_of(others: Sequence[Export]) -> Export:
    """The export that lists the files of others."""
    return Export(
        partial(llms_files, others),
        offer="llms",
        files=(FILE,),
        about="what a language model should know of the site",
    )


def llms_files(others: Sequence[Export], lookup: Lookup) -> Iterator[PlannedFile]:
    """The one file. It names such data as there are."""
    del lookup
    yield PlannedFile(FILE.path, partial(_llms, others))


def _llms(others: Sequence[Export], lookup: Lookup) -> str:
    guides = lookup.every("guide")
    home = lookup.guide(HOME_ID).description if HOME_ID in guides else ""
    about = lookup.site.description or home
    say = lookup.words.say
    parts = [
        [f"# {escaped(lookup.site.name)}"],
        [f"> {escaped(about)}"] if about else [],
        [
            say(
                "Each number stands with who says it and when; where sources differ, all of them "
                "are named, and what is past its date of review says so."
            )
        ],
        _section(say("Decisions"), "decision", lookup),
        _section(say("Comparisons"), "comparison", lookup),
        *(_own_pages(lookup) if lookup.site.whole else ()),
        _section(say("Learning paths"), "path", lookup),
        _terms(lookup),
        _section(say("Facts"), "topic", lookup) if lookup.site.offers.facts else [],
        _data(others, lookup),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _own_pages(lookup: Lookup) -> Iterator[list[str]]:
    """The pages of the site's own: the guides, and under another heading those that are none."""
    names = [name for name in lookup.every("guide") if name != HOME_ID]
    guides = [name for name in names if name.startswith(GUIDES)]
    others = [name for name in names if not name.startswith(GUIDES)]
    yield _listed(lookup.words.say("Guides"), "guide", guides, lookup)
    yield _listed(lookup.words.say("Other pages"), "guide", others, lookup)


def _section(title: str, kind: str, lookup: Lookup) -> list[str]:
    """All entries of a kind under a heading."""
    return _listed(title, kind, lookup.every(kind), lookup)


def _listed(title: str, kind: str, names: Sequence[str], lookup: Lookup) -> list[str]:
    """Entries under a heading, or nothing where there are none."""
    lines = [_line((kind, name), lookup) for name in names]
    return [f"## {title}", "", *lines] if lines else []


def _terms(lookup: Lookup) -> list[str]:
    """Every term with its definition; of a large glossary the categories, which list them."""
    say = lookup.words.say
    names = lookup.every("term")
    if len(names) <= ONE_PAGE:
        return _section(say("Terms"), "term", lookup)
    data = address(lookup.site.url + WHOLE)
    # Translators: Put into “There are {n} terms, … in {index}.”
    linked, title = say("the index"), say("Terms")
    index = f"[{linked}]({_address(addresses.INDEX, lookup)})"
    note = lookup.words.counted(
        "There is {n} term, listed by subject here and from A to Z in {index}.",
        "There are {n} terms, listed by subject here and from A to Z in {index}.",
        len(names), index=index,
    )  # fmt: skip
    if lookup.site.offers.api:
        note += " " + say("{file} has all of them in one file.", file=f"[JSON]({data})")
    return [
        f"## {title}",
        "",
        note,
        "",
        *(_line(("category", name), lookup) for name in lookup.every("category")),
    ]


def _line(key: EntryKey, lookup: Lookup) -> str:
    title, text = _parts(key, lookup)
    told = f": {escaped(text)}" if text else ""
    return f"- [{escaped(title)}]({_address(page_of(key), lookup)}){told}"


def _parts(key: EntryKey, lookup: Lookup) -> tuple[str, str]:
    """An entry's title, and what it is, in plain text."""
    entry = lookup.entry(key)
    lead = KIND[key[0]].lead_of(entry)
    words = lead if isinstance(entry, Guide) else plain(lead, lookup)
    if isinstance(entry, Term) and entry.replaced_by:
        replacing = lookup.term(entry.replaced_by).title
        words += " " + lookup.words.say("Deprecated; replaced by {term}.", term=replacing)
    return title_of(entry), words


def _data(others: Sequence[Export], lookup: Lookup) -> list[str]:
    url, say = lookup.site.url, lookup.words.say
    offered = [export for export in others if lookup.site.offers.has(export.offer)]
    planned = {file.path for export in offered for file in export.plan(lookup)}
    lines = [
        f"- [{say(file.name)}]({address(url + file.path)}): {say(file.about)}"
        for export in offered
        for file in export.files
        if file.name and file.path in planned
    ]
    title = say("Data")
    return [f"## {title}", "", *lines] if lines else []


def _address(page: str, lookup: Lookup) -> str:
    """Where a page is as Markdown, or as HTML where the site has no other."""
    site = lookup.site
    if not lookup.has_plain_copies():
        return address(published_url(page, lookup.site))
    return address(urljoin(site.url, plain_file(page, directory_urls=site.directory_urls)))

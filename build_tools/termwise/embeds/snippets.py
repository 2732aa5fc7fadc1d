"""What to paste into another site to embed an entry, as the entry's own page offers it.

There are three ways, each without need of the next: a frame; the frame with a script that fits its
height; an element around words that stand where scripts do not run. Each is there with an address
that moves with the glossary, and with one that stands for good. `widgets/src/embed-this/` takes
these texts from the page and puts its reader's choices into them: they are composed here only.
"""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from termwise.embeds.oembed import frame_html
from termwise.lookup.pins import Pin, Pins
from termwise.markup.writer import Writer
from termwise.model.addresses import FOLDERS, page_of, published_url, url_of
from termwise.model.embed_addresses import MOVING, moving_file, pinned_file
from termwise.model.glossary import EntryKey
from termwise.model.kinds import KIND, Reviewed, title_of
from termwise.model.term import Term
from termwise.text.escape import html_text
from termwise.text.script_data import script_data
from termwise.words.browser import DIALOG, other_words

SCRIPTS = {"calculator": "calculator.js"}
"""The scripts of elements that have one of their own."""

ELEMENTS = "elements.js"
"""The script of all others."""

DATA = {"comparison": (("Markdown", "md"), ("CSV", "csv"), ("JSON", "json"), ("HTML", "html"))}
"""As what a kind can be had besides, by name and ending; all others as JSON alone."""

GUIDE = "guides/embed-this-glossary"
"""The hand-written page on embedding, where a glossary has one."""

HEIGHT = 400
"""Of a frame whose embed has not been made, in CSS pixels."""


@dataclass(frozen=True)
class Snippets:
    """Three texts to paste, all with one kind of address; `fit` is to follow after `frame`."""

    frame: str
    fit: str
    element: str


@dataclass(frozen=True)
class _About:
    """What all snippets of an entry have in common.

    `fallback` is HTML that an element shows where it cannot show its data.
    """

    key: EntryKey
    site: str
    title: str
    fallback: str


def embed_offer(key: EntryKey, words: str, writer: Writer) -> dict[str, object] | None:
    """What `embed_this.j2` shows of an entry, as HTML; nothing where the site has no address.

    `words` say what the entry is, in plain text.
    """
    site, offers = writer.lookup.site, writer.lookup.site.offers
    if not site.url or not offers.embeds:
        return None
    kind, name = key
    guide = published_url(f"{GUIDE}.md", site)
    dialog = other_words(DIALOG, writer.lookup.words)
    data = f"{site.url}api/v1/{FOLDERS[kind]}/{name}"
    return {
        "snippets": [
            (_shown(each.frame), _shown(each.fit), _shown(each.element))
            for each in snippets(key, words, writer)
        ],
        "data": [
            (label, html_text(f"{data}.{ending}"))
            for label, ending in DATA.get(kind, (("JSON", "json"),))
            if writer.lookup.has_markdown() or ending != "md"
        ]
        if offers.api
        else [],
        "words": script_data(dialog) if dialog else "",
        "guide": html_text(guide) if writer.lookup.has(("guide", GUIDE)) else "",
    }


def snippets(key: EntryKey, words: str, writer: Writer) -> list[Snippets]:
    """What to paste: with addresses that move, and, once the embed is made, with pinned ones."""
    about = _about(key, words, writer)
    pin = writer.lookup.pin(key)
    if not pin:
        return [_moving(about, HEIGHT)]
    return [_moving(about, pin.height), _pinned(about, pin, writer.lookup.shared_pins())]


def _moving(about: _About, height: int) -> Snippets:
    """What shows an entry as the glossary has it on the day."""
    site, key = about.site, about.key

    def script(name: str) -> str:
        return f'<script src="{html_text(site)}{MOVING}/{name}" async></script>'

    data = f'src="{html_text(site)}{moving_file(key, "json")}"'
    frame = frame_html(site + moving_file(key, "html"), about.title, height)
    return Snippets(frame, script("fit.js"), _element(about, data, script))


def _pinned(about: _About, pin: Pin, pins: Pins) -> Snippets:
    """What shows an entry as it is now for good; of scripts and data, browsers see to that."""
    site = about.site

    def script(name: str) -> str:
        url = html_text(site) + pinned_file(pins.assets, name)
        digest = pins.integrity[name]
        return f'<script src="{url}" integrity="{digest}" crossorigin="anonymous" async></script>'

    url = html_text(site) + pinned_file(pin.folder, "data.json")
    data = f'src="{url}" integrity="{pin.integrity}"'
    frame = frame_html(site + pinned_file(pin.folder, "index.html"), about.title, pin.height)
    return Snippets(frame, script("fit.js"), _element(about, data, script))


def _element(about: _About, data: str, script: Callable[[str], str]) -> str:
    embed = KIND[about.key[0]].embed
    program = SCRIPTS.get(embed, ELEMENTS)
    return f"<termwise-{embed} {data}>{about.fallback}</termwise-{embed}>\n{script(program)}"


def _about(key: EntryKey, words: str, writer: Writer) -> _About:
    """The fallback has what an entry is in essence, as of when, and a link.

    Of a table that is the summary: the whole would stand in the table's own page three times.
    The dialog puts it in for those who ask.
    """
    lookup, site = writer.lookup, writer.lookup.site
    entry = lookup.entry(key)
    if isinstance(entry, Term) and entry.replaced_by:
        replacing = lookup.term(entry.replaced_by).title
        words += " " + lookup.words.say("Deprecated; replaced by {term}.", term=replacing)
    title = " ".join(title_of(entry).split())
    reviewed = entry.reviewed if isinstance(entry, Reviewed) else None
    url = site.url + url_of(page_of(key), directory_urls=site.directory_urls)
    link = f'<a href="{html_text(url)}">{escape(f"{site.name}: {title}", quote=False)}</a>'
    if reviewed:
        day = lookup.words.date(reviewed)
        origin = lookup.words.say("As of {date}, from {site}", date=day, site=link)
    else:
        origin = lookup.words.say("From {site}", site=link)
    fallback = f"<p>{escape(words, quote=False)}</p><p>{origin}</p>"
    return _About(key, site.url, title, fallback)


def _shown(snippet: str) -> str:
    """A snippet as the text of an element, on one line, so that Markdown passes it through."""
    return escape(snippet, quote=False).replace("\n", "&#10;")

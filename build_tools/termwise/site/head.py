"""What a page's head says to programs: how to show a link to it, and what else there is of it.

Themes write the title, the description and the canonical address; here is what they lack.
"""

import html
from collections.abc import Iterator, Mapping
from urllib.parse import urljoin

from termwise.exports.feed import FILE
from termwise.lookup.lookup import Lookup
from termwise.model.addresses import HOME, plain_file, published_url
from termwise.model.embed_addresses import embedded_at, moving_file
from termwise.model.glossary import EntryKey
from termwise.model.site import Site
from termwise.text.escape import html_text


def head_of(page: str, meta: Mapping[str, object], lookup: Lookup) -> str:
    """What goes into the head of a page, named by its Markdown file.

    Of the front matter `meta` the title and the description are read, as plain text or as HTML.
    """
    name = page.removesuffix(".md")
    if lookup.has(("guide", name)):
        guide = lookup.guide(name)
        meta = {"title": guide.title, "description": guide.description, **meta}
    key = embedded_at(page, lookup.has)
    feed = lookup.site.offers.feed and lookup.has_news()
    return head_tags(page, meta, key, lookup.site, feed=feed, markdown=lookup.has_plain_copies())


def head_tags(
    page: str,
    meta: Mapping[str, object],
    key: EntryKey | None,
    site: Site,
    *,
    feed: bool = True,
    markdown: bool = True,
) -> str:
    """The elements for a page's head, each on a line; none where the site has no address.

    `key` is the entry that can be embedded from here.
    """
    if not site.url:
        return ""
    title = _words(meta.get("title")) or html_text(site.name)
    tags = [*_properties(page, title, meta, site)]
    if feed:
        tags.append(_alternate("application/atom+xml", site.url + FILE.path, html_text(site.name)))
    if markdown:
        plain = plain_file(page, directory_urls=site.directory_urls)
        tags.append(_alternate("text/markdown", urljoin(site.url, plain), title))
    if key and site.offers.embeds:
        answer = site.url + moving_file(key, "oembed.json")
        tags.append(_alternate("application/json+oembed", answer, title))
    return "".join(f"{tag}\n" for tag in tags)


def _properties(page: str, title: str, meta: Mapping[str, object], site: Site) -> Iterator[str]:
    """Open Graph (https://ogp.me), and how wide a card X is to show."""
    properties = {
        "og:type": "website" if page == HOME else "article",
        "og:title": title,
        "og:description": _words(meta.get("description")) or html_text(site.description),
        "og:url": html_text(published_url(page, site)),
        "og:site_name": html_text(site.name),
        "og:locale": html_text(_locale(site.language)),
    }
    for name, content in properties.items():
        if content:
            yield f'<meta property="{name}" content="{content}">'
    yield '<meta name="twitter:card" content="summary">'


def _alternate(kind: str, url: str, title: str) -> str:
    """A link to the same in another form.

    The space in `rel` means nothing, and keeps Material's script from it: that takes whatever is
    `[rel=alternate]` for the site in another language, and asks for a site map beside it.
    """
    return f'<link rel="alternate " type="{kind}" title="{title}" href="{html_text(url)}">'


def _words(value: object) -> str:
    """A text of the front matter as HTML on one line, whether it was HTML already or plain."""
    return html_text(" ".join(html.unescape(value).split())) if isinstance(value, str) else ""


def _locale(language: str) -> str:
    """A language with its country as Open Graph writes it; empty where no country is named."""
    name, _, country = language.partition("-")
    return f"{name}_{country.upper()}" if name.isalpha() and len(country) == 2 else ""

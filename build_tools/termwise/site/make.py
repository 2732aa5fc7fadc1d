"""Pages and files, made as they were planned: as HTML, as Markdown, as data."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from termwise.exports.planned import PlannedFile
from termwise.lookup.library import Library, Read
from termwise.lookup.lookup import Lookup
from termwise.markup.forms import Form, HtmlForm, MarkdownForm
from termwise.markup.writer import Writer
from termwise.pages.planned import PlannedPage
from termwise.render import data_element, front_matter, page_meta, render
from termwise.render.headings import TocEntry
from termwise.site.head import head_of


@dataclass(frozen=True)
class Page:
    """A finished page and all that it was made from.

    `head` is the front matter as text, `meta` the same as data; `tags` are elements for the head of
    the finished page, `contents` is the table of contents of the body.
    """

    path: str
    meta: dict[str, object]
    head: str
    tags: str
    body: str
    contents: list[TocEntry]
    reads: frozenset[Read]


def make_file(planned: PlannedFile, lookup: Lookup) -> Iterator[bytes]:
    """Make one file beside the pages, in parts; once they are all made, its reads are whole."""
    made = planned.make(lookup)
    if isinstance(made, bytes):
        yield made
    else:
        for part in (made,) if isinstance(made, str) else made:
            yield part.encode()


def make_markdown(planned: PlannedPage, library: Library, *, rooted: bool = False) -> Page:
    """Make one page as Markdown; where it is `rooted`, HTML in it has links from the root on.

    Those mean the same for all builders of sites.
    """
    lookup = Lookup(library)
    site = lookup.site
    base = urlsplit(site.url).path or "/" if rooted else ""
    form = MarkdownForm(planned.path, site.directory_urls, base, site.prefix)
    return _make(planned, lookup, form)


def make_html(
    planned: PlannedPage, library: Library, *, permalink: str = "¶", depth: int = 6
) -> Page:
    """Make one page as HTML, ready to be put into a theme's frame."""
    return html_page(planned, Lookup(library), permalink=permalink, depth=depth)


def html_page(
    planned: PlannedPage, lookup: Lookup, *, permalink: str = "¶", depth: int = 6
) -> Page:
    """The same from a lookup, which records what is read."""
    return _make(planned, lookup, _html_form(planned, lookup), permalink=permalink, depth=depth)


def linked_data(planned: PlannedPage, library: Library) -> str:
    """What a page is about, as an element that nobody sees."""
    lookup = Lookup(library)
    writer = Writer(lookup, _html_form(planned, lookup))
    return data_element(planned.make(writer).linked_data)


def _html_form(planned: PlannedPage, lookup: Lookup) -> HtmlForm:
    site = lookup.site
    return HtmlForm(planned.path, site.directory_urls, prefix=site.prefix)


def _make(
    planned: PlannedPage, lookup: Lookup, form: Form, *, permalink: str = "", depth: int = 6
) -> Page:
    document = planned.make(Writer(lookup, form))
    rendered = render(document, form, lookup.words, permalink=permalink, depth=depth)
    meta = page_meta(document)
    return Page(
        path=planned.path,
        meta=meta,
        head=front_matter(document),
        tags=head_of(planned.path, meta, lookup),
        body=rendered.body,
        contents=rendered.contents,
        reads=frozenset(lookup.reads),
    )

"""Pages as Markdown without HTML, beside the pages themselves, for whoever reads them as text."""

from collections.abc import Iterator, Mapping
from functools import partial

from termwise.exports.planned import PlannedFile
from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.markup.plain_form import PlainForm
from termwise.markup.writer import Writer
from termwise.model.addresses import page_of, plain_file
from termwise.model.glossary import EntryKey
from termwise.pages.planned import PlannedPage
from termwise.render import render
from termwise.site.plan import plan, plan_glossary


def plan_plain(library: Library) -> Iterator[PlannedFile]:
    """Every page of the glossary as plain Markdown, beside the page itself.

    The site's own pages are among them where it says so, and what was renamed stands at its former
    places, too. There are none where the site has no address, since all links in them are whole
    ones.
    """
    if not library.site.url:
        return
    urls = library.site.directory_urls
    planned = plan(library) if library.site.whole else plan_glossary(library)
    pages = {page.path: page for page in planned}
    for path, page in pages.items():
        yield PlannedFile(plain_file(path, directory_urls=urls), partial(make_plain, page))
    for old in library.moved:
        place = plain_file(page_of(old), directory_urls=urls)
        yield PlannedFile(place, partial(_plain_now, old, pages))


def _plain_now(old: EntryKey, pages: Mapping[str, PlannedPage], lookup: Lookup) -> str:
    return make_plain(pages[page_of(lookup.current(old))], lookup)


def make_plain(planned: PlannedPage, lookup: Lookup) -> str:
    """Make one page as Markdown without HTML, for whoever reads it as text."""
    form = PlainForm(planned.path, lookup.site.directory_urls, lookup.site.url)
    return render(planned.make(Writer(lookup, form)), form, lookup.words).body

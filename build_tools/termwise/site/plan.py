"""Which pages and files a site has, none of them made yet."""

from collections.abc import Iterator

from termwise.exports import EXPORTS
from termwise.exports.planned import PlannedFile
from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.model.addresses import HOME_ID
from termwise.pages import OWN_PAGES, PAGES
from termwise.pages.home import home_page
from termwise.pages.planned import PlannedPage


def plan(library: Library) -> Iterator[PlannedPage]:
    """Every page, none of them made yet: the glossary's, and the site's own.

    Which pages and files there are is found out anew by each build. What they hold, they read.
    """
    yield from plan_glossary(library)
    yield from plan_own(library)


def plan_glossary(library: Library) -> Iterator[PlannedPage]:
    """Every page of the glossary."""
    for producer in PAGES:
        yield from producer(Lookup(library))


def plan_own(library: Library) -> Iterator[PlannedPage]:
    """Every page of the site's own, with its links to terms and facts."""
    for producer in OWN_PAGES:
        yield from producer(Lookup(library))


def plan_around(library: Library) -> Iterator[PlannedPage]:
    """What the site's own pages get from us, where they get anything.

    That is the home page, where it is ours around a text of theirs, and what each is about.
    """
    if library.site.home and ("guide", HOME_ID) in library.glossary.origins:
        yield from home_page(Lookup(library))
    if library.site.whole:
        yield from plan_own(library)


def plan_files(library: Library, *, wanted: bool = True) -> Iterator[PlannedFile]:
    """Every file beside the pages; none where the site has no address to name entries by.

    Only those that the site offers are `wanted`, unless all are asked for.
    """
    for export in EXPORTS if library.site.url else ():
        if not wanted or library.site.offers.has(export.offer):
            yield from export.plan(Lookup(library))

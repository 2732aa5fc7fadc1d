"""All of a site that is not a page: embeds, data, pages as Markdown, made in a workshop.

Embeds are made before pages, which name what they are pinned as. Nothing else in a page depends on
what is made here.
"""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from termwise.exports.planned import PlannedFile
from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.lookup.reads import with_changes
from termwise.model.embed_addresses import EMBEDS
from termwise.model.problem import Problem
from termwise.publishing.place import beside
from termwise.site.embedding import embed_works, make_shared, pin_of
from termwise.site.make import make_file
from termwise.site.pinned import copy, keep, tidied
from termwise.site.plain import plan_plain
from termwise.site.plan import plan_files
from termwise.site.promises import addresses, gone, remember, remembered
from termwise.site.work import Made, Work
from termwise.site.workshop import Workshop


def make_embeds(library: Library, workshop: Workshop) -> Library:
    """Make all embeds. Returns the library with what they are pinned as.

    There are none where the site has no address, since other sites need one.
    """
    library = with_changes(library, finished=workshop.finished)
    if not library.site.url or not library.site.offers.embeds:
        return library
    pins, shared = make_shared()
    makers = {path: (content,) for path, content in shared.items()}
    assets = Work("embed assets", lambda _lookup: Made(makers), pins.assets)
    works = list(embed_works(library, pins.assets))
    workshop.make((assets, *works), library)
    keys = (work.name.split()[1:] for work in works)
    entries = {
        (kind, name): pin_of(note)
        for (kind, name), note in zip(keys, workshop.notes(works), strict=True)
    }
    return with_changes(library, pins=replace(pins, entries=entries))


def data_works(library: Library) -> Iterator[Work]:
    """The making of all data and Markdown, a piece of work each file.

    What is `late` is due when all else is done.
    """
    plain = plan_plain(library) if Lookup(library).has_plain_copies() else ()
    for planned in itertools.chain(plan_files(library), plain):
        yield Work(f"file {planned.path}", partial(_made, planned), late=planned.late)


def _made(planned: PlannedFile, lookup: Lookup) -> Made:
    return Made({planned.path: make_file(planned, lookup)})


def is_lost(pinned: Path, site: Path) -> bool:
    """Whether pinned embeds stand where a build that replaces `site` would delete them."""
    target = site.resolve()
    return any(pinned.resolve().is_relative_to(place) for place in (target, beside(target)))


def keep_promises(earlier: Path, site: Path, pinned: Path | None) -> Iterator[Problem]:
    """Take over the pinned embeds of the `earlier` site, and of the folder `pinned`.

    Warns of each pinned embed that somebody has changed, and of each published address that would
    be gone with the new site. What was changed is taken over only where nothing else has it as it
    was.
    """
    places = (earlier / EMBEDS, *([pinned] if pinned else []))
    for folder in [changed for place in places for changed in keep(place, site / EMBEDS)]:
        copy(folder, site / EMBEDS)
        fault = f"{folder} is not what was published under that address"
        remedy = "restore it from a copy, since pages elsewhere may rely on it"
        yield Problem("pinned-changed", fault, remedy, "warning")
    yield from gone(addresses(earlier) | remembered(pinned), site, pinned)


def store_promises(site: Path, pinned: Path) -> None:
    """Add what a finished site promises to the folder where its publisher keeps it."""
    pinned.mkdir(parents=True, exist_ok=True)
    with tidied(pinned):
        keep(site / EMBEDS, pinned)
        remember(site, pinned)

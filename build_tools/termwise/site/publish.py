"""All of a site that is not a page: embeds, data, pages as Markdown, written into a folder.

Embeds are written before pages are made, which name what they are pinned as. Nothing else in a page
depends on what is written here.
"""

import itertools
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.lookup.reads import with_changes
from termwise.model.embed_addresses import EMBEDS
from termwise.model.problem import Problem
from termwise.publishing.place import beside
from termwise.site.embedding import make_embeds, make_shared
from termwise.site.make import make_file
from termwise.site.pinned import copy, keep, tidied
from termwise.site.plain import plan_plain
from termwise.site.plan import plan_files
from termwise.site.promises import addresses, gone, remember, remembered


def write_embeds(library: Library, site: Path, given: Collection[str] = ()) -> Library:
    """Write all embeds below `site`, but where others have files: `given`.

    Returns the library with what they are pinned as. There are none where the site has no address,
    since other sites need one.
    """
    if not library.site.url or not library.site.offers.embeds:
        return library
    pins, shared = make_shared()
    _write_all(shared, site, given)
    entries = {}
    for made in make_embeds(library, pins.assets):
        _write_all(made.files, site, given)
        entries[made.key] = made.pin
    return with_changes(library, pins=replace(pins, entries=entries))


def write_data(
    library: Library,
    site: Path,
    given: Collection[str] = (),
    stopped: Callable[[], bool] = lambda: False,
) -> None:
    """Write all data and Markdown below `site`, but where others have files: `given`.

    Once it is `stopped`, it ends after the file that it is at.
    """
    plain = plan_plain(library) if Lookup(library).has_plain_copies() else ()
    for planned in itertools.chain(plan_files(library), plain):
        if stopped():
            return
        if planned.path not in given:
            _write(site / planned.path, make_file(planned, Lookup(library)))


def _write_all(files: Mapping[str, bytes], site: Path, given: Collection[str]) -> None:
    for path, content in files.items():
        if path not in given:
            _write(site / path, [content])


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


def _write(target: Path, parts: Iterable[bytes]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        for part in parts:
            file.write(part)

"""All of a site that is not a page: embeds, data, pages as Markdown, written into a folder.

Embeds are written before pages are made, since a page that offers one names its content.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from termwise.build import make_file, plain_pages, plan_files
from termwise.embedding import make_embeds, make_shared
from termwise.linking.embeds import EMBEDS
from termwise.pinned import copy, keep
from termwise.producers.reading import Library
from termwise.promises import addresses, gone, remember, remembered


def write_embeds(library: Library, site: Path) -> Library:
    """Write every embed below `site`; the library, with what the embeds are pinned as.

    Nothing is written where the site has no address, since other sites need one.
    """
    if not library.site.url:
        return library
    pins, shared = make_shared()
    for path, content in shared.items():
        _write(site / path, [content])
    entries = {}
    for made in make_embeds(library, pins.assets):
        entries[made.key] = made.pin
        for path, content in made.files.items():
            _write(site / path, [content])
    return replace(library, pins=replace(pins, entries=entries))


def write_files(library: Library, site: Path, given: Collection[str] = ()) -> None:
    """Write all data and Markdown below `site`, but for the paths at which others have files.

    Those are `given`. Markdown is left out where the library says so, since a builder of sites
    would take it for pages.
    """
    for planned in plan_files(library):
        markdown = planned.path.endswith(".md")
        if planned.path not in given and (library.markdown or not markdown):
            _write(site / planned.path, make_file(planned, library))
    for path, text in plain_pages(library) if library.markdown else ():
        if path not in given:
            _write(site / path, [text.encode()])


def is_lost(pinned: Path, site: Path) -> bool:
    """Whether pinned embeds stand where a build that replaces `site` would delete them."""
    replaced = (site, site.with_name(f"{site.name}.new"))
    return any(pinned.resolve().is_relative_to(place.resolve()) for place in replaced)


def keep_promises(earlier: Path, site: Path, pinned: Path | None) -> Iterator[str]:
    """Take over the pinned embeds of the `earlier` site, and of the folder `pinned`.

    Says of each place what is wrong with a pinned embed there that somebody has changed, and of
    each published address that it would be gone with the new site. What was changed is taken
    over only where nothing else has it as it was.
    """
    places = (earlier / EMBEDS, *([pinned] if pinned else []))
    for folder in [changed for place in places for changed in keep(place, site / EMBEDS)]:
        copy(folder, site / EMBEDS)
        yield (
            f"{folder} is not what was published under that address; "
            "restore it from a copy, since pages elsewhere may rely on it"
        )
    yield from gone(addresses(earlier) | remembered(pinned), site, pinned)


def store_promises(site: Path, pinned: Path) -> None:
    """Add what a finished site promises to the folder where its publisher keeps it."""
    pinned.mkdir(parents=True, exist_ok=True)
    keep(site / EMBEDS, pinned)
    remember(site, pinned)


def _write(target: Path, parts: Iterable[bytes]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        for part in parts:
            file.write(part)

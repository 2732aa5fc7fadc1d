"""The files of all embeds: where they move with the content, and where they stand for good.

Each embed stands twice: at `embed/v1/`, where the next build replaces it, and in a folder that is
named by its content, which no build ever rewrites. So do the scripts and style sheets that
embeds share.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from termwise.embeds import EMBEDS
from termwise.embeds.document import PlannedEmbed
from termwise.embeds.oembed import oembed
from termwise.lookup.library import Library, Read
from termwise.lookup.lookup import Lookup
from termwise.lookup.pins import Pin, Pins
from termwise.markup.writer import whole_html
from termwise.model.embed_addresses import MOVING, moving_file, pinned_file
from termwise.model.glossary import EntryKey
from termwise.render.embeds import digest, integrity, render_embed, shared_files
from termwise.site.work import Made, Work

Files = Mapping[str, bytes]
"""Contents by their path in the site."""


@dataclass(frozen=True)
class MadeEmbed:
    """One embed as files, where it is pinned, and all that it was made from."""

    key: EntryKey
    pin: Pin
    files: Files
    reads: frozenset[Read]


def make_shared() -> tuple[Pins, Files]:
    """The scripts and style sheets of embeds, moving and pinned; and the pins without entries."""
    shared = shared_files()
    folder = digest(shared)
    moving = {f"{MOVING}/{name}": content for name, content in shared.items()}
    pinned = {pinned_file(folder, name): content for name, content in shared.items()}
    digests = {name: integrity(content) for name, content in shared.items()}
    return Pins(assets=folder, integrity=digests), {**moving, **pinned}


def make_embeds(library: Library, shared: str) -> Iterator[MadeEmbed]:
    """Every embed, one after the other; `shared` is the folder of the pinned shared files.

    What was renamed is found at its former moving addresses too.
    """
    for planned, former in _planned(library):
        yield _make(planned, Lookup(library), shared, former)


def embed_works(library: Library, shared: str) -> Iterator[Work]:
    """The making of every embed, of which its pin is noted."""
    for planned, former in _planned(library):
        rests_on = digest({"": f"{shared} {former}".encode()})
        make = partial(_done, planned, shared, former)
        yield Work(f"embed {' '.join(planned.key)}", make, rests_on)


def pin_of(note: Iterable[Any]) -> Pin:
    """A pin as it was noted."""
    return Pin(*note)


def _planned(library: Library) -> Iterator[tuple[PlannedEmbed, tuple[EntryKey, ...]]]:
    """Every embed with the keys that its entry had before."""
    former: dict[EntryKey, list[EntryKey]] = {}
    for old, new in library.moved.items():
        former.setdefault(new, []).append(old)
    for producer in EMBEDS:
        for planned in producer(Lookup(library)):
            yield planned, tuple(former.get(planned.key, ()))


def _done(planned: PlannedEmbed, shared: str, former: Iterable[EntryKey], lookup: Lookup) -> Made:
    made = _make(planned, lookup, shared, former)
    files = {path: (content,) for path, content in made.files.items()}
    return Made(files, [made.pin.folder, made.pin.integrity, made.pin.height])


def _make(
    planned: PlannedEmbed, lookup: Lookup, shared: str, former: Iterable[EntryKey]
) -> MadeEmbed:
    site = lookup.site
    embed = planned.make(whole_html(lookup))
    rendered = render_embed(embed, ("../", f"../{shared}/"), _origin(site.url), lookup.words)
    data, (moving, pinned) = rendered.data.encode(), map(str.encode, rendered.pages)
    standing = {"data.json": data, "index.html": pinned}
    folder = digest(standing)
    key = planned.key
    answer = json.dumps(oembed(key, embed, site), ensure_ascii=False, indent=1) + "\n"
    files = {pinned_file(folder, name): content for name, content in standing.items()}
    for each in (key, *former):
        if each != key:
            lookup.current(each)
        files[moving_file(each, "html")] = moving
        files[moving_file(each, "json")] = data
        files[moving_file(each, "oembed.json")] = answer.encode()
    pin = Pin(folder, integrity(data), embed.height)
    return MadeEmbed(key, pin, files, frozenset(lookup.reads))


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"

"""The files of all embeds: where they move with the content, and where they stand for good.

Each embed stands twice: at `embed/v1/`, where the next build replaces it, and in a folder that is
named by its content, which no build ever rewrites. So do the scripts and style sheets that
embeds share.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
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
    former: dict[EntryKey, list[EntryKey]] = {}
    for old, new in library.moved.items():
        former.setdefault(new, []).append(old)
    for producer in EMBEDS:
        for planned in producer(Lookup(library)):
            yield _make(planned, library, shared, former.get(planned.key, ()))


def _make(
    planned: PlannedEmbed, library: Library, shared: str, former: Iterable[EntryKey]
) -> MadeEmbed:
    lookup = Lookup(library)
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

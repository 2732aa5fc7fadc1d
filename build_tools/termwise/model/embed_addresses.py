"""Where embeds and their shared files stand: addresses that pages of other sites name.

`embed/v1/` and `embed/<digest>/` are promises to the world, as pages' addresses are.
"""

from collections.abc import Callable

from termwise.model.addresses import FOLDERS, entry_at
from termwise.model.glossary import EntryKey
from termwise.model.kinds import KIND

EMBEDS = "embed"
MOVING = f"{EMBEDS}/v1"
"""What moves with the content."""


def moving_file(key: EntryKey, ending: str) -> str:
    """A file of an entry's embed: its page (`html`), its data (`json`), or `oembed.json`."""
    kind, name = key
    return f"{MOVING}/{FOLDERS[kind]}/{name}.{ending}"


def pinned_file(folder: str, name: str) -> str:
    """A file that stands for good, in the folder that is named by its content."""
    return f"{EMBEDS}/{folder}/{name}"


def embedded_at(page: str, has: Callable[[EntryKey], bool]) -> EntryKey | None:
    """The entry whose page this Markdown file is, where other sites can embed it."""
    key = entry_at(page, has)
    return key if key and KIND[key[0]].embed else None

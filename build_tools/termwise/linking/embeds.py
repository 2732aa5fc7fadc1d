"""Where embeds and their shared files stand: addresses that pages of other sites name.

`embed/v1/` and `embed/<digest>/` are promises to the world, as pages' addresses are.
"""

from termwise.linking.addresses import FOLDERS
from termwise.model.glossary import EntryKey

EMBEDS = "embed"
MOVING = f"{EMBEDS}/v1"
"""What moves with the content."""

KINDS = ("term", "comparison", "decision")
"""The kinds of entry that can be embedded."""


def moving_file(key: EntryKey, ending: str) -> str:
    """A file of an entry's embed: its page (`html`), its data (`json`), or `oembed.json`."""
    kind, name = key
    return f"{MOVING}/{FOLDERS[kind]}/{name}.{ending}"


def pinned_file(folder: str, name: str) -> str:
    """A file that stands for good, in the folder that is named by its content."""
    return f"{EMBEDS}/{folder}/{name}"

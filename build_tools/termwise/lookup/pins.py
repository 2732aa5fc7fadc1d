"""Which content addresses the embeds of this build stand under, and the digests of their files."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from termwise.model.glossary import EntryKey


@dataclass(frozen=True)
class Pin:
    """Where an embed stands for good: `folder` below `embed/`, `integrity` of its `data.json`.

    Both follow from the content: other content has another folder. `height` is how tall the
    embed is likely to be in an article, in CSS pixels.
    """

    folder: str
    integrity: str
    height: int


@dataclass(frozen=True)
class Pins:
    """The pins of all embeds, and of the scripts and style sheets that they share.

    `assets` is the shared folder below `embed/`; `integrity` has a digest for each file in it.
    Empty until the embeds are made, and where the site has no address.
    """

    entries: Mapping[EntryKey, Pin] = field(default_factory=dict)
    assets: str = ""
    integrity: Mapping[str, str] = field(default_factory=dict)

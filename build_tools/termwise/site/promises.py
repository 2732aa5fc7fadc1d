"""Published addresses: which of them a build would take away.

The addresses of terms, comparisons, decisions and paths are promises; embeds and data follow
from them. A rename keeps them by the key `formerly`.
"""

from collections.abc import Iterator
from pathlib import Path

from termwise.model.kinds import KINDS
from termwise.model.problem import Problem
from termwise.publishing.file import write_whole

PROMISED = tuple(kind.pages for kind in KINDS if kind.pages and kind.renameable)
"""The folders of pages whose addresses are promises: a rename must be told, by `formerly`."""

MEMORY = "addresses.txt"
"""Where a folder of pinned embeds also keeps what has been published, a line an address."""


def addresses(site: Path) -> set[str]:
    """The promised addresses of a built site, or of the files that one is built from."""
    found = set()
    for pages in PROMISED:
        folder = site / pages
        for path in folder.iterdir() if folder.is_dir() else ():
            if path.suffix in (".html", ".md") and path.stem != "index":
                found.add(f"{pages}/{path.stem}")
            elif (path / "index.html").is_file():
                found.add(f"{pages}/{path.name}")
    return found


def remembered(pinned: Path | None) -> set[str]:
    """The addresses that were published before, as a folder of pinned embeds keeps them."""
    memory = pinned and pinned / MEMORY
    return set(memory.read_text("utf-8").split()) if memory and memory.is_file() else set()


def gone(earlier: set[str], site: Path, pinned: Path | None) -> Iterator[Problem]:
    """A warning for every earlier address that the new site does not have."""
    way_out = f"; if it may go, delete its line in {pinned / MEMORY}" if pinned else ""
    for address in sorted(earlier - addresses(site)):
        name = address.rpartition("/")[2]
        fault = f"/{address}/ was published and would be gone"
        remedy = f"if it was renamed, write formerly: [{name}] into what took its place{way_out}"
        yield Problem("address-gone", fault, remedy, "warning")


def remember(site: Path, pinned: Path) -> None:
    """Keep the addresses of a published site beside its pinned embeds."""
    lines = sorted(remembered(pinned) | addresses(site))
    write_whole(pinned / MEMORY, [f"{line}\n".encode() for line in lines])

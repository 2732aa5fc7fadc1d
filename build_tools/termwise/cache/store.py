"""Parts of a cache, each a file that is believed only if it is whole and of this program."""

import contextlib
import hashlib
from dataclasses import dataclass
from pathlib import Path

from termwise.publishing.file import write_whole

_MARK = b"termwise cache 1"


@dataclass(frozen=True)
class Store:
    """A folder of parts, by name; `version` says what wrote them.

    A part that somebody has cut off, overwritten, or brought from another version is as good as
    none: its first line has its name, the version, and a digest of all that follows.
    """

    folder: Path
    version: str

    def read(self, part: str) -> bytes | None:
        """What was kept under a name; None where there is nothing that can be believed."""
        try:
            head, _, body = (self.folder / part).read_bytes().partition(b"\n")
        except OSError:
            return None
        return body if head == self._head(part, body) else None

    def write(self, part: str, body: bytes) -> None:
        """Keep something in place of what was there. Where that fails, later builds are slower."""
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            write_whole(self.folder / part, [self._head(part, body), b"\n", body])
            (self.folder / ".gitignore").write_text("*\n", "utf-8")

    def _head(self, part: str, body: bytes) -> bytes:
        written = f" {part} {self.version} {digest(body)}"
        return _MARK + written.encode()


def digest(content: bytes) -> str:
    """What names some content; other content has another name."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()

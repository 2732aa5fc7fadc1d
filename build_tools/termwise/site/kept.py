"""What a build notes of the files that it has made, so that the next one may leave them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from termwise.lookup.library import Read


class KeptFile(NamedTuple):
    """A file as it was written: the digest of its content, and what the system says of it.

    `size` is in bytes, `written` the time of the last change in ns, `place` the file's number.
    """

    digest: str
    size: int
    written: int
    place: int


@dataclass(frozen=True)
class Record:
    """What is known of a piece of work that was done.

    `files` are by path in the site; `left` are the paths where others had files. `reads` are
    numbers of reads in `Kept.reads`; the rest is that of `Work` and `Made`.
    """

    files: Mapping[str, KeptFile]
    left: tuple[str, ...]
    reads: tuple[int, ...]
    rests_on: str | None
    note: Any


@dataclass
class Kept:
    """The records of a build by the name of the work, and the digest that each read had."""

    records: dict[str, Record] = field(default_factory=dict)
    reads: list[Read] = field(default_factory=list)
    digests: list[str] = field(default_factory=list)

    def written(self) -> bytes:
        """All of it as JSON."""
        records = {
            name: [each.files, each.left, each.reads, each.rests_on, each.note]
            for name, each in self.records.items()
        }
        data = {"reads": self.reads, "digests": self.digests, "records": records}
        return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()

    @classmethod
    def read(cls, body: bytes | None) -> "Kept":
        """What was written; nothing where there is nothing."""
        if body is None:
            return cls()
        data = json.loads(body)
        return cls(
            {name: _record(*parts) for name, parts in data["records"].items()},
            [tuple(read) for read in data["reads"]],
            data["digests"],
        )


def _record(
    files: Mapping[str, Iterable[Any]],
    left: Iterable[str],
    reads: Iterable[int],
    rests_on: str | None,
    note: object,
) -> Record:
    kept = {path: KeptFile(*parts) for path, parts in files.items()}
    return Record(kept, tuple(left), tuple(reads), rests_on, note)

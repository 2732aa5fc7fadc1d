"""Entries of files that an earlier build has read without a fault, by the digests of the files."""

import json
from typing import TypeVar

from termwise.cache.store import digest
from termwise.model.values import Entry

EntryType = TypeVar("EntryType", bound=Entry)


class KnownFiles:
    """What YAML files hold, as JSON, so that no text is parsed twice.

    It is read and written as lines: a digest of the file's kind and text, a space, its data.
    `found` and `missed` count the files that were asked for.
    """

    def __init__(self, lines: bytes | None = None) -> None:
        self._known = dict(line.split(b" ", 1) for line in (lines or b"").splitlines())
        self._used: dict[bytes, bytes] = {}
        self.found = self.missed = 0

    def lines(self) -> bytes:
        """What has been read or kept, for the next build."""
        return b"".join(b"%s %s\n" % pair for pair in sorted(self._used.items()))

    def entry(self, type_: type[EntryType], text: str) -> EntryType | None:
        """What a file with this text is, if it is known."""
        key = _key(type_, text)
        if key not in self._known:
            self.missed += 1
            return None
        self.found += 1
        self._used[key] = self._known[key]
        return type_.model_validate_json(self._known[key])

    def keep(self, text: str, data: object, entry: Entry) -> None:
        """Remember what a file is, unless JSON would make something else of its data."""
        try:
            written = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
            if type(entry).model_validate_json(written) == entry:
                key = _key(type(entry), text)
                self._known[key] = self._used[key] = written
        except (TypeError, ValueError):
            return


def _key(type_: type[Entry], text: str) -> bytes:
    """The same text is something else in another folder."""
    return digest(f"{type_.__name__}\n{text}".encode("utf-8", "surrogatepass")).encode()

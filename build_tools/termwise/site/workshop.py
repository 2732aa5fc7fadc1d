"""Does the work of a build, but for what the earlier site has as it would be made again.

A record of the build before says of each piece of work what it read, with a digest of what that
was, and which files it made, with digests of those. Where the reads give the same in the library
of today, and the files are still what was written, they are taken over; nothing else is believed.
"""

import hashlib
import os
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from termwise.cache.store import digest
from termwise.lookup.digests import Digests
from termwise.lookup.library import Library, Read
from termwise.lookup.lookup import Lookup
from termwise.site.kept import Kept, KeptFile, Record
from termwise.site.witness import Reason, Why, Witness
from termwise.site.work import Work
from termwise.site.workers import divided

Stopped = Callable[[], bool]


@dataclass
class Workshop:
    """Fills `folder` with the files of a new site.

    `earlier` is the site that it will replace, `before` what was noted when that was made, and
    `given` are the paths where others have files. Files are taken over as further names of the
    same files if they are `shared`, else as copies: somebody might change them in their place.
    `now` is what this build notes, and `witness` sees what is done.
    """

    folder: Path
    earlier: Path | None = None
    before: Kept = field(default_factory=Kept)
    given: Collection[str] = ()
    shared: bool = True
    now: Kept = field(default_factory=Kept)
    witness: Witness = field(default_factory=Witness)
    _numbers: dict[Read, int] = field(default_factory=dict)
    _folders: set[Path] = field(default_factory=set)
    _finished: set[str] = field(default_factory=set)
    _digests: dict[int, Digests] = field(default_factory=dict)

    def take(self, works: Iterable[Work], library: Library) -> list[Work]:
        """Take over what would come out the same. Returns the work that is to be done.

        Of `late` work that is known only once the others' files are finished.
        """
        same = _Same(self.before, self._digests_of(library))
        rest = []
        for work in works:
            record = self.before.records.get(work.name)
            reason = self._reason(work, record, same) if record else Why.NEW
            if record and not reason:
                self._note(work.name, record, [self.before.reads[one] for one in record.reads])
                self.witness.kept(len(record.files))
            elif reason:
                self.witness.again(work.name, reason)
                rest.append(work)
        return rest

    def make(
        self, works: Iterable[Work], library: Library, stopped: Stopped = lambda: False
    ) -> None:
        """Take over or do all of the work, and nothing more once `stopped`."""
        works = list(works)
        for late in (False, True):
            part = (work for work in works if work.late == late)
            self.do(self.take(part, library), library, stopped)

    def finished(self, path: str) -> bytes | None:
        """What a file of finished work holds; None of any other."""
        return (self.folder / path).read_bytes() if path in self._finished else None

    def do(self, works: Sequence[Work], library: Library, stopped: Stopped = lambda: False) -> None:
        """Do the work, on every processor, and write its files; nothing more once `stopped`."""
        works = sorted(works, key=_entry_of)  # so that a process parses what an entry says once
        hand = _Hand(works, library, self.folder, frozenset(self.given), stopped)
        tables: dict[int, list[Read]] = {}
        found = divided(hand.done, len(works), self.witness.seen)
        for work, done in zip(works, found, strict=True):
            if done is not None:
                process, new, record = done
                self.witness.made(len(record.files))
                table = tables.setdefault(process, [])
                table += new
                self._note(work.name, record, [table[number] for number in record.reads])

    def notes(self, works: Iterable[Work]) -> Iterator[Any]:
        """What is noted of each piece of work, in their order."""
        return (self.now.records[work.name].note for work in works)

    def finish(self, library: Library) -> Kept:
        """All that this build notes for the next, as of the library that its last files read."""
        digests = self._digests_of(library)
        self.now.digests = [digests.of(read) for read in self.now.reads]
        return self.now

    def _digests_of(self, library: Library) -> Digests:
        """The digests in a library, once for all that is made of it."""
        if id(library) not in self._digests:
            self._digests[id(library)] = Digests(library)
        return self._digests[id(library)]

    def _note(self, name: str, record: Record, reads: Iterable[Read]) -> None:
        numbers = []
        for read in reads:
            if read not in self._numbers:
                self._numbers[read] = len(self.now.reads)
                self.now.reads.append(read)
            numbers.append(self._numbers[read])
        kept = Record(record.files, record.left, tuple(numbers), record.rests_on, record.note)
        self.now.records[name] = kept
        self._finished.update(record.files)

    def _reason(self, work: Work, record: Record, same: "_Same") -> Reason | None:
        """Why what is recorded cannot be taken over; None once it has been."""
        if work.rests_on is None:
            return Why.UNKNOWN
        if record.rests_on != work.rests_on:
            return Why.AROUND
        if any(path in self.given for path in record.files) or not all(
            path in self.given for path in record.left
        ):
            return Why.OTHERS
        changed = same.changed(record.reads)
        if changed is not None:
            return self.before.reads[changed]
        return None if self.earlier and self._link(record) else Why.ALTERED

    def _link(self, record: Record) -> bool:
        """Take over the files of a record, if all of them are as they were written."""
        found = [(path, _whole(self._place(path), kept)) for path, kept in record.files.items()]
        if not all(whole for _path, whole in found):
            return False
        for path in record.files:
            target = self.folder / path
            if target.parent not in self._folders:
                target.parent.mkdir(parents=True, exist_ok=True)
                self._folders.add(target.parent)
            if not self._took(self._place(path), target):
                return False
        return True

    def _took(self, place: str, target: Path) -> bool:
        """Take a file over; a copy where it may have no further name, as if it is another user's.

        What is there already is another work's of the same content.
        """
        with suppress(OSError):
            if self.shared:
                os.link(place, target)
                return True
        with suppress(OSError):
            if not target.exists():
                shutil.copy2(place, target)
            return True
        return False

    def _place(self, path: str) -> str:
        return f"{self.earlier}/{path}"


@dataclass(frozen=True)
class _Same:
    """Which reads give today what they gave before."""

    before: Kept
    digests: Digests
    found: dict[int, bool] = field(default_factory=dict)

    def changed(self, reads: Iterable[int]) -> int | None:
        """The first that does not, if there is any."""
        return next((number for number in reads if not self._is(number)), None)

    def _is(self, number: int) -> bool:
        if number not in self.found:
            now = self.digests.of(self.before.reads[number])
            self.found[number] = now == self.before.digests[number]
        return self.found[number]


@dataclass
class _Hand:
    """What one process does; copies of it count their reads each for itself."""

    works: Sequence[Work]
    library: Library
    folder: Path
    given: Collection[str]
    stopped: Stopped
    numbers: dict[Read, int] = field(default_factory=dict)
    folders: set[str] = field(default_factory=set)

    def done(self, number: int) -> tuple[int, list[Read], Record] | None:
        """Do one piece of work: in which process, which reads are new there, and the record."""
        if self.stopped():
            return None
        work = self.works[number]
        lookup = Lookup(self.library)
        made = work.make(lookup)
        left = tuple(path for path in made.files if path in self.given)
        files = {
            path: self._write(path, parts)
            for path, parts in made.files.items()
            if path not in self.given
        }
        new = [read for read in lookup.reads if read not in self.numbers]
        for read in new:
            self.numbers[read] = len(self.numbers)
        reads = tuple(sorted(self.numbers[read] for read in lookup.reads))
        return os.getpid(), new, Record(files, left, reads, work.rests_on, made.note)

    def _write(self, path: str, parts: Iterable[bytes]) -> KeptFile:
        """Write a file in parts, so that a long one is never held."""
        found = hashlib.blake2b(digest_size=16)
        above, _, _name = path.rpartition("/")
        if above not in self.folders:
            (self.folder / above).mkdir(parents=True, exist_ok=True)
            self.folders.add(above)
        place = f"{self.folder}/{path}"
        with suppress(FileNotFoundError):
            os.unlink(place)  # noqa: PTH108 - it may be a further name of a file of the earlier site
        with open(place, "wb") as file:  # noqa: PTH123 - of every file of a site
            for part in parts:
                file.write(part)
                found.update(part)
            file.flush()
            state = os.fstat(file.fileno())
        return KeptFile(found.hexdigest(), state.st_size, state.st_mtime_ns, state.st_ino)


def _entry_of(work: Work) -> str:
    """What a piece of work is about, as far as its name tells."""
    path = PurePosixPath(work.name)
    return path.parent.name if path.stem == "index" else path.stem


def _whole(path: str, kept: KeptFile) -> bool:
    """Whether a file is as it was written; where only the system says otherwise, it is read."""
    try:
        state = os.lstat(path)
        if (state.st_size, state.st_mtime_ns, state.st_ino) == kept[1:]:
            return True
        return state.st_size == kept.size and digest(Path(path).read_bytes()) == kept.digest
    except OSError:
        return False

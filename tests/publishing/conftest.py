"""A process that is stopped, or whose disk fails, at a call to the file system of one's choice."""

import os
import signal
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

import pytest

CHANGES = {
    "os.rename", "os.mkdir", "os.rmdir", "os.remove", "os.link", "os.symlink", "os.chmod",
    "os.chown", "os.truncate", "os.utime", "termwise.swap",
}  # fmt: skip
"""What Python tells its audit hooks before it changes a file system; and files being opened."""

READS = {"os.listdir", "os.scandir"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


@dataclass
class Faults:
    """What is to happen at a call. `refused` says which calls the system knows nothing of."""

    at: int = sys.maxsize
    kills: bool = False
    number: int = 0
    lasting: bool = False
    refused: Mapping[str, tuple[str | tuple[str, ...], int]] = field(default_factory=dict)
    count: int = -1

    def __call__(self, event: str, given: tuple[Any, ...]) -> None:
        """Hear of a call before it is made."""
        if event in self.refused and str(given[1]).endswith(self.refused[event][0]):
            raise OSError(self.refused[event][1], "not here", str(given[0]))
        written = event == "open" and isinstance(given[2], int) and given[2] & WRITING
        if not (event in CHANGES or written or (event in READS and not self.kills)):
            return
        self.count += 1
        if self.count == self.at or (self.lasting and self.count > self.at):
            if self.kills:
                os.kill(os.getpid(), signal.SIGKILL)
            raise OSError(self.number, os.strerror(self.number), str(given[0]))


@dataclass(frozen=True)
class Outcome:
    """How the process ended: by its own will (0), with an `OSError` (1), or killed (-9)."""

    code: int
    calls: int


@pytest.fixture(scope="session")
def with_faults() -> Callable[[Callable[[], object], Faults], Outcome]:
    """Do something in a copy of this process that meets the faults, and say how it ended."""

    def run(work: Callable[[], object], faults: Faults) -> Outcome:
        reader, writer = os.pipe()
        pid = os.fork()
        if pid == 0:
            _work(work, faults, writer)
        os.close(writer)
        with os.fdopen(reader, "rb") as said:
            calls = said.read()
        _pid, status = os.waitpid(pid, 0)
        code = os.waitstatus_to_exitcode(status)
        assert code in (0, 1, -signal.SIGKILL), "neither done, nor an error that is told in words"
        return Outcome(code, int(calls or 0))

    return run


def _work(work: Callable[[], object], faults: Faults, writer: int) -> NoReturn:
    code = 2
    try:
        sys.addaudithook(faults)
        work()
        code = 0
    except OSError:
        code = 1
    finally:
        os.write(writer, str(faults.count + 1).encode())
        os._exit(code)


def tree(folder: Path) -> dict[str, str]:
    """What a reader finds in a folder, a character a byte; not what a build works in there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode("latin-1")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".termwise" not in path.relative_to(folder).parts
    }

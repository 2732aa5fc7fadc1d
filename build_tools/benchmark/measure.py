"""What processes cost: time, memory of all that belong together, and what they write."""

import os
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

INTERVAL = 0.05
"""Seconds between two looks at the memory."""

ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


@dataclass(frozen=True)
class Cost:
    """Seconds of wall and processor time, the peak of memory in MB, and what was written, in MB.

    Before a server, files are 0: how many it has written is not known.
    """

    wall: float
    cpu: float
    memory: float
    files: float = 0
    written: float = 0


class Memory:
    """The peak of the memory that a process and all below it hold together, in MB.

    Where the system counts a page that several of them share, each is given its part; so the sum
    is what there would be free without them. It is 0 where the system has no such figure.
    """

    def __init__(self, process: int) -> None:
        self.peak = 0.0
        self._process = process
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "Memory":
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.is_set():
            self.peak = max(self.peak, sum(map(_share, family(self._process))))
            self._over.wait(INTERVAL)


def family(process: int) -> list[int]:
    """A process and all that it has started, as far as they are there."""
    found = [process]
    for each in found:
        for children in Path(f"/proc/{each}/task").glob("*/children"):
            with suppress(OSError):
                found += map(int, children.read_text().split())
    return found


def _share(process: int) -> float:
    """The memory of one process, in MB, with its part of what is shared."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0


def processor_time(process: int) -> float:
    """Seconds of processor time that a living process has taken, with all below it."""
    ticks = 0
    for each in family(process):
        with suppress(OSError):
            after_name = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2]
            ticks += sum(map(int, after_name.split()[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def build(project: Path) -> Cost:
    """Build one project, in a process of its own. Exits where that fails."""
    before = _states(project)
    os.sync()  # lest it pay for what the last one has written
    start = time.perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    process = subprocess.Popen(command, cwd=project, env=ENVIRONMENT)
    with Memory(process.pid) as memory:
        _pid, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"the build in {project} failed")
    new = set(_states(project)) - set(before)
    return Cost(
        wall,
        usage.ru_utime + usage.ru_stime,
        memory.peak or usage.ru_maxrss / 1024,
        len(new),
        sum(size for _place, _time, size in new) / 1e6,
    )


def _states(project: Path) -> list[tuple[int, int, int]]:
    """What the system says of each file; of one that is written anew it says something else."""
    found = []
    for folder, _folders, names in os.walk(project):
        for name in names:
            state = (Path(folder) / name).stat()
            found.append((state.st_ino, state.st_mtime_ns, state.st_size))
    return found

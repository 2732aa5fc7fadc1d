"""How long an edit takes to the bytes that `mkdocs serve` serves."""

import random
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from benchmark.edits import TERM, Edit
from benchmark.measure import ENVIRONMENT, Cost, Memory, processor_time

LOOK = 0.01
"""Seconds between two requests for the page."""

QUIET = 0.3
"""Which part of the time a server may work that does nothing but look for changed files."""

WHILE = 0.6
"""Seconds in which is seen whether a server is at rest: it looks for changed files within them."""

PATIENCE = 3600
"""Seconds after which a page is not waited for any longer."""


def edits_to_bytes(project: Path, edit: Edit, times: int) -> list[Cost]:
    """Edit a project again and again before a server, once it has come to rest each time.

    A server is a process that goes on, so that memory is that from one edit on. The first edit is
    not counted: it is the first thing that a new process does.
    """
    with _server(project) as (process, address):
        return [_edited(project, edit, process.pid, address) for _ in range(times + 1)][1:]


def _edited(project: Path, edit: Edit, process: int, address: str) -> Cost:
    _rest(process)
    with Memory(process) as memory:
        before, start = processor_time(process), time.perf_counter()
        mark = edit.do(project).encode()
        while mark not in _page(address):
            _wait(start, address)
        wall, after = time.perf_counter() - start, processor_time(process)
    return Cost(wall, after - before, memory.peak)


@contextmanager
def _server(project: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A server on a free port that has built the project, and where it serves the term."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        host = f"127.0.0.1:{free.getsockname()[1]}"
    temporary = project / ".serving"
    temporary.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "mkdocs", "serve", "-q", "-a", host]
    environment = {**ENVIRONMENT, "TMPDIR": str(temporary)}
    process = subprocess.Popen(command, cwd=project, env=environment)
    address, start = f"http://{host}/terms/{TERM}/", time.perf_counter()
    try:
        while not _page(address):
            if process.poll() is not None:
                raise SystemExit(f"the server in {project} ended")
            _wait(start, address)
        yield process, address
    finally:
        process.terminate()
        process.wait()


def _wait(start: float, address: str) -> None:
    if time.perf_counter() - start > PATIENCE:
        raise SystemExit(f"{address} did not come")
    time.sleep(LOOK)


def _page(address: str) -> bytes:
    """The page as it is served; nothing where nobody answers."""
    with suppress(OSError), urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        body: bytes = answer.read()
        return body
    return b""


def _rest(process: int) -> None:
    """Wait until the server does nothing but look for changed files, and until some moment then."""
    before, now = 0.0, processor_time(process)
    while now - before > QUIET * WHILE:
        time.sleep(WHILE)
        before, now = now, processor_time(process)
    time.sleep(random.random() * WHILE)

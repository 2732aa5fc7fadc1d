"""The plugin under `mkdocs serve`: edits are seen, mistakes survived, and data comes afterwards."""

import contextlib
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

MakeProject = Callable[..., Path]
Serve = Callable[[Path], tuple[str, Path]]

TYPO = ("limits: It", "limmits: It")
"""A mistake that is an error."""

SLOW_DATA = """\
import time
from pathlib import Path
from termwise.site.workshop import Workshop

make = Workshop.make

def make_once_told(workshop, works, library, *stopped):
    while stopped and not Path("go").exists() and not stopped[0]():
        time.sleep(0.02)
    make(workshop, works, library, *stopped)

Workshop.make = make_once_told
"""
"""A hook of MkDocs by which data takes as long as the test likes."""


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


PATIENCE = 60.0
"""Seconds until a preview that shows no change has failed; it takes about one."""


def fetch(address: str) -> str:
    """A page of the preview, or "" while it is not served."""
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 - our own server
            return str(answer.read(), "utf-8")
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return ""


def eventually(condition: Callable[[], bool]) -> bool:
    """Whether a condition comes to hold before patience ends."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.1)
    return False


@pytest.fixture
def serve(free_port: int, command_environment: dict[str, str]) -> Iterator[Serve]:
    """Puts a project under `mkdocs serve`: its address, and the file of what is said."""
    with contextlib.ExitStack() as stack:

        def start(project: Path) -> tuple[str, Path]:
            log = project.parent / "preview.log"
            stack.enter_context(served(project, free_port, command_environment, log))
            return f"http://127.0.0.1:{free_port}/", log

        yield start


@contextlib.contextmanager
def served(
    project: Path, free_port: int, command_environment: dict[str, str], log: Path
) -> Iterator[None]:
    """A preview, until it is left."""
    words = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{free_port}"]
    with log.open("wb") as output:
        server = subprocess.Popen(
            words,
            cwd=project,
            env={**command_environment, "PYTHONUNBUFFERED": "1"},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            yield
        finally:
            server.terminate()
            server.wait(timeout=30)


def test_a_preview_follows_edits_and_survives_mistakes(
    make_project: MakeProject, serve: Serve
) -> None:
    project = make_project()
    root, log = serve(project)
    address = f"{root}terms/t-000/"
    path = project / "glossary/terms/t-000.yml"
    assert eventually(lambda: "counted as 000" in fetch(address)), log.read_text("utf-8")
    # The preview has an address of its own, which the site has not: it shows what a build would.
    assert not re.search("Share:|Embed this", fetch(address))

    edit(path, "counted as 000", "counted as nought")
    assert eventually(lambda: "counted as nought" in fetch(address)), log.read_text("utf-8")

    edit(path, *TYPO)
    assert eventually(lambda: "glossary/terms/t-000.yml:6:1: error[unknown-key]" in said(log))
    assert eventually(lambda: "the last good site" in said(log))
    assert "counted as nought" in fetch(address)

    edit(path, TYPO[1], TYPO[0])
    edit(path, "counted as nought", "counted as zero")
    assert eventually(lambda: "counted as zero" in fetch(address)), log.read_text("utf-8")
    assert not (project / "site").exists()


def test_a_preview_keeps_its_pages_when_one_of_the_site_s_own_is_at_fault(
    make_project: MakeProject, serve: Serve
) -> None:
    """That is known only once MkDocs has emptied the folder that it builds into."""
    project = make_project()
    root, log = serve(project)
    address, own = f"{root}terms/t-000/", project / "content/terms.md"
    assert eventually(lambda: "counted as 000" in fetch(address)), said(log)
    own.write_text("# Ours\n", "utf-8")
    assert eventually(lambda: "the last good site" in said(log)), said(log)
    assert "error[address-taken]" in said(log)
    assert "counted as 000" in fetch(address)
    own.unlink()
    edit(project / "glossary/terms/t-000.yml", "counted as 000", "counted as nought")
    assert eventually(lambda: "counted as nought" in fetch(address)), said(log)


def said(log: Path) -> str:
    return log.read_text("utf-8", errors="replace")


def test_pages_are_seen_before_the_data_is_written(make_project: MakeProject, serve: Serve) -> None:
    """However long that takes; and of two builds only the later one's data stands there."""
    project = make_project(more="site_url: https://g.example/\nhooks: [hook.py]\n")
    (project / "hook.py").write_text(SLOW_DATA, "utf-8")
    root, log = serve(project)
    address, data = f"{root}terms/t-000/", f"{root}api/v1/terms.csv"
    term = project / "glossary/terms/t-000.yml"
    assert eventually(lambda: "counted as 000" in fetch(address)), said(log)
    assert fetch(data) == ""

    edit(term, "counted as 000", "counted as nought")
    assert eventually(lambda: "counted as nought" in fetch(address)), said(log)
    assert fetch(data) == ""

    (project / "go").touch()
    assert eventually(lambda: "counted as" in fetch(data)), said(log)
    assert "counted as nought" in fetch(data)

    edit(term, *TYPO)
    assert eventually(lambda: "the last good site" in said(log)), said(log)
    assert eventually(lambda: "counted as nought" in fetch(data)), said(log)

    edit(term, TYPO[1], TYPO[0])
    edit(term, "counted as nought", "counted as zero")
    assert eventually(lambda: "counted as zero" in fetch(data)), said(log)
    assert "Traceback" not in said(log)

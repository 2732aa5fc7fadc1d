"""Child processes: their failure is this process's failure, and none goes on unwanted."""

import os
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from termwise.site.child import ChildError, start

Run = Callable[..., subprocess.CompletedProcess[str]]
MakeProject = Callable[..., Path]

RAISES = """\
from termwise.site import publish
from termwise.mkdocs_plugin import plugin

def give_up(*_given):
    raise RuntimeError("the disk gave up")

plugin.write_data = give_up
"""
RAISES_MIDWAY = """\
import time

def on_page_context(context, page, config, nav):
    time.sleep(0.2)
    raise RuntimeError("a template gave up")
"""

ADDS_LATE = """\
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

@event_priority(-200)
def on_files(files, config):
    files.append(File.generated(config, "llms.txt", content="theirs"))
    return files
"""


def note(path: Path) -> None:
    """Write which process this is."""
    path.write_text(str(os.getpid()), "utf-8")


@pytest.fixture(params=[True, False], ids=["alone", "with a thread"])
def alone(request: pytest.FixtureRequest) -> Iterator[bool]:
    """Whether this process has no other thread, which a child would lack."""
    over = threading.Event()
    other = threading.Thread(target=over.wait)
    if not request.param:
        other.start()
    yield request.param
    over.set()


def test_the_function_has_returned_once_it_is_waited_for(tmp_path: Path, alone: bool) -> None:
    """In another process only where this one has no threads."""
    path = tmp_path / "done"
    alone = alone and threading.active_count() == 1  # another test may have left a thread
    start(lambda: note(path)).finish()
    assert (path.read_text("utf-8") != str(os.getpid())) == (alone and os.cpu_count() != 1)


@pytest.mark.usefixtures("alone")
def test_a_failure_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        raise ValueError("no room")

    with pytest.raises((ChildError, ValueError)) as told:
        start(fail).finish()
    assert "no room" in capfd.readouterr().err + str(told.value)


def test_a_cancelled_child_writes_no_more(tmp_path: Path) -> None:
    def slow() -> None:
        time.sleep(0.3)
        note(tmp_path / "late")

    start(slow).cancel()
    time.sleep(0.5)
    assert not (tmp_path / "late").exists()


@pytest.mark.parametrize("hook", [RAISES, RAISES_MIDWAY])
def test_a_build_that_fails_in_either_process_leaves_the_last_good_site(
    hook: str, make_project: MakeProject, run: Run
) -> None:
    project = make_project(more="site_url: https://g.example/\n")
    assert run(project, "mkdocs", "build").returncode == 0
    before = {path: path.stat().st_mtime_ns for path in (project / "site").rglob("*")}
    (project / "hook.py").write_text(hook, "utf-8")
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "hooks: [hook.py]\n", "utf-8")
    done = run(project, "mkdocs", "build")
    assert done.returncode == 1
    assert "gave up" in done.stderr
    assert {path: path.stat().st_mtime_ns for path in (project / "site").rglob("*")} == before
    assert list(project.glob(".site.*")) == []


@pytest.mark.parametrize("aside", [True, False])
def test_files_of_other_plugins_are_theirs_whoever_is_first(
    aside: bool, make_project: MakeProject, run: Run
) -> None:
    """So that it is no matter of chance which of two files stands in the site."""
    project = make_project(more="site_url: https://g.example/\nhooks: [hook.py]\n")
    alone = "" if aside else "import os\nos.sched_getaffinity = lambda _process: {0}\n"
    (project / "hook.py").write_text(alone + ADDS_LATE, "utf-8")
    assert run(project, "mkdocs", "build").returncode == 0
    assert (project / "site/llms.txt").read_text("utf-8") == "theirs"

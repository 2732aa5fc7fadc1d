"""Work in several processes: the same results and errors as in one, and none goes on unwanted."""

import os
import shutil
import signal
import subprocess
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from termwise.site.child import ChildError, processors
from termwise.site.workers import divided

Run = Callable[..., subprocess.CompletedProcess[str]]
MakeProject = Callable[..., Path]

RAISES = """\
from termwise.site import publish

def give_up(*_given):
    raise RuntimeError("the disk gave up")

publish.make_file = give_up
"""
RAISES_BESIDE = (
    RAISES
    + """\

def on_post_page(output, page, config):
    return output
"""
)
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


COUNT = 100


@pytest.fixture(params=[True, False], ids=["alone", "with a thread"])
def alone(request: pytest.FixtureRequest) -> Iterator[bool]:
    """Whether this process has no other thread, which a copy of it would lack."""
    over = threading.Event()
    other = threading.Thread(target=over.wait)
    if not request.param:
        other.start()
    yield request.param
    over.set()
    if not request.param:
        other.join()


def test_results_are_in_the_order_of_the_work(alone: bool) -> None:
    """By several processes only where this one has no threads."""

    def work(number: int) -> tuple[int, int]:
        time.sleep(0.001)
        return number, os.getpid()

    done = divided(work, COUNT)
    assert [number for number, _process in done] == list(range(COUNT))
    assert (len({process for _number, process in done}) > 1) == (processors() > 1)
    assert alone or processors() == 1


@pytest.mark.usefixtures("alone")
def test_this_process_is_told_how_far_all_of_them_are(alone: bool) -> None:
    """It never hears of more than there is, nor of less than before."""
    told: list[tuple[int, int]] = []
    divided(lambda number: number, COUNT, lambda begun, count: told.append((begun, count)))
    assert told == sorted(told)
    assert {count for _begun, count in told} <= {COUNT}
    assert all(0 < begun <= COUNT for begun, _count in told)
    assert alone or [begun for begun, _count in told] == [*range(1, COUNT + 1)]


def test_the_first_of_several_errors_is_raised() -> None:
    """The same, however many processes there are, with the place that it comes from."""

    def fail(number: int) -> None:
        if number >= 3:
            raise ValueError(f"no room for {number}")

    with pytest.raises(ValueError, match=r"^no room for 3") as told:
        divided(fail, COUNT)
    assert "in fail" in "".join(traceback.format_exception(told.value))


def test_a_process_that_is_killed_is_told() -> None:
    here = os.getpid()

    def die(_number: int) -> None:
        time.sleep(0.01)
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)

    if processors() == 1:
        pytest.skip("there is one process where there is one processor")
    with pytest.raises(ChildError, match=r"was killed \(SIGKILL\)"):
        divided(die, COUNT)


def test_no_process_goes_on_once_this_one_has_been_stopped(tmp_path: Path) -> None:
    here = os.getpid()

    def slow(number: int) -> None:
        if os.getpid() == here:
            time.sleep(0.2)
            raise KeyboardInterrupt
        time.sleep(0.05)
        (tmp_path / str(number)).touch()

    with pytest.raises(KeyboardInterrupt):
        divided(slow, COUNT)
    before = len(list(tmp_path.iterdir()))
    time.sleep(0.3)
    assert len(list(tmp_path.iterdir())) == before


@pytest.mark.parametrize("hook", [RAISES, RAISES_BESIDE, RAISES_MIDWAY])
def test_a_build_that_fails_in_either_process_leaves_the_last_good_site(
    hook: str, make_project: MakeProject, run: Run
) -> None:
    project = make_project(more="site_url: https://g.example/\n")
    assert run(project, "mkdocs", "build").returncode == 0
    before = {path: path.stat().st_mtime_ns for path in (project / "site").rglob("*")}
    shutil.rmtree(project / ".cache")  # so that there is work to be done
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

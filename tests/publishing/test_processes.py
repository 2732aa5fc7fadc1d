"""Builds in processes of their own: stopped, killed, two at once."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from termwise.publishing.stage import staged

from .conftest import tree

Run = Callable[..., subprocess.CompletedProcess[str]]
MakeProject = Callable[..., Path]
Start = Callable[..., subprocess.Popen[str]]

ADDRESS = "site_url: https://g.example/\n"
WAITS = """\
import multiprocessing, pathlib, time
from termwise.site import publish

def wait(*_given):
    if multiprocessing.parent_process():
        pathlib.Path("waiting").touch()
        time.sleep(60)
    return ()

publish.make_file = wait
"""
KILLS = """\
import multiprocessing, os, signal
from termwise.site import publish

def kill(*_given):
    if multiprocessing.parent_process():
        os.kill(os.getpid(), signal.SIGKILL)
    return ()

publish.make_file = kill
"""
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are another matter there")


def hook(project: Path, text: str) -> None:
    """Have a build do something more."""
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("hooks: [hook.py]\n")
    (project / "hook.py").write_text(text, "utf-8")


def _hears_interrupts() -> None:
    """Undo that a shell lets what it starts in the background, such as tests, ignore them."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def start(command_environment: Mapping[str, str]) -> Iterator[Start]:
    """Start a module of Python in a folder; it and what it starts are a group of processes."""
    begun: list[subprocess.Popen[str]] = []

    def go(folder: Path, *words: str, stdout: int | None = None) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", *words],
            cwd=folder,
            env=command_environment,
            stdout=stdout,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            preexec_fn=_hears_interrupts,  # noqa: PLW1509 - there is one thread
        )
        begun.append(process)
        return process

    yield go
    for process in begun:
        if not has_ended(process.pid, 0):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def eventually(true: Callable[[], bool], seconds: float = 60) -> bool:
    """Whether something comes true in time."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


def has_ended(group: int, seconds: float = 20) -> bool:
    """Whether every process of a group has ended, in time."""

    def gone() -> bool:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        return False

    return eventually(gone, seconds)


CATCHES = """\
import os, signal

def on_env(env, config, files):
    try:
        os.kill(os.getpid(), signal.SIGTERM)
    except BaseException:
        pass
"""


def test_a_build_that_is_stopped_never_publishes(make_project: MakeProject, run: Run) -> None:
    """Though somebody may have caught what was to stop it."""
    project = make_project()
    hook(project, CATCHES)
    done = run(project, "mkdocs", "build")
    assert done.returncode == 143
    assert not (project / "site").exists()
    assert list(project.glob(".*.termwise")) == []


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_build_that_is_stopped_says_so_and_tidies_up(
    number: signal.Signals, status: int, make_project: MakeProject, run: Run, start: Start
) -> None:
    """The second process with it; the last good site is there."""
    project = make_project(40, more=ADDRESS)
    assert run(project, "mkdocs", "build").returncode == 0
    before = tree(project / "site")
    shutil.rmtree(project / ".cache")  # so that there is work to be done
    hook(project, WAITS)
    process = start(project, "mkdocs", "build")
    assert eventually((project / "waiting").exists)
    process.send_signal(number)
    _nothing, said = process.communicate(timeout=60)
    assert process.returncode == status
    assert f"stopped by {number.name}; {project / 'site'} is as it was" in said
    assert "Traceback" not in said
    assert has_ended(process.pid)
    assert tree(project / "site") == before
    assert list(project.glob(".*.termwise")) == []


def test_nobody_builds_where_another_does(
    make_project: MakeProject, run: Run, start: Start
) -> None:
    """A killed one is not a hindrance: what it had started ends with it."""
    project = make_project(40, more=ADDRESS)
    hook(project, WAITS)
    process = start(project, "mkdocs", "build")
    assert eventually((project / "waiting").exists)
    for words, status in ((("mkdocs", "build"), 1), (("termwise", "write", "site"), 2)):
        refused = run(project, *words)
        assert refused.returncode == status
        assert f"another build (process {process.pid}, since " in refused.stderr
        assert f"is writing to {'' if status == 2 else project}" in refused.stderr
        assert "Traceback" not in refused.stderr
    process.kill()
    process.wait()
    assert has_ended(process.pid)
    assert (project / ".site.termwise/new").is_dir()
    (project / "hook.py").write_text("", "utf-8")
    built = run(project, "mkdocs", "build")
    assert built.returncode == 0, built.stderr
    assert list(project.glob(".*.termwise")) == []


@pytest.mark.skipif(
    not hasattr(os, "sched_getaffinity") or len(os.sched_getaffinity(0)) < 2,
    reason="there is one process where there is one processor",
)
def test_a_second_process_that_is_killed_fails_the_build(
    make_project: MakeProject, run: Run
) -> None:
    """Named, so that nobody looks for a mistake in the glossary."""
    project = make_project(40, more=ADDRESS)
    hook(project, KILLS)
    done = run(project, "mkdocs", "build")
    assert done.returncode == 1
    assert "a process that writes files of the site (" in done.stderr
    assert "was killed (SIGKILL)" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "site").exists()
    assert list(project.glob(".*.termwise")) == []


def test_a_command_that_is_stopped_says_so(make_project: MakeProject, start: Start) -> None:
    """Here while nobody reads what it prints, which is more than a pipe holds."""
    project = make_project(300, more=ADDRESS)
    process = start(project, "termwise", "export", "json", stdout=subprocess.PIPE)
    assert process.stdout
    assert process.stdout.read(1) == "{"
    process.terminate()
    _printed, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (143, "termwise: stopped by SIGTERM\n")


def test_what_is_deployed_is_nobody_else_s_until_the_end(
    make_project: MakeProject, run: Run, tmp_path: Path
) -> None:
    """`gh-deploy` reads the site after it has been built: what it pushes is one site, whole."""
    project = make_project(more=ADDRESS)
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@y.example"]
    subprocess.run(["git", "init", "-q", "--bare", tmp_path / "pages"], check=True)
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        subprocess.run([*git, *words], cwd=project, check=True)
    subprocess.run(["git", "remote", "add", "origin", tmp_path / "pages"], cwd=project, check=True)
    who = {"GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x@y.example"}
    who |= {"GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": "x@y.example"}
    (project / ".git/hooks/pre-push").write_text("#!/bin/sh\nls -A > held\n", "utf-8")
    (project / ".git/hooks/pre-push").chmod(0o755)
    deployed = run(project, "mkdocs", "gh-deploy", env=who)
    assert deployed.returncode == 0, deployed.stderr
    assert ".site.termwise" in (project / "held").read_text("utf-8")
    assert list(project.glob(".*.termwise")) == []
    listed = subprocess.run(
        ["git", "ls-tree", "-r", "--name-only", "gh-pages"],
        cwd=tmp_path / "pages", capture_output=True, text=True, check=True,
    )  # fmt: skip
    files = {path.relative_to(project / "site").as_posix() for path in (project / "site").rglob("*")
             if path.is_file()}  # fmt: skip
    assert set(listed.stdout.split("\n")) - {""} == files | {".nojekyll"}


def test_an_export_replaces_no_folder_but_its_own(make_project: MakeProject, run: Run) -> None:
    """And takes the pinned embeds of an earlier one over."""
    project = make_project(more=ADDRESS)
    (project / "notes").mkdir()
    (project / "notes/mine.txt").write_text("mine", "utf-8")
    refused = run(project, "termwise", "export", "all", "-o", "notes")
    assert refused.returncode == 2
    assert "notes could not be written: it holds files that no export has written" in refused.stderr
    assert tree(project / "notes") == {"mine.txt": "mine"}
    assert run(project, "termwise", "export", "all", "-o", "data").returncode == 0
    first = tree(project / "data")
    term = project / "glossary/terms/t-000.yml"
    term.write_text(term.read_text("utf-8").replace("counted as", "known as"), "utf-8")
    (project / "data/stray.txt").write_text("x", "utf-8")
    again = run(project, "termwise", "export", "all", "-o", "data")
    assert again.returncode == 0, again.stderr
    second = tree(project / "data")
    pinned = {name for name in first if len(Path(name).parent.name) == 32}
    assert pinned
    assert {name: second[name] for name in pinned} == {name: first[name] for name in pinned}
    assert second["api/v1/terms.csv"] != first["api/v1/terms.csv"]
    assert "stray.txt" not in second


def test_a_folder_that_another_holds_is_not_exported_to(
    make_project: MakeProject, run: Run
) -> None:
    project = make_project(more=ADDRESS)
    with staged(project / "data"):
        done = run(project, "termwise", "export", "all", "-o", "data")
    assert done.returncode == 2
    assert f"another build (process {os.getpid()}, since " in done.stderr

"""Real builds, killed with SIGKILL by the hundred: `make test-kills`, which takes some minutes.

`TERMWISE_KILLS` says how many of each kind (100).
"""

import datetime
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from termwise.project.checked import read_and_check
from termwise.project.library import library_of
from termwise.project.settings import read_settings
from termwise.site.export import export_all
from termwise.site.write import write

from .conftest import Faults, Outcome, tree

MakeProject = Callable[..., Path]
WithFaults = Callable[[Callable[[], object], Faults], Outcome]

KILLS = int(os.environ.get("TERMWISE_KILLS", "100"))
SETTINGS = "site_url: https://g.example/\n"

pytestmark = [
    pytest.mark.kills,
    pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL there"),
]


class Builder:
    """Builds one of two editions of a project, and knows how each is to look."""

    def __init__(self, project: Path, env: Mapping[str, str]) -> None:
        self.project = project
        self._env = env
        self.site = project / "site"
        self.editions: list[dict[str, str]] = []
        self.seconds = 0.0
        (self.site / ".git").mkdir(parents=True)
        (self.site / ".git/HEAD").write_text("ref", "utf-8")
        for edition in (0, 1, 0, 1):  # from the third build on with the pinned embeds of both
            self.edit(edition)
            begun = time.monotonic()
            assert self.start().wait() == 0
            self.seconds = time.monotonic() - begun
            self.editions = [*self.editions[-1:], self.seen()]

    def edit(self, edition: int) -> None:
        """Have every page differ: the words of one term, and the name of the site."""
        config = self.project / "mkdocs.yml"
        names = ("site_name: Small", "site_name: Other")
        text = config.read_text("utf-8")
        for name in names:
            text = text.replace(name, names[edition])
        config.write_text(text, "utf-8")

    def start(self) -> subprocess.Popen[bytes]:
        """Begin a build, in a group of processes of its own."""
        return subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build", "-q"],
            cwd=self.project,
            env=self._env,
            start_new_session=True,
        )

    def seen(self) -> dict[str, str]:
        """The site but for what is made anew each time: an archive that holds its own time."""
        found = tree(self.site)
        del found["sitemap.xml.gz"]
        return found

    def kill(self, process: subprocess.Popen[bytes]) -> bool:
        """Kill the build; nothing of it goes on. Whether it was still at work."""
        process.kill()
        code = process.wait()
        end = time.monotonic() + 20
        while time.monotonic() < end:
            try:
                os.killpg(process.pid, 0)
            except ProcessLookupError:
                return code == -signal.SIGKILL
            time.sleep(0.005)
        raise AssertionError("the second process outlived the first")


@pytest.fixture
def builder(make_project: MakeProject, command_environment: Mapping[str, str]) -> Builder:
    """A project of 40 terms that has been built."""
    return Builder(make_project(40, SETTINGS), command_environment)


def test_killed_at_any_moment_a_build_leaves_a_whole_site(builder: Builder) -> None:
    """At random from its first moment to its last; the next one is killed or succeeds."""
    chance, killed = random.Random(15), 0  # noqa: S311
    for number in range(KILLS):
        builder.edit(number % 2)
        process = builder.start()
        time.sleep(chance.uniform(0, builder.seconds))
        killed += builder.kill(process)
        assert builder.seen() in builder.editions, f"kill {number}"
    assert killed > KILLS / 2
    for edition in (0, 1):
        builder.edit(edition)
        assert builder.start().wait() == 0
        assert builder.seen() == builder.editions[edition]
    assert list(builder.project.glob(".*.termwise")) == []


def test_killed_while_it_publishes_a_build_leaves_a_whole_site(builder: Builder) -> None:
    """From the moment on at which the hidden files are taken over."""
    chance, killed = random.Random(20), 0  # noqa: S311
    for number in range(KILLS // 5):
        builder.edit(number % 2)
        process = builder.start()
        while process.poll() is None:
            if (builder.project / ".site.termwise/new/.git").exists():
                time.sleep(chance.uniform(0, 0.02))
                break
            time.sleep(0.0002)
        killed += builder.kill(process)
        assert builder.seen() in builder.editions, f"kill {number}"
    assert killed > KILLS / 20
    assert builder.start().wait() == 0
    assert list(builder.project.glob(".*.termwise")) == []


@pytest.mark.parametrize("command", ["write", "export"])
def test_a_command_killed_at_any_call_leaves_a_whole_folder(
    command: str,
    make_project: MakeProject,
    with_faults: WithFaults,
    today: datetime.date,
    tmp_path: Path,
) -> None:
    """Both replace a folder that an earlier one has made."""
    project = make_project(2, SETTINGS)
    settings = read_settings(project / "mkdocs.yml")
    out = tmp_path / "place/out"
    seen = []

    def library(words: str) -> Callable[[], object]:
        term = project / "glossary/terms/t-000.yml"
        term.write_text(term.read_text("utf-8").replace("counted", words), "utf-8")
        made = library_of(read_and_check(settings.folders, today).glossary, settings.site, today)
        if command == "write":
            return lambda: write(made, settings, out)
        return lambda: export_all(made, out)

    out.parent.mkdir()
    works = [library("counted"), library("reckoned")]
    for work in works:
        work()
        seen.append(tree(out))
    works[0]()
    seen.append(tree(out))  # with the pinned embeds of both
    calls = with_faults(works[1], Faults(kills=True)).calls
    assert calls > 50
    for call in range(calls):
        stopped = with_faults(works[call % 2], Faults(call, kills=True))
        assert stopped.code < 0 or call > calls - 20
        assert tree(out) in seen
    works[0]()
    assert tree(out) == seen[2]
    assert [path.name for path in out.parent.iterdir()] == ["out"]

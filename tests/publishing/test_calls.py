"""Publishing is stopped before each of its calls to the file system, and each of them fails once.

The site is the old one or the new one, whole, and nothing hinders the next build. Where a system
cannot exchange folders it may be so only once the next build has begun; no file is lost for that.
"""

import errno
import itertools
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from termwise.publishing.file import write_whole
from termwise.publishing.stage import Stage, staged
from termwise.render.embeds import digest
from termwise.site.publish import store_promises

from .conftest import Faults, Outcome, tree

pytestmark = pytest.mark.slow

WithFaults = Callable[[Callable[[], object], Faults], Outcome]
Refused = Mapping[str, tuple[str | tuple[str, ...], int]]

OLD = {
    "index.html": "old", "a/x.html": "old", "a/b/y.html": "old", "gone/z.html": "old",
    "file": "old",
}  # fmt: skip
NEW = {
    "index.html": "new", "a/x.html": "new", "a/b/new.html": "new", "come/z.html": "new",
    "file/in.html": "new", ".well-known/ours": "new",
}  # fmt: skip
HIDDEN = {
    ".git/HEAD": "ref",
    ".git/logs/HEAD": "log",
    ".nojekyll": "",
    ".well-known/theirs": "kept",
}

NO_SWAP = {"termwise.swap": ("/site", errno.ENOSYS)}
FIXED = {**NO_SWAP, "os.rename": ("/.site.termwise/old", errno.EBUSY)}
MOUNTED: Refused = {
    **NO_SWAP,
    "os.rename": (("/.site.termwise/old", "/.termwise/new"), errno.EXDEV),
}
WAYS: dict[str, Refused] = {
    "in one step": {},
    "in one step, without links": {"os.link": ("", errno.EPERM)},
    "in two steps": NO_SWAP,
    "entry by entry": FIXED,
    "entry by entry, copied": MOUNTED,
}
MOMENTS = [way for way, refused in WAYS.items() if "termwise.swap" in refused]
"""The ways by which a process that is killed may leave a mixed site, until the next build."""


SHORT = [
    ("in one step", False),
    ("in one step", True),
    ("in two steps", False),
    ("entry by entry", False),
]
FAILURES = [
    pytest.param(*case, marks=[] if case in SHORT else [pytest.mark.kills])
    for case in itertools.product(WAYS, (False, True))
]
"""Whether the disk fails once or from then on, in each way; most of it in the slow tests."""


def fill(folder: Path, files: Mapping[str, str]) -> None:
    """Write files into a folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


@pytest.fixture
def before(tmp_path: Path) -> Callable[[], Path]:
    """Makes the old site anew, with nothing beside it."""

    def make() -> Path:
        shutil.rmtree(tmp_path / "place", ignore_errors=True)
        site = tmp_path / "place/site"
        fill(site, {**OLD, **HIDDEN})
        return site

    return make


def build(site: Path, files: Mapping[str, str] = NEW) -> None:
    """What any build does."""
    with staged(site) as stage:
        fill(stage.folder, files)
        stage.publish()


def is_whole(site: Path) -> bool:
    """Whether the site is one of the two, with the hidden files."""
    return tree(site) in ({**OLD, **HIDDEN}, {**NEW, **HIDDEN})


def the_next_build_is_clean(site: Path) -> None:
    """It completes what was begun, and leaves nothing behind."""
    Stage(site).close()
    assert is_whole(site)
    last = {**NEW, "index.html": "last"}
    build(site, last)
    assert tree(site) == {**last, **HIDDEN}
    assert [path.name for path in site.parent.iterdir()] == ["site"]
    assert not (site / ".termwise").exists()


@pytest.mark.parametrize("way", WAYS)
def test_a_process_killed_at_any_call_leaves_a_whole_site(
    way: str, before: Callable[[], Path], with_faults: WithFaults
) -> None:
    """And every hidden file where the site is, or where the next build takes it from."""

    def killed(at: int) -> tuple[Path, Outcome]:
        site = before()
        return site, with_faults(lambda: build(site), Faults(at, kills=True, refused=WAYS[way]))

    site, outcome = killed(sys.maxsize)
    assert tree(site) == {**NEW, **HIDDEN}
    assert outcome.calls > 30
    mixed = 0
    for call in range(outcome.calls):
        site, stopped = killed(call)
        assert stopped.code < 0
        mixed += not is_whole(site)
        assert "ref" in [path.read_text("utf-8") for path in site.parent.rglob("HEAD")]
        the_next_build_is_clean(site)
    assert (mixed > 0) == (way in MOMENTS)


@pytest.mark.parametrize(("way", "lasting"), FAILURES)
def test_a_disk_that_fails_at_any_call_leaves_a_whole_site(
    way: str, lasting: bool, before: Callable[[], Path], with_faults: WithFaults
) -> None:
    """At once where it fails once, whatever the way; and it is an `OSError`, told in words."""

    def failed(at: int) -> tuple[Path, Outcome]:
        site = before()
        faults = Faults(at, number=errno.ENOSPC, lasting=lasting, refused=WAYS[way])
        return site, with_faults(lambda: build(site), faults)

    _site, outcome = failed(sys.maxsize)
    assert outcome.code == 0
    failures = 0
    for call in range(outcome.calls):
        site, failing = failed(call)
        failures += failing.code
        whole = is_whole(site)
        assert whole or (lasting and way in MOMENTS), f"call {call}"
        if failing.code == 0 or not lasting:
            assert tree(site) == {**(OLD if failing.code else NEW), **HIDDEN}
        the_next_build_is_clean(site)
    assert failures > 20


@pytest.mark.parametrize("kills", [True, False], ids=["killed", "failing"])
def test_the_first_site_comes_whole_or_not_at_all(
    kills: bool, tmp_path: Path, with_faults: WithFaults
) -> None:
    """Where there was none before."""

    def stopped(at: int) -> tuple[Path, Outcome]:
        shutil.rmtree(tmp_path / "place", ignore_errors=True)
        site = tmp_path / "place/site"
        faults = Faults(at, kills=kills, number=errno.EIO)
        return site, with_faults(lambda: build(site), faults)

    for call in range(stopped(sys.maxsize)[1].calls):
        site, _outcome = stopped(call)
        assert not site.exists() or tree(site) == NEW
        build(site)
        assert [path.name for path in site.parent.iterdir()] == ["site"]


@pytest.mark.parametrize("kills", [True, False], ids=["killed", "failing"])
def test_a_file_is_written_whole_or_not_at_all(
    kills: bool, tmp_path: Path, with_faults: WithFaults
) -> None:
    """`termwise export FORMAT --output FILE`, what is remembered, the cache."""

    def stopped(at: int) -> tuple[Path, Outcome]:
        file = tmp_path / "file"
        file.write_text("old", "utf-8")
        faults = Faults(at, kills=kills, number=errno.ENOSPC)
        return file, with_faults(lambda: write_whole(file, [b"ne", b"w"]), faults)

    calls = stopped(sys.maxsize)[1].calls
    assert calls > 3
    for call in range(calls):
        file, outcome = stopped(call)
        assert file.read_text("utf-8") == "old" or outcome.code <= 0
        assert file.read_text("utf-8") in ("old", "new")
        write_whole(file, [b"next"])
        assert tree(tmp_path) == {"file": "next"}


@pytest.mark.parametrize("kills", [True, False], ids=["killed", "failing"])
def test_what_is_pinned_is_stored_whole_or_not_at_all(
    kills: bool, tmp_path: Path, with_faults: WithFaults
) -> None:
    """And no address that was remembered is forgotten."""
    site, kept = tmp_path / "site", tmp_path / "kept"
    files = {"index.html": b"<p>", "data.json": b"{}"}
    name = digest(files)
    fill(site, {f"embed/{name}/{file}": text.decode() for file, text in files.items()})
    fill(site, {"terms/new/index.html": ""})
    before = {"addresses.txt": "terms/old\n"}
    after = {f"{name}/{file}": text.decode() for file, text in files.items()}
    after["addresses.txt"] = "terms/new\nterms/old\n"

    def stopped(at: int) -> Outcome:
        shutil.rmtree(kept, ignore_errors=True)
        fill(kept, before)
        faults = Faults(at, kills=kills, number=errno.ENOSPC)
        return with_faults(lambda: store_promises(site, kept), faults)

    calls = stopped(sys.maxsize).calls
    assert calls > 10
    for call in range(calls):
        stopped(call)
        found = tree(kept)
        assert found["addresses.txt"] in (before["addresses.txt"], after["addresses.txt"])
        assert len(found.keys() & (after.keys() - before.keys())) in (0, len(files))
        store_promises(site, kept)
        assert tree(kept) == after

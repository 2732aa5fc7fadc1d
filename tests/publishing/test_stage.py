"""A stage takes the place of a folder, and what belongs to the place stays."""

import os
import stat
from collections.abc import Mapping
from pathlib import Path

import pytest

from termwise.publishing.lock import BusyError
from termwise.publishing.stage import Stage, staged

from .conftest import tree

needs_links = pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs symbolic links")


def build(site: Path, files: Mapping[str, str]) -> None:
    """What any build does."""
    with staged(site) as stage:
        for name, text in files.items():
            (stage.folder / name).write_text(text, "utf-8")
        stage.publish()


def test_what_is_not_published_is_thrown_away(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    with staged(tmp_path / "site") as stage:
        (stage.folder / "begun").write_text("x", "utf-8")
    assert [path.name for path in tmp_path.rglob("*")] == ["site"]


def test_a_repository_in_the_site_is_the_very_same_one(tmp_path: Path) -> None:
    """No object of it is copied, and modes and links are as they were."""
    git = tmp_path / "site/.git"
    (git / "objects").mkdir(parents=True, mode=0o750)
    (git / "objects/ab").write_text("object", "utf-8")
    (git / "objects/ab").chmod(0o444)
    (git / "HEAD").symlink_to("nowhere")
    before = {path: path.lstat() for path in git.rglob("*")}
    build(tmp_path / "site", {"index.html": "new"})
    after = {path: path.lstat() for path in git.rglob("*")}
    assert after.keys() == before.keys()
    assert all(after[path].st_mode == before[path].st_mode for path in before)
    assert after[git / "objects/ab"].st_ino == before[git / "objects/ab"].st_ino


def test_the_new_folder_has_the_mode_of_the_old_one(tmp_path: Path) -> None:
    """A server that could read the site can still read it, and others cannot."""
    site = tmp_path / "site"
    site.mkdir()
    for mode in (0o700, 0o2775):
        site.chmod(mode)
        build(site, {"index.html": "new"})
        assert stat.S_IMODE(site.stat().st_mode) == mode


@needs_links
def test_a_link_to_a_folder_that_is_yet_to_come_is_followed(tmp_path: Path) -> None:
    (tmp_path / "site").symlink_to("served/here")
    build(tmp_path / "site", {"index.html": "new"})
    assert (tmp_path / "site").is_symlink()
    assert tree(tmp_path / "served") == {"here/index.html": "new"}
    assert [path.name for path in (tmp_path / "served").iterdir()] == ["here"]


def test_one_builds_while_the_other_is_told_who_does(tmp_path: Path) -> None:
    """By whatever name it knows the place."""
    (tmp_path / "link").symlink_to("site")
    with staged(tmp_path / "site") as stage:
        with pytest.raises(BusyError) as told:
            Stage(tmp_path / "link")
        (stage.folder / "index.html").write_text("first", "utf-8")
        stage.publish()
    assert f"another build (process {os.getpid()}, since 2" in str(told.value)
    assert f"is writing to {tmp_path / 'link'}" in str(told.value)
    build(tmp_path / "link", {"index.html": "second"})
    assert tree(tmp_path / "site") == {"index.html": "second"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "site"]


def test_a_lock_that_nobody_holds_hinders_nobody(tmp_path: Path) -> None:
    """Whatever it says: of a process that was killed, or of one that has its number now."""
    (tmp_path / ".site.termwise").mkdir()
    for text in ("", "spoilt", f"{os.getppid()} 2026-01-01", "99999999999999999999999 x"):
        (tmp_path / ".site.termwise/lock").write_text(text, "utf-8")
        build(tmp_path / "site", {"index.html": text})
        assert tree(tmp_path) == {"site/index.html": text}
        (tmp_path / ".site.termwise").mkdir()


@pytest.mark.parametrize("place", ["file", "file/site", "/"])
def test_a_place_that_no_folder_can_take_is_refused(place: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(OSError, match=r"older|irectory"):
        Stage(tmp_path / place)
    assert tree(tmp_path) == {"file": "x"}


def test_a_site_may_be_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Named as `.` too."""
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    build(Path(), {"index.html": "new"})
    assert tree(tmp_path / "site") == {"index.html": "new"}
    monkeypatch.chdir(tmp_path)

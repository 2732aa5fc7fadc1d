"""Work is done again where anything that it rests on, or any of its files, is otherwise."""

import errno
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.site.kept import Kept
from termwise.site.work import Made, Work
from termwise.site.workshop import Workshop


@dataclass
class Builds:
    """Builds one after the other of two terms' names, each a file, and of a file that is alike."""

    top: Path
    library: Library
    kept: Kept
    number: int = 0

    def build(
        self, shared: bool = True, given: tuple[str, ...] = (), **rests: str | None
    ) -> set[str]:
        """Build once more. Returns the names of the work that was done, and not taken over."""
        earlier = self.top / str(self.number)
        self.number += 1
        folder = self.top / str(self.number)
        folder.mkdir()
        workshop = Workshop(folder, earlier, self.kept, given, shared)
        done: set[str] = set()
        works = [
            Work(name, self._make(name, done), rests.get(name, ""))
            for name in ("fry", "oil", "all")
        ]
        workshop.do(workshop.take(works, self.library), self.library)
        assert list(workshop.notes(works)) == ["note fry", "note oil", "note all"]
        self.kept = Kept.read(workshop.finish(self.library).written())
        for name in ("fry", "oil"):
            if f"{name}.txt" not in given:
                expected = self.library.glossary.terms[name].term
                assert (folder / f"{name}.txt").read_text("utf-8") == expected
        assert (folder / "alike.txt").read_text("utf-8") == "alike"
        return done

    @property
    def site(self) -> Path:
        """The site of the latest build."""
        return self.top / str(self.number)

    def _make(self, name: str, done: set[str]) -> Callable[[Lookup], Made]:
        def make(lookup: Lookup) -> Made:
            done.add(name)
            text = f"{len(lookup.every('term'))}" if name == "all" else lookup.term(name).term
            files = {f"{name}.txt": (text.encode(),), "alike.txt": (b"al", b"ike")}
            return Made(files, f"note {name}")

        return make


@pytest.fixture
def builds(tmp_path: Path, kitchen: Library) -> Builds:
    (tmp_path / "0").mkdir()
    made = Builds(tmp_path, kitchen, Kept())
    assert made.build() == {"fry", "oil", "all"}
    assert made.build() == set()
    return made


def renamed(library: Library, name: str) -> Library:
    """The library with another name of the term `oil`."""
    terms = dict(library.glossary.terms)
    terms["oil"] = terms["oil"].model_copy(update={"term": name})
    return replace(library, glossary=library.glossary.with_entries(term=terms))


def test_what_reads_another_value_is_done_again(builds: Builds) -> None:
    builds.library = renamed(builds.library, "fat")
    assert builds.build() == {"oil"}
    assert builds.build() == set()


def test_what_rests_on_something_else_or_nobody_knows_what_is_done_again(builds: Builds) -> None:
    assert builds.build(fry="other") == {"fry"}
    assert builds.build(fry="other") == set()
    assert builds.build(fry=None) == {"fry"}
    assert builds.build(fry=None) == {"fry"}
    assert builds.build() == {"fry"}


def test_files_of_others_are_left_to_them(builds: Builds) -> None:
    """And are ours again, once the others have none."""
    assert builds.build(given=("oil.txt",)) == {"oil"}
    assert builds.build(given=("oil.txt",)) == set()
    assert not (builds.site / "oil.txt").exists()
    assert builds.build() == {"oil"}


def _longer(file: Path) -> None:
    file.write_text("fryer", "utf-8")


def _as_long(file: Path) -> None:
    file.write_text("cry", "utf-8")


def _folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def _link(file: Path) -> None:
    file.rename(file.with_name("elsewhere"))
    file.symlink_to("elsewhere")


@pytest.mark.parametrize("change", [_longer, _as_long, Path.unlink, _folder, _link])
def test_a_file_that_is_not_as_it_was_written_is_made_again(builds: Builds, change: Any) -> None:
    change(builds.site / "fry.txt")
    assert builds.build() <= {"fry"}
    assert not (builds.site / "fry.txt").is_symlink()
    assert (builds.site / "fry.txt").is_file()


def test_a_copy_of_the_site_is_taken_over_by_its_content(builds: Builds) -> None:
    for file in builds.site.iterdir():
        content = file.read_bytes()
        file.unlink()
        file.write_bytes(content)
    assert builds.build() == set()


@pytest.mark.parametrize("shared", [True, False])
def test_the_earlier_site_is_never_changed(builds: Builds, shared: bool) -> None:
    """Though its files go by further names in the new one, where one of them is written again."""
    earlier = builds.site
    before = {file.name: (file.read_bytes(), file.stat().st_ino) for file in earlier.iterdir()}
    builds.library = renamed(builds.library, "fat")
    assert builds.build(shared) == {"oil"}
    same = {
        file.name for file in builds.site.iterdir() if file.stat().st_ino == before[file.name][1]
    }
    assert same == ({"fry.txt", "all.txt"} if shared else set())
    now = {file.name: (file.read_bytes(), file.stat().st_ino) for file in earlier.iterdir()}
    assert now == before


@pytest.mark.parametrize("number", [errno.EPERM, errno.EXDEV, errno.EMLINK, errno.ENOTSUP])
def test_where_files_may_have_no_further_names_they_are_copied(
    builds: Builds, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """As on disks of other systems, or where another user has built the earlier site."""

    def refuse(*_given: Any) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "link", refuse)
    assert builds.build() == set()


def test_nothing_more_is_done_once_it_is_stopped(builds: Builds) -> None:
    workshop = Workshop(builds.top / "stopped")
    works = [Work(name, lambda _lookup: Made({"x": (b"",)})) for name in ("one", "two")]
    workshop.do(works, builds.library, stopped=lambda: True)
    assert not workshop.now.records
    assert not (builds.top / "stopped").exists()

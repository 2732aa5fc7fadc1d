"""Whatever becomes of what builds keep, the next one comes out as from nothing."""

import os
import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias

import pytest

Damage: TypeAlias = Callable[[Path, random.Random], object]
PARTS = ("files", "texts", "made", "whole", "examinations.json")
OIL = "glossary/terms/oil.yml"


@dataclass
class Kitchen:
    """A project whose term on oil has one text or another, and the site of each built cold."""

    folder: Path
    begin: Any
    expected: dict[str, dict[str, bytes]]
    files_of: Callable[[Path], dict[str, bytes]]

    @property
    def cache(self) -> Path:
        """Where the parts are."""
        return self.folder / ".cache/termwise"

    def say(self, text: str) -> None:
        """Edit the term."""
        written = f"term: oil\ncategory: stove\nlevel: low\ntags: [oil]\ndefinition: {text}\n"
        (self.folder / OIL).write_text(written, "utf-8")

    def build(self, text: str) -> None:
        """Build it with a text, as it comes out cold."""
        self.say(text)
        status, said = self.begin(self.folder).end()
        assert (status, "Traceback" in said) == (0, False), said
        found = self.files_of(self.folder / "site")
        expected = self.expected[text]
        assert found.keys() == expected.keys()
        assert not [path for path, content in found.items() if content != expected[path]]


@pytest.fixture(scope="module")
def built(
    tmp_path_factory: pytest.TempPathFactory, begin: Any, everything: dict[str, str], laid: Any
) -> Kitchen:
    """A project that was built with both texts, so that its site pins the embeds of both."""
    folder = tmp_path_factory.mktemp("built")
    laid.lay(everything, folder)
    made = Kitchen(folder, begin, {}, laid.site_files)
    for text in ("One.", "Two.", "One."):
        for part in ("files", "texts", "made", "whole"):
            (made.cache / part).unlink(missing_ok=True)
        made.say(text)
        begin(folder).end()
        made.expected[text] = laid.site_files(folder / "site")
    made.build("One.")
    assert sorted(PARTS) == sorted(
        part.name for part in made.cache.iterdir() if part.name != ".gitignore"
    )
    return made


@pytest.fixture
def kitchen(tmp_path: Path, built: Kitchen) -> Kitchen:
    """Such a project of one's own."""
    shutil.copytree(built.folder, tmp_path / "project")
    return replace(built, folder=tmp_path / "project")


def _cut(part: Path, chance: random.Random) -> None:
    content = part.read_bytes()
    part.write_bytes(content[: chance.randrange(len(content))])


def _line_lost(part: Path, _chance: random.Random) -> None:
    lines = part.read_bytes().splitlines(keepends=True)
    part.write_bytes(b"".join(lines[:-1]))


def _flipped(part: Path, chance: random.Random) -> None:
    content = bytearray(part.read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    part.write_bytes(content)


def _renamed_version(part: Path, _chance: random.Random) -> None:
    head, _, body = part.read_bytes().partition(b"\n")
    words = head.split(b" ")
    words[-2:-1] = [b"0" * len(words[-2])] if len(words) > 1 else []
    part.write_bytes(b" ".join(words) + b"\n" + body)


def _folder(part: Path, _chance: random.Random) -> None:
    part.unlink()
    (part / "inner").mkdir(parents=True)


def _exchanged(part: Path, chance: random.Random) -> None:
    names = [name for name in PARTS if name != part.name and (part.parent / name).is_file()]
    part.write_bytes((part.parent / chance.choice(names)).read_bytes())


def _unreadable(part: Path, _chance: random.Random) -> None:
    part.chmod(0)


DAMAGES: dict[str, Damage] = {
    "deleted": lambda part, _chance: part.unlink(),
    "emptied": lambda part, _chance: part.write_bytes(b""),
    "cut": _cut,
    "a line lost": _line_lost,
    "a bit flipped": _flipped,
    "rubbish": lambda part, chance: part.write_bytes(chance.randbytes(999)),
    "of another version": _renamed_version,
    "another part": _exchanged,
    "unreadable": _unreadable,
    "a folder": _folder,
}


def repair(cache: Path) -> None:
    """Take folders away, which builds leave where they are."""
    for part in cache.iterdir():
        if part.is_dir():
            shutil.rmtree(part)


@pytest.mark.slow
def test_what_is_damaged_is_not_believed(kitchen: Kitchen) -> None:
    """All parts at once, one damage after the other, with an edit each."""
    for number, (name, damage) in enumerate(DAMAGES.items()):
        chance = random.Random(name)  # noqa: S311 - no secret
        for part in PARTS:
            if (kitchen.cache / part).is_file():
                damage(kitchen.cache / part, chance)
        kitchen.build(("One.", "Two.")[number % 2])
        repair(kitchen.cache)


@pytest.mark.kills
@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("name", DAMAGES)
def test_no_part_is_believed_that_is_damaged_anywhere(
    kitchen: Kitchen, name: str, part: str
) -> None:
    chance = random.Random(f"{name} {part}")  # noqa: S311 - no secret
    for text in ("One.", "Two.", "One.", "One.", "Two.", "Two."):
        if (kitchen.cache / part).is_file():
            DAMAGES[name](kitchen.cache / part, chance)
        kitchen.build(text)
        repair(kitchen.cache)
        kitchen.build(text)


def test_the_place_of_the_cache_may_be_taken(kitchen: Kitchen) -> None:
    shutil.rmtree(kitchen.cache.parent)
    kitchen.cache.parent.write_text("not a folder", "utf-8")
    kitchen.build("Two.")
    kitchen.build("One.")


def test_a_cache_and_a_site_of_different_builds(kitchen: Kitchen) -> None:
    """A build may be killed after it has published its site and before it has noted that."""
    old = kitchen.folder / "old"
    shutil.copytree(kitchen.cache, old / "cache")
    shutil.copytree(kitchen.folder / "site", old / "site")
    kitchen.build("Two.")
    shutil.copytree(kitchen.cache, old / "newer")
    for cache, text in (("cache", "Two."), ("cache", "One."), ("newer", "One."), ("newer", "Two.")):
        shutil.rmtree(kitchen.cache)
        shutil.copytree(old / cache, kitchen.cache)
        kitchen.build(text)
    shutil.rmtree(kitchen.folder / "site")
    (old / "site").rename(kitchen.folder / "site")
    kitchen.build("Two.")


@pytest.mark.parametrize("keeps_times", [True, False])
def test_a_site_that_was_brought_back_from_a_copy(kitchen: Kitchen, keeps_times: bool) -> None:
    """As in CI: its files have other numbers, and perhaps times; contents that differ are seen."""
    site = kitchen.folder / "site"
    copy = shutil.copy2 if keeps_times else shutil.copy
    shutil.copytree(site, kitchen.folder / "copy", copy_function=copy)
    shutil.rmtree(site)
    (kitchen.folder / "copy").rename(site)
    spoilt = sorted(site.glob("words/terms/*/index.html"))[:2]
    for path in spoilt:
        state = path.stat()
        content = path.read_bytes()
        path.write_bytes(content[:-2] + b"!\n")
        if keeps_times:
            os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    before = (site / "words/terms/pan/index.html").stat().st_ino
    kitchen.build("One.")
    after = (site / "words/terms/pan/index.html").stat().st_ino
    assert before == after  # it was taken over, not made again

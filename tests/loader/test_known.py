"""Files that an earlier build has read are what they would be if they were read again."""

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from termwise.loader import load
from termwise.loader.known import KnownFiles
from termwise.model.path import Path as LearningPath
from termwise.model.term import Term

GOLDENS = Path(__file__).parent.parent / "goldens"
TERM = "term: wok\ncategory: stove\nlevel: low\ndefinition: A pan.\n"


def lay(files: Mapping[str, str], folder: Path) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder / "glossary"


@pytest.mark.parametrize("golden", ["kitchen.yml", "kitchen-more.yml", "base.yml", "mistakes.yml"])
def test_a_glossary_that_is_known_is_the_same(tmp_path: Path, golden: str) -> None:
    """With all that is wrong in it, and where."""
    files = yaml.safe_load((GOLDENS / golden).read_text("utf-8"))
    files = {name: text for name, text in files.items() if isinstance(text, str)}
    folder = lay(
        {f"glossary/{name.removeprefix('glossary/')}": t for name, t in files.items()}, tmp_path
    )
    plain = load(folder, root=tmp_path)
    first = KnownFiles()
    load(folder, root=tmp_path, known=first)
    second = KnownFiles(first.lines())
    again = load(folder, root=tmp_path, known=second)
    assert again == plain
    assert second.lines() == first.lines()


def test_the_reference_glossary_that_is_known_is_the_same(root: Path) -> None:
    known = KnownFiles()
    plain = load(root / "glossary", root=root, known=known)
    assert known.lines().count(b"\n") > 30
    assert load(root / "glossary", root=root, known=KnownFiles(known.lines())) == plain


def test_a_file_that_is_moved_to_another_folder_is_read_again(tmp_path: Path) -> None:
    """The text of a term is known; as a learning path it is wrong, and says so."""
    known = KnownFiles()
    folder = lay({"glossary/terms/wok.yml": TERM}, tmp_path)
    load(folder, root=tmp_path, known=known)
    assert known.entry(Term, TERM)
    assert known.entry(LearningPath, TERM) is None
    (folder / "paths").mkdir()
    (folder / "terms/wok.yml").rename(folder / "paths/wok.yml")
    again = load(folder, root=tmp_path, known=KnownFiles(known.lines()))
    assert again == load(folder, root=tmp_path)
    assert again.problems


def test_what_is_not_asked_for_is_forgotten(tmp_path: Path) -> None:
    known = KnownFiles()
    load(lay({"glossary/terms/wok.yml": TERM}, tmp_path), root=tmp_path, known=known)
    assert known.lines()
    assert KnownFiles(known.lines()).lines() == b""

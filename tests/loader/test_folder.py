"""Reading a folder's files: inside it, bounded, UTF-8, and whatever else is told."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from termwise.loader import load
from termwise.loader.folder import MAX_BYTES, SourceText, read_file, read_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder with a neighbour that holds a secret."""
    (tmp_path / "secret.yml").write_text("secret: true\n")
    (tmp_path / "glossary" / "terms").mkdir(parents=True)
    return tmp_path / "glossary"


def read(folder: Path) -> dict[str, SourceText]:
    """The files of a folder by path."""
    return {source.path: source for source in read_folder(folder, "glossary", (".yml", ".yaml"))}


def codes(folder: Path) -> dict[str, str]:
    """The problems of a folder by path."""
    return {path: source.problem.code for path, source in read(folder).items() if source.problem}


def test_files_come_sorted_with_their_text(folder: Path) -> None:
    """The order does not depend on the file system, so that output repeats."""
    for name in ("terms/b.yml", "terms/a.yaml", "z.yml", "a.yml"):
        (folder / name).write_text(f"# {name}\n")
    found = read(folder)
    assert list(found) == ["a.yml", "terms/a.yaml", "terms/b.yml", "z.yml"]
    assert found["terms/b.yml"] == SourceText(
        "terms/b.yml", "glossary/terms/b.yml", "# terms/b.yml\n"
    )


def test_hidden_files_and_other_endings_are_passed_over(folder: Path) -> None:
    """An editor's swap files and a README are nobody's mistake."""
    (folder / ".git").mkdir()
    for name in (
        ".git/a.yml",
        ".a.yml",
        "terms/.b.yml",
        "README.md",
        "terms/a.yml~",
        "terms/a.YML",
    ):
        (folder / name).write_text("nonsense: [")
    assert read(folder) == {}


def test_line_ends_and_a_byte_order_mark_are_evened_out(folder: Path) -> None:
    """Files from Windows read like any other."""
    (folder / "a.yml").write_bytes(b"\xef\xbb\xbfa: b\r\nc: d\r\n")
    assert read(folder)["a.yml"].text == "a: b\nc: d\n"


def test_a_file_that_is_not_utf_8_is_told_with_its_line(folder: Path) -> None:
    """An old editor may save as Latin-1; UTF-16 begins with bytes that UTF-8 has not."""
    (folder / "latin.yml").write_bytes("a: b\nc: é\n".encode("latin-1"))
    (folder / "utf-16.yml").write_bytes("a: b\n".encode("utf-16"))
    assert codes(folder) == {"latin.yml": "not-utf-8", "utf-16.yml": "not-utf-8"}
    problem = read(folder)["latin.yml"].problem
    assert problem is not None
    assert problem.line == 2


def test_a_file_over_the_bound_is_not_read(folder: Path) -> None:
    """The bound is told in the message; a file of exactly that size is read."""
    (folder / "full.yml").write_bytes(b"#" * MAX_BYTES)
    with (folder / "huge.yml").open("wb") as huge:
        huge.truncate(50 * MAX_BYTES)
    assert codes(folder) == {"huge.yml": "too-large"}
    problem = read(folder)["huge.yml"].problem
    assert problem is not None
    assert "50,000,000 bytes" in problem.fault


@pytest.mark.parametrize("target", ["../../secret.yml", "/etc/hostname", "../../none.yml"])
def test_a_link_out_of_the_folder_is_not_followed(folder: Path, target: str) -> None:
    """A glossary that somebody sends must not publish what stands beside it."""
    (folder / "terms" / "a.yml").symlink_to(target)
    found = read(folder)["terms/a.yml"]
    assert found.text == ""
    assert codes(folder) == {"terms/a.yml": "outside-folder"}


def test_a_linked_folder_is_told_and_not_entered(folder: Path) -> None:
    """Neither one outside nor the folder itself, which would never end."""
    (folder / "terms" / "out").symlink_to(folder.parent)
    (folder / "terms" / "again").symlink_to(folder)
    assert codes(folder) == {"terms/again": "not-a-file", "terms/out": "outside-folder"}


def test_links_that_lead_in_a_circle_or_nowhere_are_told(folder: Path) -> None:
    """Following them would raise."""
    (folder / "a.yml").symlink_to(folder / "b.yml")
    (folder / "b.yml").symlink_to(folder / "a.yml")
    (folder / "c.yml").symlink_to(folder / "none.yml")
    (folder / "d").symlink_to(folder / "d")
    assert set(codes(folder).values()) == {"unreadable"}
    assert list(codes(folder)) == ["a.yml", "b.yml", "c.yml", "d"]


def test_a_link_within_the_folder_is_a_file_like_any_other(folder: Path) -> None:
    """It is read under its own name if that has the ending, and else passed over."""
    (folder / "terms" / "a.yml").write_text("a: b\n")
    (folder / "terms" / "b.yml").symlink_to("a.yml")
    (folder / "terms" / "notes.txt").symlink_to("a.yml")
    (folder / "logo.png").write_bytes(b"\x89PNG")
    (folder / "icon.png").symlink_to("logo.png")
    found = read(folder)
    assert list(found) == ["terms/a.yml", "terms/b.yml"]
    assert found["terms/b.yml"].text == "a: b\n"


def test_a_folder_behind_a_link_is_read(tmp_path: Path, folder: Path) -> None:
    """The glossary itself may be a link; what counts is the inside of where it leads."""
    (folder / "a.yml").write_text("a: b\n")
    (tmp_path / "link").symlink_to(folder)
    assert read(tmp_path / "link")["a.yml"].text == "a: b\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    """Reading one would never end."""
    os.mkfifo(folder / "a.yml")
    os.mkfifo(folder / "terms" / "picture.png")
    assert codes(folder) == {"a.yml": "not-a-file", "terms/picture.png": "not-a-file"}


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """A glossary that we may enter, and for whom it is read no more rights than its owner has."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    (folder / "glossary" / "terms").mkdir(parents=True)
    (folder / "glossary" / "a.yml").write_text("a: b\n")
    (folder / "glossary" / "terms" / "b.yml").write_text("a: b\n")
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield folder / "glossary"
    finally:
        if root:
            os.seteuid(0)
        shutil.rmtree(folder)


def shut(path: Path) -> None:
    """Let nobody read a path."""
    if os.geteuid() != os.getuid():
        os.seteuid(0)
        path.chmod(0)
        os.seteuid(65534)
    else:
        path.chmod(0)


@pytest.mark.skipif(os.name != "posix", reason="rights are others here")
@pytest.mark.parametrize(
    ("name", "told"),
    [("a.yml", {"a.yml"}), ("terms", {"terms"}), ("terms/b.yml", {"terms/b.yml"}), (".", {"."})],
)
def test_what_nobody_may_read_is_told(unprivileged: Path, name: str, told: set[str]) -> None:
    """A file, a folder, the glossary itself: with its place, and as a problem."""
    shut(unprivileged / name)
    try:
        assert codes(unprivileged) == dict.fromkeys(told, "unreadable")
        problems = load(unprivileged).problems
        assert {problem.code for problem in problems} >= {"unreadable"}
    finally:
        if os.geteuid() == os.getuid():
            (unprivileged / name).chmod(0o700)


def test_folders_may_nest_as_deep_as_the_system_has_it(folder: Path) -> None:
    """Deeper than Python calls functions within functions."""
    here = Path.cwd()
    os.chdir(folder)
    try:
        for _ in range(1_500):
            Path("d").mkdir()
            os.chdir("d")
        Path("deep.yml").write_text("a: b\n")
    finally:
        os.chdir(here)
    try:
        assert len(read(folder)) == 1
    finally:
        subprocess.run(["rm", "-rf", str(folder)], check=True)


@pytest.mark.parametrize("path", ["a" * 300, "a/" * 3_000, "a\0b"])
def test_a_glossary_that_no_system_could_have_is_one_problem(tmp_path: Path, path: str) -> None:
    """Whatever the settings name."""
    assert [problem.code for problem in load(tmp_path / path).problems] == ["no-glossary"]


@pytest.mark.skipif(os.name != "posix", reason="file names are text here")
def test_a_name_that_is_not_utf_8_can_be_printed(folder: Path) -> None:
    """Otherwise the report itself would fail."""
    try:
        Path(os.fsdecode(os.fsencode(folder) + b"/\xff.yml")).write_text("a: b\n")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    [path] = read(folder)
    assert path == "\ufffd.yml"


def test_a_file_that_went_away_is_a_problem(folder: Path) -> None:
    """Live reload reads while an editor saves."""
    problem = read_file(folder / "none.yml", "none.yml").problem
    assert problem is not None
    assert problem.code == "not-a-file"

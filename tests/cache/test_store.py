"""Parts of the cache are believed only as they were written, by this program, under this name."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termwise.cache import version
from termwise.cache.store import Store, digest
from termwise.cache.version import program_version


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return Store(tmp_path_factory.mktemp("store") / "inner", "v1")


@given(body=st.binary(max_size=99))
def test_what_is_kept_is_read(store: Store, body: bytes) -> None:
    store.write("part", body)
    assert store.read("part") == body


@given(body=st.binary(max_size=99), at=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_no_other_byte_is_believed(store: Store, body: bytes, at: int, bit: int) -> None:
    """Wherever it is cut off, or one bit is another."""
    store.write("part", body)
    file = store.folder / "part"
    whole = bytearray(file.read_bytes())
    file.write_bytes(whole[: at % len(whole)])
    assert store.read("part") is None
    whole[at % len(whole)] ^= 1 << bit
    file.write_bytes(whole)
    assert store.read("part") is None


def test_nothing_is_read_of_others(store: Store) -> None:
    """Of another version, under another name, or where there is no file."""
    store.write("part", b"body")
    assert Store(store.folder, "v2").read("part") is None
    shutil.copy(store.folder / "part", store.folder / "other")
    assert store.read("other") is None
    assert store.read("none") is None
    (store.folder / "folder").mkdir()
    assert store.read("folder") is None
    store.write("folder", b"body")
    assert store.read("folder") is None


def test_a_place_that_cannot_be_had_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("taken", "utf-8")
    store = Store(tmp_path / "file", "v1")
    store.write("part", b"body")
    assert store.read("part") is None


def test_git_leaves_the_cache_out(store: Store) -> None:
    store.write("part", b"")
    assert (store.folder / ".gitignore").read_text("utf-8") == "*\n"


def test_digests_differ() -> None:
    assert digest(b"a") != digest(b"b")


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of a module and a template, beside one other package."""
    for name in ("program/module.py", "program/templates/page.j2", "beside/other-1.0.dist-info/x"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("one", "utf-8")
    monkeypatch.setattr(version, "_PACKAGE", tmp_path / "program")
    monkeypatch.setattr("sys.path", [str(tmp_path / "beside"), str(tmp_path / "nowhere")])
    return tmp_path


def test_another_program_has_another_version(package: Path) -> None:
    """A file that changes, comes, is called otherwise or goes; a package in another version."""
    fresh = program_version.__wrapped__
    seen = [fresh()]
    assert fresh() == seen[0]
    (package / "program/module.pyc").write_text("compiled", "utf-8")
    assert fresh() == seen[0]
    template = package / "program/templates/page.j2"
    template.write_text("two", "utf-8")
    seen.append(fresh())
    template.rename(template.with_name("sheet.j2"))
    seen.append(fresh())
    (package / "program/new.py").write_text("", "utf-8")
    seen.append(fresh())
    (package / "program/module.py").unlink()
    seen.append(fresh())
    other = package / "beside/other-1.0.dist-info"
    other.rename(other.with_name("other-1.1.dist-info"))
    seen.append(fresh())
    assert len(set(seen)) == len(seen)

"""The memory of examinations: what did not change is not examined again."""

import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from termwise.decide.examine import Examination, examine
from termwise.decide.examiner import METHOD, Examiner, read_reports, write_reports

Make = Callable[..., dict[str, Any]]


@pytest.fixture
def made(program: Make) -> dict[str, Any]:
    """A program with something to say of it."""
    rule = {"when": [{"of": "sure", "in": ["yes"]}], "weights": [1.0, 0.0]}
    return program(rules=[rule], version="abcd1234")


def test_a_program_is_examined_once(made: dict[str, Any]) -> None:
    """The second time the report is the very same object."""
    examiner = Examiner()
    assert examiner(made) is examiner(made)
    assert examiner(made) == examine(made)
    assert examiner.used == {"abcd1234"}


def test_a_known_report_is_taken_as_it_is(made: dict[str, Any]) -> None:
    """And another version is examined."""
    planted = replace(examine(made), tried=77, silent=3)
    examiner = Examiner({"abcd1234": planted})
    assert examiner(made) == planted
    assert examiner({**made, "version": "other"}).tried != 77


def test_reports_are_kept_in_a_file(made: dict[str, Any], tmp_path: Path) -> None:
    """In a folder that need not be there; what was not used is forgotten."""
    file = tmp_path / "deep" / "er" / "examinations.json"
    examiner = Examiner({"gone": examine(made)})
    examiner(made)
    write_reports(file, examiner)
    assert read_reports(file) == {"abcd1234": examine(made)}
    kept = {path.name for path in file.parent.iterdir()}
    assert kept == {"examinations.json", ".gitignore"}, "and nobody puts it under version control"


def test_an_unchanged_file_is_left_alone(made: dict[str, Any], tmp_path: Path) -> None:
    """So that a build that watches files does not begin again."""
    file = tmp_path / "examinations.json"
    examiner = Examiner()
    examiner(made)
    write_reports(file, examiner)
    spaced = json.dumps(json.loads(file.read_text("utf-8")), indent=4)
    file.write_text(spaced, "utf-8")
    write_reports(file, examiner)
    assert file.read_text("utf-8") == spaced


def stored(**changes: object) -> str:
    """A file of reports with other parts in its one report, as if they had been written so."""
    report = Examination(True, 6, (), (), (), (), (3, 0), 3, 0, 3, (1, 5))
    parts = {**asdict(report), **changes}
    return sealed({"abcd1234": parts})


def sealed(reports: object, method: str = METHOD) -> str:
    """A file of reports that says rightly what they come to."""
    said = hashlib.sha256(json.dumps(reports, sort_keys=True).encode()).hexdigest()
    return json.dumps({"method": method, "digest": said, "reports": reports})


def test_the_file_of_the_next_cases_is_read() -> None:
    """Otherwise they would prove nothing."""
    assert json.loads(stored())["method"] == METHOD


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "null", "[]", "5", '"x"', "{}", '{"method": 1}', "\x00\xff",
        json.dumps({"method": METHOD}),
        sealed(None),
        sealed([]),
        sealed({"abcd1234": None}),
        sealed({"abcd1234": {}}),
        sealed(json.loads(stored())["reports"], method="0"),
        json.dumps({"method": METHOD, "reports": json.loads(stored())["reports"]}),
        stored().replace('"tried": 6', '"tried": 7'),
        stored(more=1),
        stored(dead=5),
        stored(dead=["x"]),
        stored(tried="6"),
        stored(wins=None),
        stored(exact=1),
        stored(ties=[]),
        "[" * 100_000,
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_is_ignored(text: str, tmp_path: Path) -> None:
    """Cut off, of another program, of another method, or of another form."""
    file = tmp_path / "examinations.json"
    file.write_text(text, "utf-8")
    assert read_reports(file) == {}


def test_a_sound_file_is_read(tmp_path: Path) -> None:
    """The same file without a fault."""
    file = tmp_path / "examinations.json"
    file.write_text(stored(), "utf-8")
    assert read_reports(file)["abcd1234"].wins == (3, 0)


@pytest.mark.parametrize(
    "planted",
    [
        {"wins": [1]},
        {"dead": [9]},
        {"hopeless": [2]},
        {"mute": [3]},
        {"silent_at": [6]},
        {"thinned": [3]},
    ],
)
def test_a_report_that_does_not_fit_is_not_used(
    planted: dict[str, Any], made: dict[str, Any], tmp_path: Path
) -> None:
    """It names rules, questions or options that the program does not have."""
    file = tmp_path / "examinations.json"
    file.write_text(stored(**planted), "utf-8")
    assert Examiner(read_reports(file))(made) == examine(made)


def test_other_bytes_than_text_are_ignored(tmp_path: Path) -> None:
    """And so is a folder in the file's place."""
    (tmp_path / "a.json").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "b.json").mkdir()
    assert read_reports(tmp_path / "a.json") == read_reports(tmp_path / "b.json") == {}
    assert read_reports(tmp_path / "missing.json") == {}


@pytest.mark.parametrize("hindrance", ["parent-is-file", "staged-is-folder", "file-is-folder"])
def test_where_nothing_can_be_written_nothing_is(
    hindrance: str, made: dict[str, Any], tmp_path: Path
) -> None:
    """A checkout that cannot be written to is built all the same."""
    file = tmp_path / ".cache" / "examinations.json"
    if hindrance == "parent-is-file":
        file.parent.write_text("in the way", "utf-8")
    else:
        file.parent.mkdir()
        begun = file.with_name(f".{file.name}.new")
        wrong = file if hindrance == "file-is-folder" else begun
        (wrong / "kept").mkdir(parents=True)
    examiner = Examiner()
    examiner(made)
    write_reports(file, examiner)
    assert read_reports(file) == {}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_in_the_place_of_the_file_is_not_waited_for(
    made: dict[str, Any], tmp_path: Path
) -> None:
    """Whoever put it there: a build would wait for its other end for ever."""
    file = tmp_path / "examinations.json"
    os.mkfifo(file)
    examiner = Examiner(read_reports(file))
    examiner(made)
    write_reports(file, examiner)
    assert not file.is_file()


def test_a_folder_for_reading_only_is_no_error(made: dict[str, Any], tmp_path: Path) -> None:
    """Whoever may write all the same finds the reports there."""
    tmp_path.chmod(0o500)
    try:
        examiner = Examiner()
        examiner(made)
        write_reports(tmp_path / "cache" / "examinations.json", examiner)
    finally:
        tmp_path.chmod(0o700)
    assert read_reports(tmp_path / "cache" / "examinations.json") in ({}, examiner.known)

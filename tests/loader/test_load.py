"""The whole folder to a glossary: what is where, what is broken, and in which order it is told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from termwise.loader import load, locate
from termwise.model.glossary import Origin
from termwise.model.problem import Problem

Make = Callable[..., Path]


def test_entries_know_their_file_and_place(project: Make) -> None:
    """Problems and "suggest an edit" go by it."""
    folder = project()
    loaded = load(folder / "glossary")
    assert loaded.problems == ()
    origins = loaded.glossary.origins
    assert origins["term", "apple"] == Origin("glossary/terms/apple.yml")
    assert origins["fact", "apple-price"] == Origin("glossary/facts/prices.yml", ("facts", 0))
    assert origins["category", "stone-fruit"] == Origin("glossary/taxonomy.yml", ("categories", 1))


def test_every_kind_of_entry_is_read(project: Make) -> None:
    """And each is found under its kind."""
    path = "title: First steps\nsummary: S.\nsteps: [{term: apple, why: It is common.}]\n"
    glossary = load(project({"glossary/paths/first-steps.yml": path}) / "glossary").glossary
    ids = {kind: list(glossary.of_kind(kind)) for kind, _name in glossary.origins}
    assert ids == {
        "comparison": ["apple-vs-pear"], "topic": ["prices"], "fact": ["apple-price"],
        "path": ["first-steps"], "source": ["orchard-report"],
        "category": ["pome-fruit", "stone-fruit"], "level": ["beginner", "gardener"],
        "relation": ["kin-of"], "region": ["canada"], "term": ["apple", "pear"],
    }  # fmt: skip
    assert [key for key, _entry in glossary.entries()] == list(glossary.origins)


def test_no_glossary_is_one_problem(tmp_path: Path) -> None:
    """A folder that is missing, or a file in its place."""
    for name in ("none", "file"):
        (tmp_path / "file").write_text("")
        assert [problem.code for problem in load(tmp_path / name).problems] == ["no-glossary"]


@pytest.mark.parametrize(
    ("path", "text", "broken"),
    [
        ("glossary/sources.yml", "sources: [\n", ("source", "*")),
        ("glossary/sources.yml", "source: []\n", ("source", "*")),
        ("glossary/sources.yml", "- {id: orchard-report}\n", ("source", "*")),
        ("glossary/sources.yml", "sources: [{id: orchard-report}]\n", ("source", "orchard-report")),
        ("glossary/facts/prices.yml", "facts: 5\n", ("fact", "*")),
        ("glossary/facts/prices.yml", "facts: [5, {id: 7}, {id: [a]}]\n", ("fact", "7")),
        ("glossary/taxonomy.yml", "categories: []\n", ("level", "*")),
        ("glossary/terms/apple.yml", "term: [\n", ("term", "apple")),
        ("glossary/comparisons/apple-vs-pear.yml", "", ("comparison", "apple-vs-pear")),
    ],
)
def test_what_a_file_with_a_fault_holds_is_remembered(
    project: Make, path: str, text: str, broken: tuple[str, str]
) -> None:
    """Whoever names it is not at fault, and is not told so."""
    loaded = load(project({path: text}) / "glossary")
    assert broken in loaded.glossary.broken
    assert {problem.file for problem in loaded.problems} == {path}


def test_a_file_that_cannot_be_read_is_remembered_too(project: Make) -> None:
    """Bytes that are no UTF-8 hide all sources."""
    folder = project()
    (folder / "glossary/sources.yml").write_bytes(b"\xff\xfe")
    loaded = load(folder / "glossary")
    assert [problem.code for problem in loaded.problems] == ["not-utf-8"]
    assert ("source", "*") in loaded.glossary.broken


def test_problems_are_told_in_the_order_of_files_and_lines_and_once(tmp_path: Path) -> None:
    """An editor works down the list."""
    (tmp_path / "a.yml").write_text("x: 1\ny: 2\nz: word\n")
    (tmp_path / "b.yml").write_text("x: 1\n")
    found = [
        Problem("c", "fault", file="b.yml", path=("x",)),
        Problem("c", "fault", file="a.yml", path=("z",), needle="word"),
        Problem("d", "fault", file="a.yml", path=("y",)),
        Problem("c", "fault", file="a.yml", path=("y",)),
        Problem("c", "fault", file="a.yml", path=("y",)),
        Problem("c", "fault", file="a.md"),
    ]
    told = [(p.file, p.line, p.column, p.code) for p in locate(found, tmp_path)]
    assert told == [
        ("a.md", 0, 0, "c"), ("a.yml", 2, 1, "c"), ("a.yml", 2, 1, "d"), ("a.yml", 3, 4, "c"),
        ("b.yml", 1, 1, "c"),
    ]  # fmt: skip


def test_a_needle_is_sought_in_its_field_only(tmp_path: Path) -> None:
    """The same words above and below do not count, and what is not found is told at the field."""
    (tmp_path / "a.yml").write_text("x: needle\ny: >-\n  some\n  needle\nz: needle\n")
    found = [
        Problem("c", "fault", file="a.yml", path=("y",), needle=word) for word in ("needle", "none")
    ]
    assert [(p.line, p.column) for p in locate(found, tmp_path)] == [(2, 1), (4, 3)]
    (tmp_path / "b.yml").write_text("x: {a: b, c: needle}\n")
    beside = [Problem("c", "fault", file="b.yml", path=("x", "a"), needle="needle")]
    assert [(p.line, p.column) for p in locate(beside, tmp_path)] == [(1, 5)]


def test_paths_outside_the_root_are_told_in_full(project: Make, tmp_path: Path) -> None:
    """A glossary may stand beside the site that shows it."""
    folder = project({"glossary/terms/plum.yml": ""}) / "glossary"
    (tmp_path / "elsewhere").mkdir()
    loaded = load(folder, root=tmp_path / "elsewhere")
    [problem] = locate(loaded.problems, tmp_path / "elsewhere")
    assert (problem.file, problem.line) == ((folder / "terms/plum.yml").as_posix(), 1)

"""Fields: every text and every reference of an entry is found, wherever the model has it."""

from pathlib import Path as FilePath
from typing import Any, get_args

import pytest

from termwise.loader.yaml_reader import read_yaml
from termwise.lookup.library import Library
from termwise.model.comparison import Comparison
from termwise.model.fact import Fact
from termwise.model.fields import texts, walk, walk_data
from termwise.model.glossary import Glossary
from termwise.model.kinds import FOLDER_TYPES
from termwise.model.path import Path
from termwise.model.source import Source
from termwise.model.taxonomy import Category
from termwise.model.term import Term
from termwise.model.values import Entry, Markdown, Reference

TERM = {
    "term": "a", "category": "c", "level": "l", "definition": "D", "key_points": ("K",),
    "sections": ({"title": "t", "text": "S"},), "sources": ("s",), "replaced_by": "b",
    "related": ({"term": "b", "kind": "k", "why": "W"},),
    "regions": ({"region": "r", "text": "R", "sources": ("s2",)},),
    "translations": {"fr": {"term": "x", "definition": "T"}},
}  # fmt: skip


def test_a_term_names_others_and_holds_texts() -> None:
    """In the order of the fields, with the path that a problem would show."""
    term = Term.model_validate(TERM)
    found = [
        (path, value, marker.kind if isinstance(marker, Reference) else "text")
        for path, value, marker in walk(term)
    ]
    assert found == [
        (("category",), "c", "category"),
        (("level",), "l", "level"),
        (("definition",), "D", "text"),
        (("key_points", 0), "K", "text"),
        (("sections", 0, "text"), "S", "text"),
        (("regions", 0, "region"), "r", "region"),
        (("regions", 0, "text"), "R", "text"),
        (("regions", 0, "sources", 0), "s2", "source"),
        (("related", 0, "term"), "b", "term"),
        (("related", 0, "kind"), "k", "relation"),
        (("related", 0, "why"), "W", "text"),
        (("sources", 0), "s", "source"),
        (("replaced_by",), "b", "term"),
        (("translations", "fr", "definition"), "T", "text"),
    ]


def test_a_comparison_names_subjects_in_the_keys_of_its_cells() -> None:
    """Cells are text or facts; each key is a term."""
    comparison = Comparison.model_validate(
        {
            "title": "t", "summary": "S", "subjects": ("a", "b"),
            "dimensions": (
                {"name": "n", "help": "H", "cells": {"a": "C", "b": {"fact": "f", "note": "N"}}},
            ),
        }
    )  # fmt: skip
    cells = ("dimensions", 0, "cells")
    assert [(path, value, type(marker)) for path, value, marker in walk(comparison)] == [
        (("summary",), "S", Markdown),
        (("subjects", 0), "a", Reference),
        (("subjects", 1), "b", Reference),
        (("dimensions", 0, "help"), "H", Markdown),
        ((*cells, "a"), "a", Reference),
        ((*cells, "a"), "C", Markdown),
        ((*cells, "b"), "b", Reference),
        ((*cells, "b", "fact"), "f", Reference),
        ((*cells, "b", "note"), "N", Markdown),
    ]


def markers(kind: Any, seen: tuple[object, ...] = ()) -> bool:
    """Whether an annotation has a text or a reference anywhere in it."""
    if any(isinstance(mark, Markdown | Reference) for mark in getattr(kind, "__metadata__", ())):
        return True
    return any(markers(part, seen) for part in get_args(kind))


@pytest.mark.parametrize("kind", [Term, Comparison, Fact, Path, Source, Category])
def test_no_field_with_a_mark_is_passed_over(kind: type[Entry], reference: Library) -> None:
    """Every marked field of a model is found in some entry of the reference glossary, if set."""
    glossary: Glossary = reference.glossary
    entries = [entry for _key, entry in glossary.entries() if isinstance(entry, kind)]
    assert entries
    for name, field in kind.model_fields.items():
        marked = any(isinstance(mark, Markdown | Reference) for mark in field.metadata)
        if marked or markers(field.annotation):
            for entry in entries:
                if getattr(entry, name):
                    assert any(path[0] == name for path, _value, _marker in walk(entry)), name


def test_texts_are_the_markdown_alone() -> None:
    """References are left out."""
    assert [text for _path, text in texts(Term.model_validate(TERM))] == [
        "D", "K", "S", "R", "W", "T",
    ]  # fmt: skip


def test_the_data_of_a_file_is_walked_as_its_entry_is(root: FilePath) -> None:
    """What is checked of a file with a fault is what is checked of a good one."""
    for folder, kind in FOLDER_TYPES.items():
        for file in (root / "glossary" / folder).glob("*.yml"):
            data = read_yaml(file.read_text("utf-8"), file.name).data
            entry = kind.model_validate(data)
            assert sorted(walk_data(kind, data), key=str) == sorted(walk(entry), key=str)


@pytest.mark.parametrize("data", [None, "apple", 5, ("apple",), {"related": 5, "regions": ({},)}])
def test_data_of_another_shape_holds_nothing(data: object) -> None:
    """It is told elsewhere."""
    assert list(walk_data(Term, data)) == []

"""The JSON Schemas of the files: what an editor that completes and checks YAML goes by."""

import datetime
import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from termwise.cli import main
from termwise.cli.schema import SCHEMAS
from termwise.loader.yaml_reader import read_yaml
from termwise.model.kinds import FILE_TYPES, FOLDER_TYPES

GLOSSARY = Path(__file__).parent.parent / "glossary"
FILES = [
    *(
        (folder, file)
        for folder in FOLDER_TYPES
        for file in sorted((GLOSSARY / folder).glob("*.yml"))
    ),
    *((name.removesuffix(".yml"), GLOSSARY / name) for name in FILE_TYPES),
]


@cache
def schema(kind: str) -> dict[str, Any]:
    """The schema as the command prints it."""
    printed = CliRunner().invoke(main, ["schema", kind], catch_exceptions=False).stdout
    said: dict[str, Any] = json.loads(printed)
    return said


@cache
def validators(kind: str) -> tuple[Callable[[object], object], ...]:
    """Two independent ones."""
    return Draft202012Validator(schema(kind)).validate, fastjsonschema.compile(schema(kind))


def as_json(value: object) -> object:
    """YAML's values as JSON has them: dates as text."""
    if isinstance(value, dict):
        return {key: as_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [as_json(item) for item in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


@pytest.mark.parametrize(("kind", "file"), FILES, ids=lambda part: str(part).rsplit("/", 1)[-1])
def test_the_shipped_files_pass_in_two_validators(kind: str, file: Path) -> None:
    """As a reader of YAML 1.1 sees them and as one of 1.2 does: `as_of: 2026` is a number."""
    text = file.read_text("utf-8")
    for data in (yaml.safe_load(text), read_yaml(text, file.name).data):
        for validate in validators(kind):
            validate(as_json(data))


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("source", {"sources": [{"id": "A B", "title": "T", "kind": "book"}]}),
        ("source", {"sources": [{"id": "a", "title": "T", "kind": "rumour"}]}),
        ("source", {"sources": [{"id": "a", "title": "T", "kind": "book", "published": "1/2026"}]}),
        ("source", {"sources": [{"id": "a", "title": "T", "kind": "book", "published": 20261}]}),
        ("source", {"sources": [{"id": "a", "title": "T", "kind": "book", "colour": "red"}]}),
        ("path", {"title": "T", "summary": "S.", "steps": [{"term": "Plum tree", "why": "W."}]}),
    ],
)
def test_a_mistake_fails_in_both(kind: str, data: object) -> None:
    """An editor underlines what `termwise check` would tell."""
    for validate in validators(kind):
        with pytest.raises(Exception, match=r".") as caught:
            validate(data)
        assert type(caught.value).__name__ in ("ValidationError", "JsonSchemaValueException")


def test_each_kind_goes_by_what_it_holds_and_by_its_folder() -> None:
    """Whoever thinks of one term and whoever thinks of the folder are both right."""
    assert set(SCHEMAS) == {
        "term", "terms", "comparison", "comparisons", "decision", "decisions", "path", "paths",
        "fact", "facts", "source", "sources", "taxonomy",
    }  # fmt: skip
    assert all(schema(name) == schema(name.removesuffix("s")) for name in SCHEMAS)


def properties(part: object, where: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property that a schema describes."""
    if isinstance(part, dict):
        for name, said in part.get("properties", {}).items():
            yield f"{where}.{name}", said
        for key, inner in part.items():
            yield from properties(inner, f"{where}.{key}")


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_property_has_a_description(kind: str) -> None:
    """Which editors show beside the key: a sentence of its own."""
    found = dict(properties(schema(kind), kind))
    assert found
    said = {name: part.get("description", "") for name, part in found.items()}
    assert [name for name, words in said.items() if not re.fullmatch(r"\S.+\.", words)] == []

"""The JSON API keeps its contract, and the contract says all that the API hands out."""

from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from termwise.exports.contract import contract
from termwise.lookup.library import Library

Published = Callable[[Library], dict[str, Any]]
LoosePlaces = Callable[[Any, Draft202012Validator], list[str]]


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = dict(contract("api-v1.json"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_the_reference_glossary_keeps_the_contract(
    reference: Library, published: Published, validator: Draft202012Validator
) -> None:
    """Every file that programs can fetch of a real glossary is as the schema says."""
    files = published(reference)
    assert len(files) > 40
    wrong = [
        f"{path}: {error.json_path}: {error.message[:200]}"
        for path, document in files.items()
        for error in validator.iter_errors(document)
    ]
    assert wrong == []


def test_a_glossary_with_every_field_keeps_the_contract(
    full: Library, published: Published, validator: Draft202012Validator
) -> None:
    """The same for fields that the reference glossary does not use, and for those left empty."""
    for path, document in published(full).items():
        assert [error.message[:200] for error in validator.iter_errors(document)] == [], path


def test_every_field_is_filled_somewhere(full: Library, published: Published) -> None:
    """The small glossary tests what it says: each key has a value at least once."""
    filled: dict[str, bool] = {}

    def note(value: Any, place: str) -> None:
        if isinstance(value, dict):
            for key, item in value.items():
                name = f"{place}.{key}"
                filled[name] = filled.get(name, False) or item not in (None, [], "")
                note(item, key)
        elif isinstance(value, list):
            for item in value:
                note(item, place)

    note(published(full)["api/v1/glossary.json"], "")
    settings = {"site.description"}
    empty = {name for name, seen in filled.items() if not seen} - settings
    assert not empty, (
        f"{', '.join(sorted(empty))} of glossary.json is empty everywhere: give the field that it "
        "is made of a value in tests/goldens/pages/full-term.yml or tests/contract/conftest.py"
    )


@pytest.mark.parametrize(
    "path", ["terms/fry.json", "terms/sautee.json", "compare/fry-or-boil.json", "decide/cook.json"]
)
def test_every_key_is_promised(
    path: str,
    full: Library,
    published: Published,
    validator: Draft202012Validator,
    loose_places: LoosePlaces,
) -> None:
    """The contract is worth something: a key that goes, or that changes its type, breaks it."""
    document = published(full)[f"api/v1/{path}"]
    assert loose_places(document, validator) == []


def test_every_key_of_the_whole_is_promised(
    full: Library,
    published: Published,
    validator: Draft202012Validator,
    loose_places: LoosePlaces,
) -> None:
    """The same for what stands in `glossary.json` only."""
    document = published(full)["api/v1/glossary.json"]
    for kind in ("terms", "comparisons", "decisions"):
        document[kind] = []
    assert loose_places(document, validator) == []

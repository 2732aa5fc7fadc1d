"""The data of embeds keeps its contract, and the contract says all that elements rely on."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from termwise.exports.contract import contract
from termwise.lookup.library import Library
from termwise.site.embedding import make_embeds

LoosePlaces = Callable[[Any, Draft202012Validator], list[str]]


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = dict(contract("embed-v1.json"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def embeds_of(library: Library) -> dict[str, Any]:
    """The data of every embed, moving and pinned, by its path."""
    return {
        path: json.loads(content)
        for made in make_embeds(library, "f" * 32)
        for path, content in made.files.items()
        if path.endswith(".json") and not path.endswith(".oembed.json")
    }


@pytest.fixture(scope="module")
def embeds(full: Library) -> dict[str, Any]:
    """Of the glossary in which every field is filled."""
    return embeds_of(full)


def test_the_reference_glossary_keeps_the_contract(
    reference: Library, validator: Draft202012Validator
) -> None:
    """Whatever other sites show of a real glossary is as the schema says."""
    embeds = embeds_of(reference)
    assert {data["kind"] for data in embeds.values()} == {"term", "table", "calculator"}
    for path, data in embeds.items():
        assert [error.message[:200] for error in validator.iter_errors(data)] == [], path


def test_a_glossary_with_every_field_keeps_the_contract(
    embeds: Mapping[str, Any], full: Library, validator: Draft202012Validator
) -> None:
    """Fields that the reference does not use, dates of review that have passed, other scripts."""
    later = replace(full, today=full.today.replace(year=2030))
    arabic = replace(later, site=replace(full.site, language="ar"))
    for data in [*embeds.values(), *embeds_of(arabic).values()]:
        assert [error.message[:200] for error in validator.iter_errors(data)] == []


@pytest.mark.parametrize(
    "path", ["terms/fry", "terms/sautee", "compare/fry-or-boil", "decide/cook"]
)
def test_every_key_is_promised(
    path: str,
    embeds: Mapping[str, Any],
    validator: Draft202012Validator,
    loose_places: LoosePlaces,
) -> None:
    """A key that goes, or that changes its type, breaks the contract.

    Only the attributes of an element may each be missing, and what our own element says.
    """
    loose = loose_places(embeds[f"embed/v1/{path}.json"], validator)
    assert [
        place
        for place in loose
        if not place.endswith(("'href') may go", "'class') may go"))
        and not place.startswith("('data', 'words', ")
    ] == []


@pytest.mark.parametrize(
    "node",
    [
        ["script", {}, "alert(1)"],
        ["a", {"href": "javascript:alert(1)"}, "x"],
        ["a", {"href": "terms/fry/"}, "x"],
        ["a", {"onclick": "alert(1)"}, "x"],
        ["p", {"style": "color: red"}, "x"],
        ["p", {"class": "md-button"}, "x"],
        ["p", {}, ["img", {}]],
        ["p"],
        "p",
    ],
)
def test_elements_are_of_a_few_kinds(
    node: Any, embeds: Mapping[str, Any], validator: Draft202012Validator
) -> None:
    """Those who build a page of them need to allow for nothing else."""
    data = {**embeds["embed/v1/terms/fry.json"], "definition": [node]}
    assert validator.is_valid(data) == isinstance(node, str)

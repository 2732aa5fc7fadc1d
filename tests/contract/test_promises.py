"""What a published contract promises, it goes on promising.

`frozen/` holds the contracts as they were last published. To add a key: add it to the schema in
`build_tools/termwise/contract/` (described, typed and required) and to what makes the data; this
test goes on passing, since whoever reads the data passes over keys that they do not know. Then
copy the schema over the frozen one, so that the new key is a promise too. Where this test fails,
somebody else's program would: leave what was promised as it is, and if it cannot be, publish a
version 2 beside version 1.
"""

import copy
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from termwise.exports.contract import contract

FROZEN = Path(__file__).parent / "frozen"
Schema = Mapping[str, Any]

ANY = ("array", "boolean", "integer", "null", "number", "object", "string")
CONTRACTS = ["api-v1.json", "embed-v1.json"]


def broken(old: Schema, new: Schema) -> list[str]:
    """The promises of the contract `old` that `new` breaks, each as a place and what is wrong.

    Data after the new schema must be what readers of the old one expect: keys and alternatives
    of a type stay or become fewer, and no value appears that could not be there before.
    """
    seen: set[tuple[str, str]] = set()
    kinds = {ref["$ref"] for ref in old["oneOf"]}
    missing = kinds - {ref["$ref"] for ref in new["oneOf"]}
    return [f"{ref} is gone" for ref in sorted(missing)] + [
        fault
        for ref in sorted(kinds - missing)
        for fault in _faults({"$ref": ref}, {"$ref": ref}, old, new, ref, seen)
    ]


def _faults(
    before: Schema, after: Schema, old: Schema, new: Schema, at: str, seen: set[tuple[str, str]]
) -> Iterator[str]:
    pair = (str(before.get("$ref")), str(after.get("$ref")))
    if "$ref" in before and "$ref" in after:
        if pair in seen:
            return
        seen.add(pair)
    was, now = _whole(before, old), _whole(after, new)
    if "anyOf" in was or "anyOf" in now:
        for one in now.get("anyOf", [now]):
            others = was.get("anyOf", [was])
            tried = [list(_faults(other, one, old, new, at, set(seen))) for other in others]
            if all(tried):
                yield f"{at}: {min(tried, key=len)[0]}"
    elif not _types(now) <= _types(was):
        yield f"{at} is {sorted(_types(now))}, and was {sorted(_types(was))}"
    else:
        yield from _values(was, now, at)
        for place, one, other in _parts(was, now, at):
            yield from _faults(one, other, old, new, place, seen)


def _parts(was: Schema, now: Schema, at: str) -> Iterator[tuple[str, Schema, Schema]]:
    """What is in values, before and after: each with its place."""
    for key, value in was.get("properties", {}).items():
        yield f"{at}.{key}", value, now.get("properties", {}).get(key, {})
    for key in ("items", "propertyNames"):
        if key in was:
            yield f"{at}[]", was[key], now.get(key, {})
    others = now.get("prefixItems", [])
    for number, value in enumerate(was.get("prefixItems", [])):
        yield f"{at}[{number}]", value, others[number] if number < len(others) else {}


def _values(was: Schema, now: Schema, at: str) -> Iterator[str]:
    """What values of a type may be: keys that are there, listed values, patterns, bounds."""
    for key in sorted(set(was.get("required", [])) - set(now.get("required", []))):
        yield f"{at}.{key} may be missing"
    if "enum" in was:
        more = [value for value in now.get("enum", ["any"]) if value not in was["enum"]]
        if more:
            yield f"{at} may be {more}"
    for key in ("pattern", "exclusiveMinimum", "minItems", "maxItems"):
        if key in was and was[key] != now.get(key):
            yield f"{at}: {key} is {now.get(key)!r}, and was {was[key]!r}"


def _types(schema: Schema) -> set[str]:
    """The types that a value may have, an integer being a number too."""
    given = schema.get("type")
    if given is None:
        return {_type_of(value) for value in schema["enum"]} if "enum" in schema else set(ANY)
    names = {given} if isinstance(given, str) else set(given)
    return names | {"integer"} if "number" in names else names


def _type_of(value: object) -> str:
    return {str: "string", int: "integer", type(None): "null"}[type(value)]


def _whole(schema: Schema, root: Schema) -> dict[str, Any]:
    """A schema with all that it refers to put in, and `const` and `oneOf` in other words."""
    found: dict[str, Any] = {}
    parts = [*schema.get("allOf", [])]
    if "$ref" in schema:
        parts.append(root["$defs"][schema["$ref"].rpartition("/")[2]])
    for part in (*(_whole(each, root) for each in parts), schema):
        required = [*found.get("required", []), *part.get("required", [])]
        properties = {**found.get("properties", {}), **part.get("properties", {})}
        found = {**found, **part, "required": required, "properties": properties}
    if "const" in found:
        found["enum"] = [found.pop("const")]
    if "oneOf" in found:
        found["anyOf"] = found.pop("oneOf")
    return found


@pytest.mark.parametrize("name", CONTRACTS)
def test_every_promise_still_holds(name: str) -> None:
    """Programs that were written for the frozen contract go on working."""
    frozen = json.loads((FROZEN / name).read_text("utf-8"))
    assert broken(frozen, contract(name)) == []


@pytest.mark.parametrize("name", CONTRACTS)
def test_every_named_key_is_required_and_described_by_a_type(name: str) -> None:
    """Whatever is named is promised; only the attributes of an element may each be left out."""
    for title, schema in contract(name)["$defs"].items():
        named = schema.get("properties", {})
        if title != "attributes":
            assert sorted(schema.get("required", [])) == sorted(named), title
        for key, value in named.items():
            assert {"$ref", "type", "const", "enum", "anyOf"} & set(value), f"{title}.{key}"


def test_both_contracts_say_the_same_of_a_program() -> None:
    """The rules of a decision are one thing, wherever they are handed out."""
    api, embed = (contract(name)["$defs"] for name in CONTRACTS)
    for name, schema in api.items():
        if name.startswith(("program", "formula")):
            assert embed[name] == schema


def _change(path: str, value: object) -> Any:
    """A change of the schema: the value at the path, or nothing there where it is None."""

    def apply(schema: Any) -> None:
        *way, last = path.split("/")
        for step in way:
            schema = schema[int(step) if isinstance(schema, list) else step]
        if value is None:
            del schema[last]
        elif last == "+":
            schema.append(value)
        else:
            schema[last] = value

    return apply


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("$defs/term/required", ["schema"]),
        ("$defs/term/properties/analogy", None),
        ("$defs/term/properties/title/type", ["string", "null"]),
        ("$defs/term/properties/aliases/items", {}),
        ("$defs/term/properties/status/enum/+", "retired"),
        ("$defs/term/properties/kind/const", "word"),
        ("$defs/term/properties/tags/items/$ref", "#/$defs/described-otherwise"),
        ("$defs/text/required", ["text"]),
        ("$defs/text-or-null/anyOf/+", {"type": "string"}),
        ("$defs/observation/properties/value/type", ["string", "null"]),
        ("$defs/id/pattern", "^.*$"),
        ("$defs/source/properties/kind/enum/+", "video"),
        ("$defs/formula/anyOf/2/prefixItems/0/enum/+", "^"),
        ("$defs/program/properties/questions/items/oneOf/+", {"type": "object"}),
        ("$defs/fact/properties/observations/minItems", None),
        ("oneOf", [{"$ref": "#/$defs/glossary"}]),
    ],
)
def test_a_broken_promise_is_found(path: str, value: object) -> None:
    """The comparison sees keys that go, types that widen, values that are new, at any depth."""
    changed = copy.deepcopy(dict(contract("api-v1.json")))
    changed["$defs"]["described-otherwise"] = {"type": "object"}
    _change(path, value)(changed)
    assert broken(contract("api-v1.json"), changed) != []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("$defs/term/required/+", "more"),
        ("$defs/term/properties/more", {"type": "string"}),
        ("$defs/term/properties/abbreviation/type", "string"),
        ("$defs/observation/properties/value/type", ["integer", "null"]),
        ("$defs/term/description", "Other words."),
        ("$defs/text-or-null/anyOf", [{"$ref": "#/$defs/text"}]),
        ("oneOf/+", {"$ref": "#/$defs/path"}),
    ],
)
def test_what_is_added_breaks_nothing(path: str, value: object) -> None:
    """New keys, stricter types, other words and files of a new kind are no breach."""
    changed = copy.deepcopy(dict(contract("api-v1.json")))
    _change(path, value)(changed)
    assert broken(contract("api-v1.json"), changed) == []

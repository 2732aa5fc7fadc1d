"""A small glossary in which every field is filled, and all that is published of it."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from termwise.exports.json_api import json_files
from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.site.make import make_file

GOLDEN = Path(__file__).parent.parent / "goldens" / "pages" / "full-term.yml"

DECISION = """\
title: Fry or not?
summary: A decision with something in every field.
options:
  - {id: fry, title: Fry, term: fry, text: In oil.}
  - {id: leave, title: Leave, term: pan}
questions:
  - {id: hot, ask: Hot?, help: Very., kind: yes_no}
  - id: taste
    ask: Taste?
    help: Of the last one.
    kind: choice
    choices: [{id: good, label: Good}, {id: bad, label: Bad}]
  - {id: many, ask: How many?, help: Eggs., kind: number, unit: eggs per month, max: 10, usual: 2}
assumptions:
  - {id: price, label: Price, unit: USD per egg, low: 1, typical: 2, high: 3, because: A guess.}
  - {id: smoke, label: Smoke, fact: oil-smokes}
quantities:
  - {id: spent, label: Spent, unit: USD per month, formula: many * price}
rules:
  - {when: {hot: "yes", many: "[2..5)"}, favours: {fry: 2}, because: It is hot., fact: oil-smokes}
  - when: {taste: [bad], spent: "> 20"}
    counts_against: {fry: 1.5}
    rules_out: [leave]
    because: It is bad.
    source: handbook
costs:
  - option: fry
    once: [{label: Pan, formula: price * many * horizon}]
    per_month: [{label: Eggs, formula: "max(spent, 0) + 0"}]
break_even_over: many
examples:
  - title: One
    text: An example.
    answers: {hot: "yes", many: 3, price: 2.5}
    outcome: [fry]
    settled: false
leaves_out: Much.
leans: Towards frying.
formerly: [cook-or-not]
sources: [handbook]
reviewed: 2026-01-02
review_by: 2027-01-02
"""

FACTS = """\
title: Heat
description: How hot things get.
facts:
  - id: oil-smokes
    statement: Oil begins to smoke.
    tags: [oil]
    observations:
      - {low: 160, high: 190, unit: °C, source: handbook, as_of: 2020, quote: at 160, note: Mostly.}
      - {value: 175, or_more: true, unit: °C, source: handbook, as_of: 2020-03}
      - {text: when it is hot, source: handbook, as_of: 2020-03-01}
    typical: {value: 175, why: The middle.}
    review_by: 2027-01-02
"""

OLD = """\
term: sautee
category: kitchen
level: beginner
definition: To fry.
status: deprecated
replaced_by: fry
formerly: [sauter]
"""


@pytest.fixture(scope="session")
def full(make_library: Callable[[Mapping[str, str]], Library]) -> Library:
    """Entries of every kind with something in every field, and a term that has been replaced."""
    golden = yaml.safe_load(GOLDEN.read_text("utf-8"))["files"]
    for name in ("glossary/comparisons/fry-or-boil.yml", "glossary/paths/first-meal.yml"):
        golden[name] += "formerly: [before]\n"
    files = {
        "glossary/decisions/cook.yml": DECISION,
        "glossary/facts/heat.yml": FACTS,
        "glossary/terms/sautee.yml": OLD,
    }
    return make_library({**golden, **files})


@pytest.fixture(scope="session")
def published() -> Callable[[Library], dict[str, Any]]:
    """All that the JSON API says of a glossary, by path."""

    def publish(library: Library) -> dict[str, Any]:
        return {
            planned.path: json.loads(b"".join(make_file(planned, Lookup(library))))
            for planned in json_files(Lookup(library))
        }

    return publish


EITHER = {"answer", "formula", "once", "per_month"}
"""Keys whose values may be a text or a number."""


def _places(value: Any, way: tuple[str, ...] = ()) -> Iterator[tuple[Any, Any, tuple[str, ...]]]:
    """Every place in a document: what holds it, under which key or number, and the way there."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for name, item in list(items):
        here = (*way, name) if isinstance(name, str) else way
        yield value, name, here
        if isinstance(item, dict | list):
            yield from _places(item, here)


def _of_other_types(value: Any, key: str) -> Iterator[Any]:
    """Values that no reader of this one would expect."""
    yield [] if isinstance(value, dict) else {}
    if isinstance(value, bool):
        yield "true"
    elif isinstance(value, int | float) and key not in EITHER:
        yield str(value)
    elif isinstance(value, str) and key not in EITHER:
        yield 7.5


def _loose_places(document: Any, validator: Draft202012Validator) -> Iterator[str]:
    """The places of a document that may go or change their type, for all that the schema says.

    Of places that hold values of one type under the same two keys, the first is tried.
    """
    # The kind by itself: which of the kinds a file is takes long to find out each time.
    whole: Any = validator.schema
    reference = f"#/$defs/{document['kind']}"
    validator = Draft202012Validator({**whole, "oneOf": [{}], "$ref": reference})
    assert validator.is_valid(document)
    tried = set()
    for holder, name, way in _places(document):
        kept = holder[name]
        alike = (*way[-2:], isinstance(holder, dict), type(kept))
        if alike in tried:
            continue
        tried.add(alike)
        if isinstance(holder, dict):
            del holder[name]
            if validator.is_valid(document):
                yield f"{way} may go"
        for other in _of_other_types(kept, way[-1]):
            holder[name] = other
            if validator.is_valid(document):
                yield f"{way}: {kept!r} may become {other!r}"
        holder[name] = kept


@pytest.fixture(scope="session")
def loose_places() -> Callable[[Any, Draft202012Validator], list[str]]:
    """The places of a document that no contract holds; the document is as before afterwards."""
    return lambda document, validator: list(_loose_places(document, validator))

"""Compiling: a decision becomes a program, and whatever is wrong is a fault at its place."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from termwise.decide.program import compile_decision, fact_range, unit_of, version_of
from termwise.model.decision import Decision
from termwise.model.fact import Fact
from termwise.model.problem import Problem

Journey = Callable[..., Decision]
Facts = dict[str, Fact]


def test_a_sound_decision_becomes_plain_json(journey: Journey, facts: Facts) -> None:
    """The browser reads it: nothing but JSON, the same after a round trip."""
    compiled = compile_decision(journey(), facts)
    assert compiled.faults == []
    program = compiled.program
    assert json.loads(json.dumps(program, allow_nan=False)) == program
    assert program["options"] == ["walk", "drive", "train"]
    assert program["questions"][0] == {"id": "rain", "kind": "yes_no", "answers": ["yes", "no"]}
    assert program["questions"][2]["probes"][0] == 0
    assert {2, 20, 50} <= set(program["questions"][2]["probes"])
    assert program["assumptions"][2] == {"id": "ticket", "range": [2, 4, 6]}
    assert program["quantities"] == [{"id": "driven", "formula": ["*", "trips", "distance"]}]
    assert program["rules"][1]["weights"] == [1, 0, 2]
    assert program["rules"][0]["weights"] == [-2, 0, 0]
    assert program["rules"][3]["rules_out"] == [0]
    assert program["costs"][0] is None
    assert program["costs"][2] == {"once": [], "per_month": [["*", "trips", "ticket"]]}
    assert (program["horizon"], program["over"]) == (12, "trips")


def drive_costs(**lines: object) -> dict[str, Any]:
    """The costs of one option alone."""
    return {"costs": [{"option": "drive", **lines}]}


def fault_of(decision: Decision, facts: Facts) -> Problem:
    """The one fault that there is."""
    [found] = compile_decision(decision, facts).faults
    return found


@pytest.mark.parametrize(
    ("change", "path", "code"),
    [
        ({"quantities": [{"id": "q", "label": "Q", "unit": "km", "formula": "distanc"}],
          "costs": []},
         ("quantities", 0, "formula"), "unknown-name"),
        (drive_costs(once=[{"label": "F", "formula": "car + driven * fuel"}]),
         ("costs", 0, "once", 0, "formula"), "unit-mismatch"),
        (drive_costs(per_month=[{"label": "F", "formula": "car"}]),
         ("costs", 0, "per_month", 0, "formula"), "unit-mismatch"),
        ({"currency": "EUR", **drive_costs(once=[{"label": "F", "formula": "car"}])},
         ("costs", 0, "once", 0, "formula"), "unit-mismatch"),
        ({"costs": [{"option": "trian"}]}, ("costs", 0, "option"), "unknown-option"),
        ({"costs": [{"option": "train"}, {"option": "train"}]},
         ("costs", 1, "option"), "duplicate-id"),
        ({"break_even_over": "rain"}, ("break_even_over",), "unknown-question"),
        ({"break_even_over": "distnace"}, ("break_even_over",), "unknown-question"),
    ],
)  # fmt: skip
def test_faults_of_formulas_and_costs(
    journey_data: dict[str, Any], facts: Facts, journey: Journey, change: dict[str, Any],
    path: tuple[Any, ...], code: str,
) -> None:  # fmt: skip
    """Each at the field that the author has to mend."""
    rules = [rule for rule in journey_data["rules"] if "driven" not in rule["when"]]
    found = fault_of(journey(**{"rules": rules, **change}), facts)
    assert (found.path, found.code, found.severity) == (path, code, "error")


@pytest.mark.parametrize(
    ("rule", "path", "code"),
    [
        ({"favours": {"wlak": 1}}, ("favours", "wlak"), "unknown-option"),
        ({"counts_against": {"bus": 1}}, ("counts_against", "bus"), "unknown-option"),
        ({"rules_out": ["walk", "bus"]}, ("rules_out", 1), "unknown-option"),
        ({"favours": {"walk": 0}}, ("favours", "walk"), "bad-weight"),
        ({"favours": {"walk": -1}}, ("favours", "walk"), "bad-weight"),
        ({}, (), "idle-rule"),
    ],
)
def test_faults_of_rules(
    journey: Journey, facts: Facts, rule: dict[str, Any], path: tuple[Any, ...], code: str
) -> None:
    """Unknown options, weights that are none, and rules that do nothing."""
    given = {"when": {"rain": "yes"}, "because": "So.", **rule}
    found = fault_of(journey(rules=[given]), facts)
    assert (found.path, found.code) == (("rules", 0, *path), code)


def test_ids_stand_once(journey_data: dict[str, Any], journey: Journey, facts: Facts) -> None:
    """Options, choices, and all that can be named as a number or a question."""
    data = journey_data
    data["options"].append({"id": "walk", "title": "Stroll", "term": "walk"})
    data["questions"][1]["choices"].append({"id": "calm", "label": "Quite calm"})
    data["assumptions"][1]["id"] = "rain"
    data["quantities"][0]["id"] = "fuel"
    data.update(rules=data["rules"][:4], costs=[])
    faults = compile_decision(journey(**data), facts).faults
    assert [(fault.path, fault.code) for fault in faults] == [
        (("options", 3, "id"), "duplicate-id"),
        (("assumptions", 1, "id"), "duplicate-id"),
        (("quantities", 0, "id"), "duplicate-id"),
        (("questions", 1, "choices", 2, "id"), "duplicate-id"),
    ]


def test_the_name_of_the_months_is_kept(
    journey_data: dict[str, Any], journey: Journey, facts: Facts
) -> None:
    """An answer `horizon` would mean two things."""
    journey_data["assumptions"][1]["id"] = "horizon"
    faults = compile_decision(journey(**{**journey_data, "costs": []}), facts).faults
    assert [(fault.path, fault.code) for fault in faults] == [
        (("assumptions", 1, "id"), "reserved-id")
    ]


def test_a_choice_has_choices(journey_data: dict[str, Any], journey: Journey, facts: Facts) -> None:
    """Otherwise nothing could be answered, and nothing examined."""
    journey_data["questions"][1]["choices"] = []
    rules = [rule for rule in journey_data["rules"] if "mood" not in rule["when"]]
    faults = compile_decision(journey(**{**journey_data, "rules": rules}), facts).faults
    assert [(fault.path, fault.code) for fault in faults] == [
        (("questions", 1, "choices"), "no-choices")
    ]


def fact(*observations: dict[str, Any], typical: float | None = None) -> Fact:
    """A fact of numbers."""
    seen = [{"source": "s", "as_of": "2026", **each} for each in observations]
    given: dict[str, Any] = {"id": "f", "statement": "S.", "observations": seen}
    if typical is not None:
        given["typical"] = {"value": typical, "why": "W."}
    return Fact.model_validate_json(json.dumps(given))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (fact({"value": 5}), (5, 5, 5)),
        (fact({"value": 5}, {"value": 5}), (5, 5, 5)),
        (fact({"value": 5}, {"value": 7}), None),
        (fact({"value": 5}, {"value": 7}, typical=6), (5, 6, 7)),
        (fact({"low": 2, "high": 9}, {"value": 1}, typical=3), (1, 3, 9)),
        (fact({"low": 2}, typical=3), (2, 3, 3)),
        (fact({"value": 5}, typical=9), (5, 9, 9)),
        (fact({"value": 5}, typical=0), (0, 0, 5)),
        (fact({"text": "much"}), None),
        (fact({"text": "much"}, {"value": 4}), (4, 4, 4)),
    ],
)
def test_the_range_of_a_fact(found: Fact, expected: tuple[float, float, float] | None) -> None:
    """All that sources say, and the typical value, without which there is none to start from."""
    assert fact_range(found) == expected


def test_a_fact_without_a_typical_value_is_a_fault(journey: Journey) -> None:
    """The assumption that rests on it is where it shows."""
    disputed = fact({"value": 5, "unit": "USD per trip"}, {"value": 7, "unit": "USD per trip"})
    found = fault_of(journey(), {"ticket-price": disputed})
    assert (found.path, found.code) == (("assumptions", 2, "fact"), "no-typical-value")


def test_an_assumption_has_the_unit_of_its_fact(journey: Journey, facts: Facts) -> None:
    """Or its own."""
    fuel, _car, ticket = journey().assumptions
    assert unit_of(fuel, facts) == "USD per km"
    assert unit_of(ticket, facts) == "USD per trip"
    assert unit_of(ticket, {}) is None


def test_the_version_names_exactly_the_rules_and_numbers(
    journey: Journey, facts: Facts, journey_data: dict[str, Any]
) -> None:
    """Words leave it alone; any weight, constant, formula or fact changes it."""
    version = compile_decision(journey(), facts).program["version"]
    assert version_of(compile_decision(journey(), facts).program) == version
    same = compile_decision(journey(title="T", summary="S.", leans="So."), facts).program
    assert same["version"] == version
    journey_data["rules"][1]["favours"]["walk"] = 1.5
    others = [
        compile_decision(journey(**journey_data), facts),
        compile_decision(journey(horizon={"months": 24}), facts),
        compile_decision(
            journey(), {"ticket-price": fact({"value": 5, "unit": "USD per trip"})}
        ),
    ]  # fmt: skip
    assert version not in {other.program["version"] for other in others}

"""A small decision, in which each test changes what it is about, and programs by hand."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from termwise.model.decision import Decision
from termwise.model.fact import Fact

JOURNEY: Mapping[str, Any] = {
    "title": "On foot, by car or by train?",
    "summary": "Three ways to get there.",
    "options": [
        {"id": "walk", "title": "Walk", "term": "walk"},
        {"id": "drive", "title": "Drive", "term": "car"},
        {"id": "train", "title": "Take the train", "term": "train"},
    ],
    "questions": [
        {"id": "rain", "ask": "Does it rain?", "kind": "yes_no"},
        {
            "id": "mood", "ask": "How do you feel?", "kind": "choice",
            "choices": [{"id": "calm", "label": "Calm"}, {"id": "rushed", "label": "In a hurry"}],
        },
        {
            "id": "distance", "ask": "How far is it?", "kind": "number", "unit": "km per trip",
            "min": 0, "max": 100, "usual": 10,
        },
        {
            "id": "trips", "ask": "How often?", "kind": "number", "unit": "trips per month",
            "max": 1000,
        },
    ],
    "assumptions": [
        {
            "id": "fuel", "label": "Fuel", "unit": "USD per km", "low": 0.125, "typical": 0.25,
            "high": 0.5, "because": "Our estimate.",
        },
        {"id": "car", "label": "Car", "unit": "USD", "low": 500, "typical": 1000, "high": 3000,
         "because": "Our estimate."},
        {"id": "ticket", "label": "Ticket", "fact": "ticket-price"},
    ],
    "quantities": [
        {"id": "driven", "label": "Distance", "unit": "km per month",
         "formula": "trips * distance"},
    ],
    "rules": [
        {"when": {"rain": "yes"}, "counts_against": {"walk": 2}, "because": "One gets wet."},
        {"when": {"mood": "calm"}, "favours": {"walk": 1, "train": 2}, "because": "Time."},
        {"when": {"mood": "rushed", "distance": "< 50"}, "favours": {"drive": 3},
         "because": "Speed."},
        {"when": {"distance": "> 20"}, "rules_out": ["walk"], "because": "Too far."},
        {"when": {"driven": ">= 2_000"}, "favours": {"train": 4}, "because": "Price."},
        {"when": {"distance": "[0..2)"}, "favours": {"walk": 5}, "because": "Near."},
    ],
    "costs": [
        {"option": "drive", "once": [{"label": "Car", "formula": "car"}],
         "per_month": [{"label": "Fuel", "formula": "driven * fuel"}]},
        {"option": "train", "per_month": [{"label": "Tickets", "formula": "trips * ticket"}]},
    ],
    "break_even_over": "trips",
    "examples": [],
}  # fmt: skip

FACT = {
    "id": "ticket-price",
    "statement": "What a ticket costs.",
    "observations": [
        {"low": 2, "high": 6, "unit": "USD per trip", "source": "railway", "as_of": "2026"}
    ],
    "typical": {"value": 4, "why": "The middle."},
}


def read_decision(data: object) -> Decision:
    """A decision from plain data, as strictly as from YAML."""
    return Decision.model_validate_json(json.dumps(data))


@pytest.fixture
def journey() -> Callable[..., Decision]:
    """The small decision, with other values for some of its keys."""

    def make(**changes: Any) -> Decision:
        return read_decision({**JOURNEY, **changes})

    return make


@pytest.fixture
def journey_data() -> dict[str, Any]:
    """The small decision as data of its own, to be changed at will."""
    data: dict[str, Any] = json.loads(json.dumps(JOURNEY))
    return data


@pytest.fixture
def facts() -> dict[str, Fact]:
    """The fact that the small decision rests on."""
    return {"ticket-price": Fact.model_validate_json(json.dumps(FACT))}


@pytest.fixture
def program() -> Callable[..., dict[str, Any]]:
    """A program by hand: two options, a question of each kind, and whatever is given."""

    def make(**parts: Any) -> dict[str, Any]:
        empty: dict[str, Any] = {
            "options": ["a", "b"],
            "questions": [
                {"id": "sure", "kind": "yes_no", "answers": ["yes", "no"]},
                {"id": "kind", "kind": "choice", "answers": ["x", "y", "z"]},
                {"id": "many", "kind": "number", "min": 0.0, "max": 100.0, "step": 1.0,
                 "usual": None, "probes": [0.0, 5.0, 10.0, 55.0, 100.0]},
            ],
            "assumptions": [], "quantities": [], "rules": [], "costs": [None, None],
            "horizon": 12, "over": None, "version": "by-hand",
        }  # fmt: skip
        made = {**empty, **parts}
        for rule in made["rules"]:
            rule.setdefault("weights", [0.0] * len(made["options"]))
            rule.setdefault("rules_out", [])
        return made

    return make

"""How large a decision may be, and what is said of one that is larger."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from termwise.decide.bounds import WORK, operations
from termwise.decide.program import compile_decision
from termwise.model.decision import Decision


def decision(questions: int, rules: int, options: int, **more: Any) -> Decision:
    """A decision of so many questions for numbers, each rule cutting one of them elsewhere."""
    data = {
        "title": "T", "summary": "S",
        "options": [{"id": f"o{index}", "title": "O", "term": "t"} for index in range(options)],
        "questions": [
            {"id": f"q{index}", "ask": "Q?", "kind": "number", "unit": "things", "max": 10_000}
            for index in range(questions)
        ],
        "rules": [
            {"when": {f"q{index % questions}": f"> {index + 1}"}, "because": "B.",
             "favours": {f"o{index % options}": 1}}
            for index in range(rules)
        ],
        **more,
    }  # fmt: skip
    return Decision.model_validate_json(json.dumps(data))


def test_a_decision_of_a_hundred_questions_is_within_bounds() -> None:
    """So that a large one can be had."""
    assert compile_decision(decision(100, 400, 3), {}).faults == []


def test_a_decision_that_would_take_too_long_to_answer_is_refused() -> None:
    """Before anything tries it: the product of what it has is bounded, not each part alone."""
    [fault] = compile_decision(decision(100, 1_000, 20), {}).faults
    assert (fault.code, fault.path, fault.severity) == ("too-large", ("rules",), "error")
    assert f"{WORK:,}" in fault.fault


@pytest.mark.parametrize(
    ("questions", "rules", "options"), [(101, 1, 1), (1, 2_001, 1), (1, 1, 51)]
)
def test_each_part_is_bounded_too(questions: int, rules: int, options: int) -> None:
    """A list that long is refused when the file is read, with its place."""
    with pytest.raises(ValidationError) as caught:
        decision(questions, rules, options)
    assert [error["type"] for error in caught.value.errors()] == ["too_long"]


def test_costs_are_added_up_over_a_hundred_years_at_most() -> None:
    """More months than that are a slip of the finger."""
    assert decision(1, 1, 1, horizon={"months": 12, "max": 1_200})
    with pytest.raises(ValidationError, match="1,200 months"):
        decision(1, 1, 1, horizon={"months": 12, "max": 1_201})


def test_operations_are_counted() -> None:
    """Numbers and names are none."""
    assert operations(["+", "a", ["*", 1.0, "b"]]) == 2
    assert operations("a") == operations(None) == 0

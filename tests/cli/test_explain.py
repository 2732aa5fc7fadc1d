"""What `termwise decide` says: the outcome as sentences, and the whole of it as JSON."""

import json
from collections.abc import Callable, Mapping

import pytest

from termwise.cli.explain import as_data, as_json, as_text
from termwise.decide.evaluate import Answers
from termwise.decide.program import compile_decision
from termwise.model.decision import Decision

SNACK: Mapping[str, object] = {
    "title": "Apple or pear?",
    "summary": "Which to eat.",
    "options": [
        {"id": "apple", "title": "An apple", "term": "apple"},
        {"id": "pear", "title": "A pear", "term": "pear"},
    ],
    "questions": [
        {"id": "sharp", "ask": "Do you like it sharp?", "kind": "yes_no"},
        {"id": "many", "ask": "How many?", "kind": "number", "unit": "fruits per month",
         "max": 100, "usual": 10},
    ],
    "assumptions": [
        {"id": "price", "label": "Price", "unit": "USD per fruit", "low": 100, "typical": 200,
         "high": 300, "because": "A guess."},
    ],
    "rules": [
        {"when": {"sharp": "yes"}, "favours": {"apple": 2.5}, "because": "Sharp."},
        {"when": {"sharp": "no"}, "favours": {"pear": 2}, "because": "Sweet."},
        {"when": {"many": ">= 50"}, "rules_out": ["pear"], "because": "Rot."},
        {"when": {"many": "= 100", "sharp": "no"}, "rules_out": ["apple"], "because": "Dull."},
    ],
    "costs": [
        {"option": "apple", "per_month": [{"label": "Fruit", "formula": "many * price"}]},
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def say() -> Callable[[Answers], str]:
    """The text for some answers."""
    decision = Decision.model_validate_json(json.dumps(SNACK))
    program = compile_decision(decision, {}).program
    return lambda answers: as_text(decision, program, answers)


def test_the_whole_text(say: Callable[[Answers], str]) -> None:
    """Who leads, how all stand and at what cost, and what is still open."""
    assert say({"sharp": "yes"}) == (
        "An apple leads, and no open answer can change that.\n"
        "\n"
        "  An apple: 2.5 points (at worst 2.5, at best 2.5); "
        "$24,000 over 12 months ($12,000 to $36,000)\n"
        "  A pear: 0 points (may be ruled out, at best 0)\n"
        "\n"
        "Still open:\n"
        "  How many?"
    )


def test_a_total_says_over_how_many_months(say: Callable[[Answers], str]) -> None:
    """Those that were given for the horizon: a total means nothing without."""
    assert "; $2,000 over 1 month ($1,000 to $3,000)" in say({"horizon": 1.0})
    assert "; $48,000 over 24 months ($24,000 to $72,000)" in say({"horizon": 24.0})


@pytest.mark.parametrize(
    ("answers", "line"),
    [
        ({}, "A tie: An apple and A pear."),
        ({"sharp": "no"}, "A pear leads."),
        ({"sharp": "no", "many": 1.0}, "A pear leads, and no open answer can change that."),
        ({"sharp": "no", "many": 100.0}, "Every option is ruled out."),
        ({"many": 50.0}, "An apple leads, and no open answer can change that."),
    ],
)
def test_the_first_line_says_who_leads(
    say: Callable[[Answers], str], answers: Answers, line: str
) -> None:
    """Alone, in a tie, for good, or nobody."""
    assert say(answers).splitlines()[0] == line


def test_when_all_is_answered_nothing_is_open(say: Callable[[Answers], str]) -> None:
    """There is no heading without a list."""
    assert "open:" not in say({"sharp": "no", "many": 1.0})
    assert "  A pear: ruled out" in say({"many": 60.0})


def test_data_has_names_for_places() -> None:
    """Everything that the browser shows."""
    program = compile_decision(Decision.model_validate_json(json.dumps(SNACK)), {}).program
    data = as_data(program, {"sharp": "yes", "many": 2.0, "price": 5.0, "horizon": 2.0})
    assert data["version"] == program["version"]
    assert data["answers"] == {"sharp": "yes", "many": 2.0, "price": 5.0, "horizon": 2.0}
    assert (data["leaders"], data["settled"], data["open"]) == (["apple"], True, [])
    assert data["rules"] == [True, False, False, False]
    assert data["options"][0] == {
        "id": "apple", "points": 2.5, "worst": 2.5, "best": 2.5, "ruled_out": False,
        "once": (0, 0, 0), "per_month": (10, 10, 10), "total": (20, 20, 20),
    }  # fmt: skip
    assert (data["options"][1]["id"], data["options"][1]["total"]) == ("pear", None)
    assert data["changes"] == [{"question": "sharp", "answer": "no", "leaders": ["pear"]}]


def test_json_is_the_data_and_is_json() -> None:
    """Without NaN or Infinity, which JSON does not have, even where numbers are too large."""
    program = compile_decision(Decision.model_validate_json(json.dumps(SNACK)), {}).program

    def refuse(word: str) -> object:
        raise AssertionError(word)

    for answers in ({}, {"price": 1e308}, {"price": 1e307, "horizon": 60.0}):
        data = json.loads(as_json(program, answers), parse_constant=refuse)
        assert data == json.loads(json.dumps(as_data(program, answers)))
        assert data["options"][0]["total"] is None or not answers

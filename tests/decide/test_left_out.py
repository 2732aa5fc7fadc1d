"""What is said of a decision that is too large to be examined as usual."""

from collections.abc import Callable
from typing import Any

import pytest

from termwise.decide import examine as module
from termwise.decide.examine import CELLS, NEIGHBOURHOODS, SAMPLES, examine
from termwise.decide.left_out import left_out
from termwise.words.words import ENGLISH

Make = Callable[..., dict[str, Any]]


def from_(low: float, of: str) -> dict[str, Any]:
    """A test for this many or more."""
    return {"of": of, "from": low, "to": None, "with_from": True, "with_to": False}


@pytest.fixture
def large(program: Make) -> dict[str, Any]:
    """Forty questions for numbers, of which one is cut at more places than are tried."""
    cuts = [[1.0, 2.0, 3.0] for _ in range(39)] + [[float(at) for at in range(300)]]
    questions = [
        {"id": f"q{index}", "kind": "number", "min": 0.0, "max": 300.0, "step": 1.0,
         "usual": None, "probes": [0.0, *places, 300.0]}
        for index, places in enumerate(cuts)
    ]  # fmt: skip
    rules = [
        {"when": [from_(at, f"q{index}")], "weights": [at, 2.0] if index % 2 else [2.0, at]}
        for index, places in enumerate(cuts)
        for at in places
    ]
    return program(questions=questions, rules=rules)


def test_a_decision_of_usual_size_leaves_nothing_out(program: Make) -> None:
    """Neither where all is tried nor where a sample of the usual size is."""
    small = program(rules=[{"when": [from_(5.0, "many")], "weights": [1.0, 0.0]}])
    assert left_out(small, examine(small), ENGLISH) == []
    sampled = program(
        quantities=[{"id": "twice", "formula": ["*", "many", 2.0]}],
        rules=[{"when": [from_(20.0, "twice")], "weights": [1.0, 0.0]}],
    )
    found = examine(sampled)
    assert (found.tried, found.short, found.skipped) == (SAMPLES, False, 0)
    assert left_out(sampled, found, ENGLISH) == []


def test_what_a_large_one_leaves_out_is_told(
    large: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Combinations, numbers of a question, and the other answers that were not tried.

    The bound counts steps, so that the same is left out wherever it is examined.
    """
    monkeypatch.setattr(module, "STEPS", 100_000)
    found = examine(large)
    assert (found.exact, found.short, found.thinned) == (False, True, (39,))
    assert 0 < found.tried < SAMPLES
    assert 0 < found.skipped <= NEIGHBOURHOODS
    assert found == examine(large)
    some, numbers, answers = left_out(large, found, ENGLISH)
    assert f"only {found.tried:,} of about 10^" in some
    assert f"not {SAMPLES:,}" in some
    assert numbers == f"of 302 numbers, only {CELLS} were tried for question 40"
    assert answers.startswith("whether a question ever changes who leads was tried around only ")


def test_questions_that_were_not_tried_are_not_called_mute(
    large: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is known of them."""
    quiet = {**large, "rules": [{**rule, "weights": [0.0, 0.0]} for rule in large["rules"]]}
    monkeypatch.setattr(module, "STEPS", 100)
    found = examine(quiet)
    assert found.mute == tuple(range(len(found.mute)))
    assert 0 < len(found.mute) < len(quiet["questions"])


def test_within_the_bound_every_number_is_tried(large: dict[str, Any]) -> None:
    """The bound is for those that need it; here the many numbers alone are too many."""
    found = examine(large)
    assert found.thinned == (39,)
    assert found.dead == ()

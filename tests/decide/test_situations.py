"""Situations: answers as people give them, and worked examples held against the rules."""

from collections.abc import Callable
from typing import Any

import pytest

from termwise.decide.program import compile_decision
from termwise.decide.situations import example_faults, read_answers
from termwise.model.decision import Decision
from termwise.model.fact import Fact

Journey = Callable[..., Decision]


@pytest.mark.parametrize(
    ("name", "given", "read"),
    [
        ("rain", "yes", "yes"),
        ("mood", "rushed", "rushed"),
        ("distance", "12.5", 12.5),
        ("distance", 0, 0.0),
        ("distance", "100", 100.0),
        ("trips", "1,000", 1000.0),
        ("trips", "1_000", 1000.0),
        ("fuel", "0.5", 0.5),
        ("ticket", -1.0, -1.0),
        ("horizon", "24", 24.0),
    ],
)
def test_answers_are_read(journey: Journey, name: str, given: str | float, read: object) -> None:
    """Numbers may come as text; assumptions and the months may be answered too."""
    assert read_answers(journey(), {name: given}) == ({name: read}, [])


@pytest.mark.parametrize(
    ("name", "given", "code", "remedy"),
    [
        ("rain", "maybe", "bad-answer", "write one of: yes, no"),
        ("rain", 1.0, "bad-answer", "write one of: yes, no"),
        ("mood", "rush", "bad-answer", 'did you mean "rushed"?'),
        ("distance", "far", "bad-answer", "write a number from 0 to 100"),
        ("distance", "100.5", "bad-answer", "write a number from 0 to 100"),
        ("distance", -1.0, "bad-answer", "write a number from 0 to 100"),
        ("distance", "nan", "bad-answer", "write a number from 0 to 100"),
        ("distance", "inf", "bad-answer", "write a number from 0 to 100"),
        ("fuel", "cheap", "bad-answer", "write a number"),
        ("fuel", "nan", "bad-answer", "write a number"),
        ("fuel", "inf", "bad-answer", "write a number"),
        ("fuel", "1e999", "bad-answer", "write a number"),
        ("horizon", "0", "bad-answer", "write a number from 1 to 60"),
        ("horizon", "-5", "bad-answer", "write a number from 1 to 60"),
        ("horizon", "61", "bad-answer", "write a number from 1 to 60"),
        ("horizon", "long", "bad-answer", "write a number from 1 to 60"),
        ("rian", "yes", "unknown-question", 'did you mean "rain"?'),
        ("xyz", "5", "unknown-question", "name a question"),
        ("", "", "unknown-question", "name a question"),
    ],
)
def test_what_is_no_answer_is_left_out_and_said(
    journey: Journey, name: str, given: str | float, code: str, remedy: str
) -> None:
    """With what to write instead; the other answers stay."""
    sound: dict[str, str | float] = {"rain": "yes", "mood": "calm", "trips": 5.0}
    sound.pop(name, None)
    answers, [fault] = read_answers(journey(), {name: given, **sound})
    assert answers == sound
    assert (fault.path, fault.code, fault.remedy) == ((name,), code, remedy)


def faults(make: Journey, facts: dict[str, Fact], **example: Any) -> list[tuple[Any, ...]]:
    """What is wrong with the only example."""
    decision = make(examples=[{"title": "One", "text": "So.", **example}])
    program = compile_decision(decision, facts).program
    return [(f.path[2:], f.code, f.fault) for f in example_faults(decision, program)]


def test_an_example_that_comes_out_as_it_says_is_silent(
    journey: Journey, facts: dict[str, Fact]
) -> None:
    """A tie in any order; settled is held only where it is said."""
    near = {"distance": 1.0, "mood": "calm", "rain": "no", "trips": 1.0}
    assert faults(journey, facts, answers=near, outcome=["walk"]) == []
    assert faults(journey, facts, answers=near, outcome=["walk"], settled=True) == []
    assert faults(journey, facts, answers={"mood": "calm"}, outcome=["train"], settled=False) == []
    everyone = ["train", "walk", "drive"]
    assert faults(journey, facts, answers={}, outcome=everyone) == []


@pytest.mark.parametrize(
    ("example", "path", "code", "fault"),
    [
        ({"answers": {"mood": "calm"}, "outcome": ["walk"]}, ("outcome",), "wrong-outcome",
         "the rules come to train"),
        ({"answers": {}, "outcome": ["walk"]}, ("outcome",), "wrong-outcome",
         "the rules come to walk and drive and train"),
        ({"answers": {"mood": "calm"}, "outcome": []}, ("outcome",), "wrong-outcome",
         "the rules come to train"),
        ({"answers": {"mood": "calm"}, "outcome": ["train"], "settled": True}, ("settled",),
         "wrong-outcome", "the outcome is still open"),
        ({"answers": {"distance": 200.0}, "outcome": ["train"]}, ("answers", "distance"),
         "bad-answer", '"200" is not an answer'),
        ({"answers": {"mod": "calm"}, "outcome": ["train"]}, ("answers", "mod"),
         "unknown-question", 'no question "mod"'),
    ],
)  # fmt: skip
def test_an_example_that_comes_out_otherwise_is_a_fault(
    journey: Journey, facts: dict[str, Fact], example: dict[str, Any], path: tuple[Any, ...],
    code: str, fault: str,
) -> None:  # fmt: skip
    """At the field to mend, with what the rules come to."""
    assert faults(journey, facts, **example) == [(path, code, fault)]


def test_own_numbers_count_in_examples(journey: Journey, facts: dict[str, Fact]) -> None:
    """An example may rest on a price of its own."""
    answers = {"trips": 100.0, "distance": 30.0, "fuel": 1.0, "horizon": 24.0}
    assert faults(journey, facts, answers=answers, outcome=["train"]) == []

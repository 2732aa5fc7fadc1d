"""The tests of rules: what can be written, and what can never hold."""

from collections.abc import Callable
from typing import Any

import pytest

from termwise.decide.evaluate import decide
from termwise.decide.program import compile_decision
from termwise.decide.questions import answers_of
from termwise.decide.rules import read_tests
from termwise.model.decision import Decision
from termwise.model.problem import Problem


def read(make: Callable[..., Decision], **when: object) -> Any:
    """The one test of a rule that has one."""
    rule = {"when": when, "favours": {"walk": 1}, "because": "So."}
    decision = make(rules=[rule])
    [found] = read_tests(decision.rules[0], decision, ("rules", 0))
    return found


@pytest.mark.parametrize(
    ("text", "low", "high", "with_low", "with_high"),
    [
        (">= 5", 5, None, True, False),
        ("> 5", 5, None, False, False),
        ("<= 5.5", None, 5.5, False, True),
        ("<5", None, 5, False, False),
        ("= 5", 5, 5, True, True),
        ("[1..5)", 1, 5, True, False),
        ("(1 .. 5]", 1, 5, False, True),
        ("[1_0..2_0]", 10, 20, True, True),
        ("[5..5]", 5, 5, True, True),
        ("  >=  5  ", 5, None, True, False),
        ("[-5..5]", -5, 5, True, True),
    ],
)
def test_ranges(
    journey: Callable[..., Decision], text: str, low: float | None, high: float | None,
    with_low: bool, with_high: bool,
) -> None:  # fmt: skip
    """One bound or two, each with or without its end."""
    assert read(journey, distance=text) == {
        "of": "distance", "from": low, "to": high, "with_from": with_low, "with_to": with_high,
    }  # fmt: skip


def test_answers_of_words(journey: Callable[..., Decision]) -> None:
    """One of them, or a list of which any will do."""
    assert read(journey, rain="yes") == {"of": "rain", "in": ["yes"]}
    assert read(journey, mood=["calm", "rushed"]) == {"of": "mood", "in": ["calm", "rushed"]}
    kinds = [answers_of(question) for question in journey().questions]
    assert kinds == [("yes", "no"), ("calm", "rushed"), (), ()]


@pytest.mark.parametrize(
    ("when", "code", "remedy"),
    [
        ({"mood": "clam"}, "impossible-test", 'did you mean "calm"?'),
        ({"mood": ["calm", "xyz"]}, "impossible-test", "write one of: calm, rushed"),
        ({"rain": "maybe"}, "impossible-test", "write one of: yes, no"),
        ({"rain": []}, "impossible-test", "name one"),
        ({"rian": "yes"}, "unknown-question", 'did you mean "rain"?'),
        ({"fuel": "> 1"}, "unknown-question", "add it to questions"),
        ({"distance": "far"}, "bad-test", 'write ">= 500", "< 500" or "[50..500)", in quotes'),
        ({"distance": "5"}, "bad-test", 'write ">= 500", "< 500" or "[50..500)", in quotes'),
        ({"distance": "[1..]"}, "bad-test", 'write ">= 500", "< 500" or "[50..500)", in quotes'),
        ({"distance": "[1..5[ "}, "bad-test", 'write ">= 500", "< 500" or "[50..500)", in quotes'),
        (
            {"distance": ">= 1e9"},
            "bad-test",
            "remove what is not a digit; the question has the unit",
        ),
        (
            {"distance": ">= 50 km"},
            "bad-test",
            "remove what is not a digit; the question has the unit",
        ),
        ({"distance": ">= 1,000"}, "bad-test", 'take out the comma: ">= 1000"'),
        ({"distance": "[10,000..1,000,000)"}, "bad-test", 'take out the comma: "[10000..1000000)"'),
        ({"distance": "< 0,5"}, "bad-test", "write a decimal point for the comma"),
        ({"distance": "≥ 5"}, "bad-test", "write >= or <="),
        ({"distance": "=> 5"}, "bad-test", "write >= or <=, with = behind"),
        ({"distance": ["1"]}, "bad-test", 'write ">= 500", "< 500" or "[50..500)", in quotes'),
        ({"distance": "(5..5]"}, "impossible-test", "correct the bounds"),
        ({"distance": "[6..5]"}, "impossible-test", "correct the bounds"),
        ({"driven": "[6..5]"}, "impossible-test", "correct the bounds"),
        ({"distance": "> 100"}, "impossible-test", "correct the bounds"),
        ({"distance": ">= 100.5"}, "impossible-test", "correct the bounds"),
        ({"distance": "< 0"}, "impossible-test", "correct the bounds"),
        ({"distance": "<= -1"}, "impossible-test", "correct the bounds"),
        ({"distance": "= 101"}, "impossible-test", "correct the bounds"),
    ],
)
def test_what_cannot_be_read_or_can_never_hold_is_a_fault(
    journey: Callable[..., Decision], when: dict[str, object], code: str, remedy: str
) -> None:
    """At its place, with what to write instead."""
    found = read(journey, **when)
    assert isinstance(found, Problem)
    assert (found.path, found.code, found.remedy) == (("rules", 0, "when", *when), code, remedy)


@pytest.mark.parametrize("text", [">= 100", "<= 0", "[100..200]", "= 0", "(99..1_000)"])
def test_what_holds_at_an_end_alone_is_possible(
    journey: Callable[..., Decision], text: str
) -> None:
    """The least and the most that can be answered are answers too."""
    assert not isinstance(read(journey, distance=text), Problem)


@pytest.mark.parametrize("text", ["> 100", "< 0"])
def test_quantities_have_no_ends(journey: Callable[..., Decision], text: str) -> None:
    """What is computed may be anything."""
    assert not isinstance(read(journey, driven=text), Problem)


@pytest.mark.parametrize(
    ("text", "holds"),
    [(">= 5", "ne"), ("> 5", "e"), ("<= 5", "wn"), ("< 5", "w"), ("= 5", "n"),
     ("[5..6)", "n"), ("(5..6]", "e"), ("[4..5)", "w"), ("(4..5]", "wn")],
)  # fmt: skip
def test_a_range_holds_where_it_says(
    journey: Callable[..., Decision], text: str, holds: str
) -> None:
    """Just below five (w), at five (n), at six (e): through the compiled program."""
    rule = {"when": {"distance": text}, "favours": {"walk": 1}, "because": "So."}
    program = compile_decision(journey(rules=[rule]), {}).program
    values = {"w": 4.5, "n": 5.0, "e": 6.0}
    held = [key for key, value in values.items() if decide(program, {"distance": value}).rules[0]]
    assert sorted(held) == sorted(holds)

"""The types of question: what follows from how one is answered, and that all places know them."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from termwise.decide.program import compile_decision
from termwise.decide.questions import answers_of, is_number, probed, read_answer
from termwise.exports.contract import PUBLISHED, contract
from termwise.model.decision import Decision
from termwise.model.problem import Problem
from termwise.model.question import KINDS, Asked, NumberQuestion, Question, WordQuestion


def types() -> list[type[Asked]]:
    """The types of question."""
    return [get_args(each)[0] for each in get_args(get_args(Question)[0])]


def kind_of(type_: type[Asked]) -> str:
    """What a type of question is called in its files."""
    [kind] = get_args(type_.model_fields["kind"].annotation)
    return str(kind)


def enumerated(part: object) -> Iterator[set[str]]:
    """All that a schema says of the kind of a question."""
    if isinstance(part, dict):
        kind = part.get("kind", {})
        if isinstance(kind, dict) and {"enum", "const"} & kind.keys():
            yield set(kind.get("enum", [kind.get("const")]))
        for inner in part.values():
            yield from enumerated(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from enumerated(inner)


def test_a_type_is_known_by_the_name_that_its_files_have() -> None:
    """The union that reads them has each under its own."""
    assert {kind_of(type_) for type_ in types()} == KINDS
    assert all(issubclass(type_, WordQuestion | NumberQuestion) for type_ in types())


@pytest.mark.parametrize("file", PUBLISHED.values())
def test_every_type_is_promised(file: str) -> None:
    """By both contracts, whose readers could not make anything of another."""
    said = [kinds for kinds in enumerated(contract(file)) if kinds & KINDS]
    assert said
    assert set().union(*said) == KINDS


def test_the_calculator_knows_every_type(root: Path) -> None:
    """Its types are named after them."""
    text = (root / "widgets/src/questions.js").read_text("utf-8")
    lines = re.findall(r"@property \{(.*)\} kind$", text, re.MULTILINE)
    assert {json.loads(name) for line in lines for name in line.split(" | ")} == KINDS


def test_a_program_says_how_a_question_is_answered(journey: Callable[..., Decision]) -> None:
    """By one of its answers, or by a number out of all, some of which are tried."""
    decision = journey()
    program = compile_decision(decision, {}).program
    assert {question.kind for question in decision.questions} <= KINDS
    for question, asked in zip(decision.questions, program["questions"], strict=True):
        number = isinstance(question, NumberQuestion)
        assert is_number(asked) is number
        assert probed(asked) == (asked["probes"] if number else list(answers_of(question)))


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        ("rain", "yes", "yes"), ("mood", "calm", "calm"), ("distance", "1,000", None),
        ("distance", "10", 10.0), ("rain", "perhaps", None), ("distance", "far", None),
    ],
)  # fmt: skip
def test_an_answer_is_read_as_its_question_wants_it(
    journey: Callable[..., Decision], name: str, value: str, read: Any
) -> None:
    """Or told to be none."""
    [question] = [each for each in journey().questions if each.id == name]
    found = read_answer(question, value)
    assert (None if isinstance(found, Problem) else found) == read

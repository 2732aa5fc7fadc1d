"""The tests of rules, from text to data: `yes`, a choice or a list of them, `">= 500"`."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from termwise.model.decision import ChoiceQuestion, Decision, NumberQuestion, Question, Rule
from termwise.model.names import did_you_mean
from termwise.model.problem import FieldPath, Problem
from termwise.model.values import shortened
from termwise.words.numbers import AUTHORS

_NUMBER = r"-?\d[\d_]*(?:\.\d+)?"
_COMPARED = re.compile(rf"(>=|<=|>|<|=)\s*({_NUMBER})")
_BETWEEN = re.compile(rf"([\[(])\s*({_NUMBER})\s*\.\.\s*({_NUMBER})\s*([\])])")

Test = Mapping[str, Any]
"""`{"of": question, "in": [answers]}`, or `{"of": number, "from", "to", "with_from", "with_to"}`
with None for no bound."""


def read_tests(rule: Rule, decision: Decision, path: FieldPath) -> Iterator[Test | Problem]:
    """Each test of a rule as data, or what is wrong with it."""
    questions: dict[str, Question] = {question.id: question for question in decision.questions}
    quantities = {quantity.id for quantity in decision.quantities}
    for name, test in rule.when.items():
        place = (*path, "when", name)
        if name in quantities:
            yield _range(name, test, None, place)
        elif name not in questions:
            remedy = did_you_mean(name, [*questions, *quantities], "add it to questions")
            yield Problem(
                "unknown-question", f'no question or quantity "{name}"', remedy, path=place
            )
        elif isinstance(question := questions[name], NumberQuestion):
            yield _range(name, test, question, place)
        else:
            yield _answers(name, test, question, place)


def _answers(
    name: str, test: str | tuple[str, ...], question: Question, path: FieldPath
) -> Test | Problem:
    """A test for answers out of a few."""
    known = answers_of(question)
    wanted = (test,) if isinstance(test, str) else test
    for answer in wanted:
        if answer not in known:
            remedy = did_you_mean(answer, known, f"write one of: {', '.join(known)}")
            return Problem(
                "impossible-test", f'"{answer}" is no answer to "{name}"', remedy, path=path
            )
    if not wanted:
        return Problem("impossible-test", "no answer is named", "name one", path=path)
    return {"of": name, "in": list(wanted)}


def answers_of(question: Question) -> tuple[str, ...]:
    """The answers to a question of words; none for a number."""
    if isinstance(question, ChoiceQuestion):
        return tuple(choice.id for choice in question.choices)
    return () if isinstance(question, NumberQuestion) else ("yes", "no")


def _range(
    name: str, test: str | tuple[str, ...], question: NumberQuestion | None, path: FieldPath
) -> Test | Problem:
    """A test for a number: one bound, or two."""
    text = test.strip() if isinstance(test, str) else ""
    if compared := _COMPARED.fullmatch(text):
        sign, bound = compared[1], _float(compared[2])
        low = bound if sign in (">", ">=", "=") else None
        high = bound if sign in ("<", "<=", "=") else None
        found = _bounds(name, low, high, sign in (">=", "="), sign in ("<=", "="))
    elif between := _BETWEEN.fullmatch(text):
        low, high = _float(between[2]), _float(between[3])
        found = _bounds(name, low, high, between[1] == "[", between[4] == "]")
    else:
        given = f'"{shortened(text)}"' if isinstance(test, str) else "a list"
        fault = f'"{name}" is a number, and {given} is no range'
        return Problem("bad-test", fault, _range_remedy(text), path=path)
    return _possible(found, question, path)


_RANGE_SLIPS: tuple[tuple[str, str], ...] = (
    (r"\d,\d", "write a decimal point for the comma"),
    (r"[≥≤]", "write >= or <="),
    (r"=[<>]", "write >= or <=, with = behind"),
    (r"\d\s*[^\W\d_]", "take out what is no digit; the question has the unit"),
)
"""What is written by mistake in a range, and the remedy."""


def _range_remedy(text: str) -> str:
    """What to write for a text that is no range."""
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", text)
    if _COMPARED.fullmatch(plain) or _BETWEEN.fullmatch(plain):
        return f'take out the comma: "{plain}"'
    for slip, remedy in _RANGE_SLIPS:
        if re.search(slip, text):
            return remedy
    return 'write ">= 500", "< 500" or "[50..500)", in quotes'


def _bounds(
    name: str, low: float | None, high: float | None, with_low: bool, with_high: bool
) -> dict[str, Any]:
    return {"of": name, "from": low, "to": high, "with_from": with_low, "with_to": with_high}


def _possible(
    test: dict[str, Any], question: NumberQuestion | None, path: FieldPath
) -> Test | Problem:
    """The test, unless no number (or no answer within min and max) can pass it."""
    low, high = test["from"], test["to"]
    closed = test["with_from"] and test["with_to"]
    if low is not None and high is not None and (low > high or (low == high and not closed)):
        return Problem(
            "impossible-test", "no number is in this range", "mend the bounds", path=path
        )
    if question:
        least, most = question.min, question.max
        beyond = low is not None and (low > most or (low == most and not test["with_from"]))
        below = high is not None and (high < least or (high == least and not test["with_to"]))
        if beyond or below:
            ends = f"{AUTHORS.figure(least)} to {AUTHORS.figure(most)}"
            fault = f"the answers go from {ends}, so that this never holds"
            return Problem("impossible-test", fault, "mend the bounds", path=path)
    return test


def _float(text: str) -> float:
    return float(text.replace("_", ""))

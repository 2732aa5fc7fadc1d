"""Situations: answers as people give them, and worked examples held against the rules."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from termwise.decide.evaluate import HORIZON, Program, decide, finite
from termwise.decide.rules import answers_of
from termwise.model.decision import Decision, NumberQuestion, WorkedExample
from termwise.model.names import did_you_mean
from termwise.model.problem import FieldPath, Problem
from termwise.words.numbers import AUTHORS


def read_answers(
    decision: Decision, given: Mapping[str, str | float]
) -> tuple[dict[str, str | float], list[Problem]]:
    """Answers by question, numbers as numbers, and what is wrong with those left out.

    Numbers may come as text. Assumptions may be given own numbers, under their ids, and
    `horizon` the months over which costs are added up.
    """
    questions = {question.id: question for question in decision.questions}
    free = {HORIZON, *(assumption.id for assumption in decision.assumptions)}
    answers: dict[str, str | float] = {}
    faults = []
    for name, value in given.items():
        question = questions.get(name)
        if isinstance(question, NumberQuestion):
            number = _number(value)
            if number is None or not question.min <= number <= question.max:
                ends = f"{AUTHORS.figure(question.min)} to {AUTHORS.figure(question.max)}"
                wanted = f"write a number from {ends}"
                faults.append(
                    Problem("bad-answer", f'"{_shown(value)}" is no answer', wanted, path=(name,))
                )
                continue
            answers[name] = number
        elif question is not None:
            known = answers_of(question)
            if value not in known:
                remedy = did_you_mean(str(value), known, f"write one of: {', '.join(known)}")
                faults.append(
                    Problem("bad-answer", f'"{_shown(value)}" is no answer', remedy, path=(name,))
                )
                continue
            answers[name] = value
        elif name in free:
            number = _number(value)
            most = decision.horizon.max
            bounded = name == HORIZON
            if number is None or (bounded and not 1 <= number <= most):
                wanted = f"write a number from 1 to {most}" if bounded else "write a number"
                faults.append(
                    Problem("bad-answer", f'"{_shown(value)}" is no answer', wanted, path=(name,))
                )
                continue
            answers[name] = number
        else:
            remedy = did_you_mean(name, [*questions, *free], "name a question")
            faults.append(
                Problem("unknown-question", f'no question "{name}"', remedy, path=(name,))
            )
    return answers, faults


def _shown(value: str | float) -> str:
    return value if isinstance(value, str) else AUTHORS.figure(value)


def _number(value: str | float) -> float | None:
    text = str(value).replace("_", "")
    if re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d+)?", text):
        text = text.replace(",", "")
    try:
        return finite(float(text))
    except ValueError:
        return None


def example_faults(decision: Decision, program: Program) -> list[Problem]:
    """What the worked examples say that the rules do not."""
    found: list[Problem] = []
    for index, example in enumerate(decision.examples):
        found += _faults(decision, program, example, ("examples", index))
    return found


def _faults(
    decision: Decision, program: Program, example: WorkedExample, path: FieldPath
) -> Iterable[Problem]:
    answers, wrong = read_answers(decision, example.answers)
    if wrong:
        for fault in wrong:
            place = (*path, "answers", *fault.path)
            yield replace(fault, path=place)
        return
    outcome = decide(program, answers)
    leaders = [program["options"][index] for index in outcome.leaders]
    if sorted(leaders) != sorted(example.outcome):
        said = f"the rules come to {' and '.join(leaders) or 'no option'}"
        remedy = "mend the rules, the answers or the outcome"
        yield Problem("wrong-outcome", said, remedy, path=(*path, "outcome"))
    elif example.settled is not None and example.settled != outcome.settled:
        said = f"the outcome is {'settled' if outcome.settled else 'still open'}"
        yield Problem(
            "wrong-outcome", said, "mend the rules or the example", path=(*path, "settled")
        )

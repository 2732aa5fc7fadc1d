"""Situations: answers as people give them, and worked examples held against the rules."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from termwise.decide.evaluate import HORIZON, Program, decide
from termwise.decide.questions import no_answer, read_answer, read_number
from termwise.model.decision import Decision, WorkedExample
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
        if name in questions:
            answer = read_answer(questions[name], value)
        elif name in free:
            answer = _own_number(name, value, decision.horizon.max)
        else:
            remedy = did_you_mean(name, [*questions, *free], "name a question")
            answer = Problem("unknown-question", f'no question "{name}"', remedy, path=(name,))
        if isinstance(answer, Problem):
            faults.append(answer)
        else:
            answers[name] = answer
    return answers, faults


def _own_number(name: str, value: str | float, most: int) -> float | Problem:
    """A number in place of an assumption, or the months of the horizon."""
    number, bounded = read_number(value), name == HORIZON
    if number is None or (bounded and not 1 <= number <= most):
        wanted = f"write a number from 1 to {AUTHORS.figure(most)}" if bounded else "write a number"
        return no_answer(name, value, wanted)
    return number


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
        remedy = "correct the rules, the answers or the outcome"
        yield Problem("wrong-outcome", said, remedy, path=(*path, "outcome"))
    elif example.settled is not None and example.settled != outcome.settled:
        said = f"the outcome is {'settled' if outcome.settled else 'still open'}"
        yield Problem(
            "wrong-outcome", said, "correct the rules or the example", path=(*path, "settled")
        )

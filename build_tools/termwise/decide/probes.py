"""What would change an outcome: every other answer, tried.

Twin of `widgets/src/probes.js`. The answers that are tried to a question for a number stand in
the program as its `probes`: its least and its most, each constant that rules compare it with,
and a number between each two (see `probe_points`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from termwise.decide.evaluate import Answers, Outcome, Program, decide
from termwise.decide.questions import is_number, probed


@dataclass(frozen=True)
class Change:
    """One other answer, and who would lead then. For numbers: from `answer` on upwards."""

    question: str
    answer: str | float
    leaders: tuple[int, ...]
    settled: bool


@dataclass(frozen=True)
class OpenQuestion:
    """A question without an answer on which the outcome still hangs.

    Of the `tried` answers, `settle` would settle the outcome and `turn` would change who leads.
    """

    question: str
    tried: int
    settle: int
    turn: int


def changes(program: Program, answers: Answers, now: Outcome) -> tuple[Change, ...]:
    """Every single answer that would put another in the lead, in the order of the questions.

    Of neighbouring numbers with the same leaders only the least is named.
    """
    found: list[Change] = []
    for question in program["questions"]:
        before = now.leaders
        for answer, outcome in _tried(program, answers, question):
            number = is_number(question)
            if outcome.leaders != now.leaders and not (number and outcome.leaders == before):
                change = Change(question["id"], answer, outcome.leaders, outcome.settled)
                found.append(change)
            before = outcome.leaders
    return tuple(found)


def open_questions(program: Program, answers: Answers, now: Outcome) -> tuple[OpenQuestion, ...]:
    """The questions that unknown rules wait for, the one that settles most first."""
    waiting = _waiting(program, answers, now)
    found: list[OpenQuestion] = []
    for question in program["questions"]:
        if question["id"] in waiting:
            outcomes = [outcome for _answer, outcome in _tried(program, answers, question)]
            settle = sum(1 for outcome in outcomes if outcome.settled)
            turn = sum(1 for outcome in outcomes if outcome.leaders != now.leaders)
            found.append(OpenQuestion(question["id"], len(outcomes), settle, turn))
    return tuple(
        sorted(found, key=lambda item: (-item.settle / item.tried, -item.turn / item.tried))
    )


def _tried(
    program: Program, answers: Answers, question: Program
) -> Iterator[tuple[str | float, Outcome]]:
    """Each other answer to a question, with what it would come to."""
    for answer in probed(question):
        if answer != answers.get(question["id"]):
            yield answer, decide(program, {**answers, question["id"]: answer})


def _waiting(program: Program, answers: Answers, now: Outcome) -> set[str]:
    """The unanswered questions that tests of unknown rules name, or their quantities rest on."""
    names: set[str] = set()
    for rule, state in zip(program["rules"], now.rules, strict=True):
        if state is None:
            names.update(test["of"] for test in rule["when"])
    for quantity in reversed(program["quantities"]):
        if quantity["id"] in names:
            names.update(names_in(quantity["formula"]))
    return names - set(answers)


def names_in(formula: object) -> Iterator[str]:
    """The names of numbers in a formula."""
    if isinstance(formula, str):
        yield formula
    elif isinstance(formula, list | tuple):
        for part in formula[1:]:
            yield from names_in(part)


def probe_points(
    constants: Iterable[float], least: float, most: float, step: float, *, grid: bool
) -> list[float]:
    """The numbers to try: the ends, each constant, and one between each two.

    With `grid`, where a rule tests a quantity that rests on the question, its constants are
    not the question's: then 24 more numbers are tried, evenly spread by their magnitude.
    """
    cuts = {least, most, *(constant for constant in constants if least <= constant <= most)}
    if grid:
        first = least if least > 0 else min(step, most)
        if first > 0:
            spread = (first * (most / first) ** (index / 23) for index in range(24))
            cuts.update(min(most, value) for value in spread)
    ordered = sorted(cuts)
    between = [low / 2 + high / 2 for low, high in pairwise(ordered)]
    rounded = {min(most, max(least, _whole_steps(value, step))) for value in between}
    return sorted({*ordered, *rounded})


def _whole_steps(value: float, step: float) -> float:
    """The value rounded to a multiple of `step`, where doubles have room for one."""
    steps = value / step
    return round(steps) * step if abs(steps) < 2**53 else value

"""The meaning of a decision: answers to an outcome, and to costs.

This module and `widgets/src/decide.js` are twins: the same program (see `program.py`) and the
same answers give the same result, bit for bit. Numbers are IEEE doubles; what is not finite
is unknown (None). Whatever is added up is added in the order of the file.

A rule is true (True), false (False) or unknown (None): false where any of its tests is false,
unknown where none is false and one is unknown. True rules add their weights. Unknown rules
give each option a range: its points in the worst and in the best case. An option that a true
rule rules out never leads; while an unknown rule might rule it out, its worst is None.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from termwise.decide.questions import is_number

Program: TypeAlias = Mapping[str, Any]
Answers: TypeAlias = Mapping[str, str | float]
"""What the reader says, by id: answers to questions, own numbers in place of assumptions, and
the months over which costs are added up, under the name `horizon`."""

HORIZON = "horizon"
Range: TypeAlias = tuple[float, float, float]
"""Low, typical and high."""


@dataclass(frozen=True)
class Standing:
    """How one option stands: points now, at worst (None: ruled out) and at best.

    `out` is True where it is ruled out, None where it might be, else False.
    """

    points: float
    worst: float | None
    best: float
    out: bool | None


@dataclass(frozen=True)
class Outcome:
    """What the answers come to. Options and rules are meant by their place in the program."""

    rules: tuple[bool | None, ...]
    standings: tuple[Standing, ...]
    leaders: tuple[int, ...]
    settled: bool


def decide(program: Program, answers: Answers) -> Outcome:
    """Apply every rule to the answers; what is not answered is unknown."""
    known = quantities(program, answers)
    states = tuple(rule_state(rule["when"], answers, known) for rule in program["rules"])
    standings = tuple(
        _standing(option, program["rules"], states) for option in range(len(program["options"]))
    )
    leaders = _leaders(standings)
    return Outcome(states, standings, leaders, _settled(standings, leaders))


def quantities(program: Program, answers: Answers) -> dict[str, float | None]:
    """Every number that rules may test: numeric answers, typical assumptions, quantities."""
    values: dict[str, float | None] = {}
    for question in program["questions"]:
        if is_number(question):
            values[question["id"]] = number(answers.get(question["id"]))
    for assumption in program["assumptions"]:
        own = number(answers.get(assumption["id"]))
        values[assumption["id"]] = assumption["range"][1] if own is None else own
    months = number(answers.get(HORIZON))
    values[HORIZON] = program["horizon"] if months is None else months
    for quantity in program["quantities"]:
        values[quantity["id"]] = evaluate(quantity["formula"], values)
    return values


def evaluate(formula: object, values: Mapping[str, float | None]) -> float | None:
    """A formula's value: a number, a name, or `[operator, left, right]`. None is unknown."""
    if isinstance(formula, str):
        return values.get(formula)
    if not isinstance(formula, list | tuple):
        return number(formula)
    operator = str(formula[0])
    left, right = evaluate(formula[1], values), evaluate(formula[2], values)
    if left is None or right is None:
        return None
    return finite(apply(operator, left, right))


def apply(operator: str, left: float, right: float) -> float:
    """One step of arithmetic; a quotient by zero is not a number."""
    match operator:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/":
            return left / right if right != 0 else math.nan
        case "min":
            return left if left < right else right
        case _:
            return left if left > right else right


def number(value: object) -> float | None:
    """A finite number, or None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return finite(float(value))
    except OverflowError:  # a whole number beyond doubles
        return None


def finite(value: float) -> float | None:
    """The value itself unless it is infinite or not a number."""
    return value if math.isfinite(value) else None


def rule_state(
    tests: Sequence[Mapping[str, Any]], answers: Answers, known: Mapping[str, float | None]
) -> bool | None:
    """Whether all tests of a rule hold; None where that is unknown."""
    state: bool | None = True
    for test in tests:
        held = _test(test, answers, known)
        if held is False:
            return False
        if held is None:
            state = None
    return state


def _test(
    test: Mapping[str, Any], answers: Answers, known: Mapping[str, float | None]
) -> bool | None:
    if "in" in test:
        answer = answers.get(test["of"])
        return None if answer is None else answer in test["in"]
    value = known.get(test["of"])
    if value is None:
        return None
    low, high = test["from"], test["to"]
    above = low is None or (value >= low if test["with_from"] else value > low)
    below = high is None or (value <= high if test["with_to"] else value < high)
    return above and below


def _standing(
    option: int, rules: Sequence[Mapping[str, Any]], states: Sequence[bool | None]
) -> Standing:
    points = worst = best = 0.0
    out: bool | None = False
    for rule, state in zip(rules, states, strict=True):
        weight = rule["weights"][option]
        if state is True:
            points, worst, best = points + weight, worst + weight, best + weight
            if option in rule["rules_out"]:
                out = True
        elif state is None:
            worst = worst + weight if weight < 0 else worst
            best = best + weight if weight > 0 else best
            if option in rule["rules_out"] and out is False:
                out = None
    return Standing(points, worst if out is False else None, best, out)


def _leaders(standings: Sequence[Standing]) -> tuple[int, ...]:
    """The options with the most points among those that are not ruled out; ties are ties."""
    points = [standing.points for standing in standings if standing.out is not True]
    if not points:
        return ()
    most = max(points)
    return tuple(
        index
        for index, standing in enumerate(standings)
        if standing.out is not True and standing.points == most
    )


def _settled(standings: Sequence[Standing], leaders: Sequence[int]) -> bool:
    """Whether no answer still to come can change who leads."""
    if len(leaders) != 1:
        return False
    worst = standings[leaders[0]].worst
    return worst is not None and all(
        other.out is True or worst > other.best
        for index, other in enumerate(standings)
        if index != leaders[0]
    )

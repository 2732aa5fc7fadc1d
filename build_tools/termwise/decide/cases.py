"""Whole sets of answers, evaluated for an examination: who leads, and what one rule or answer does.

This comes to what `evaluate.decide` says of the same answers, and costs less: it keeps no ranges,
and looks at no more than what another answer, or a rule less, can change. Work is counted in
steps: a test, a weight or an operation each is one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from termwise.decide.bounds import operations
from termwise.decide.evaluate import Answers, Program, evaluate, number, quantities, rule_state
from termwise.decide.probes import names_in

Points = float | None
"""What an option has; None where it is ruled out."""


@dataclass(frozen=True)
class Case:
    """What one set of answers comes to. Rules and options are meant by their place."""

    answers: Answers
    known: Mapping[str, float | None]
    states: Sequence[bool | None]
    points: Sequence[Points]
    leaders: tuple[int, ...]


class Cases:
    """Evaluates sets of answers to one program."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.rules = program["rules"]
        self.weights = [list(self._weights(option)) for option in range(len(program["options"]))]
        self.vetoes = [
            [index for index, rule in enumerate(self.rules) if option in rule["rules_out"]]
            for option in range(len(program["options"]))
        ]
        self.touched = [self._touched(rule) for rule in self.rules]
        self.resting = {q["id"]: self._resting(q["id"]) for q in program["questions"]}
        self.testing = {q["id"]: self._testing(q["id"]) for q in program["questions"]}
        tests = sum(len(rule["when"]) for rule in self.rules)
        computed = sum(operations(quantity["formula"]) for quantity in program["quantities"])
        self.steps = 1 + tests + computed + sum(self._cost(o) for o in range(len(self.weights)))

    def case(self, answers: Answers) -> Case:
        """What answers to all questions come to."""
        known = quantities(self.program, answers)
        states = [rule_state(rule["when"], answers, known) for rule in self.rules]
        points = [self._points(option, states) for option in range(len(self.weights))]
        return Case(answers, known, states, points, _leaders(points))

    def leaders_with(
        self, case: Case, question: str, answer: str | float
    ) -> tuple[tuple[int, ...], int]:
        """Who leads with another answer to one question, and the steps that it took to see."""
        answers = {**case.answers, question: answer}
        known = {**case.known, question: number(answer)}
        for quantity in self.resting[question]:
            known[quantity["id"]] = evaluate(quantity["formula"], known)
        steps = 1 + sum(operations(quantity["formula"]) for quantity in self.resting[question])
        states = list(case.states)
        options: set[int] = set()
        for index in self.testing[question]:
            states[index] = rule_state(self.rules[index]["when"], answers, known)
            steps += len(self.rules[index]["when"])
            if (states[index] is True) is not (case.states[index] is True):
                options.update(self.touched[index])
        if not options:
            return case.leaders, steps
        points = list(case.points)
        for option in options:
            points[option] = self._points(option, states)
        return _leaders(points), steps + sum(map(self._cost, options))

    def leaders_without(self, case: Case, rule: int) -> tuple[int, ...]:
        """Who leads without one of the rules that hold."""
        points = list(case.points)
        for option in self.touched[rule]:
            now = points[option]
            if now is None:
                left = [*case.states[:rule], False, *case.states[rule + 1 :]]
                points[option] = self._points(option, left)
            else:
                points[option] = now - self.rules[rule]["weights"][option]
        return _leaders(points)

    def _points(self, option: int, states: Sequence[bool | None]) -> Points:
        if any(states[index] is True for index in self.vetoes[option]):
            return None
        points = 0.0
        for index, weight in self.weights[option]:
            if states[index] is True:
                points += weight
        return points

    def _cost(self, option: int) -> int:
        return 1 + len(self.weights[option]) + len(self.vetoes[option])

    def _weights(self, option: int) -> Iterator[tuple[int, float]]:
        for index, rule in enumerate(self.rules):
            if rule["weights"][option]:
                yield index, rule["weights"][option]

    def _touched(self, rule: Program) -> tuple[int, ...]:
        weighed = {option for option, weight in enumerate(rule["weights"]) if weight}
        return tuple(sorted(weighed | set(rule["rules_out"])))

    def _resting(self, question: str) -> list[Program]:
        """The quantities that rest on a question, in their order."""
        names, found = {question}, []
        for quantity in self.program["quantities"]:
            if names.intersection(names_in(quantity["formula"])):
                names.add(quantity["id"])
                found.append(quantity)
        return found

    def _testing(self, question: str) -> list[int]:
        """The rules that an answer to a question can make true or false."""
        names = {question, *(quantity["id"] for quantity in self.resting[question])}
        return [
            index for index, rule in enumerate(self.rules)
            if any(test["of"] in names for test in rule["when"])
        ]  # fmt: skip


def _leaders(points: Sequence[Points]) -> tuple[int, ...]:
    most = max((value for value in points if value is not None), default=None)
    if most is None:
        return ()
    return tuple(option for option, value in enumerate(points) if value == most)

"""A decision examined: rules that never hold, options that never win, and what else stands out.

Every question is cut into cells in which the rules cannot tell one answer from another: its
answers, or the numbers between the constants that rules compare it with. Up to `CAP`
combinations of cells are all tried, and the report is exact. Past that, or where rules test
quantities (whose cuts are not the questions' own), `SAMPLES` combinations are drawn with a
fixed seed, and the report says so.
"""

import itertools
import math
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from termwise.decide.evaluate import Answers, Program, decide

CAP = 6_000
SAMPLES = 3_000
NEIGHBOURHOODS = 150
SEED = 20261120


@dataclass(frozen=True)
class Examination:
    """What came out. Rules, questions and options are meant by their place in the program.

    `tried` combinations of answers, all there are if `exact`. `dead` rules never hold, `idle`
    rules never make a difference to who leads, `mute` questions neither. `hopeless` options
    never lead. `wins` counts how often each option led alone; `ties` how often several did;
    `silent` how often no rule spoke for or against anything, and `silent_at` which of the
    combinations (as `combinations` has them) was the first of these and which the last.
    """

    exact: bool
    tried: int
    dead: tuple[int, ...]
    idle: tuple[int, ...]
    mute: tuple[int, ...]
    hopeless: tuple[int, ...]
    wins: tuple[int, ...]
    ties: int
    none_left: int
    silent: int
    silent_at: tuple[int, ...]


def examine(program: Program) -> Examination:
    """Try the answers of a program. The same program gives the same report."""
    names = [question["id"] for question in program["questions"]]
    choices = [_cells(question, program) for question in program["questions"]]
    exact, tried = _is_exact(program, choices), list(combinations(program))
    tally = _Tally(program)
    for answers in tried:
        tally.add(answers)
    mute = _mute(program, names, choices, tried, exact=exact)
    return tally.report(exact, mute)


def combinations(program: Program) -> Iterator[Answers]:
    """The combinations of answers that are tried, in their order."""
    names = [question["id"] for question in program["questions"]]
    choices = [_cells(question, program) for question in program["questions"]]
    exact = _is_exact(program, choices)
    return _all(names, choices) if exact else _some(names, choices)


def _is_exact(program: Program, choices: Sequence[Sequence[str | float]]) -> bool:
    """Whether all combinations are tried."""
    return math.prod(map(len, choices)) <= CAP and not _tests_quantities(program)


class _Tally:
    """Counts over the combinations that were tried."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.held = [0] * len(program["rules"])
        self.mattered = [False] * len(program["rules"])
        self.wins = [0] * len(program["options"])
        self.led = [0] * len(program["options"])
        self.tried = self.ties = self.none_left = 0
        self.silent: list[int] = []

    def add(self, answers: Answers) -> None:
        outcome = decide(self.program, answers)
        points = [None if standing.out else standing.points for standing in outcome.standings]
        true = [index for index, state in enumerate(outcome.rules) if state]
        if not true:
            self.silent.append(self.tried)
        self.tried += 1
        self.none_left += not outcome.leaders
        self.ties += len(outcome.leaders) > 1
        for leader in outcome.leaders:
            self.led[leader] += 1
            self.wins[leader] += len(outcome.leaders) == 1
        for index in true:
            self.held[index] += 1
            if not self.mattered[index]:
                self.mattered[index] = self._matters(index, true, points, outcome.leaders)

    def _matters(
        self, index: int, true: list[int], points: Sequence[float | None], leaders: tuple[int, ...]
    ) -> bool:
        """Whether somebody else would lead without this rule."""
        rule = self.program["rules"][index]
        others = [self.program["rules"][other] for other in true if other != index]
        without: list[float | None] = []
        for option, now in enumerate(points):
            if any(option in other["rules_out"] for other in others):
                without.append(None)
            elif now is None:
                without.append(sum(other["weights"][option] for other in others))
            else:
                without.append(now - rule["weights"][option])
        known = [value for value in without if value is not None]
        best = max(known) if known else None
        return leaders != tuple(
            i for i, value in enumerate(without) if value is not None and value == best
        )

    def report(self, exact: bool, mute: tuple[int, ...]) -> Examination:
        dead = tuple(index for index, held in enumerate(self.held) if not held)
        return Examination(
            exact=exact,
            tried=self.tried,
            dead=dead,
            idle=tuple(
                i for i, mattered in enumerate(self.mattered) if not mattered and i not in dead
            ),
            mute=mute,
            hopeless=tuple(index for index, led in enumerate(self.led) if not led),
            wins=tuple(self.wins),
            ties=self.ties,
            none_left=self.none_left,
            silent=len(self.silent),
            silent_at=tuple(dict.fromkeys((*self.silent[:1], *self.silent[-1:]))),
        )


def _cells(question: Mapping[str, Any], program: Program) -> list[str | float]:
    """One answer out of each cell of a question."""
    if question["kind"] != "number":
        return list(question["answers"])
    return _cells_of_number(question, program)


def _cells_of_number(question: Mapping[str, Any], program: Program) -> list[str | float]:
    tests = [t for rule in program["rules"] for t in rule["when"] if t["of"] == question["id"]]
    if _tests_quantities(program):
        return list(question["probes"])
    seen: dict[tuple[bool, ...], float] = {}
    for value in question["probes"]:
        seen.setdefault(tuple(_inside(test, value) for test in tests), value)
    return list(seen.values())


def _inside(test: Mapping[str, Any], value: float) -> bool:
    low, high = test["from"], test["to"]
    above = low is None or value > low or (value == low and test["with_from"])
    below = high is None or value < high or (value == high and test["with_to"])
    return bool(above and below)


def _tests_quantities(program: Program) -> bool:
    quantities = {quantity["id"] for quantity in program["quantities"]}
    return any(test["of"] in quantities for rule in program["rules"] for test in rule["when"])


def _all(names: Sequence[str], choices: Sequence[Sequence[str | float]]) -> Iterator[Answers]:
    for combination in itertools.product(*choices):
        yield dict(zip(names, combination, strict=True))


def _some(names: Sequence[str], choices: Sequence[Sequence[str | float]]) -> Iterator[Answers]:
    chance = random.Random(SEED)  # noqa: S311 - a seeded sample, not a secret
    for _ in range(SAMPLES):
        yield {name: chance.choice(cells) for name, cells in zip(names, choices, strict=True)}


def _mute(
    program: Program,
    names: Sequence[str],
    choices: Sequence[Sequence[str | float]],
    tried: Sequence[Answers],
    *,
    exact: bool,
) -> tuple[int, ...]:
    """Questions of which no answer changes who leads, whatever the other answers are."""
    silent = set(range(len(names)))
    around = tried if exact else tried[:NEIGHBOURHOODS]
    for answers in around:
        if not silent:
            break
        now = decide(program, answers).leaders
        for index in sorted(silent):
            others = ({**answers, names[index]: cell} for cell in choices[index])
            if any(decide(program, other).leaders != now for other in others):
                silent.discard(index)
    return tuple(sorted(silent))

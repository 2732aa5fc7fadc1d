"""A decision examined: rules that never hold, options that never win, and what else stands out.

Every question is cut into cells in which the rules cannot tell one answer from another: its
answers, or the numbers between the constants that rules compare it with. Up to `CAP`
combinations of cells are all tried, and the report is exact. Past that, or where rules test
quantities (whose cuts are not the questions' own), `SAMPLES` combinations are drawn with a
fixed seed, and the report says so.

A large decision is examined less closely, and the report says that, too. The work is bounded
by steps that are counted (see `cases.py`) and by no clock, so that it is the same everywhere.
"""

import itertools
import math
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from termwise.decide.cases import Case, Cases
from termwise.decide.evaluate import Answers, Program
from termwise.decide.questions import is_number, probed

CAP = 6_000
SAMPLES = 3_000
NEIGHBOURHOODS = 150
CELLS = 100
STEPS = 4_000_000
SEED = 20261120


@dataclass(frozen=True)
class Examination:
    """What came out. Rules, questions and options are meant by their place in the program.

    `tried` combinations of answers, all there are if `exact`. `dead` rules never hold, `idle`
    rules never make a difference to who leads, `mute` questions neither. `hopeless` options
    never lead. `wins` counts how often each option led alone; `ties` how often several did;
    `silent` how often no rule spoke for or against anything, and `silent_at` which of the
    combinations (as `combinations` has them) was the first of these and which the last.

    What was left out of a large decision: of `thinned` questions not all cells were tried, and
    around `skipped` combinations not every other answer was.
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
    thinned: tuple[int, ...] = ()
    skipped: int = 0

    @property
    def short(self) -> bool:
        """Whether rules and options had fewer cases than in a decision of usual size."""
        return not self.exact and (self.tried < SAMPLES or bool(self.thinned))


def examine(program: Program) -> Examination:
    """Try the answers of a program. The same program gives the same report."""
    cases, choices = Cases(program), _choices(program)
    exact = _is_exact(program, choices, cases)
    names = [question["id"] for question in program["questions"]]
    tally, first = _Tally(cases), list[Case]()
    for answers in combinations(program):
        if tally.steps > STEPS and not exact:
            break
        case = cases.case(answers)
        tally.add(case)
        if exact or len(first) < NEIGHBOURHOODS:
            first.append(case)
    skipped, mute = _mute(cases, names, choices, first)
    return tally.report(exact, _thinned(program), skipped, mute)


def combinations(program: Program) -> Iterator[Answers]:
    """The combinations of answers that are tried, in their order; of a large one not all."""
    names = [question["id"] for question in program["questions"]]
    choices = _choices(program)
    exact = _is_exact(program, choices, Cases(program))
    return _all(names, choices) if exact else _some(names, choices)


def how_many(program: Program) -> int:
    """How many combinations of cells there are."""
    return math.prod(len(_cells(question, program)) for question in program["questions"])


def _is_exact(program: Program, choices: Sequence[Sequence[object]], cases: Cases) -> bool:
    """Whether all combinations are tried."""
    count = math.prod(map(len, choices))
    steps = cases.steps + len(cases.rules) * len(cases.weights)
    few = count <= CAP and count * steps <= STEPS and not _thinned(program)
    return few and not _tests_quantities(program)


def _choices(program: Program) -> list[list[str | float]]:
    """The cells of each question that are tried."""
    return [_spread(_cells(question, program)) for question in program["questions"]]


def _thinned(program: Program) -> tuple[int, ...]:
    """The questions of which not all cells are tried."""
    found = (_cells(question, program) for question in program["questions"])
    return tuple(index for index, cells in enumerate(found) if len(cells) > CELLS)


class _Tally:
    """Counts over the combinations that were tried, and over the steps that it took."""

    def __init__(self, cases: Cases) -> None:
        self.cases = cases
        self.held = [0] * len(cases.rules)
        self.mattered = [False] * len(cases.rules)
        self.wins = [0] * len(cases.weights)
        self.led = [0] * len(cases.weights)
        self.tried = self.ties = self.none_left = self.steps = 0
        self.silent: list[int] = []

    def add(self, case: Case) -> None:
        true = [index for index, state in enumerate(case.states) if state]
        if not true:
            self.silent.append(self.tried)
        self.tried += 1
        self.none_left += not case.leaders
        self.ties += len(case.leaders) > 1
        self.steps += self.cases.steps
        for leader in case.leaders:
            self.led[leader] += 1
            self.wins[leader] += len(case.leaders) == 1
        for index in true:
            self.held[index] += 1
            if not self.mattered[index]:
                self.mattered[index] = self.cases.leaders_without(case, index) != case.leaders
                self.steps += len(self.wins)

    def report(
        self, exact: bool, thinned: tuple[int, ...], skipped: int, mute: tuple[int, ...]
    ) -> Examination:
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
            thinned=thinned,
            skipped=skipped,
        )


def _cells(question: Mapping[str, Any], program: Program) -> list[str | float]:
    """One answer out of each cell of a question."""
    if not is_number(question):
        return list(probed(question))
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


def _spread(cells: Sequence[str | float]) -> list[str | float]:
    """All cells, or as many as are tried, evenly from the first to the last."""
    if len(cells) <= CELLS:
        return list(cells)
    return [cells[index * (len(cells) - 1) // (CELLS - 1)] for index in range(CELLS)]


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
    cases: Cases,
    names: Sequence[str],
    choices: Sequence[Sequence[str | float]],
    around: Sequence[Case],
) -> tuple[int, tuple[int, ...]]:
    """Questions of which no answer changes who leads, whatever the other answers are.

    Also says around how many of the cases the steps did not suffice to try every other answer.
    """
    silent = set(range(len(names)))
    steps = 0
    for place, case in enumerate(around):
        for index in sorted(silent):
            if steps > STEPS:
                asked = range(index if place == 0 else len(names))
                return len(around) - place, tuple(sorted(silent.intersection(asked)))
            for cell in choices[index]:
                leaders, taken = cases.leaders_with(case, names[index], cell)
                steps += taken
                if leaders != case.leaders:
                    silent.discard(index)
                    break
    return 0, tuple(sorted(silent))

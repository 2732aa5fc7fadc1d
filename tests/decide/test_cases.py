"""Cases for the examination: the meaning of `decide`, seen with less work."""

import random
from typing import Any

import pytest

from termwise.decide.cases import Cases
from termwise.decide.evaluate import decide

WEIGHTS = (0.0, 0.0, 1.0, -1.0, 2.0, 0.5, 0.25, -0.75)


def random_program(chance: random.Random) -> dict[str, Any]:
    """A program of a few questions, quantities that rest on each other, and rules on both."""
    options = chance.randint(1, 4)
    questions = [
        {"id": f"n{index}", "kind": "number", "probes": [0.0, 1.0, 2.5, 7.0, 10.0]}
        for index in range(3)
    ] + [{"id": f"w{index}", "kind": "choice", "answers": ["x", "y", "z"]} for index in range(2)]
    names = ["n0", "n1", "n2"]
    quantities = []
    for index in range(3):
        left, right = chance.choice(names), chance.choice([*names, 2.0, 0.0])
        quantities.append({"id": f"k{index}", "formula": [chance.choice("+-*/"), left, right]})
        names.append(f"k{index}")
    rules = []
    for _ in range(chance.randint(0, 9)):
        when: list[dict[str, Any]] = []
        for _ in range(chance.randint(0, 3)):
            low = chance.choice([None, 0.0, 1.0, 5.0])
            when.append(
                {"of": chance.choice(names), "from": low, "to": None if low is not None else 4.0,
                 "with_from": chance.random() < 0.5, "with_to": chance.random() < 0.5}
                if chance.random() < 0.6
                else {"of": chance.choice(["w0", "w1"]), "in": chance.sample("xyz", 2)}
            )  # fmt: skip
        out = [option for option in range(options) if chance.random() < 0.1]
        weights = [chance.choice(WEIGHTS) for _ in range(options)]
        rules.append({"when": when, "weights": weights, "rules_out": out})
    return {
        "options": [f"o{index}" for index in range(options)], "questions": questions,
        "assumptions": [], "quantities": quantities, "rules": rules, "horizon": 12,
    }  # fmt: skip


def without(program: dict[str, Any], rule: int) -> dict[str, Any]:
    """The program less one rule."""
    return {**program, "rules": [*program["rules"][:rule], *program["rules"][rule + 1 :]]}


@pytest.mark.parametrize("seed", range(60))
def test_a_case_comes_to_what_decide_says(seed: int) -> None:
    """With all answers, with each other answer to each question, and without each rule."""
    chance = random.Random(seed)  # noqa: S311 - a sample, not a secret
    program = random_program(chance)
    cells = {q["id"]: q.get("probes") or q["answers"] for q in program["questions"]}
    cases = Cases(program)
    for _ in range(5):
        answers = {name: chance.choice(values) for name, values in cells.items()}
        now, case = decide(program, answers), cases.case(answers)
        assert tuple(case.states) == now.rules
        assert case.leaders == now.leaders
        assert case.points == [None if at.out else at.points for at in now.standings]
        for name, values in cells.items():
            for value in values:
                leaders, steps = cases.leaders_with(case, name, value)
                assert leaders == decide(program, {**answers, name: value}).leaders
                assert 0 < steps <= cases.steps + len(cases.rules)
        for index, state in enumerate(now.rules):
            if state:
                left = decide(without(program, index), answers).leaders
                assert cases.leaders_without(case, index) == left

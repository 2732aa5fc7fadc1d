"""The examination of a decision: exact where it can be, sampled and said so where not."""

import itertools
from collections.abc import Callable
from typing import Any

import pytest

from termwise.decide.evaluate import decide
from termwise.decide.examine import CAP, SAMPLES, combinations, examine

Make = Callable[..., dict[str, Any]]


def on(of: str, *answers: str) -> dict[str, Any]:
    """A test for answers."""
    return {"of": of, "in": list(answers)}


def from_(low: float, of: str = "many") -> dict[str, Any]:
    """A test for this many or more."""
    return {"of": of, "from": low, "to": None, "with_from": True, "with_to": False}


def test_everything_is_tried_where_that_is_possible(program: Make) -> None:
    """Two by three answers by two cells of a number that is cut at ten."""
    made = program(
        rules=[
            {"when": [on("sure", "yes")], "weights": [1.0, 0.0]},
            {"when": [on("kind", "x")], "weights": [0.0, 1.0]},
            {"when": [from_(10.0)], "weights": [0.0, 2.0]},
        ]
    )
    found = examine(made)
    assert (found.exact, found.tried) == (True, 12)
    assert found.dead == found.idle == found.mute == found.hopeless == ()
    assert found.silent == 2
    silent = [not any(decide(made, answers).rules) for answers in combinations(made)]
    assert (silent.count(True), [silent[at] for at in found.silent_at]) == (2, [True, True])
    assert sum(found.wins) + found.ties + found.none_left == found.tried
    outcomes = [
        decide(made, {"sure": sure, "kind": kind, "many": many}).leaders
        for sure, kind, many in itertools.product(("yes", "no"), "xyz", (0.0, 10.0))
    ]
    assert found.wins == (outcomes.count((0,)), outcomes.count((1,)))
    assert found.ties == outcomes.count((0, 1))


def test_a_dead_rule_is_one_whose_tests_contradict_each_other(program: Make) -> None:
    """Each could hold by itself."""
    below = {"of": "many", "from": None, "to": 5.0, "with_from": False, "with_to": False}
    made = program(
        rules=[
            {"when": [from_(10.0), below], "weights": [1.0, 0.0]},
            {"when": [from_(10.0)], "weights": [0.0, 1.0]},
        ]
    )
    assert examine(made).dead == (0,)


def test_an_option_is_hopeless_that_never_leads(program: Make) -> None:
    """Not even in a tie."""
    made = program(rules=[{"when": [], "weights": [1.0, 0.0]}])
    assert examine(made).hopeless == (1,)
    tie = program(rules=[{"when": [on("sure", "yes")], "weights": [1.0, 0.0]}])
    assert examine(tie).hopeless == ()


def test_a_rule_is_idle_that_never_changes_who_leads(program: Make) -> None:
    """Its weight is too small beside another's."""
    made = program(
        rules=[
            {"when": [on("sure", "yes")], "weights": [5.0, 0.0]},
            {"when": [on("sure", "no")], "weights": [0.0, 5.0]},
            {"when": [on("kind", "x")], "weights": [0.0, 1.0]},
        ]
    )
    found = examine(made)
    assert found.idle == (2,)
    assert found.mute == (1, 2)


def test_a_veto_matters_where_the_option_would_lead(program: Make) -> None:
    """And is idle where it would not."""
    made = program(
        rules=[
            {"when": [], "weights": [2.0, 0.0]},
            {"when": [on("sure", "yes")], "rules_out": [0]},
            {"when": [on("kind", "x")], "rules_out": [1]},
        ]
    )
    found = examine(made)
    assert (found.idle, found.none_left) == ((), 1)
    lone = program(
        rules=[{"when": [], "weights": [2.0, 0.0]}, {"when": [on("kind", "x")], "rules_out": [1]}]
    )
    assert examine(lone).idle == (1,)


def test_silence_is_where_no_rule_holds(program: Make) -> None:
    """Whatever is answered."""
    made = program(rules=[{"when": [on("kind", "x")], "weights": [1.0, 0.0]}])
    assert (examine(made).tried, examine(made).silent) == (6, 4)


def test_quantities_make_it_a_sample(program: Make) -> None:
    """Their cuts are not those of the questions, so that no cell can be sure."""
    made = program(
        quantities=[{"id": "twice", "formula": ["*", "many", 2.0]}],
        rules=[{"when": [from_(20.0, "twice")], "weights": [1.0, 0.0]}],
    )
    found = examine(made)
    assert (found.exact, found.tried) == (False, SAMPLES)
    assert (found.dead, found.idle) == ((), ())


def test_so_does_a_number_of_combinations_past_the_cap(program: Make) -> None:
    """And what is said of it is drawn with a fixed seed: the same every time."""
    questions = [
        {"id": f"q{index}", "kind": "yes_no", "answers": ["yes", "no"]} for index in range(13)
    ]
    rules = [
        {"when": [on(f"q{index}", "yes")], "weights": [1.0 + index, 6.0 - index]}
        for index in range(13)
    ]
    made = program(questions=questions, rules=rules)
    assert CAP < 2**13
    found = examine(made)
    assert (found.exact, found.tried) == (False, SAMPLES)
    assert found == examine(made)
    small = examine(program(questions=questions[:12], rules=rules[:12]))
    assert (small.exact, small.tried) == (True, 2**12)


def test_the_seed_is_part_of_the_report(program: Make) -> None:
    """These counts change with the way of drawing, and with it METHOD in examiner.py has to."""
    made = program(
        quantities=[{"id": "twice", "formula": ["*", "many", 2.0]}],
        rules=[
            {"when": [from_(20.0, "twice")], "weights": [1.0, 0.0]},
            {"when": [on("kind", "x")], "weights": [0.0, 1.0]},
        ],
    )
    found = examine(made)
    assert (found.wins, found.ties, found.silent) == ((1216, 378), 1406, 802)


def test_nothing_asked_is_one_case(program: Make) -> None:
    """A decision without questions has one outcome."""
    found = examine(program(questions=[], rules=[{"when": [], "weights": [1.0, 0.0]}]))
    assert (found.exact, found.tried, found.wins) == (True, 1, (1, 0))


@pytest.mark.parametrize("cut", ["[10..20)", "(10..20]"])
def test_cells_part_where_rules_do(program: Make, cut: str) -> None:
    """Below, within and above are three; and so is the end that a bracket takes in."""
    test = {"of": "many", "from": 10.0, "to": 55.0, "with_from": cut[0] == "[",
            "with_to": cut[-1] == "]"}  # fmt: skip
    made = program(rules=[{"when": [test], "weights": [1.0, 0.0]}])
    assert examine(made).tried == 2 * 3 * 2

"""What answers come to: the meaning of rules, frozen case by case."""

import itertools
import math
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termwise.decide.evaluate import apply, decide, evaluate, number, quantities

Make = Callable[..., dict[str, Any]]
SURE = {"of": "sure", "in": ["yes"]}
KIND = {"of": "kind", "in": ["x", "y"]}


def bounds(of: str, low: float | None, high: float | None, ends: str = "[)") -> dict[str, Any]:
    """A test of a number."""
    return {
        "of": of, "from": low, "to": high, "with_from": ends[0] == "[", "with_to": ends[1] == "]",
    }  # fmt: skip


TESTS: dict[bool | None, tuple[dict[str, Any], str | None]] = {
    True: (SURE, "yes"),
    False: (SURE, "no"),
    None: (SURE, None),
}


@pytest.mark.parametrize("first", [True, False, None])
@pytest.mark.parametrize("second", [True, False, None])
@pytest.mark.parametrize("third", [True, False, None])
def test_a_rule_is_three_valued(
    program: Make, first: bool | None, second: bool | None, third: bool | None
) -> None:
    """False where any test is false, whatever is unknown, then unknown where any test is."""
    states = (first, second, third)
    answers: dict[str, str | float] = {}
    if first is not None:
        answers["sure"] = "yes" if first else "no"
    if second is not None:
        answers["kind"] = "y" if second else "z"
    if third is not None:
        answers["many"] = 10.0 if third else 9.0
    for order in itertools.permutations((SURE, KIND, bounds("many", 10.0, None))):
        outcome = decide(program(rules=[{"when": list(order)}]), answers)
        expected = False if False in states else None if None in states else True
        assert outcome.rules == (expected,)


def test_a_rule_without_tests_holds(program: Make) -> None:
    """It is what speaks for an option from the start."""
    assert decide(program(rules=[{"when": []}]), {}).rules == (True,)


def test_true_rules_add_and_unknown_ones_give_a_range(program: Make) -> None:
    """False ones count for nothing."""
    rules = [
        {"when": [], "weights": [1.0, -1.0]},
        {"when": [SURE], "weights": [2.0, -4.0]},
        {"when": [KIND], "weights": [8.0, 16.0]},
    ]
    a, b = decide(program(rules=rules), {"kind": "z"}).standings
    assert (a.points, a.worst, a.best, a.out) == (1, 1, 3, False)
    assert (b.points, b.worst, b.best, b.out) == (-1, -5, -1, False)
    a, b = decide(program(rules=rules), {"sure": "yes", "kind": "x"}).standings
    assert (a.points, a.worst, a.best) == (11, 11, 11)
    assert (b.points, b.worst, b.best) == (11, 11, 11)


@pytest.mark.parametrize(
    ("weights", "settled"), [([4.0, 1.0], True), ([3.0, 1.0], False), ([2.0, 1.0], False)]
)
def test_settled_is_when_the_worst_is_better_than_every_other_best(
    program: Make, weights: list[float], settled: bool
) -> None:
    """Equal is not better: an answer to come could make a tie."""
    rules = [{"when": [], "weights": weights}, {"when": [SURE], "weights": [0.0, 2.0]}]
    outcome = decide(program(rules=rules), {})
    assert (outcome.leaders, outcome.settled) == ((0,), settled)


def test_a_settled_outcome_never_changes(program: Make) -> None:
    """Whatever else is answered, the same option leads alone."""
    rules = [
        {"when": [KIND], "weights": [3.0, 0.5]},
        {"when": [SURE], "weights": [-1.0, 1.0]},
        {"when": [bounds("many", 10.0, None)], "weights": [0.0, 1.5], "rules_out": [1]},
        {"when": [bounds("many", None, 5.0), SURE], "weights": [1.0, 0.0], "rules_out": [0]},
    ]
    made = program(rules=rules)
    every: dict[str, list[Any]] = {
        "sure": ["yes", "no"], "kind": ["x", "z"], "many": [0.0, 7.0, 50.0],
    }  # fmt: skip
    seen = 0
    for given_answers in itertools.product(*([None, *values] for values in every.values())):
        answers = {k: v for k, v in zip(every, given_answers, strict=True) if v is not None}
        now = decide(made, answers)
        if now.settled:
            seen += 1
            for rest in itertools.product(*every.values()):
                later = decide(made, {**dict(zip(every, rest, strict=True)), **answers})
                assert later.leaders == now.leaders
    assert seen > 5


def test_a_veto_beats_points_and_lets_the_next_lead(program: Make) -> None:
    """What is ruled out never leads, and does not hold back the settling of the rest."""
    rules = [{"when": [], "weights": [9.0, 0.0]}, {"when": [SURE], "rules_out": [0]}]
    outcome = decide(program(rules=rules), {"sure": "yes"})
    assert (outcome.leaders, outcome.settled) == ((1,), True)
    assert (outcome.standings[0].out, outcome.standings[0].worst) == (True, None)
    assert outcome.standings[0].points == 9


def test_a_veto_holds_in_a_tie(program: Make) -> None:
    """An option that is ruled out does not lead beside others with as many points."""
    outcome = decide(program(rules=[{"when": [], "rules_out": [0]}]), {})
    assert (outcome.leaders, outcome.settled) == ((1,), True)


def test_a_possible_veto_leaves_no_worst(program: Make) -> None:
    """The leader leads on, but nothing is settled."""
    rules = [{"when": [], "weights": [9.0, 0.0]}, {"when": [SURE], "rules_out": [0]}]
    outcome = decide(program(rules=rules), {})
    assert (outcome.leaders, outcome.settled) == ((0,), False)
    assert (outcome.standings[0].out, outcome.standings[0].worst) == (None, None)
    assert outcome.standings[1].worst == 0


def test_a_certain_veto_outweighs_a_possible_one(program: Make) -> None:
    """In whatever order the rules stand."""
    rules = [{"when": [], "rules_out": [0]}, {"when": [SURE], "rules_out": [0]}]
    for order in (rules, rules[::-1]):
        assert decide(program(rules=order), {}).standings[0].out is True


def test_everything_may_be_ruled_out(program: Make) -> None:
    """Then nobody leads, and there is nothing to settle."""
    outcome = decide(program(rules=[{"when": [], "rules_out": [0, 1]}]), {})
    assert (outcome.leaders, outcome.settled) == ((), False)


def test_ties_are_ties(program: Make) -> None:
    """All of them lead, none by its place in the file, and a tie is not settled."""
    outcome = decide(program(rules=[]), {})
    assert (outcome.leaders, outcome.settled) == ((0, 1), False)


weights = st.sampled_from([-2.0, -1.0, 0.0, 0.0, 0.5, 1.0, 2.0])
rules_of_three = st.lists(
    st.fixed_dictionaries(
        {
            "when": st.lists(st.sampled_from([SURE, KIND, bounds("many", 10.0, None)]), max_size=2),
            "weights": st.lists(weights, min_size=3, max_size=3),
            "rules_out": st.sets(st.integers(0, 2), max_size=1).map(sorted),
        }
    ),
    max_size=8,
)
some_answers = st.fixed_dictionaries(
    {},
    optional={
        "sure": st.sampled_from(["yes", "no"]),
        "kind": st.sampled_from(["x", "z"]),
        "many": st.sampled_from([0.0, 10.0]),
    },
)


@given(rules_of_three, some_answers, st.permutations(range(3)))
def test_the_order_of_options_decides_nothing(
    rules: list[dict[str, Any]], answers: dict[str, Any], order: list[int]
) -> None:
    """Shuffled, the same options lead, and each stands as before."""
    base = {
        "options": ["a", "b", "c"], "assumptions": [], "quantities": [], "horizon": 12,
        "questions": [{"id": "sure", "kind": "yes_no"}, {"id": "kind", "kind": "choice"},
                      {"id": "many", "kind": "number"}],
    }  # fmt: skip
    shuffled = [
        {
            "when": rule["when"],
            "weights": [rule["weights"][place] for place in order],
            "rules_out": [order.index(place) for place in rule["rules_out"]],
        }
        for rule in rules
    ]
    before = decide({**base, "rules": rules}, answers)
    after = decide({**base, "rules": shuffled}, answers)
    assert sorted(order[place] for place in after.leaders) == list(before.leaders)
    assert after.settled == before.settled
    assert [before.standings[place] for place in order] == list(after.standings)


def test_points_are_added_in_the_order_of_the_file(program: Make) -> None:
    """Doubles are not exact, so that the order is part of the meaning."""
    rules = [{"when": [], "weights": [weight, 0.0]} for weight in (0.1, 0.2, 0.3)]
    assert decide(program(rules=rules), {}).standings[0].points == (0.1 + 0.2) + 0.3
    assert decide(program(rules=rules[::-1]), {}).standings[0].points == (0.3 + 0.2) + 0.1
    assert (0.1 + 0.2) + 0.3 != (0.3 + 0.2) + 0.1


@pytest.mark.parametrize(
    "formula",
    [
        ["/", 1.0, 0.0],
        ["/", 0.0, 0.0],
        ["/", 1.0, -0.0],
        ["*", 1e300, 1e300],
        ["-", ["*", -1e300, 1e300], 1.0],
        ["+", "unknown", 1.0],
        ["*", "unknown", 0.0],
        ["min", ["/", 1.0, 0.0], 1.0],
        ["max", 1.0, "unknown"],
        "unknown",
        None,
        math.inf,
        math.nan,
    ],
)
def test_what_is_not_finite_is_unknown(program: Make, formula: object) -> None:
    """And so is whatever rests on it, up to the rule that tests it."""
    assert evaluate(formula, {"unknown": None}) is None
    made = program(
        quantities=[{"id": "q", "formula": formula}, {"id": "r", "formula": ["*", "q", 0.0]}],
        rules=[{"when": [bounds("r", 0.0, None)], "weights": [1.0, 0.0]}],
    )
    assert quantities(made, {})["r"] is None
    assert decide(made, {}).rules == (None,)


@pytest.mark.parametrize(
    ("operator", "left", "right", "value"),
    [("+", 0.1, 0.2, 0.30000000000000004), ("-", 1.0, 3.0, -2.0),
     ("*", 3.0, 0.1, 0.30000000000000004),
     ("/", 1.0, 3.0, 1 / 3), ("min", 1.0, 2.0, 1.0), ("max", 1.0, 2.0, 2.0)],
)  # fmt: skip
def test_arithmetic_is_that_of_doubles(
    operator: str, left: float, right: float, value: float
) -> None:
    """To the last bit."""
    assert apply(operator, left, right) == value
    assert evaluate([operator, left, right], {}) == value


@pytest.mark.parametrize(
    ("value", "found"),
    [(1, 1.0), (1.5, 1.5), (True, None), (None, None), ("1", None), (math.inf, None),
     (math.nan, None), (10**400, None), ([1], None)],
)  # fmt: skip
def test_a_number_is_finite_or_none(value: object, found: float | None) -> None:
    """Text, truth and what is too large for a double are none."""
    assert number(value) == found


def test_quantities_use_those_before_them(program: Make) -> None:
    """Answers, assumptions as they are typical, months, and what was computed already."""
    made = program(
        assumptions=[{"id": "price", "range": [1.0, 2.0, 5.0]},
                     {"id": "gone", "range": [None, None, None]}],
        quantities=[
            {"id": "cost", "formula": ["*", "many", "price"]},
            {"id": "all", "formula": ["*", "cost", "horizon"]},
            {"id": "early", "formula": ["+", "late", 1.0]},
            {"id": "late", "formula": 1.0},
        ],
    )  # fmt: skip
    values = quantities(made, {"many": 10.0})
    assert values == {"many": 10, "price": 2, "gone": None, "horizon": 12, "cost": 20, "all": 240,
                      "early": None, "late": 1}  # fmt: skip
    assert quantities(made, {})["all"] is None


def test_own_numbers_and_months_change_quantities_and_so_rules(program: Make) -> None:
    """What the reader says in place of an assumption counts in advice and costs alike."""
    made = program(
        assumptions=[{"id": "price", "range": [1.0, 2.0, 5.0]}],
        quantities=[{"id": "total", "formula": ["*", "price", "horizon"]}],
        rules=[{"when": [bounds("total", 100.0, None)], "weights": [1.0, 0.0]}],
    )
    assert decide(made, {}).rules == (False,)
    assert decide(made, {"price": 9.0}).rules == (True,)
    assert decide(made, {"horizon": 50.0}).rules == (True,)
    assert decide(made, {"price": math.nan, "horizon": math.inf}).rules == (False,)


def test_usual_values_are_for_costs_only(program: Make) -> None:
    """A question without an answer stays unknown to rules."""
    made = program(rules=[{"when": [bounds("many", 10.0, None)], "weights": [1.0, 0.0]}])
    made["questions"][2]["usual"] = 50.0
    assert decide(made, {}).rules == (None,)


def test_an_answer_of_the_wrong_kind_is_no_number(program: Make) -> None:
    """A word to a question for a number is as good as none."""
    made = program(rules=[{"when": [bounds("many", 10.0, None)]}, {"when": [SURE]}])
    assert decide(made, {"many": "lots", "sure": 1.0}).rules == (None, False)

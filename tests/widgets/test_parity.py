"""One meaning on both sides: the rules in Python and in the browser agree to the last bit.

Compared are rules, points, leaders, quantities, what would change the outcome, open questions,
bills and break-even: on the committed vectors of every shipped decision, and on decisions and
answers drawn at random. Nothing is rounded, and -0.0 is not 0.0.
"""

import importlib.util
import itertools
import json
import random
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from termwise.decide.evaluate import decide
from termwise.decide.program import compile_decision
from termwise.lookup.library import Library

VECTORS = sorted((Path(__file__).parents[1] / "vectors").glob("*.jsonl"))
PARTS, PROGRAMS, CASES = 4, 50, 100
MAX_BYTES = 150_000


class Twins(Protocol):
    """See `conftest.py`."""

    def in_node(self, program: Any, cases: Any, probes: bool) -> list[Any]:
        """What each of the answers comes to."""

    def differences(self, program: Any, cases: Any, *, probes: bool = True) -> Any:
        """Where the two differ."""


@pytest.fixture(scope="module")
def written(root: Path) -> dict[str, list[str]]:
    """What `build_tools/vectors.py` would write now."""
    spec = importlib.util.spec_from_file_location("vectors", root / "build_tools/vectors.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["vectors"] = module
    spec.loader.exec_module(module)
    found: dict[str, list[str]] = module.all_vectors()
    return found


def test_the_committed_vectors_are_current(written: dict[str, list[str]]) -> None:
    """After a change of rules, facts or meaning, `python build_tools/vectors.py` writes them."""
    committed = {file.stem: file.read_text("utf-8").splitlines() for file in VECTORS}
    assert sorted(committed) == sorted(written)
    stale = [name for name, lines in written.items() if committed[name] != lines]
    assert stale == [], "run: python build_tools/vectors.py"


def test_the_committed_vectors_stay_small() -> None:
    """They are read in reviews."""
    assert [file.name for file in VECTORS if file.stat().st_size > MAX_BYTES] == []


@pytest.mark.parametrize("file", VECTORS, ids=lambda file: file.stem)
def test_the_vectors_come_out_in_node_as_they_are_written(
    file: Path, reference: Library, twins: Twins
) -> None:
    """And so do all other parts of the results, compared with Python's."""
    head, *rows = map(json.loads, file.read_text("utf-8").splitlines())
    vectors = [dict(zip(head["columns"], row, strict=True)) for row in rows]
    glossary = reference.glossary
    program = compile_decision(glossary.decisions[head["decision"]], glossary.facts).program
    assert program["version"] == head["version"]
    cases = [
        {name: answer for name, answer in zip(head["questions"], vector["answers"], strict=True)
         if answer is not None} | vector["own"]
        for vector in vectors
    ]  # fmt: skip
    assert len(cases) > 200
    for vector, theirs in zip(vectors, twins.in_node(program, cases, False), strict=True):
        standings = theirs["outcome"]["standings"]
        assert [int(float.fromhex(place)) for place in theirs["outcome"]["leaders"]] == vector[
            "leaders"
        ]
        assert theirs["outcome"]["settled"] == vector["settled"]
        for key in ("points", "worst", "best"):
            numbers = [None if s[key] is None else _number(s[key]) for s in standings]
            assert numbers == vector[key]
        totals = [bill["total"] and _number(bill["total"][1]) for bill in theirs["bills"]]
        assert totals == vector["totals"]
    assert list(twins.differences(program, cases, probes=False)) == []
    assert list(twins.differences(program, cases[:: len(cases) // 12], probes=True)) == []


def _number(text: str) -> float:
    return -0.0 if text == "#-0" else float.fromhex(text)


numbers = (
    st.sampled_from(
        [0.0, -0.0, 1.0, 2.0, -1.0, 0.1, 0.2, 0.3, 1e-6, 1e6, 1e300, -1e300, 5e-324, 1 / 3,
         50.0, 500.0]
    )
    | st.floats(-1000, 1000)
    | st.floats(allow_nan=False, allow_infinity=False)
)  # fmt: skip
weights = st.sampled_from(
    [0.0, 0.0, 0.0, 1.0, 2.0, 3.0, 0.1, 0.2, 0.3, -1.0, -2.0, -0.1, -0.3, 1e-15, 1e15]
) | st.floats(-3, 3)
operators = st.sampled_from(["+", "-", "*", "/", "min", "max"])


def formulas(names: list[str]) -> st.SearchStrategy[Any]:
    """Formulas over the names, and over one that does not exist."""
    leaf = st.sampled_from([*names, *names, *names, "missing"]) | numbers
    return st.recursive(
        leaf, lambda part: st.tuples(operators, part, part).map(list), max_leaves=7
    )  # fmt: skip


@st.composite
def question(draw: st.DrawFn, index: int) -> dict[str, Any]:
    """A question of any kind."""
    name = f"q{index}"
    kind = draw(st.sampled_from(["yes_no", "choice", "number", "number"]))
    if kind == "yes_no":
        return {"id": name, "kind": kind, "answers": ["yes", "no"]}
    if kind == "choice":
        answers = [f"c{at}" for at in range(draw(st.integers(1, 4)))]
        return {"id": name, "kind": kind, "answers": answers}
    probes = sorted(draw(st.sets(numbers, min_size=2, max_size=5)))
    usual = draw(st.none() | st.sampled_from(probes))
    return {
        "id": name, "kind": kind, "min": probes[0], "max": probes[-1], "step": 1.0, "usual": usual,
        "probes": probes,
    }  # fmt: skip


@st.composite
def rule(
    draw: st.DrawFn, words: list[dict[str, Any]], tested: list[str], options: int
) -> dict[str, Any]:
    """A rule of up to three tests."""
    when: list[dict[str, Any]] = []
    for _ in range(draw(st.integers(0, 3))):
        if words and (not tested or draw(st.booleans())):
            asked = draw(st.sampled_from(words))
            wanted = draw(st.sets(st.sampled_from(asked["answers"]), min_size=1).map(sorted))
            when.append({"of": asked["id"], "in": wanted})
        elif tested:
            low, high = sorted(draw(st.tuples(numbers, numbers)))
            ends = draw(st.sampled_from([(low, high), (low, None), (None, high)]))
            when.append(
                {
                    "of": draw(st.sampled_from(tested)), "from": ends[0], "to": ends[1],
                    "with_from": draw(st.booleans()), "with_to": draw(st.booleans()),
                }
            )  # fmt: skip
    return {
        "when": when,
        "weights": draw(st.lists(weights, min_size=options, max_size=options)),
        "rules_out": draw(
            st.just([]) | st.just([]) | st.sets(st.integers(0, options - 1), max_size=1).map(sorted)
        ),
    }


@st.composite
def programs(draw: st.DrawFn) -> dict[str, Any]:
    """Any decision, compiled: rules, quantities and costs over whatever is asked."""
    options = draw(st.integers(1, 4))
    questions = [draw(question(index)) for index in range(draw(st.integers(1, 5)))]
    names = [asked["id"] for asked in questions if asked["kind"] == "number"]
    over = draw(st.sampled_from([*names, None]))
    span = st.lists(numbers, min_size=3, max_size=3).map(sorted) | st.just([None, None, None])
    assumptions = [
        {"id": f"a{index}", "range": draw(span)} for index in range(draw(st.integers(0, 3)))
    ]
    names += [*(item["id"] for item in assumptions), "horizon"]
    quantities = []
    for index in range(draw(st.integers(0, 3))):
        quantities.append({"id": f"k{index}", "formula": draw(formulas(names))})
        names.append(f"k{index}")
    words = [asked for asked in questions if asked["kind"] != "number"]
    tested = [name for name in names if name[0] in "qk"]
    lines = st.lists(formulas(names), max_size=2)
    cost = st.none() | st.fixed_dictionaries({"once": lines, "per_month": lines})
    return {
        "options": [f"o{index}" for index in range(options)],
        "questions": questions, "assumptions": assumptions, "quantities": quantities,
        "rules": draw(st.lists(rule(words, tested, options), min_size=1, max_size=8)),
        "costs": [draw(cost) for _ in range(options)],
        "horizon": 12, "over": over, "version": "random",
    }  # fmt: skip


@st.composite
def pools(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, list[Any]]]:
    """A program, and what may be answered to each of its questions; None is not an answer."""
    program = draw(programs())
    pool: dict[str, list[Any]] = {}
    for asked in program["questions"]:
        known = asked.get("answers") or asked["probes"]
        others = draw(st.lists(numbers, max_size=3)) if asked["kind"] == "number" else []
        pool[asked["id"]] = [None, None, *known, *others]
    for item in program["assumptions"]:
        pool[item["id"]] = [None, None, None, *draw(st.lists(numbers, max_size=2))]
    pool["horizon"] = [None, None, 1.0, 36.0, draw(numbers)]
    nonsense: list[Any] = draw(st.sampled_from([["nonsense"], [3.5], [], [], []]))
    pool[program["questions"][0]["id"]] += nonsense
    return program, pool


def cases_of(pool: Mapping[str, list[Any]], chance: random.Random) -> list[dict[str, Any]]:
    """Answers out of the pool."""
    drawn = ({name: chance.choice(values) for name, values in pool.items()} for _ in range(CASES))
    return [{name: value for name, value in case.items() if value is not None} for case in drawn]


@pytest.mark.parametrize("part", range(PARTS))
def test_random_decisions_come_out_alike(part: int, twins: Twins) -> None:
    """Twenty thousand of them in all, huge and tiny numbers and quotients by zero among them."""
    tried: dict[str, int] = dict.fromkeys(("cases", "settled", "ties", "unknown"), 0)

    @seed(part)
    @settings(
        max_examples=PROGRAMS, deadline=None, database=None, derandomize=False,
        suppress_health_check=list(HealthCheck), phases=[Phase.generate],
    )  # fmt: skip
    @given(pools(), st.integers(0, 2**32))
    def compare(drawn: tuple[dict[str, Any], dict[str, list[Any]]], lot: int) -> None:
        program, pool = drawn
        cases = cases_of(pool, random.Random(lot))  # noqa: S311 - a sample, not a secret
        tried["cases"] += len(cases)
        for answers in cases:
            now = decide(program, answers)
            tried["settled"] += now.settled
            tried["ties"] += len(now.leaders) > 1
            tried["unknown"] += None in now.rules
        assert next(iter(twins.differences(program, cases)), None) is None

    compare()
    assert tried["cases"] * PARTS >= 20_000
    assert min(tried.values()) > 500, tried


EDGES = (0.0, -0.0, 1.0, -1.0, 0.1, 1 / 3, 5e-324, 2.0**53, 1e21, 1e-7, 1.7e308, -1.7e308)
SPANS = ([1.0, 2.0, 4.0], [-3.0, -1.0, 2.0], [0.0, 0.0, 5.0], [-4.0, -2.0, -0.0],
         [1e200, 1e250, 1e300], [None, None, None], [5e-324, 1.0, 1.0])  # fmt: skip
OPERATORS = ("+", "-", "*", "/", "min", "max")


def test_arithmetic_is_alike_at_its_edges(twins: Twins) -> None:
    """Every operator over every pair: zeros of both signs, overflow, the least of doubles."""
    pairs = itertools.product(OPERATORS, EDGES, EDGES)
    program = {
        "options": ["a"], "questions": [], "assumptions": [], "rules": [], "costs": [None],
        "quantities": [{"id": f"k{at}", "formula": list(step)} for at, step in enumerate(pairs)],
        "horizon": 12, "over": None, "version": "edges",
    }  # fmt: skip
    assert list(twins.differences(program, [{}])) == []


def test_costs_are_alike_over_every_pair_of_ranges(twins: Twins) -> None:
    """Ranges about zero, at zero, unknown and huge, under every operator."""
    names = [f"a{at}" for at in range(len(SPANS))]
    steps = [list(step) for step in itertools.product(OPERATORS, names, names)]
    program = {
        "options": [f"o{at}" for at in range(len(steps))], "questions": [], "quantities": [],
        "assumptions": [
            {"id": name, "range": span} for name, span in zip(names, SPANS, strict=True)
        ],
        "rules": [], "costs": [{"once": [step], "per_month": [step, step]} for step in steps],
        "horizon": 12, "over": None, "version": "ranges",
    }  # fmt: skip
    cases = [{}, {"a1": 0.0}, {"a0": -0.0, "horizon": 1e308}]
    assert list(twins.differences(program, cases, probes=False)) == []


def test_a_difference_of_one_bit_is_seen(twins: Twins) -> None:
    """Otherwise all of this would prove nothing."""
    program = {
        "options": ["a"], "questions": [], "assumptions": [], "rules": [], "costs": [None],
        "quantities": [{"id": "k", "formula": 0.3}, {"id": "zero", "formula": -0.0}],
        "horizon": 12, "over": None, "version": "bit",
    }  # fmt: skip
    assert list(twins.differences(program, [{}])) == []
    [theirs] = twins.in_node(program, [{}], True)
    assert theirs["quantities"]["k"] == (0.3).hex() != (0.1 + 0.2).hex()
    assert theirs["quantities"]["zero"] == "#-0"

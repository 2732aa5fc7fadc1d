"""A decision, compiled: everything parsed and typed, as the JSON that the browser evaluates.

{"options": [id],
 "questions": [{"id", "kind", "answers" | "min", "max", "step", "usual", "probes"}],
 "assumptions": [{"id", "range": [low, typical, high]}],
 "quantities": [{"id", "formula"}],
 "rules": [{"when": [test], "weights": [a number an option], "rules_out": [option]}],
 "costs": [{"once": [formula], "per_month": [formula]} or null, an option],
 "horizon": months, "over": question or null, "version": text}
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from termwise.decide.bounds import too_large
from termwise.decide.evaluate import HORIZON
from termwise.decide.formula import Tree, parse_formula
from termwise.decide.probes import names_in, probe_points
from termwise.decide.questions import is_number, program_of, question_faults
from termwise.decide.rules import read_tests
from termwise.decide.units import Unit, parse_unit
from termwise.model.decision import Assumption, CostLine, Decision, Rule
from termwise.model.fact import Fact
from termwise.model.names import did_you_mean
from termwise.model.problem import FieldPath, Problem, ProblemError
from termwise.model.question import NumberQuestion
from termwise.words.numbers import AUTHORS

MAX_WEIGHT = 1e6
"""Far more than any reason weighs, and far less than what sums of doubles lose track of."""


@dataclass
class Compiled:
    """A program, its faults, and the facts that it needs and that are not there.

    They do not exist or could not be read, which is told where that is found out: here, the unit
    of what rests on them is not known, and is no fault.
    """

    program: dict[str, Any] = field(default_factory=dict)
    faults: list[Problem] = field(default_factory=list)
    missing: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether the program can be evaluated."""
        return not self.missing and all(fault.severity != "error" for fault in self.faults)


def compile_decision(decision: Decision, facts: Mapping[str, Fact]) -> Compiled:
    """Parse and type a decision."""
    named = [assumption.fact for assumption in decision.assumptions if assumption.fact]
    compiled = Compiled(missing=tuple(name for name in named if name not in facts))
    compiled.faults += _repeated(decision)
    for index, question in enumerate(decision.questions):
        compiled.faults += question_faults(question, ("questions", index))
    units = _number_units(decision, facts)
    program = compiled.program
    program["options"] = [option.id for option in decision.options]
    program["questions"] = [program_of(question) for question in decision.questions]
    program["assumptions"] = list(_assumptions(decision, facts, compiled.faults))
    program["quantities"] = list(_quantities(decision, units, compiled.faults))
    program["rules"] = list(_rules(decision, compiled.faults))
    program["costs"] = _costs(decision, units, compiled.faults)
    for question in program["questions"]:
        if is_number(question):
            question["probes"] = _probes(question, program)
    compiled.faults += too_large(program)
    program["horizon"] = decision.horizon.months
    program["over"] = _over(decision, compiled.faults)
    program["version"] = version_of(program)
    return compiled


def version_of(program: Mapping[str, Any]) -> str:
    """A short name for exactly these rules and numbers."""
    meaning = {key: value for key, value in program.items() if key != "version"}
    text = json.dumps(meaning, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def fact_range(fact: Fact) -> tuple[float, float, float] | None:
    """Low, typical and high of a fact; None where it has no number to start from."""
    seen = [item for item in fact.observations if item.numeric]
    ends = [end for item in seen for end in (item.value, item.low, item.high) if end is not None]
    if not ends:
        return None
    low, high = min(ends), max(ends)
    typical = fact.typical.value if fact.typical else low if low == high else None
    return None if typical is None else (min(low, typical), typical, max(high, typical))


def _repeated(decision: Decision) -> Iterator[Problem]:
    """Ids that stand twice; questions, assumptions and quantities share their names."""
    numbers = (("questions", decision.questions), ("assumptions", decision.assumptions),
               ("quantities", decision.quantities))  # fmt: skip
    for groups in ((("options", decision.options),), numbers):
        seen: set[str] = set()
        for key, items in groups:
            for index, item in enumerate(items):
                if item.id in seen:
                    fault = f'"{item.id}" stands here twice'
                    yield Problem("duplicate-id", fault, "rename one", path=(key, index, "id"))
                seen.add(item.id)
    for key, items in numbers:
        for index, item in enumerate(items):
            if item.id == HORIZON:
                fault = f'the id "{HORIZON}" is kept for the months that costs are added up over'
                yield Problem("reserved-id", fault, "choose another", path=(key, index, "id"))


def _number_units(decision: Decision, facts: Mapping[str, Fact]) -> dict[str, Unit | None]:
    """The unit of every number that a formula may name, quantities left out.

    None is that of a number whose fact is not there.
    """
    numbers = (each for each in decision.questions if isinstance(each, NumberQuestion))
    units: dict[str, Unit | None] = {each.id: parse_unit(each.unit) for each in numbers}
    for assumption in decision.assumptions:
        known = assumption.fact is None or assumption.fact in facts
        units[assumption.id] = parse_unit(unit_of(assumption, facts)) if known else None
    units[HORIZON] = parse_unit("months")
    return units


def unit_of(assumption: Assumption, facts: Mapping[str, Fact]) -> str | None:
    """The unit of an assumption: its own, or that of its fact."""
    fact = facts.get(assumption.fact) if assumption.fact else None
    if fact is None:
        return assumption.unit
    return next((seen.unit for seen in fact.observations if seen.numeric), None)


def _assumptions(
    decision: Decision, facts: Mapping[str, Fact], faults: list[Problem]
) -> Iterator[dict[str, Any]]:
    for index, item in enumerate(decision.assumptions):
        span = (item.low, item.typical, item.high)
        if item.fact in facts and item.fact is not None:
            found = fact_range(facts[item.fact])
            if found is None:
                path = ("assumptions", index, "fact")
                fault = f'the fact "{item.fact}" has no number to start from'
                remedy = "give the fact typical: with value and why"
                faults.append(Problem("no-typical-value", fault, remedy, path=path))
            span = found or (None, None, None)
        yield {"id": item.id, "range": [None if end is None else float(end) for end in span]}


def _quantities(
    decision: Decision, units: dict[str, Unit | None], faults: list[Problem]
) -> Iterator[dict[str, Any]]:
    """Quantities in the order of the file; each may use those before it."""
    for index, quantity in enumerate(decision.quantities):
        wanted = parse_unit(quantity.unit)
        tree = _formula(quantity.formula, units, wanted, ("quantities", index, "formula"), faults)
        units[quantity.id] = wanted
        yield {"id": quantity.id, "formula": tree}


def _formula(
    text: str,
    units: Mapping[str, Unit | None],
    wanted: Unit,
    path: FieldPath,
    faults: list[Problem],
) -> Tree | None:
    try:
        return parse_formula(text, units, wanted)
    except ProblemError as error:
        faults += [replace(problem, path=path) for problem in error.problems]
        return None


def _rules(decision: Decision, faults: list[Problem]) -> Iterator[dict[str, Any]]:
    options = [option.id for option in decision.options]
    for index, rule in enumerate(decision.rules):
        path: FieldPath = ("rules", index)
        found = list(read_tests(rule, decision, path))
        faults += [test for test in found if isinstance(test, Problem)]
        if not (rule.favours or rule.counts_against or rule.rules_out):
            fault = "the rule speaks for or against nothing"
            remedy = "add favours, counts_against or rules_out"
            faults.append(Problem("idle-rule", fault, remedy, path=path))
        yield {
            "when": [test for test in found if not isinstance(test, Problem)],
            "weights": _weights(rule, options, path, faults),
            "rules_out": _rules_out(rule, options, path, faults),
        }


def _weights(rule: Rule, options: list[str], path: FieldPath, faults: list[Problem]) -> list[float]:
    """What the rule adds to each option."""
    weights = [0.0] * len(options)
    for key, sign, given in (
        ("favours", 1.0, rule.favours),
        ("counts_against", -1.0, rule.counts_against),
    ):
        for option, weight in given.items():
            place = (*path, key, option)
            if option not in options:
                faults.append(_unknown_option(option, options, place))
            elif not 0 < weight <= MAX_WEIGHT:
                fault = f"{AUTHORS.figure(weight)} is not a valid weight"
                remedy = "a weight is above zero; small whole numbers read best"
                faults.append(Problem("bad-weight", fault, remedy, path=place))
            else:
                weights[options.index(option)] += sign * weight
    return weights


def _rules_out(rule: Rule, options: list[str], path: FieldPath, faults: list[Problem]) -> list[int]:
    """The options that the rule rules out."""
    out = []
    for number, option in enumerate(rule.rules_out):
        if option in options:
            out.append(options.index(option))
        else:
            faults.append(_unknown_option(option, options, (*path, "rules_out", number)))
    return out


def _unknown_option(name: str, known: list[str], path: FieldPath) -> Problem:
    remedy = did_you_mean(name, known, "add it to options")
    return Problem("unknown-option", f'no option "{name}"', remedy, path=path)


def _costs(
    decision: Decision, units: Mapping[str, Unit | None], faults: list[Problem]
) -> list[dict[str, Any] | None]:
    """A bill an option, None where nothing is said of its cost."""
    options = [option.id for option in decision.options]
    bills: list[dict[str, Any] | None] = [None for _ in options]
    once, month = parse_unit(decision.currency), parse_unit(f"{decision.currency} per month")
    for index, cost in enumerate(decision.costs):
        if cost.option not in options:
            path: FieldPath = ("costs", index, "option")
            faults.append(_unknown_option(cost.option, options, path))
            continue
        if bills[options.index(cost.option)] is not None:
            fault = f'the costs of "{cost.option}" stand here twice'
            path = ("costs", index, "option")
            faults.append(Problem("duplicate-id", fault, "write them together", path=path))
        bill: dict[str, list[Any]] = {"once": [], "per_month": []}
        bills[options.index(cost.option)] = bill
        parts: tuple[tuple[str, tuple[CostLine, ...], Unit], ...] = (
            ("once", cost.once, once), ("per_month", cost.per_month, month),
        )  # fmt: skip
        for key, lines, unit in parts:
            for number, line in enumerate(lines):
                place = ("costs", index, key, number, "formula")
                bill[key].append(_formula(line.formula, units, unit, place, faults))
    return bills


def _probes(question: Mapping[str, Any], program: Mapping[str, Any]) -> list[float]:
    """The numbers that are tried to see what would change the outcome."""
    tests = [test for rule in program["rules"] for test in rule["when"] if "from" in test]
    own = [
        bound for test in tests if test["of"] == question["id"]
        for bound in (test["from"], test["to"]) if bound is not None
    ]  # fmt: skip
    rests = {question["id"]}
    for quantity in program["quantities"]:
        if rests & set(names_in(quantity["formula"])):
            rests.add(quantity["id"])
    grid = any(test["of"] in rests and test["of"] != question["id"] for test in tests)
    return probe_points(own, question["min"], question["max"], question["step"], grid=grid)


def _over(decision: Decision, faults: list[Problem]) -> str | None:
    name = decision.break_even_over
    numbers = [q.id for q in decision.questions if isinstance(q, NumberQuestion)]
    if name is not None and name not in numbers:
        remedy = did_you_mean(name, numbers, "name a question for a number")
        faults.append(
            Problem(
                "unknown-question",
                f'no number "{name}" is asked',
                remedy,
                path=("break_even_over",),
            )
        )
        return None
    return name

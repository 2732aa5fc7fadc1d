"""How large a decision may be, so that it answers at once wherever it is asked."""

from collections.abc import Iterator

from termwise.decide.evaluate import Program
from termwise.decide.questions import probed
from termwise.model.problem import Problem
from termwise.words.numbers import AUTHORS

WORK = 5_000_000
"""Steps that every answer may take: a reader's browser tries each other answer each time."""


def too_large(program: Program) -> Iterator[Problem]:
    """That a decision takes too long to answer, if it does."""
    answers = sum(len(probed(question)) for question in program["questions"])
    rules, options = len(program["rules"]), len(program["options"])
    tests = sum(len(rule["when"]) for rule in program["rules"])
    computed = sum(operations(quantity["formula"]) for quantity in program["quantities"])
    work = answers * (tests + rules * options + computed)
    if work > WORK:
        many = (AUTHORS.figure(number) for number in (rules, options, answers, work, WORK))
        fault = (
            "{} rules for {} options, with {} answers to try, take {} steps at every answer, "
            "more than {}"
        ).format(*many)
        remedy = "split the decision, or let rules compare numbers with fewer different ones"
        yield Problem("too-large", fault, remedy, path=("rules",))


def operations(formula: object) -> int:
    """How many operations a formula has."""
    if not isinstance(formula, list | tuple):
        return 0
    return 1 + operations(formula[1]) + operations(formula[2])

"""The tests of rules, from text to data: `yes`, a choice or a list of them, `">= 500"`."""

from collections.abc import Iterator

from termwise.decide.questions import read_test
from termwise.decide.ranges import Test, read_range
from termwise.model.decision import Decision, Rule
from termwise.model.names import did_you_mean
from termwise.model.problem import FieldPath, Problem


def read_tests(rule: Rule, decision: Decision, path: FieldPath) -> Iterator[Test | Problem]:
    """Each test of a rule as data, or what is wrong with it."""
    questions = {question.id: question for question in decision.questions}
    quantities = {quantity.id for quantity in decision.quantities}
    for name, test in rule.when.items():
        place = (*path, "when", name)
        if name in quantities:
            yield read_range(name, test, None, place)
        elif name in questions:
            yield read_test(questions[name], test, place)
        else:
            remedy = did_you_mean(name, [*questions, *quantities], "add it to questions")
            yield Problem(
                "unknown-question", f'no question or quantity "{name}"', remedy, path=place
            )

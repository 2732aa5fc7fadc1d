"""Decisions: that they mean what they say."""

from collections.abc import Iterator, Sequence
from itertools import islice

from termwise.checks.examined import Examined
from termwise.decide.costs import bills
from termwise.decide.evaluate import Program
from termwise.decide.examine import combinations
from termwise.decide.left_out import left_out
from termwise.decide.situations import example_faults
from termwise.model.decision import Decision
from termwise.model.names import listed
from termwise.model.problem import Problem, Severity
from termwise.words.numbers import AUTHORS
from termwise.words.words import ENGLISH


def rules_and_formulas_can_be_read(examined: Examined) -> Iterator[Problem]:
    """Every test of a rule can hold, every formula is arithmetic, and units fit."""
    for name, compiled in examined.compiled.items():
        yield from _problems(name, compiled.faults, examined)


def worked_examples_come_out_as_they_say(examined: Examined) -> Iterator[Problem]:
    """Each worked example has possible answers, and the outcome that it states."""
    for name, decision, program in _sound(examined):
        yield from _problems(name, example_faults(decision, program), examined)


def costs_grow_in_a_straight_line(examined: Examined) -> Iterator[Problem]:
    """Each total is a straight line over the question that break-even is computed over."""
    for name, decision, program in _sound(examined):
        over = program["over"]
        if over is None:
            continue
        question = next(q for q in program["questions"] if q["id"] == over)
        low, high = question["min"], question["max"]
        totals = [
            [bill.total for bill in bills(program, {over: at})]
            for at in (low, (low + high) / 2, high)
        ]
        for index, (start, middle, end) in enumerate(zip(*totals, strict=True)):
            if start is None or middle is None or end is None:
                continue
            straight = (start[1] + end[1]) / 2
            if abs(middle[1] - straight) > 1e-6 * max(1.0, abs(straight)):
                title = decision.options[index].title
                yield examined.glossary.origins["decision", name].problem(
                    "bent-cost",
                    f'the cost of "{title}" does not grow in a straight line over "{over}"',
                    "take min and max out of what the volume enters, or leave out break_even_over",
                    path=("costs",),
                )


def every_rule_and_option_has_its_case(examined: Examined) -> Iterator[Problem]:
    """No rule is dead, no option hopeless, no question mute, and some rule speaks to each case."""
    for name, decision, program in _sound(examined):
        found = examined.examine(program)
        tried = AUTHORS.figure(found.tried)
        surely = "" if found.exact else f" in {tried} combinations drawn at random"
        severity: Severity = "warning" if found.short else "error"
        faults = [
            Problem(
                "examined-in-part",
                f"the decision is too large to be examined as usual: {part}",
                "split it for a closer look",
                "warning",
                path=("questions",),
            )
            for part in left_out(program, found, ENGLISH)
        ]
        faults += [
            Problem(
                "dead-rule",
                f"this rule never holds{surely}",
                "correct its tests",
                severity,
                path=("rules", index),
            )
            for index in found.dead
        ]
        faults += [
            Problem(
                "hopeless-option",
                f'"{decision.options[index].title}" never leads{surely}',
                "let more speak for it, or take it out",
                severity,
                path=("options", index),
            )
            for index in found.hopeless
        ]
        faults += [
            Problem(
                "idle-rule",
                f"this rule never makes a difference to who leads{surely}",
                "give it more weight, or take it out",
                "warning",
                path=("rules", index),
            )
            for index in found.idle
        ]
        faults += [
            Problem(
                "mute-question",
                f"no answer to this question ever changes who leads{surely}",
                "write a rule that it matters to, or take it out",
                "warning",
                path=("questions", index),
            )
            for index in found.mute
        ]
        if found.silent:
            share = f"{AUTHORS.figure(found.silent)} of {tried} combinations of answers"
            such = " or ".join(_situations(program, found.silent_at))
            faults.append(
                Problem(
                    "silent-cells",
                    f"no rule speaks to {share}, such as {such}",
                    "write a rule for them, if there is something to say",
                    "warning",
                    path=("rules",),
                )
            )
        yield from _problems(name, faults, examined)


def _situations(program: Program, places: Sequence[int]) -> Iterator[str]:
    """Combinations of answers, as `termwise decide` takes them."""
    for place in places:
        for answers in islice(combinations(program), place, place + 1):
            shown = (
                value if isinstance(value, str) else AUTHORS.figure(value)
                for value in answers.values()
            )
            yield listed(f"{name}={each}" for name, each in zip(answers, shown, strict=True))


def _sound(examined: Examined) -> Iterator[tuple[str, Decision, Program]]:
    """The decisions that could be compiled, with their programs."""
    for name, compiled in examined.compiled.items():
        if compiled.whole:
            yield name, examined.glossary.decisions[name], compiled.program


def _problems(name: str, faults: list[Problem], examined: Examined) -> Iterator[Problem]:
    origin = examined.glossary.origins["decision", name]
    for fault in faults:
        yield origin.problem(
            fault.code, fault.fault, fault.remedy, path=fault.path, severity=fault.severity
        )

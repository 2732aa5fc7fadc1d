"""Writes `tests/vectors/<decision>.jsonl`: what each shipped decision says to fixed answers.

    python build_tools/vectors.py [FOLDER]

The first line names the decision, the version of its rules, its questions and the columns of the
lines that follow. Each of these is one vector: answers in the order of the questions (null: not
sure), own numbers, and what they come to, an item for each option in the order of the file.

All combinations would be millions. What is covered: around several bases (nothing answered, each
first answer, each last answer, the first worked examples) every answer to every question, one at
a time, and "not sure"; numbers at each constant of the rules, between each two, and at both
ends. Around the first example also every probe of each number, each assumption at its low and
at its high, and 1 month and the most.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from termwise.decide.costs import bills
from termwise.decide.evaluate import HORIZON, Answers, Program, decide
from termwise.decide.probes import probe_points
from termwise.decide.program import compile_decision
from termwise.decide.situations import read_answers
from termwise.loader import load
from termwise.model.decision import Decision

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = 3
COLUMNS = ("answers", "own", "leaders", "settled", "points", "worst", "best", "totals")


def main(folder: Path) -> None:
    """Write the vectors of every decision."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, lines in all_vectors().items():
        (folder / f"{name}.jsonl").write_text("".join(f"{line}\n" for line in lines), "utf-8")


def all_vectors() -> dict[str, list[str]]:
    """The lines of each decision's file."""
    glossary = load(ROOT / "glossary", root=ROOT).glossary
    found = {}
    for name, decision in glossary.decisions.items():
        program = compile_decision(decision, glossary.facts).program
        asked = [question["id"] for question in program["questions"]]
        head = {
            "decision": name, "version": program["version"], "questions": asked,
            "columns": COLUMNS,
        }  # fmt: skip
        found[name] = [
            json.dumps(head),
            *(_vector(program, answers) for answers in situations(decision, program)),
        ]
    return found


def situations(decision: Decision, program: Program) -> list[Answers]:
    """The answers of all vectors, each once."""
    examples = [read_answers(decision, item.answers)[0] for item in decision.examples[:EXAMPLES]]
    cells = {question["id"]: _cells(question, program) for question in program["questions"]}
    bases: list[Answers] = [
        {},
        {name: values[0] for name, values in cells.items()},
        {name: values[-1] for name, values in cells.items()},
        *examples,
    ]
    seen: dict[str, Answers] = {}
    for answers in _around(bases, cells, examples[0] if examples else {}, decision, program):
        seen.setdefault(json.dumps(dict(answers), sort_keys=True), answers)
    return list(seen.values())


def _around(
    bases: list[Answers],
    cells: Mapping[str, list[str | float]],
    example: Answers,
    decision: Decision,
    program: Program,
) -> Iterator[Answers]:
    for base in bases:
        yield base
        for name, values in cells.items():
            yield {key: value for key, value in base.items() if key != name}
            yield from ({**base, name: value} for value in values)
    for question in program["questions"]:
        if question["kind"] == "number":
            yield from ({**example, question["id"]: value} for value in question["probes"])
    for assumption in program["assumptions"]:
        low, _typical, high = assumption["range"]
        yield from ({**example, assumption["id"]: value} for value in (low, high))
    yield from ({**example, HORIZON: months} for months in (1.0, float(decision.horizon.max)))


def _cells(question: Mapping[str, object], program: Program) -> list[str | float]:
    """The answers to a question that the rules tell apart, and both ends of a number."""
    if question["kind"] != "number":
        return list(question["answers"])  # type: ignore[call-overload, no-any-return]
    bounds = [
        bound for rule in program["rules"] for test in rule["when"]
        if test["of"] == question["id"] for bound in (test["from"], test["to"])
        if bound is not None
    ]  # fmt: skip
    least, most, step = (float(str(question[key])) for key in ("min", "max", "step"))
    return list(probe_points(bounds, least, most, step, grid=False))


def _vector(program: Program, answers: Answers) -> str:
    now = decide(program, answers)
    asked = [question["id"] for question in program["questions"]]
    totals = [bill.total and bill.total[1] for bill in bills(program, answers)]
    return json.dumps(
        [
            [answers.get(name) for name in asked],
            {name: value for name, value in answers.items() if name not in asked},
            now.leaders,
            now.settled,
            [standing.points for standing in now.standings],
            [standing.worst for standing in now.standings],
            [standing.best for standing in now.standings],
            totals,
        ],
        separators=(",", ":"),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests/vectors")

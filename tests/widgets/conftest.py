"""The browser's twins of the rules, run by Node."""

import json
import math
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from termwise.decide.costs import bills, break_even
from termwise.decide.evaluate import Answers, Program, decide, quantities
from termwise.decide.probes import changes, open_questions


def exact(value: object) -> object:
    """A value in which numbers differ that differ in a bit, -0.0 and 0.0 included."""
    if isinstance(value, Mapping):
        return {key: exact(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [exact(item) for item in value]
    if isinstance(value, int | float) and not isinstance(value, bool):
        number = float(value)
        return "#-0" if number == 0 and math.copysign(1, number) < 0 else number.hex()
    return value


def in_python(program: Program, answers: Answers, probes: bool) -> object:
    """All that answers come to, as `run.mjs` says it."""
    outcome = decide(program, answers)
    count = len(program["options"])
    found = [
        break_even(program, answers, one, (one + 1) % count)
        for one in range(count if probes else 0)
    ]
    return exact(
        {
            "outcome": asdict(outcome),
            "quantities": quantities(program, answers),
            "changes": [asdict(item) for item in changes(program, answers, outcome) if probes],
            "open": [asdict(item) for item in open_questions(program, answers, outcome)]
            if probes
            else [],
            "bills": [asdict(bill) for bill in bills(program, answers)],
            "break_even": [item and asdict(item) for item in found],
        }
    )


class Twins:
    """A running Node that evaluates programs as the browser does."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def in_node(self, program: Program, cases: Sequence[Answers], probes: bool) -> list[object]:
        """What each of the answers comes to."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        line = json.dumps({"program": program, "cases": cases, "probes": probes}, allow_nan=False)
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        found: Any = exact(json.loads(self.process.stdout.readline()))
        assert len(found) == len(cases)
        return list(found)

    def differences(
        self, program: Program, cases: Sequence[Answers], *, probes: bool = True
    ) -> Iterator[str]:
        """Where the two do not say the same of the same answers, to the last bit."""
        for answers, theirs in zip(cases, self.in_node(program, cases, probes), strict=True):
            ours = in_python(program, answers, probes)
            if ours != theirs:
                yield f"{json.dumps(dict(answers))}\n  Python: {ours}\n  Node:   {theirs}"


@pytest.fixture(scope="module")
def twins(node: str, root: Path) -> Iterator[Twins]:
    """One Node for all tests of a module."""
    command = [node, str(root / "widgets/test/run.mjs")]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        yield Twins(process)
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(20) == 0

"""Problems, written for people and for machines."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from urllib.parse import quote

from termwise import __version__
from termwise.model.problem import Problem, visible
from termwise.words.numbers import AUTHORS


def line(problem: Problem) -> str:
    """One problem in one line: `file:line:column: severity[code] field: fault; remedy`."""
    file = visible(problem.file)
    place = f"{file}:{problem.line}:{problem.column}: " if problem.line else f"{file}: "
    where = place if file else ""
    return f"{where}{problem.severity}[{problem.code}] {_message(problem)}"


def _message(problem: Problem) -> str:
    """The fault and its remedy behind the field, if it is known."""
    return f"{problem.field}: {problem.message}" if problem.path else problem.message


def summary(problems: Sequence[Problem]) -> str:
    """How many problems of each severity: "2 errors, 1 warning"."""
    counts = []
    for severity in ("error", "warning"):
        number = sum(problem.severity == severity for problem in problems)
        if number:
            counts.append(f"{AUTHORS.figure(number)} {severity}{'s' if number > 1 else ''}")
    return ", ".join(counts) or "no problems"


def text(problems: Sequence[Problem]) -> str:
    """For people: a line each, then how many."""
    return "\n".join([*map(line, problems), summary(problems)])


def as_json(problems: Sequence[Problem]) -> str:
    """A JSON array of objects with the problem's parts."""
    rows = [
        {
            "file": problem.file,
            "line": problem.line,
            "column": problem.column,
            "field": problem.field,
            "severity": problem.severity,
            "code": problem.code,
            "fault": visible(problem.fault),
            "remedy": visible(problem.remedy),
        }
        for problem in problems
    ]
    return json.dumps(rows, indent=2, ensure_ascii=False)


def sarif(problems: Sequence[Problem]) -> str:
    """SARIF 2.1.0 (OASIS), which code hosts show beside the lines."""
    rules = sorted({problem.code for problem in problems})
    driver = {
        "name": "termwise",
        "version": __version__,
        "rules": [{"id": rule} for rule in rules],
    }
    run = {"tool": {"driver": driver}, "results": [_sarif_result(p) for p in problems]}
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, indent=2, ensure_ascii=False)


def _sarif_result(problem: Problem) -> dict[str, object]:
    place: dict[str, object] = {"artifactLocation": {"uri": quote(problem.file)}}
    if problem.line:
        place["region"] = {"startLine": problem.line, "startColumn": max(problem.column, 1)}
    return {
        "ruleId": problem.code,
        "level": problem.severity,
        "message": {"text": _message(problem)},
        "locations": [{"physicalLocation": place}] if problem.file else [],
    }


def github(problems: Sequence[Problem]) -> str:
    """Workflow commands, by which GitHub Actions annotates the lines of a change."""
    return "\n".join(map(_github_line, problems))


def _github_line(problem: Problem) -> str:
    parts = [f"file={_github_escape(problem.file, ',:')}"] if problem.file else []
    if problem.line:
        parts += [f"line={problem.line}", f"col={problem.column}"]
    parts.append(f"title={problem.code}")
    return f"::{problem.severity} {','.join(parts)}::{_github_escape(_message(problem))}"


def _github_escape(value: str, more: Iterable[str] = "") -> str:
    for sign in ("%", "\r", "\n", *more):
        value = value.replace(sign, f"%{ord(sign):02X}")
    return value


FORMATS: Mapping[str, Callable[[Sequence[Problem]], str]] = {
    "text": text,
    "json": as_json,
    "sarif": sarif,
    "github": github,
}
"""What `termwise check --format` offers."""

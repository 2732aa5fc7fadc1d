"""Examines each decision once, and remembers the reports from build to build."""

import contextlib
import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from pathlib import Path

from termwise.decide.evaluate import Program
from termwise.decide.examine import (
    CAP,
    CELLS,
    NEIGHBOURHOODS,
    SAMPLES,
    SEED,
    STEPS,
    Examination,
    examine,
)
from termwise.publishing.file import write_whole

METHOD = f"3-{CAP}-{SAMPLES}-{NEIGHBOURHOODS}-{CELLS}-{STEPS}-{SEED}"
"""Names the way of examining; reports made in another way are not used again."""

_EMPTY = Examination(
    exact=True, tried=0, dead=(), idle=(), mute=(), hopeless=(), wins=(), ties=0, none_left=0,
    silent=0, silent_at=(),
)  # fmt: skip


class Examiner:
    """Gives the report on a program, from memory where the same program was seen before."""

    def __init__(self, known: Mapping[str, Examination] | None = None) -> None:
        self.known = dict(known or {})
        self.used: set[str] = set()

    def __call__(self, program: Program) -> Examination:
        """The report on a program."""
        version = str(program["version"])
        self.used.add(version)
        if version not in self.known or not _fits(self.known[version], program):
            self.known[version] = examine(program)
        return self.known[version]


def read_reports(file: Path) -> dict[str, Examination]:
    """The reports in a file that `write_reports` wrote; none where it cannot be used."""
    try:
        stored = json.loads(file.read_text("utf-8")) if file.is_file() else {}
        if stored["method"] != METHOD or stored["digest"] != _digest(stored["reports"]):
            return {}
        return {version: _report(parts) for version, parts in stored["reports"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def write_reports(file: Path, examiner: Examiner) -> None:
    """Keep the reports that were used. Where that is not possible, the next build is slower."""
    reports = {version: asdict(examiner.known[version]) for version in sorted(examiner.used)}
    known = {version: asdict(report) for version, report in read_reports(file).items()}
    if reports == known or (file.exists() and not file.is_file()):
        return
    text = json.dumps({"method": METHOD, "digest": _digest(reports), "reports": reports})
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, [text.encode()])
        (file.parent / ".gitignore").write_text("*\n", "utf-8")


def _digest(reports: object) -> str:
    """What reports come to, by which numbers that were spoilt are found out."""
    return hashlib.sha256(json.dumps(reports, sort_keys=True).encode()).hexdigest()


def _report(parts: Mapping[str, object]) -> Examination:
    """A report that was read; fails on one of another form."""
    values = {name: tuple(v) if isinstance(v, list) else v for name, v in parts.items()}
    for field in fields(Examination):
        value = values[field.name]
        numbers = value if isinstance(value, tuple) else (value,)
        kind = type(getattr(_EMPTY, field.name))
        if type(value) is not kind or not all(isinstance(number, int) for number in numbers):
            raise ValueError("a report of another form")
    return Examination(**values)  # type: ignore[arg-type]


def _fits(report: Examination, program: Program) -> bool:
    """Whether all that a report names is in the program."""
    rules, questions = len(program["rules"]), len(program["questions"])
    options = len(program["options"])
    return len(report.wins) == options and all(
        0 <= place < count
        for places, count in (
            (report.dead, rules), (report.idle, rules), (report.mute, questions),
            (report.hopeless, options), (report.thinned, questions),
            (report.silent_at, report.tried),
        )
        for place in places
    )  # fmt: skip

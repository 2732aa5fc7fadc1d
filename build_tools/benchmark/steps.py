"""The steps that are measured, for one size, in the order in which they come."""

import shutil
import statistics
import sys
from dataclasses import dataclass, field
from pathlib import Path

from benchmark.edits import DEFINITION, EDITS, IN_MARKDOWN, digests, wipe
from benchmark.generate import write_plain, write_termwise
from benchmark.measure import Cost, build
from benchmark.serving import edits_to_bytes

COLD = "cold"
NOTHING = "nothing changed"
SERVED = f"`mkdocs serve`: {DEFINITION.title}, to the served bytes"
PLAIN = "plain MkDocs: any build"
PLAIN_SERVED = f"plain MkDocs: `mkdocs serve`, {IN_MARKDOWN.title}, to the served bytes"
SERVERS = (SERVED, PLAIN_SERVED)
"""The steps of which is not known how much they write."""


@dataclass
class Costs:
    """What each step cost in each round, in the order in which they were measured."""

    size: str
    _found: dict[str, list[Cost]] = field(default_factory=dict)

    def add(self, step: str, *costs: Cost) -> None:
        """Note the costs of a step, and say so on standard error."""
        self._found.setdefault(step, []).extend(costs)
        for cost in costs:
            print(f"{self.size}: {step}: {cost.wall:.2f} s", file=sys.stderr, flush=True)

    def steps(self) -> list[str]:
        """The steps, those of plain MkDocs first."""
        return sorted(self._found, key=lambda step: step not in (PLAIN, PLAIN_SERVED))

    def median(self, step: str, figure: str) -> float:
        """The median of a figure over the rounds."""
        return statistics.median(self._all(step, figure))

    def ratio(self, step: str, figure: str) -> float | None:
        """The median of the rounds' ratios to plain MkDocs; None where there is none.

        Edits before a server are no pairs; of these it is the ratio of the medians.
        """
        beside = PLAIN_SERVED if step == SERVED else PLAIN
        if step in (PLAIN, PLAIN_SERVED) or beside not in self._found:
            return None
        if step == SERVED:
            return self.median(step, figure) / self.median(beside, figure)
        pairs = zip(self._all(step, figure), self._all(beside, figure), strict=True)
        return statistics.median(ours / plain for ours, plain in pairs)

    def _all(self, step: str, figure: str) -> list[float]:
        return [getattr(cost, figure) for cost in self._found[step]]


def measure(folder: Path, total: int, rounds: int, *, alone: bool) -> Costs:
    """Measure all steps at one size. Exits where a site is not the one that a cold build makes.

    In each round all builds of Termwise come after one of plain MkDocs, which makes everything
    anew each time, so that this one stands beside them all; none where it is measured `alone`.
    """
    costs = Costs(f"{total:,}")
    ours, plain = folder / "termwise", folder / "plain"
    write_termwise(ours, total)
    if not alone:
        write_plain(plain, total)
    for _ in range(rounds):
        if not alone:
            costs.add(PLAIN, build(plain))
        _round(ours, costs)
    costs.add(SERVED, *edits_to_bytes(ours, DEFINITION, 2 * rounds + 1))
    if not alone:
        costs.add(PLAIN_SERVED, *edits_to_bytes(plain, IN_MARKDOWN, rounds))
    _compare(ours)
    return costs


def measure_reference(folder: Path, root: Path, rounds: int) -> Costs:
    """Measure the reference site, a copy of which stands in the folder, cold and unchanged."""
    project = folder / "reference"
    project.mkdir()
    for name in ("content", "glossary"):
        shutil.copytree(root / name, project / name)
    shutil.copy(root / "mkdocs.yml", project)
    costs = Costs("the reference site")
    for _ in range(rounds):
        wipe(project)
        costs.add(COLD, build(project))
        costs.add(NOTHING, build(project))
    return costs


def _round(project: Path, costs: Costs) -> None:
    wipe(project)
    costs.add(COLD, build(project))
    costs.add(NOTHING, build(project))
    for edit in EDITS:
        edit.do(project)
        costs.add(edit.title, build(project))


def _compare(project: Path) -> None:
    """See that the site after all edits is the one that is built from nothing."""
    build(project)
    kept = digests(project / "site")
    wipe(project)
    build(project)
    cold = digests(project / "site")
    if kept != cold:
        other = sorted(path for path, _ in kept.items() ^ cold.items())
        raise SystemExit(f"built from nothing, {len(set(other))} files differ, as {other[0]}")

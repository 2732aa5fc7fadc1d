"""Whether anything that befalls a glossary's files is more than a located problem.

    python build_tools/trials.py [--seed N] [--count N] [--small]        or: make test-mutations

Makes one mistake after the other in a copy of this project's own files (see `mutations.py`),
reads and checks them, and, where nothing forbids a build, makes every page that reads what was
changed, and all data and embeds. Each trial has to end without an exception, each problem has to
name its place, and all of it is bounded in time and memory. Prints what was not so, and how much
time and memory the worst took; exits with 1 if there was anything.
"""

import argparse
import datetime
import faulthandler
import json
import random
import re
import resource
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from xml.etree import ElementTree

from mutations import Files, Mutation, load_files, mutate, small
from termwise.cli import explain
from termwise.decide.program import compile_decision
from termwise.exports.planned import PlannedFile
from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.model.glossary import Glossary
from termwise.model.problem import Problem
from termwise.model.site import Site
from termwise.pages.planned import PlannedPage
from termwise.project import report
from termwise.project.checked import MEMORY, Checked, read_and_check, with_pages
from termwise.project.library import library_of
from termwise.project.own_pages import OwnPages, own_pages
from termwise.project.settings import Folders
from termwise.site.embedding import make_embeds, make_shared
from termwise.site.make import make_file, make_html, make_markdown
from termwise.site.plain import make_plain
from termwise.site.plan import plan, plan_files

ROOT = Path(__file__).resolve().parent.parent
TODAY = datetime.date(2026, 11, 20)
SITE = Site("Glossary", "https://glossary.example/", "https://glossary.example/edit/")
SECONDS, MEGABYTES, HANGS = 1.0, 300.0, 120
"""What a check, and the making of one file, may take; the whole process; and when to give up."""

LONGEST = 1_000
"""How many characters a reader reads of one problem."""

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass
class Trial:
    """What came of one mistake: its problems, what went wrong, and the seconds that it took.

    `making` is that of the slowest file.
    """

    mutation: Mutation
    codes: tuple[str, ...] = ()
    wrong: str = ""
    checking: float = 0.0
    making: float = 0.0
    made: bool = False


class Bench:
    """A copy of a project in which mistakes are made and undone."""

    def __init__(self, root: Path, files: Files) -> None:
        self.root = root
        self.files = files
        self._write(files)
        library = _library(self._check())
        pages = (make_html(planned, library) for planned in plan(library))
        self.reads = {page.path: page.reads for page in pages}
        self.memory = (root / MEMORY).read_bytes() if (root / MEMORY).is_file() else None

    def try_out(self, mutation: Mutation) -> Trial:
        """Make a mistake, see what comes of it, and undo it."""
        trial = Trial(mutation)
        try:
            self._write(mutation.files)
            self._run(trial)
        except Exception:
            trial.wrong = traceback.format_exc()
        self._write({name: self.files.get(name) for name in mutation.files})
        self._write({str(MEMORY): self.memory})
        return trial

    def _run(self, trial: Trial) -> None:
        begin = time.process_time()
        checked = self._check()
        trial.checking = time.process_time() - begin
        trial.codes = tuple(problem.code for problem in checked.problems)
        for form in report.FORMATS.values():
            form(checked.problems).encode()
        if not checked.errors:
            trial.made = True
            for made in self._made(_library(checked), trial.mutation):
                begin = time.process_time()
                made()
                trial.making = max(trial.making, time.process_time() - begin)
        trial.wrong = "\n".join(self._unclear(checked.problems))

    def _check(self) -> Checked:
        folders = Folders(self.root, self.root / "glossary", self.root / "content")
        own = OwnPages(folders.content)
        checked = read_and_check(folders, TODAY)
        return with_pages(checked, own_pages(own, self.root), own.mark, self.root)

    def _made(self, library: Library, mutation: Mutation) -> Iterator[Callable[[], object]]:
        """What makes every page that reads what was changed, and all data and embeds."""
        glossary = library.glossary
        changed = {key for key, origin in glossary.origins.items() if origin.file in mutation.files}
        for planned in plan(library):
            reads = self.reads.get(planned.path, changed)
            if planned.source in mutation.files or reads & changed:
                yield partial(_make_page, planned, library)
        for file in plan_files(library):
            yield partial(_make_whole, file, library)
        pins, _shared = make_shared()
        yield lambda: [len(embed.files) for embed in make_embeds(library, pins.assets)]
        for kind, name in sorted(changed):
            if kind == "decision":
                yield partial(_explain, name, glossary)

    def _unclear(self, problems: Iterable[Problem]) -> Iterator[str]:
        """Problems that do not say where they are or what to do, or not in a readable line."""
        for problem in problems:
            line = report.line(problem)
            there = (self.root / problem.file).is_file()
            if there and problem.file.endswith(".yml") and not (problem.line and problem.column):
                yield f"no place: {line}"
            if len(line) > LONGEST or _UNSEEN.search(line):
                yield f"no readable line: {line[:LONGEST]!r}"
            if not problem.remedy and problem.severity == "error":
                yield f"no remedy: {line}"

    def _write(self, files: Mapping[str, bytes | None]) -> None:
        for name, content in files.items():
            path = self.root / name
            if content is None:
                path.unlink(missing_ok=True)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)


def _library(checked: Checked) -> Library:
    return library_of(checked.glossary, SITE, TODAY, checked.examiner)


def _make_page(planned: PlannedPage, library: Library) -> None:
    """Make a page in each of its forms."""
    make_html(planned, library).body.encode()
    make_markdown(planned, library).body.encode()
    make_plain(planned, Lookup(library)).encode()


def _make_whole(file: PlannedFile, library: Library) -> None:
    """Make a file of data, which has to be what its ending says."""
    content = b"".join(make_file(file, Lookup(library)))
    if file.path.endswith(".json"):
        json.loads(content, parse_constant=float.fromhex)  # fails on NaN and infinities
    elif file.path.endswith((".xml", ".tbx")):
        ElementTree.fromstring(content)  # noqa: S314 - it is ours


def _explain(name: str, glossary: Glossary) -> None:
    """Ask a decision, with nothing answered."""
    decision = glossary.decisions[name]
    program = compile_decision(decision, glossary.facts).program
    explain.as_text(decision, program, {}).encode()
    json.loads(explain.as_json(program, {}), parse_constant=float.fromhex)


def trials(files: Files, numbers: Iterable[int], seed: int) -> Iterator[Trial]:
    """The mistakes of a seed that have these numbers, made in a project of these files."""
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder).resolve(), files)
        for number in numbers:
            chance = random.Random(f"{seed}/{number}")  # noqa: S311 - to be repeated, no secret
            yield bench.try_out(mutate(files, chance))


def peak_memory() -> float:
    """The most memory that this process has had, in MB."""
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def main() -> int:
    """Try out what the command line asks for, and print what came of it."""
    parser = argparse.ArgumentParser(description="Change the glossary's files by chance.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0, help="the number of the first mistake")
    parser.add_argument("--small", action="store_true", help="a part of the project, quicker")
    parser.add_argument("--time", type=float, default=SECONDS, help="seconds for one step")
    chosen = parser.parse_args()
    faulthandler.dump_traceback_later(HANGS, exit=True)
    codes, made, wrong, slowest = Counter[str](), 0, 0, 0.0
    numbers = range(chosen.first, chosen.first + chosen.count)
    files = small(load_files(ROOT)) if chosen.small else load_files(ROOT)
    for number, trial in zip(numbers, trials(files, numbers, chosen.seed), strict=True):
        faulthandler.dump_traceback_later(HANGS, exit=True)
        codes.update(set(trial.codes) or {"no problem"})
        made += trial.made
        took = max(trial.checking, trial.making)
        slowest = max(slowest, took)
        if trial.wrong or took > chosen.time:
            wrong += 1
            print(f"{number}: {took:.2f} s: {trial.mutation.what}\n{trial.wrong}", flush=True)
        if number % 1_000 == 999:
            print(f"{number + 1}: slowest {slowest:.2f} s, {peak_memory():.0f} MB", flush=True)
    memory = peak_memory()
    print(f"{len(numbers)} mistakes, seed {chosen.seed}: {made} made into files, {wrong} wrong")
    print(f"slowest step {slowest:.2f} s, peak memory {memory:.0f} MB")
    print(", ".join(f"{code} {count}" for code, count in codes.most_common()))
    return 1 if wrong or memory > MEGABYTES else 0


if __name__ == "__main__":
    sys.exit(main())

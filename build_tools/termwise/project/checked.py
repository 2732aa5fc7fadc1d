"""A glossary that is read and checked, with the site's own pages or without them."""

import datetime
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from termwise.cache.store import Store
from termwise.cache.version import program_version
from termwise.checks import PAGE_CHECKS, check
from termwise.checks.examined import Examined
from termwise.decide.examiner import Examiner, read_reports, write_reports
from termwise.loader import load, locate
from termwise.loader.guides import OwnPage, read_guides
from termwise.loader.known import KnownFiles
from termwise.model.glossary import Glossary
from termwise.model.problem import Problem
from termwise.project.own_pages import Mark
from termwise.project.settings import Folders
from termwise.text.outline import OUTLINES

MEMORY = Path(".cache/termwise/examinations.json")
"""Where a project keeps the reports on its decisions from build to build."""

FILES, TEXTS = "files", "texts"
"""Parts of the cache: what YAML files hold, and what texts name."""


@dataclass(frozen=True)
class Checked:
    """A glossary with everything that is wrong with it, in the order of the files.

    `unchanged` files are as an earlier build has read them; `read` are the others.
    """

    glossary: Glossary
    problems: tuple[Problem, ...]
    today: datetime.date
    examiner: Examiner = field(default_factory=Examiner)
    unchanged: int = field(default=0, compare=False)
    read: int = field(default=0, compare=False)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


def read_and_check(
    folders: Folders,
    today: datetime.date,
    seen: Callable[[int, int], None] = lambda _begun, _count: None,
) -> Checked:
    """Read the glossary and examine it as of `today`, the site's own pages left out.

    What an earlier build has found out of the same files and texts is not found out again. `seen`
    is told how many files have been begun, and of how many.
    """
    store = store_in(folders.root)
    was_read, was_parsed = store.read(FILES), store.read(TEXTS)
    known = KnownFiles(was_read)
    OUTLINES.recall(json.loads(was_parsed or b"{}"))
    loaded = load(folders.glossary, root=folders.root, known=known, seen=seen)
    memory = folders.root / MEMORY
    examiner = Examiner(read_reports(memory))
    found = (*loaded.problems, *check(Examined(loaded.glossary, today, examiner)))
    if loaded.glossary.decisions:
        write_reports(memory, examiner)
    outlines = json.dumps(OUTLINES.take_used(), ensure_ascii=False, sort_keys=True).encode()
    for part, before, now in ((FILES, was_read, known.lines()), (TEXTS, was_parsed, outlines)):
        if now != before:
            store.write(part, now)
    problems = locate(found, folders.root)
    return Checked(loaded.glossary, problems, today, examiner, known.found, known.missed)


def store_in(root: Path) -> Store:
    """Where a project keeps what builds need of the one before."""
    return Store(root / MEMORY.parent, program_version())


def with_pages(checked: Checked, pages: Iterable[OwnPage], mark: Mark, root: Path) -> Checked:
    """The same with the site's own pages, and what is wrong in them."""
    read = read_guides(pages)
    found = read.glossary().guides.items()
    guides = {name: replace(guide, mentions=mark(guide)) for name, guide in found}
    origins = {**checked.glossary.origins, **read.origins}
    glossary = replace(checked.glossary.with_entries(guide=guides), origins=origins)
    examined = Examined(glossary, checked.today, checked.examiner)
    problems = (*checked.problems, *read.problems, *check(examined, PAGE_CHECKS))
    return replace(checked, glossary=glossary, problems=locate(problems, root))

"""From a folder of YAML to the files of a site: read, check, produce, render, write."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from termwise.checks import check
from termwise.checks.examined import Examined
from termwise.decide.examiner import Examiner, read_reports, write_reports
from termwise.linking.addresses import page_of, plain_file
from termwise.linking.relations import relate
from termwise.loader import load, locate
from termwise.model.glossary import EntryKey, Glossary
from termwise.model.problem import Problem
from termwise.model.site import Site
from termwise.producers import FILES, PAGES
from termwise.producers.document import PlannedFile, PlannedPage
from termwise.producers.markup import Form, HtmlForm, MarkdownForm
from termwise.producers.plain_form import PlainForm
from termwise.producers.reading import Library, Reading
from termwise.render import front_matter, page_meta, render
from termwise.render.headings import Heading

MEMORY = Path(".cache/termwise/examinations.json")
"""Where a project keeps the reports on its decisions from build to build."""


@dataclass(frozen=True)
class Folders:
    """Where a project keeps what. Problems name files relative to `root`.

    `pinned` is where its publisher keeps pinned embeds, if not in the site alone.
    """

    root: Path
    glossary: Path
    content: Path
    pinned: Path | None = None


@dataclass(frozen=True)
class Checked:
    """A glossary with everything that is wrong with it, in the order of the files."""

    glossary: Glossary
    problems: tuple[Problem, ...]
    examiner: Examiner = field(default_factory=Examiner)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that forbid a build."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


@dataclass(frozen=True)
class Page:
    """A finished page and the entries that it was made from.

    `head` is the front matter as text, `meta` the same as data; `contents` is the table of
    contents of the body.
    """

    path: str
    meta: dict[str, object]
    head: str
    body: str
    contents: list[Heading]
    reads: frozenset[EntryKey]


def read_and_check(folders: Folders, today: datetime.date) -> Checked:
    """Read the glossary and examine it as of `today`."""
    loaded = load(folders.glossary, folders.content, root=folders.root)
    memory = folders.root / MEMORY
    examiner = Examiner(read_reports(memory))
    found = (*loaded.problems, *check(Examined(loaded.glossary, today, examiner)))
    if loaded.glossary.decisions:
        write_reports(memory, examiner)
    return Checked(loaded.glossary, locate(found, folders.root), examiner)


def library_of(
    glossary: Glossary, site: Site, today: datetime.date, examiner: Examiner | None = None
) -> Library:
    """All that pages are made of, from a glossary without errors."""
    return Library(glossary, relate(glossary), site, today, examiner or Examiner())


def plan(library: Library) -> Iterator[PlannedPage]:
    """Every page of the site, none of them made yet."""
    for producer in PAGES:
        yield from producer(library)


def plan_files(library: Library) -> Iterator[PlannedFile]:
    """Every file beside the pages; none where the site has no address to name entries by."""
    if library.site.url:
        for producer in FILES:
            yield from producer(library)


def make_file(planned: PlannedFile, library: Library) -> Iterator[bytes]:
    """Make one file beside the pages, in parts."""
    form = HtmlForm("", library.site.directory_urls, library.site.url)
    made = planned.make(Reading(library, "", form))
    if isinstance(made, bytes):
        yield made
    else:
        for part in (made,) if isinstance(made, str) else made:
            yield part.encode()


def make_markdown(planned: PlannedPage, library: Library, *, base: str = "") -> Page:
    """Make one page as Markdown; for builders other than MkDocs `base` is the site's path."""
    return _make(planned, library, MarkdownForm(planned.path, library.site.directory_urls, base))


def make_html(
    planned: PlannedPage, library: Library, *, permalink: str = "¶", depth: int = 6
) -> Page:
    """Make one page as HTML, ready to be put into a theme's frame."""
    form = HtmlForm(planned.path, library.site.directory_urls)
    return _make(planned, library, form, permalink=permalink, depth=depth)


def make_plain(planned: PlannedPage, library: Library) -> str:
    """Make one page as Markdown without HTML, for whoever reads it as text."""
    site = library.site
    form = PlainForm(planned.path, site.directory_urls, site.url)
    return render(planned.make(Reading(library, planned.path, form)), form).body


def plain_pages(library: Library) -> Iterator[tuple[str, str]]:
    """Every page as plain Markdown: its place beside the page itself, and the text.

    What was renamed stands at its former places, too. There are none where the site has no
    address, since all links in them are whole ones.
    """
    if not library.site.url:
        return
    former: dict[str, list[str]] = {}
    for old, new in library.glossary.moved().items():
        former.setdefault(page_of(new), []).append(page_of(old))
    for planned in plan(library):
        text = make_plain(planned, library)
        for page in (planned.path, *former.get(planned.path, ())):
            yield plain_file(page, directory_urls=library.site.directory_urls), text


def _make(
    planned: PlannedPage, library: Library, form: Form, *, permalink: str = "", depth: int = 6
) -> Page:
    reading = Reading(library, planned.path, form)
    document = planned.make(reading)
    rendered = render(document, form, permalink=permalink, depth=depth)
    return Page(
        path=planned.path,
        meta=page_meta(document),
        head=front_matter(document),
        body=rendered.body,
        contents=rendered.contents,
        reads=frozenset(reading.reads),
    )

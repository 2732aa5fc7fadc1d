"""From a folder of YAML to the files of a site: read, check, produce, render, write."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from termwise.checks import PAGE_CHECKS, check
from termwise.checks.examined import Examined
from termwise.decide.examiner import Examiner, read_reports, write_reports
from termwise.exports import EXPORTS
from termwise.exports.planned import PlannedFile
from termwise.loader import load, locate
from termwise.loader.guides import OwnPage, read_guides
from termwise.model.addresses import HOME, HOME_ID, page_of, plain_file, url_of
from termwise.model.glossary import EntryKey, Glossary
from termwise.model.problem import Problem
from termwise.model.site import Site
from termwise.pages import OWN_PAGES, PAGES
from termwise.pages.home import home_page
from termwise.pages.planned import PlannedPage
from termwise.reading.backlinks import relate
from termwise.reading.library import Library
from termwise.reading.lookup import Lookup
from termwise.render import data_element, front_matter, page_meta, render
from termwise.render.headings import Heading
from termwise.site.own_pages import Mark
from termwise.writing.forms import Form, HtmlForm, MarkdownForm
from termwise.writing.plain_form import PlainForm
from termwise.writing.writer import Writer

MEMORY = Path(".cache/termwise/examinations.json")
"""Where a project keeps the reports on its decisions from build to build."""


_APART = (
    "rename one of them, or give the glossary a folder of its own by the plugin's option prefix, "
    "such as prefix: glossary"
)
"""The remedy where two files would stand at one address."""


@dataclass(frozen=True)
class Folders:
    """Where a project keeps what. Problems name files relative to `root`.

    `content` has the site's own pages; `pinned` is where its publisher keeps pinned embeds, if not
    in the site alone.
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
    today: datetime.date
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
    """Read the glossary and examine it as of `today`, the site's own pages left out."""
    loaded = load(folders.glossary, root=folders.root)
    memory = folders.root / MEMORY
    examiner = Examiner(read_reports(memory))
    found = (*loaded.problems, *check(Examined(loaded.glossary, today, examiner)))
    if loaded.glossary.decisions:
        write_reports(memory, examiner)
    return Checked(loaded.glossary, locate(found, folders.root), today, examiner)


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


def library_of(
    glossary: Glossary, site: Site, today: datetime.date, examiner: Examiner | None = None
) -> Library:
    """All that pages are made of, from a glossary without errors.

    The home page is the glossary's where the site has none of its own.
    """
    home = site.home or ("guide", HOME_ID) not in glossary.origins
    site = replace(site, home=home)
    return Library(glossary, relate(glossary), site, today, examiner or Examiner())


def plan(library: Library) -> Iterator[PlannedPage]:
    """Every page, none of them made yet: the glossary's, and the site's own."""
    yield from plan_glossary(library)
    yield from plan_own(library)


def plan_glossary(library: Library) -> Iterator[PlannedPage]:
    """Every page of the glossary."""
    for producer in PAGES:
        yield from producer(library)


def plan_own(library: Library) -> Iterator[PlannedPage]:
    """Every page of the site's own, with its links to terms and facts."""
    for producer in OWN_PAGES:
        yield from producer(library)


def plan_around(library: Library) -> Iterator[PlannedPage]:
    """What the site's own pages get from us, where they get anything.

    That is the home page, where it is ours around a text of theirs, and what each is about.
    """
    if library.site.home and ("guide", HOME_ID) in library.glossary.origins:
        yield from home_page(library)
    if library.site.whole:
        yield from plan_own(library)


def plan_files(library: Library, *, wanted: bool = True) -> Iterator[PlannedFile]:
    """Every file beside the pages; none where the site has no address to name entries by.

    Only those that the site offers are `wanted`, unless all are asked for.
    """
    for export in EXPORTS if library.site.url else ():
        if not wanted or library.site.offers.has(export.offer):
            yield from export.plan(library)


def clashes(library: Library, own: Mapping[str, str]) -> Iterator[Problem]:
    """A problem for each page of the glossary at whose address the site has one of its own.

    `own` names, by address, the file that stands there.
    """
    site = library.site
    for planned in plan_glossary(library):
        url = url_of(planned.path, directory_urls=site.directory_urls)
        if url in own and planned.path != HOME:
            ours = planned.source or f"the glossary's list {site.prefix}{planned.path}"
            yield Problem(
                "address-taken",
                f'this page and {ours} would both stand at "/{site.prefix}{url}"',
                _APART,
                file=own[url],
                line=1,
                column=1,
            )


def asset_clash(own: str) -> Problem:
    """The problem that a style sheet or script of ours would stand where the site has a file."""
    fault = "a file of the glossary's would stand at the same address"
    return Problem("address-taken", fault, _APART, file=own, line=1, column=1)


def make_file(planned: PlannedFile, library: Library) -> Iterator[bytes]:
    """Make one file beside the pages, in parts."""
    made = planned.make(Lookup(library))
    if isinstance(made, bytes):
        yield made
    else:
        for part in (made,) if isinstance(made, str) else made:
            yield part.encode()


def make_markdown(planned: PlannedPage, library: Library, *, base: str = "") -> Page:
    """Make one page as Markdown; for builders other than MkDocs `base` is the site's path."""
    site = library.site
    form = MarkdownForm(planned.path, site.directory_urls, base, site.prefix)
    return _make(planned, library, form)


def make_html(
    planned: PlannedPage, library: Library, *, permalink: str = "¶", depth: int = 6
) -> Page:
    """Make one page as HTML, ready to be put into a theme's frame."""
    form = HtmlForm(planned.path, library.site.directory_urls, prefix=library.site.prefix)
    return _make(planned, library, form, permalink=permalink, depth=depth)


def linked_data(planned: PlannedPage, library: Library) -> str:
    """What a page is about, as an element that nobody sees."""
    form = HtmlForm(planned.path, library.site.directory_urls, prefix=library.site.prefix)
    return data_element(planned.make(Writer(Lookup(library), form)).linked_data)


def make_plain(planned: PlannedPage, library: Library) -> str:
    """Make one page as Markdown without HTML, for whoever reads it as text."""
    site = library.site
    form = PlainForm(planned.path, site.directory_urls, site.url)
    return render(planned.make(Writer(Lookup(library), form)), form).body


def plain_pages(library: Library) -> Iterator[tuple[str, str]]:
    """Every page of the glossary as plain Markdown: its place beside the page itself, and the text.

    The site's own pages are among them where it says so, and what was renamed stands at its former
    places, too. There are none where the site has no
    address, since all links in them are whole ones.
    """
    if not library.site.url:
        return
    former: dict[str, list[str]] = {}
    for old, new in library.glossary.moved().items():
        former.setdefault(page_of(new), []).append(page_of(old))
    for planned in plan(library) if library.site.whole else plan_glossary(library):
        text = make_plain(planned, library)
        for page in (planned.path, *former.get(planned.path, ())):
            yield plain_file(page, directory_urls=library.site.directory_urls), text


def _make(
    planned: PlannedPage, library: Library, form: Form, *, permalink: str = "", depth: int = 6
) -> Page:
    lookup = Lookup(library)
    document = planned.make(Writer(lookup, form))
    rendered = render(document, form, permalink=permalink, depth=depth)
    return Page(
        path=planned.path,
        meta=page_meta(document),
        head=front_matter(document),
        body=rendered.body,
        contents=rendered.contents,
        reads=frozenset(lookup.reads),
    )

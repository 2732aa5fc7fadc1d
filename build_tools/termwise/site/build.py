"""From a folder of YAML to the files of a site: read, check, produce, render, write."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

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
from termwise.reading.reads import Read
from termwise.render import data_element, front_matter, page_meta, render
from termwise.render.headings import Heading
from termwise.site.head import head_of
from termwise.site.own_pages import Mark
from termwise.words.catalogue import words_for
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
    """A finished page and all that it was made from.

    `head` is the front matter as text, `meta` the same as data; `tags` are elements for the head of
    the finished page, `contents` is the table of contents of the body.
    """

    path: str
    meta: dict[str, object]
    head: str
    tags: str
    body: str
    contents: list[Heading]
    reads: frozenset[Read]


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
    words = words_for(site.language)
    return Library(glossary, relate(glossary), site, today, examiner or Examiner(), words=words)


def plan(library: Library) -> Iterator[PlannedPage]:
    """Every page, none of them made yet: the glossary's, and the site's own.

    Which pages and files there are is found out anew by each build. What they hold, they read.
    """
    yield from plan_glossary(library)
    yield from plan_own(library)


def plan_glossary(library: Library) -> Iterator[PlannedPage]:
    """Every page of the glossary."""
    for producer in PAGES:
        yield from producer(Lookup(library))


def plan_own(library: Library) -> Iterator[PlannedPage]:
    """Every page of the site's own, with its links to terms and facts."""
    for producer in OWN_PAGES:
        yield from producer(Lookup(library))


def plan_around(library: Library) -> Iterator[PlannedPage]:
    """What the site's own pages get from us, where they get anything.

    That is the home page, where it is ours around a text of theirs, and what each is about.
    """
    if library.site.home and ("guide", HOME_ID) in library.glossary.origins:
        yield from home_page(Lookup(library))
    if library.site.whole:
        yield from plan_own(library)


def plan_files(library: Library, *, wanted: bool = True) -> Iterator[PlannedFile]:
    """Every file beside the pages; none where the site has no address to name entries by.

    Only those that the site offers are `wanted`, unless all are asked for.
    """
    for export in EXPORTS if library.site.url else ():
        if not wanted or library.site.offers.has(export.offer):
            yield from export.plan(Lookup(library))


def plan_plain(library: Library) -> Iterator[PlannedFile]:
    """Every page of the glossary as plain Markdown, beside the page itself.

    The site's own pages are among them where it says so, and what was renamed stands at its former
    places, too. There are none where the site has no address, since all links in them are whole
    ones.
    """
    if not library.site.url:
        return
    urls = library.site.directory_urls
    planned = plan(library) if library.site.whole else plan_glossary(library)
    pages = {page.path: page for page in planned}
    for path, page in pages.items():
        yield PlannedFile(plain_file(path, directory_urls=urls), partial(make_plain, page))
    for old in library.moved:
        place = plain_file(page_of(old), directory_urls=urls)
        yield PlannedFile(place, partial(_plain_now, old, pages))


def _plain_now(old: EntryKey, pages: Mapping[str, PlannedPage], lookup: Lookup) -> str:
    return make_plain(pages[page_of(lookup.current(old))], lookup)


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


def make_file(planned: PlannedFile, lookup: Lookup) -> Iterator[bytes]:
    """Make one file beside the pages, in parts; once they are all made, its reads are whole."""
    made = planned.make(lookup)
    if isinstance(made, bytes):
        yield made
    else:
        for part in (made,) if isinstance(made, str) else made:
            yield part.encode()


def make_markdown(planned: PlannedPage, library: Library, *, rooted: bool = False) -> Page:
    """Make one page as Markdown; where it is `rooted`, HTML in it has links from the root on.

    Those mean the same for all builders of sites.
    """
    lookup = Lookup(library)
    site = lookup.site
    base = urlsplit(site.url).path or "/" if rooted else ""
    form = MarkdownForm(planned.path, site.directory_urls, base, site.prefix)
    return _make(planned, lookup, form)


def make_html(
    planned: PlannedPage, library: Library, *, permalink: str = "¶", depth: int = 6
) -> Page:
    """Make one page as HTML, ready to be put into a theme's frame."""
    lookup = Lookup(library)
    return _make(planned, lookup, _html_form(planned, lookup), permalink=permalink, depth=depth)


def linked_data(planned: PlannedPage, library: Library) -> str:
    """What a page is about, as an element that nobody sees."""
    lookup = Lookup(library)
    writer = Writer(lookup, _html_form(planned, lookup))
    return data_element(planned.make(writer).linked_data)


def make_plain(planned: PlannedPage, lookup: Lookup) -> str:
    """Make one page as Markdown without HTML, for whoever reads it as text."""
    form = PlainForm(planned.path, lookup.site.directory_urls, lookup.site.url)
    return render(planned.make(Writer(lookup, form)), form, lookup.words).body


def _html_form(planned: PlannedPage, lookup: Lookup) -> HtmlForm:
    site = lookup.site
    return HtmlForm(planned.path, site.directory_urls, prefix=site.prefix)


def _make(
    planned: PlannedPage, lookup: Lookup, form: Form, *, permalink: str = "", depth: int = 6
) -> Page:
    document = planned.make(Writer(lookup, form))
    rendered = render(document, form, lookup.words, permalink=permalink, depth=depth)
    meta = page_meta(document)
    return Page(
        path=planned.path,
        meta=meta,
        head=front_matter(document),
        tags=head_of(planned.path, meta, lookup),
        body=rendered.body,
        contents=rendered.contents,
        reads=frozenset(lookup.reads),
    )

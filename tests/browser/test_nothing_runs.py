"""A text may show code, and nothing in it runs, whatever the theme does with it.

Every field of a glossary that holds text is filled with all of `goldens/payloads.yml`, past the
checks, and the pages are built with every feature of the theme. Then they are used: everything is
hovered and focused, the search finds it, buttons copy it, pages follow each other without a load.
Nothing may run, be asked for or become an element, and what a tooltip says is what was written.
"""

import pickle
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import material
import pytest
import yaml
from playwright.sync_api import Browser, Page, Request

from termwise.lookup.library import Library
from termwise.model.glossary import Glossary

GOLDENS = Path(__file__).parent.parent / "goldens"
WATCH = (Path(__file__).parent / "watch.js").read_text("utf-8")

PAGES = (
    "", "guides/eggs/", "terms/", "terms/fry/", "terms/pan/", "categories/kitchen/",
    "levels/beginner/", "tags/oil/", "compare/", "compare/fry-or-boil/", "decide/", "decide/cook/",
    "paths/first-meal/", "facts/heat/", "sources/",
)  # fmt: skip
"""A page of each kind."""

FILES = [
    f"{page}index.md" if page in ("", "terms/", "compare/", "decide/") else f"{page[:-1]}.md"
    for page in PAGES
]
"""The same as files. MkDocs itself converts those that its navigation names."""

CONTENT = {
    "content/index.md": "# Home of [[fry]] at {{oil-smokes}}\n\nSee [[pan]].\n",
    "content/guides/eggs.md": "# On [[fry]], {{oil-smokes}}\n\n[[pan]]\n\n## And [[pan]]\n\nYes.\n",
}

SETTINGS = """\
site_name: Hostile
docs_dir: content
theme: {name: material, font: false}
plugins: [search, {termwise: {home: true}}]
markdown_extensions: [{toc: {permalink: true}}, pymdownx.highlight, pymdownx.superfences]
"""

BUILD = """
import dataclasses, pickle, sys
import termwise.checks, termwise.loader

read = termwise.loader.load
glossary = pickle.load(open(sys.argv.pop(1), "rb"))
termwise.loader.load = lambda *a, **k: dataclasses.replace(read(*a, **k), glossary=glossary)
termwise.checks.check = lambda *a: ()

from mkdocs.__main__ import cli
cli()
"""
"""MkDocs with another glossary than the one that it reads, past the checks."""

IN_RESULTS = {
    "a": "class href tabindex", "article": "class data-md-score", "h1": "", "h2": "", "mark": "",
    "p": "class", "li": "class", "ul": "", "ol": "", "pre": "", "code": "", "del": "",
    "details": "class", "summary": "tabindex", "div": "class",
}  # fmt: skip
"""The elements that results of the search are made of, and their attributes."""


def features() -> set[str]:
    """Every feature that the theme's templates or scripts ask for."""
    theme = Path(material.__file__).parent / "templates"
    found: set[str] = set()
    for path in theme.rglob("*.html"):
        found.update(
            re.findall(r'"([a-z.]+\.[a-z.]+)" (?:not )?in features', path.read_text("utf-8"))
        )
    for path in theme.glob("assets/javascripts/bundle.*.min.js"):
        asked = r'\("((?:announce|content|header|navigation|search|toc)\.[a-z.]+)"\)'
        found.update(re.findall(asked, path.read_text("utf-8")))
    return found


def payloads() -> list[str]:
    """What nobody must be able to run, each with its number in it."""
    groups = yaml.safe_load((GOLDENS / "payloads.yml").read_text("utf-8"))
    every = [payload for group in groups.values() for payload in group]
    return [payload.replace("§", str(number)) for number, payload in enumerate(every)]


@dataclass
class Visit:
    """A visit of the hostile site, and what went wrong in it."""

    page: Page
    address: str
    wrong: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def note_request(self, request: Request) -> None:
        """Remember what is asked of another host."""
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.wrong.append(f"asked for: {request.url}")

    def go(self, path: str) -> None:
        """Open a page of the site."""
        self.page.goto(f"{self.address}{path}")

    def use(self) -> None:
        """Hover and focus everything, and remember what tooltips said."""
        for tip in self.page.evaluate("useEverything()"):
            if tip["elements"] or not tip["written"]:
                self.wrong.append(f"a tooltip says: {tip}")
            self.said.append(tip["text"])
        self.check()

    def check(self) -> None:
        """Nothing ran, nothing was made, nothing was asked for."""
        self.wrong += self.page.evaluate("wrong.splice(0)")
        assert self.wrong == [], self.page.url


@pytest.fixture(scope="module")
def build(
    make_library: Callable[[Any], Library],
    spoil: Callable[[Glossary, Callable[[str], str]], Glossary],
    command_environment: dict[str, str],
    serve: Callable[[Path], str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[..., str]:
    """Build and serve a site of such texts, with more settings; gives the address."""
    golden = yaml.safe_load((GOLDENS / "pages" / "full-term.yml").read_text("utf-8"))
    cook = (GOLDENS / "plain" / "cook.yml").read_text("utf-8")
    files = {**golden["files"], "glossary/decisions/cook.yml": cook, **CONTENT}
    glossary = make_library(files).glossary

    def make(fill: Callable[[str], str], more: dict[str, Any]) -> str:
        folder = tmp_path_factory.mktemp("hostile")
        address = serve(folder / "site")
        settings = {**yaml.safe_load(SETTINGS), **more, "site_url": address}
        for name, written in {**files, "mkdocs.yml": yaml.safe_dump(settings)}.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(written, "utf-8")
        (folder / "glossary.pickle").write_bytes(pickle.dumps(spoil(glossary, fill)))
        built = subprocess.run(
            [sys.executable, "-c", BUILD, "glossary.pickle", "build", "--quiet"],
            cwd=folder, env=command_environment, capture_output=True, text=True, encoding="utf-8",
            timeout=120, check=False,
        )  # fmt: skip
        assert built.returncode == 0, built.stdout + built.stderr
        return address

    return make


def slices(names: int, texts: int, show: Callable[[str], str]) -> Callable[[str], str]:
    """Gives each field the next so many payloads, so that all are in fields of each kind.

    Names have more of them, since those reach most places. In texts they are written by `show`.
    """
    every = {"name": cycle(payloads()), "text": cycle(filter(None, map(show, payloads())))}
    count = {"name": names, "text": texts}
    return lambda kind: "\n\n".join(islice(every[kind], count[kind]))


@pytest.fixture(scope="module")
def made(build: Callable[..., str]) -> str:
    """A site whose pages make themselves, of texts that show the payloads as code."""
    theme = {"name": "material", "font": False, "features": sorted(features() - {"toc.integrate"})}
    fill = slices(130, 40, lambda payload: "" if "`" in payload else f"`{payload}`")
    return build(fill, {"theme": theme, "nav": ["index.md", "guides/eggs.md"]})


@pytest.fixture(scope="module")
def converted(build: Callable[..., str]) -> str:
    """A site whose pages MkDocs converts, of texts that hold the payloads as they are."""
    theme = {"name": "material", "font": False, "features": sorted(features())}
    return build(slices(60, 40, str), {"theme": theme, "nav": FILES})


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Start a visit; scripts that fail count as wrong, too."""
    contexts = []

    def start(address: str, *, previews: bool = False) -> Visit:
        context = browser.new_context(viewport={"width": 1440, "height": 3000})
        contexts.append(context)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        context.add_init_script(f"globalThis.withPreviews = {str(previews).lower()};\n{WATCH}")
        new = Visit(context.new_page(), address)
        new.page.on("request", new.note_request)
        new.page.on("dialog", lambda dialog: new.wrong.append(f"dialog: {dialog.message}"))
        new.page.on("pageerror", lambda error: new.wrong.append(f"failed: {error}"))
        return new

    yield start
    for context in contexts:
        context.close()


def test_there_is_enough_to_try() -> None:
    """The corpus and the features are what the name of this file promises."""
    assert len(set(payloads())) == len(payloads()) >= 250
    assert {
        "content.tooltips",
        "navigation.instant",
        "search.suggest",
        "toc.integrate",
    } <= features()


@pytest.mark.parametrize("which", ["made", "converted"])
def test_nothing_runs_when_a_page_is_hovered_and_focused(
    which: str, visit: Callable[..., Visit], request: pytest.FixtureRequest
) -> None:
    """Tooltips of links and of names that are cut short, on a page of each kind."""
    visitor = visit(request.getfixturevalue(which))
    for page in PAGES:
        visitor.go(page)
        visitor.use()
    said = letters(" ".join(visitor.said))
    assert (
        which == "converted"
        or [payload for payload in payloads() if letters(payload) not in said] == []
    )


def letters(text: str) -> str:
    """The signs of a text that nothing on its way folds or drops."""
    return re.sub(r"[\s\x00-\x1f\u2060\ufffd]", "", text)


def test_nothing_runs_when_pages_are_previewed(converted: str, visit: Callable[..., Visit]) -> None:
    """The theme can show the beginning of a page in place of a link's title."""
    visitor = visit(converted, previews=True)
    for path, links in (("terms/pan/", ".tw-crumbs a"), ("tags/oil/", ".tw-entry a")):
        visitor.go(path)
        assert visitor.page.evaluate("links => previews(links)", f"article {links}") > 0
        visitor.check()


def test_nothing_runs_in_a_search(made: str, visit: Callable[..., Visit]) -> None:
    """Results, suggestions, what is shared, and the words found in the page."""
    visitor = visit(made)
    page = visitor.page
    visitor.go("")
    page.get_by_text("Type to start searching").wait_for(state="attached")
    page.keyboard.press("/")
    field = page.locator("[data-md-component=search-query]")
    for query in ("img", "script", "onload"):
        field.fill("")
        field.press_sequentially(query)
        page.wait_for_selector(".md-search-result__item")
        page.wait_for_function("document.querySelector('.md-search__suggest').textContent !== ''")
        field.press("ArrowRight")
        found = page.evaluate(
            """() => [...document.querySelectorAll(".md-search-result__item *")]
            .map(({localName, attributes}) => [localName, [...attributes].map(({name}) => name)])"""
        )
        for name, attributes in found:
            assert set(attributes) <= set(IN_RESULTS[name].split()), (name, attributes)
        visitor.check()
    page.evaluate("document.querySelector('[data-md-component=search-share]').click()")
    visitor.go("terms/pan/?h=img")
    page.wait_for_selector("mark[data-md-highlight]", state="attached")
    visitor.use()


def test_nothing_runs_when_a_reader_walks_answers_and_copies(
    made: str, visit: Callable[..., Visit]
) -> None:
    """From page to page without a load, and with every button of a calculator and for copying."""
    visitor = visit(made)
    page = visitor.page
    visitor.go("")
    page.wait_for_load_state("networkidle")
    page.evaluate("globalThis.walked = true")
    for path in ("terms/", "terms/fry/", "compare/fry-or-boil/", "terms/fry/", "decide/cook/"):
        page.evaluate(
            "path => [...document.links].findLast((a) => a.href === path).click()", made + path
        )
        page.wait_for_selector(f"link[rel=canonical][href='{made}{path}']", state="attached")
        page.evaluate("pressEverything()")
        visitor.use()
    assert page.evaluate("globalThis.walked"), "no page was loaded anew"

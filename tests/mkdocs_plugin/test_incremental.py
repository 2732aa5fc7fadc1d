"""The site that was built again and again is the one that a fresh clone builds.

A project with something of everything is edited at random. After each step the site is built with
what earlier builds have kept, and at the same time, beside a copy of the earlier site, without any
of it: both have to come out the same, to the byte, with the same warnings and exit status.
"""

import random
import shutil
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeAlias

import pytest

Files: TypeAlias = MutableMapping[str, str]
DAY = 24 * 60 * 60
NOON = 1795176000
"""Noon of 20 November 2026."""


@dataclass
class Case:
    """A project as it is to be built next: its files, and how MkDocs is called."""

    files: Files
    now: int = NOON
    program: str = ""
    strict: bool = False
    place: str = "site"
    by_hand: list[Callable[[Path], None]] = field(default_factory=list)


Edit: TypeAlias = Callable[[Case], None]


def swap(path: str, old: str, new: str) -> Edit:
    """Puts a text in the place of another, or, where that has been done, undoes it."""

    def edit(case: Case) -> None:
        if text := case.files.get(path):
            there = new if new in text else old
            case.files[path] = text.replace(there, old if there == new else new, 1)

    return edit


def add(path: str, old: str, more: str) -> Edit:
    """Adds something after a text, or takes it away."""
    return swap(path, old, old + more) if old else _end(path, more)


def _end(path: str, more: str) -> Edit:
    def edit(case: Case) -> None:
        if text := case.files.get(path):
            case.files[path] = text.removesuffix(more) if text.endswith(more) else text + more

    return edit


def toggle(path: str, text: str) -> Edit:
    """Writes a file, or deletes it."""

    def edit(case: Case) -> None:
        if case.files.pop(path, None) is None:
            case.files[path] = text

    return edit


def move(old: str, new: str, more: str = "") -> Edit:
    """Gives a file another name, and back."""

    def edit(case: Case) -> None:
        if old in case.files:
            case.files[new] = case.files.pop(old) + more
        elif new in case.files:
            case.files[old] = case.files.pop(new).removesuffix(more)

    return edit


def set_to(name: str, *values: Any) -> Edit:
    """Gives a part of the case the next of its values."""

    def edit(case: Case) -> None:
        setattr(case, name, values[(values.index(getattr(case, name)) + 1) % len(values)])

    return edit


def by_hand(change: Callable[[Path], None]) -> Edit:
    """Changes the finished site."""
    return lambda case: case.by_hand.append(change)


def _altered(pattern: str) -> Callable[[Path], None]:
    def change(site: Path) -> None:
        for path in sorted(site.glob(pattern))[:2]:
            content = path.read_bytes()
            path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))

    return change


def _deleted(pattern: str) -> Callable[[Path], None]:
    def change(site: Path) -> None:
        for path in sorted(site.glob(pattern))[:2]:
            path.unlink()

    return change


def _added(site: Path) -> None:
    (site / "words/terms").mkdir(parents=True, exist_ok=True)
    (site / "words/terms/added.html").write_text("by hand", "utf-8")


def _linked(site: Path) -> None:
    for path in sorted(site.glob("words/terms/*/index.html"))[:1]:
        path.rename(path.with_name("real.html"))
        path.symlink_to("real.html")


def _emptied(site: Path) -> None:
    shutil.rmtree(site / "words/api", ignore_errors=True)


T, S, M = "glossary/terms", "glossary/sources.yml", "mkdocs.yml"
LOW = "    - {id: low, title: Low, description: Easy.}\n"
HIGH = "    - {id: high, title: High, description: Hard.}\n"
DOCS = "docs_dir: content\n"
FONT = "  font: false"
MATERIAL = f"name: material\n{FONT}"
NEW = "term: wok\ncategory: stove\nlevel: low\ndefinition: A [[pan]], hot as {{agreed}}.\n"
MAIN = '{% extends "main.html" %}{% block announce %}Soup at {{ page.url }}{% endblock %}'

EDITS: dict[str, Edit] = {
    "a definition": swap(f"{T}/oil.yml", "A fat.", "A fat, as in [[fry]]."),
    "a name": swap(f"{T}/oil.yml", "term: oil", "term: cooking oil"),
    "a text at its end": add(f"{T}/pan.yml", "", "limits: Hot. See [[boil]].\n"),
    "a mistake": add(f"{T}/pan.yml", "", "limits: See [[nothing]].\n"),
    "a slip of YAML": swap(f"{T}/boil.yml", "term: 3-minute", "term: [3-minute"),
    "a new term": toggle(f"{T}/wok.yml", NEW),
    "the same as a path": toggle("glossary/paths/wok.yml", NEW),
    "a term that is not linked": toggle(f"{T}/griddle.yml", NEW.replace("wok", "griddle")),
    "another id": move(f"{T}/pan.yml", f"{T}/skillet.yml"),
    "another id, told": move(f"{T}/boil.yml", f"{T}/egg.yml", "formerly: [boil]\n"),
    "a former id": swap(f"{T}/fry.yml", "formerly: [sear]", "formerly: [sear, brown]"),
    "a fact": swap("glossary/facts/heat.yml", "value: 100", "value: 99"),
    "a fact that is due": swap("glossary/facts/heat.yml", "2026-11-21", "2026-11-19"),
    "a topic's id": move("glossary/facts/heat.yml", "glossary/facts/warmth.yml"),
    "a category": swap("glossary/taxonomy.yml", "title: Stove & pan", "title: Stove <x>"),
    "the order of levels": swap(
        "glossary/taxonomy.yml",
        f"{LOW}{HIGH}",
        f"{HIGH}{LOW}",
    ),
    "a source": swap(S, "title: The book", "title: A book"),
    "a source's year": swap(S, "published: 2020", "published: 2021-02"),
    "a comparison": swap("glossary/comparisons/fry-or-oil.yml", "summary: Which.", "summary: Eh?"),
    "a comparison less": toggle("glossary/comparisons/boil-or-fry.yml", "title: [\n"),
    "a decision": swap("glossary/decisions/cook.yml", "usual: 30", "usual: 20"),
    "a decision's text": swap("glossary/decisions/cook.yml", "because: Calm.", "because: [[oil]]."),
    "a path": swap("glossary/paths/walk.yml", "why: First.", "why: At first."),
    "a guide": swap("content/guides/eggs.md", "[[fry|Fry]] one", "[[fry|Fry]] two {{agreed}}"),
    "a guide's title": swap("content/guides/eggs.md", "All about eggs", "Eggs & more"),
    "no home page": move("content/index.md", "content/start.md"),
    "a guide's icon": add("content/guides/eggs.md", "All about eggs", "\nicon: material/egg"),
    "a guide's status": add("content/guides/eggs.md", "All about eggs", "\nstatus: new"),
    "a new guide": toggle("content/new.md", "# New\n\nOf [[oil]] and [[wok]].\n"),
    "the home page": swap("content/index.md", "See [[fry]]", "See [[pan]]"),
    "a home of the glossary": toggle("content/words/index.md", "# Words\n\nOf [[oil]].\n"),
    "a page in a term's place": toggle("content/words/terms/oil.md", "# Oil\n\nOurs.\n"),
    "the site's name": swap(M, "site_name: Kitchen", "site_name: Cantina & <co>"),
    "the site's address": swap(M, "kitchen.example/docs/", "cantina.example/"),
    "no address": swap(M, "site_url: https", "# site_url: https"),
    "the prefix": swap(M, "prefix: words", "prefix: w"),
    "no prefix": swap(M, "{prefix: words, ", "{"),
    "no data": swap(M, "pinned: pinned,", "pinned: pinned, api: false, feed: false,"),
    "no embeds": swap(M, "pinned: pinned,", "embeds: false, markdown: false,"),
    "no facts": swap(M, "pinned: pinned,", "pinned: pinned, facts: false,"),
    "the navigation": swap(M, "Home: index.md", "Start: index.md"),
    "a term in the navigation": add(M, "  - Home: index.md\n", "  - Oil: words/terms/oil.md\n"),
    "something extra": swap(M, "name: Cooks", "name: Chefs"),
    "a day that is extra": swap(M, "name: Cooks", "name: 2026-01-01"),
    "another extra day": swap(M, "name: 2026-01-01", "name: 2026-01-02"),
    "the copyright": swap(M, "copyright: Of the cooks", 'copyright: "Of the <b>cooks</b>"'),
    "the theme's colour": swap(M, FONT, f"{FONT}\n  palette: {{primary: teal}}"),
    "the theme's language": swap(M, FONT, f"{FONT}\n  language: de"),
    "other addresses": add(M, DOCS, "use_directory_urls: false\n"),
    "signs of headings": add(M, DOCS, "markdown_extensions: [toc: {permalink: true}]\n"),
    "the search": swap(M, "- search\n", "- search: {separator: x}\n"),
    "no search": swap(M, "  - search\n", "  - tags\n"),
    "a theme's folder": swap(M, FONT, f"{FONT}\n  custom_dir: theme"),
    "a theme's template": toggle("theme/main.html", MAIN.replace("main.html", "base.html", 1)),
    "a theme's text": swap("theme/main.html", "Soup", "Salad"),
    "another theme": swap(M, MATERIAL, "name: mkdocs"),
    "another theme's language": swap(M, "name: mkdocs", "name: mkdocs\n  locale: de"),
    "a hook": add(M, DOCS, "hooks: [theme/hook.py]\n"),
    "another day": set_to("now", NOON, NOON + DAY, NOON + 40 * DAY, NOON - DAY),
    "another program": set_to("program", "", "one", "other"),
    "strictness": set_to("strict", False, True),
    "another place": set_to("place", "site", "public/all"),
    "a page altered": by_hand(_altered("*/terms/*/index.html")),
    "data altered": by_hand(_altered("**/*.json")),
    "pages deleted": by_hand(_deleted("*/comparisons/**/index.html")),
    "an embed deleted": by_hand(_deleted("**/embed/v1/*/*.html")),
    "a page added": by_hand(_added),
    "a page that is a link": by_hand(_linked),
    "data deleted": by_hand(_emptied),
}
"""What may happen to a project between two builds."""


def go(both: Any, files: dict[str, str], edits: list[list[str]]) -> int:
    """Build after each step; what a site cannot be built of is taken back. Returns what built."""
    case = Case(dict(files))
    built = 0
    for step in [[], *edits]:
        before = replace(case, files=dict(case.files), by_hand=[])
        for name in step:
            EDITS[name](case)
        try:
            status, _said = both.build(case)
        except AssertionError as error:
            error.add_note(f"after {step} of {edits}")
            raise
        if status:
            case = before
        built += not status
    return built


@pytest.mark.parametrize("name", EDITS)
@pytest.mark.kills
def test_each_edit_alone_and_its_undoing(both: Any, everything: dict[str, str], name: str) -> None:
    go(both, everything, [[name], [], [name], [name, name]])


TOGETHER: tuple[list[list[str]], ...] = (
    [["a day that is extra"], ["another extra day"], []],
    [["another theme"], ["another theme's language"], ["another day"], []],
    [["another theme", "no prefix", "no home page", "the navigation"], ["another day"], []],
    [["a theme's template"], ["a theme's folder"], ["a theme's text"], ["a theme's folder"]],
    [["the same as a path", "a new term"], [], ["a new term"], ["the same as a path"]],
)
"""Edits that say something only one after the other."""


@pytest.mark.kills
@pytest.mark.parametrize("edits", TOGETHER, ids=lambda edits: edits[0][0])
def test_edits_of_which_one_needs_the_other(
    both: Any, everything: dict[str, str], edits: list[list[str]]
) -> None:
    go(both, everything, edits)


def steps(seed: int, count: int) -> list[list[str]]:
    """Edits by chance, one to three at a time."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    return [chance.sample(list(EDITS), chance.choice([0, 1, 1, 1, 2, 3])) for _ in range(count)]


def test_a_site_built_again_and_again_is_the_one_built_from_nothing(
    both: Any, everything: dict[str, str]
) -> None:
    assert go(both, everything, steps(1, 9)) > 4


@pytest.mark.kills
@pytest.mark.parametrize("seed", range(2, 32))
def test_so_it_is_after_long_histories(both: Any, everything: dict[str, str], seed: int) -> None:
    assert go(both, everything, steps(seed, 40)) > 9

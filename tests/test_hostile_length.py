"""The time that a text takes is bounded by its length, whatever it is made of.

Each text is one fragment over and over: in a field past the bound it is refused before anything
looks into it, in one below it is made or refused with its place, and a page of the site's own
author is made. All of that runs in one process, which a hang would take past its limit.
"""

import datetime
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from termwise.embeds.nodes import Nodes, html_of, length
from termwise.project.checked import read_and_check
from termwise.project.settings import Folders
from termwise.text.as_html import HtmlElements
from termwise.text.brackets import without_idle_brackets
from termwise.text.elements import blocks as elements
from termwise.text.fences import fenced
from termwise.text.line import Line
from termwise.text.parse import parse

pytestmark = pytest.mark.slow

GOLDENS = Path(__file__).parent / "goldens"
LIMIT = 180
"""Seconds of processor time after which the process is killed; it needs a tenth of them."""

PLACES = ((200_000, "field"), (20_000, "field"), (200_000, "page"))
LINK = "(https://a.example)"
SIGNS = ("*", "**", "***", "_", "__", " ", "a", ".", "\n", "\n\n", "- ", "> ", "1. ", "    ")

Outcome: TypeAlias = "dict[tuple[str, int, str], tuple[int, list[list[Any]]]]"

FRAGMENTS = (
    "[", "[[", "[[a|", "[[a]]", "![", "](", "[](", "[a](", "[a](https://a.example) ", "[a]: ",
    "{{", "{{a}}", "`", "```\n", "```a\n", "` ", "``a`", "<", "<a ", '<a href="', "<!--", "<b>",
    "&", "&a;", "\\", "\\[", "*", "*a", "**a* ", "*_", "_a ", "- ", "- a\n", "1. ", "> - ", "# ",
    "a|", "a\n-", "\n", "  \n", " ", "a\n\n", "~~~\n", "[[apple|1.]]", "1", "1.", "[[apple|",
)  # fmt: skip

PROCESS = """
import datetime, json, resource, sys
from pathlib import Path
from termwise.project.checked import read_and_check, with_pages
from termwise.project.library import library_of
from termwise.project.settings import Folders
from termwise.site.make import make_file, make_html, make_markdown
from termwise.site.plain import make_plain
from termwise.site.plan import plan, plan_files
from termwise.model.site import Site
from termwise.lookup.lookup import Lookup
from termwise.project.own_pages import OwnPages, own_pages

resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[2]), int(sys.argv[2])))
mark = OwnPages(Path(sys.argv[1])).mark
root, today = Path(sys.argv[1]), datetime.date(2026, 11, 20)
head = "term: plum\\ncategory: stone-fruit\\nlevel: beginner\\ndefinition: A fruit.\\nlimits: "
for line in sys.stdin:
    fragment, size, where = json.loads(line)
    text = (fragment * (size // len(fragment) + 1))[: size - 1] + "x"
    page, field = (text, "None.") if where == "page" else ("# Page", text)
    (root / "content/page.md").write_text(page, "utf-8")
    (root / "glossary/terms/plum.yml").write_text(head + json.dumps(field), "utf-8")
    checked = read_and_check(Folders(root, root / "glossary", root / "content"), today)
    pages = own_pages(OwnPages(root / "content"), root)
    checked = with_pages(checked, pages, mark, root)
    made = 0
    if not checked.errors:
        library = library_of(checked.glossary, Site("A", "https://a.example/", whole=True), today)
        pages = [page for page in plan(library) if "plum" in page.path or page.path == "page.md"]
        for make in (make_html, make_markdown):
            made += sum(bool(make(page, library)) for page in pages)
        made += sum(bool(make_plain(page, Lookup(library))) for page in pages)
        made += sum(bool(list(make_file(file, Lookup(library)))) for file in plan_files(library))
    told = [[p.file, p.line, p.column, p.code] for p in checked.errors]
    print(json.dumps([made, told]), flush=True)
"""


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """What became of each fragment in each place: files made, and problems told."""
    root = tmp_path_factory.mktemp("hostile")
    for name, text in yaml.safe_load((GOLDENS / "base.yml").read_text("utf-8")).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    cases = [(fragment, *place) for fragment in FRAGMENTS for place in PLACES]
    lines = "".join(f"{json.dumps(case)}\n" for case in cases)
    command = [sys.executable, "-c", PROCESS, str(root), str(LIMIT)]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=False)
    assert (done.stderr, done.returncode) == ("", 0)
    return dict(zip(cases, map(json.loads, done.stdout.splitlines()), strict=True))


def test_a_field_past_the_bound_is_refused_with_its_place(outcome: Outcome) -> None:
    """Before any check looks into it."""
    for fragment in FRAGMENTS:
        made, told = outcome[fragment, 200_000, "field"]
        assert (made, told) == (0, [["glossary/terms/plum.yml", 5, 1, "too-long"]]), fragment


def test_a_long_field_is_made_or_refused_with_its_place(outcome: Outcome) -> None:
    """There is no third way: no traceback, and no time that anybody would notice."""
    refused = set()
    for fragment in FRAGMENTS:
        made, told = outcome[fragment, 20_000, "field"]
        assert (made > 0) is (told == []), fragment
        for file, line, column, code in told:
            assert file == "glossary/terms/plum.yml", fragment
            assert line >= 5, fragment
            assert column >= 1, fragment
            refused.add(code)
    assert refused >= {"too-deep", "raw-html", "image", "unknown-term", "bad-link"}


def test_a_page_of_any_length_is_made(outcome: Outcome) -> None:
    """Its author may write what a field may not."""
    for fragment in FRAGMENTS:
        made, told = outcome[fragment, 200_000, "page"]
        assert made > 0, fragment
        assert told == [], fragment


@pytest.mark.parametrize("size", [50_000, 50_001])
def test_the_bound_is_where_it_is_said_to_be(
    size: int, project: Callable[..., Path], today: datetime.date
) -> None:
    """A legal text of 50,000 characters is a field like any other."""
    text = ("word " * 10_001)[: size - 1] + "x"
    term = f"term: plum\ncategory: stone-fruit\nlevel: beginner\ndefinition: {text}\n"
    folder = project({"glossary/terms/plum.yml": term})
    checked = read_and_check(Folders(folder, folder / "glossary", folder / "content"), today)
    assert [problem.code for problem in checked.problems] == ["too-long"] * (size - 50_000)


@settings(max_examples=150, deadline=None)
@given(
    unit=st.lists(st.sampled_from(SIGNS), min_size=1, max_size=12).map("".join),
    turn=st.lists(st.sampled_from(SIGNS), max_size=8).map("".join),
    times=st.integers(1, 300),
)
def test_what_is_not_refused_nests_only_so_deep(
    nodes_of: Callable[[str], Nodes], unit: str, turn: str, times: int
) -> None:
    """However lists, quotes and emphasis are opened, and closed again in whatever order."""
    text = f"{unit * times}x{turn * times}"
    field = parse(text)
    if not any(each.code == "too-deep" for each in field.refused):
        nodes = nodes_of(elements(field.blocks, HtmlElements(str, str)))
        assert depth(nodes) < 150
        assert length(nodes) <= len(html_of(nodes))


def depth(nodes: Nodes) -> int:
    """How many elements stand within each other."""
    return max((1 + depth(node[2:]) for node in nodes if isinstance(node, list)), default=0)


@given(st.text(st.sampled_from("[]()\\`a \n"), max_size=40).map(lambda t: t.replace("()", LINK)))
def test_brackets_of_links_stand_in_pairs_side_by_side(text: str) -> None:
    """So that from none of them a converter looks for its end past the next."""
    pairs = Line(text, cell=False).web_links
    places = sorted(place for start, (end, _url) in pairs.items() for place in (start, end))
    assert "".join(text[place] for place in places) == "[]" * (len(places) // 2)
    assert all(text.startswith(f"]{LINK}", place) for place in places[1::2])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("[a](b.md) [c][d] [^e]", "[a](b.md) [c][d] [^e]"),
        ("[a [b](c)", "@a [b](c)"),
        ("[a\n\nb](c) \\[", "@a\n\nb](c) \\["),
        ("[" * 12 + "a" + "]" * 12, "[" * 10 + "@@a" + "]" * 12),
        ("[" * 12 + "\n\n[", "@" * 12 + "\n\n@"),
    ],
)
def test_brackets_that_can_make_nothing_are_known(text: str, wanted: str) -> None:
    """In a page that may hold whatever its builder knows, all others are left to it."""
    assert without_idle_brackets(text, "@") == wanted


@given(st.lists(st.sampled_from(["```", "````", "~~~", "``` a", "  ```", "a", ""]), max_size=12))
def test_a_block_of_code_ends_at_the_first_fence_that_closes_it(lines: list[str]) -> None:
    """And a fence that nothing closes opens none: as a plain search from each would find."""
    text = "\n".join(lines)
    assert [text[start:end].split("\n") for start, end in fenced(text)] == list(blocks(lines))


def blocks(lines: list[str]) -> Iterator[list[str]]:
    """The same, by looking on from each fence."""
    index = 0
    while index < len(lines):
        sign = lines[index].lstrip(" ")[:3]
        size = len(lines[index].strip().split(" ")[0])
        closing = (
            number
            for number in range(index + 1, len(lines))
            if sign in ("```", "~~~") and set(lines[number].strip()) == {sign[0]}
            if len(lines[number].strip()) >= size
        )
        if found := next(closing, 0):
            yield lines[index : found + 1]
            index = found
        index += 1

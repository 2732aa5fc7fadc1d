"""Every kind of embed, at every level, on hosts that make it hard."""

import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from termwise.embeds.snippets import snippets
from termwise.lookup.lookup import Lookup
from termwise.markup.forms import HtmlForm
from termwise.markup.writer import Writer

Opens = Callable[..., Any]

KINDS = ("table", "term", "calculator")
LEVELS = (1, 2, 3)

OVERFLOW = """() => [...document.querySelectorAll("*:not(svg *)")]
  .filter((each) => each.scrollWidth > document.documentElement.clientWidth + 1)
  .map((each) => each.outerHTML.slice(0, 100))"""

HOSTILE = "* { all: unset }"
TABLES = "table { display: flex } td, th { display: block; float: left }"
TEXT = """main { letter-spacing: 0.5em; text-transform: uppercase; line-height: 3; white-space: pre;
  text-align: right; font-weight: 900; font-style: italic; text-indent: 4em; word-spacing: 1em;
  list-style: none; border-collapse: separate; word-break: break-all; text-shadow: 1px 1px red;
  user-select: none; quotes: none; hyphens: auto; tab-size: 9; caption-side: bottom }"""


@pytest.fixture(scope="session")
def policies(root: Path, glossary: Any) -> Mapping[int, str]:
    """What the guide tells hosts to allow, for each level, and nothing else."""
    guide = (root / "content/guides/embed-this-glossary.md").read_text("utf-8")
    origin = glossary.address.rstrip("/")
    rows = re.findall(r"^\| ([123])\. [a-z ]+ \| `([^`]+)` \|$", guide, re.MULTILINE)
    rules = {int(level): rule.replace("https://glossary.example", origin) for level, rule in rows}
    return {level: f"default-src 'none'; {rule}" for level, rule in rules.items()}


@pytest.fixture(scope="session")
def sheets(root: Path, npm: list[str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Style sheets that hosts have, those of others as npm has them, checked by their hashes."""
    folder = tmp_path_factory.mktemp("hosts")
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(root / "tests/browser/hosts" / name, folder)
    words = [*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"]
    done = subprocess.run(
        words, cwd=folder, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    packages = folder / "node_modules"
    return {
        "unset": HOSTILE,
        "tables": TABLES,
        "text": TEXT,
        "bootstrap": (packages / "bootstrap/dist/css/bootstrap.min.css").read_text("utf-8"),
        "tailwind": (packages / "tailwindcss/preflight.css").read_text("utf-8"),
    }


def test_the_lock_of_the_hosts_names_no_address(root: Path) -> None:
    """It installs from whichever registry a machine is set up for, and hashes are checked."""
    text = (root / "tests/browser/hosts/package-lock.json").read_text("utf-8")
    assert "://" not in text
    assert text.count('"integrity": "sha512-') == text.count('"node_modules/')


@pytest.mark.parametrize("pinned", [False, True], ids=["moving", "pinned"])
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_tested_is_what_is_offered(glossary: Any, kind: str, pinned: bool) -> None:
    """The snippets of these tests are those of the glossary's pages, but for the fallback."""
    form = HtmlForm("", True, glossary.address)
    offered = snippets(glossary.key(kind), "Words", Writer(Lookup(glossary.library), form))[pinned]
    assert glossary.snippet(kind, 1, pinned=pinned) == offered.frame
    assert glossary.snippet(kind, 2, pinned=pinned) == f"{offered.frame}\n{offered.fit}"
    shown = re.sub(r"(?s)(?<=>)<p>.*</p>(?=<)", "FALLBACK", offered.element)
    tested = re.sub(r"<p class.*</p>", "FALLBACK", glossary.snippet(kind, 3, pinned=pinned))
    assert tested == shown


@pytest.mark.parametrize("pinned", [False, True], ids=["moving", "pinned"])
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("kind", KINDS)
def test_works_under_the_policy_that_the_guide_asks_for(
    opens: Opens, glossary: Any, policies: Mapping[int, str], kind: str, level: int, pinned: bool
) -> None:
    """No more than that is needed, and the browser reports no offence against it."""
    headers = {"Content-Security-Policy": policies[level]}
    opened = opens(glossary.snippet(kind, level, pinned=pinned), headers=headers)
    opened.shown(kind, level)


@pytest.mark.parametrize("level", LEVELS)
def test_an_offence_against_a_policy_would_be_seen(opens: Opens, glossary: Any, level: int) -> None:
    """Else the test before would prove nothing: without what the guide asks for, it complains."""
    headers = {"Content-Security-Policy": "default-src 'none'"}
    opened = opens(glossary.snippet("term", level), headers=headers)
    opened.page.locator("#after").wait_for()
    assert any("Content Security Policy" in error for error in opened.errors)
    opened.errors.clear()


@pytest.mark.parametrize("kind", KINDS)
def test_works_where_only_trusted_types_may_become_html(
    opens: Opens, glossary: Any, policies: Mapping[int, str], kind: str
) -> None:
    """Tables and terms make no HTML of text at all; the calculator has a policy of one name."""
    names = "termwise" if kind == "calculator" else "'none'"
    rules = f"{policies[3]}; require-trusted-types-for 'script'; trusted-types {names}"
    opened = opens(glossary.snippet(kind, 3), headers={"Content-Security-Policy": rules})
    opened.shown(kind, 3)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("level", [1, 2])
def test_a_frame_shows_what_it_has_without_any_script(
    opens: Opens, glossary: Any, kind: str, level: int
) -> None:
    """A reader without scripts gets the table, the definition, the summary, and the link back."""
    opened = opens(glossary.snippet(kind, level), java_script_enabled=False)
    frame = opened.frame()
    inside = {"table": "tbody td", "term": ".tw-definition", "calculator": ".tw-summary"}
    expect(frame.locator(inside[kind]).first).to_be_visible()
    expect(frame.locator(".tw-foot a")).to_be_visible()
    if kind == "calculator":
        expect(frame.get_by_text("can be read without")).to_be_visible()


@pytest.mark.parametrize("kind", KINDS)
def test_an_element_is_its_fallback_without_any_script(
    opens: Opens, glossary: Any, kind: str
) -> None:
    opened = opens(glossary.snippet(kind, 3), java_script_enabled=False)
    expect(opened.page.locator(".fallback")).to_be_visible()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("level", LEVELS)
def test_is_useful_where_the_host_allows_frames_but_no_script(
    opens: Opens, glossary: Any, policies: Mapping[int, str], kind: str, level: int
) -> None:
    """The script is refused: the frame keeps its height and scrolls, the element its fallback."""
    headers = {"Content-Security-Policy": policies[1]}
    opened = opens(
        glossary.snippet(kind, level), headers=headers, expected="fit|elements|calculator"
    )
    if level == 3:
        expect(opened.page.locator(".fallback")).to_be_visible()
    else:
        opened.shown(kind, 1)


@pytest.mark.parametrize("sheet", ["unset", "tables", "text", "bootstrap", "tailwind"])
@pytest.mark.parametrize("level", [2, 3])
def test_is_itself_under_the_styles_of_its_host(
    opens: Opens, glossary: Any, sheets: Mapping[str, str], sheet: str, level: int
) -> None:
    """Tables stay tables, lists lists and links underlined, and nothing is wider than the page.

    What is measured is measured on a plain page, too: it is the same but for colours and letters.
    """
    same = (
        "<style>termwise-table { --termwise-font: monospace; --termwise-font-size: 15px }</style>"
    )
    measured = []
    for own in ("main { width: 700px !important; display: block !important }", sheets[sheet]):
        head = f"<style>{own} main {{ width: 700px !important; display: block !important }}</style>"
        body = f'<div style="width: 700px">{glossary.snippet("table", level)}</div>'
        opened = opens(body, head=head + same)
        opened.shown("table", level)
        assert opened.page.evaluate(OVERFLOW) == []
        scope = opened.page if level == 3 else opened.frame()
        measured.append(scope.locator(".tw-embed").evaluate(LOOK))
    assert measured[1] == measured[0]


LOOK = """(embed) => [embed, ...embed.querySelectorAll("*")].map((each) => {
  const style = getComputedStyle(each);
  const { width, height } = each.getBoundingClientRect();
  const names = ["display", "float", "position", "visibility", "margin", "padding", "borderWidth",
    "borderCollapse", "textAlign", "listStyleType", "textDecorationLine", "fontWeight",
    "fontStyle", "fontSize", "lineHeight", "direction", "letterSpacing", "wordSpacing",
    "textTransform", "textIndent", "whiteSpace", "wordBreak", "textShadow", "userSelect"];
  return [each.localName, each.className, Math.round(width), Math.round(height),
    ...names.map((name) => `${name}: ${style[name]}`)].join("; ");
})"""


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("kind", KINDS)
def test_keeps_its_direction_on_a_page_from_right_to_left(
    opens: Opens, glossary: Any, kind: str, level: int
) -> None:
    """English in an Arabic page: from left to right, and without scrolling sideways."""
    opened = opens(glossary.snippet(kind, level), html='lang="ar" dir="rtl"', width=320)
    opened.shown(kind, level)
    scope = opened.page if level == 3 else opened.frame()
    assert opened.page.evaluate(OVERFLOW) == []
    for part in (".tw-heading", ".tw-foot"):
        style = "(each) => [getComputedStyle(each).direction, getComputedStyle(each).textAlign]"
        assert scope.locator(part).evaluate(style) == ["ltr", "start"]


@pytest.mark.parametrize("width", [280, 320])
@pytest.mark.parametrize("level", LEVELS)
def test_many_on_one_page_in_narrow_columns(
    opens: Opens, glossary: Any, width: int, level: int
) -> None:
    """All kinds, each twice: every one is whole, fits its column, and none disturbs another."""
    column = '<div style="width: 280px; margin-inline: -8px">{}</div>'
    bodies = [column.format(glossary.snippet(kind, level)) for kind in KINDS * 2]
    opened = opens("".join(bodies), width=width)
    page = opened.page
    for number, kind in enumerate(KINDS * 2):
        if level == 3:
            page.locator(".tw-embed").nth(number).wait_for()
            continue
        page.locator("iframe").nth(number).scroll_into_view_if_needed()
        assert opened.frame(number).locator(f".tw-embed-{kind}").is_visible()
        assert opened.frame(number).evaluate(OVERFLOW) == []
        if level == 2:
            opened.fitted(number)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if level == 3:
        assert page.locator(".tw-embed").evaluate_all(WIDER) == []


WIDER = """(embeds) => embeds.flatMap((embed) => [...embed.querySelectorAll("*")]
  .filter((each) => !each.closest(".tw-hidden, thead, [hidden]"))
  .filter((each) => each.getBoundingClientRect().right > embed.getBoundingClientRect().right + 1)
  .map((each) => each.outerHTML.slice(0, 100)))"""

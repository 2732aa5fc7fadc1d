"""Embeds for all readers, and what moves while they load."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

Opens = Callable[..., Any]

KINDS = ("table", "term", "calculator")
COLOURS = ["color-contrast", "link-in-text-block"]
COLOUR = {"runOnly": {"type": "rule", "values": COLOURS}}
HEAD = "<style>html { color-scheme: light dark; background: Canvas; color: CanvasText }</style>"


def violations(page: Page, options: dict[str, Any]) -> list[str]:
    """What axe finds wrong, each with the first element that it is wrong with."""
    found = Axe().run(page, options={**options, "resultTypes": ["violations"]})
    return [
        f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found.response["violations"]
    ]


OPEN_ALL = """() => {
  const all = (root) => [...root.querySelectorAll("*")]
    .flatMap((each) => [each, ...(each.shadowRoot ? all(each.shadowRoot) : [])]);
  for (const each of all(document)) if (each.localName === "details") each.open = true;
}"""


MODES = {"phone": (320, "light"), "desk": (1280, "light"), "dark": (1280, "dark")}
WITHIN = ("landmark-one-main", "page-has-heading-one", "region")
"""What a page has to have, but not what stands within a page."""


def rules(mode: str, *without: str) -> dict[str, Any]:
    """All of axe's rules on a phone; on a desk those not about colour, in dark only these."""
    if mode == "dark":
        return COLOUR
    off = (*without, *(COLOURS if mode == "desk" else ()))
    return {"rules": {name: {"enabled": False} for name in off}}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_frames_page_is_accessible(opens: Opens, glossary: Any, kind: str, mode: str) -> None:
    """With all that opens open."""
    width, scheme = MODES[mode]
    opened = opens("", scheme=scheme, width=width)
    opened.page.goto(f"{glossary.address}{glossary.file(kind, 'html')}")
    opened.page.locator(".tw-calc fieldset, .tw-embed-table, .tw-embed-term").first.wait_for()
    # Its ground is that of its host, which axe would take for white.
    opened.page.evaluate("document.documentElement.style.backgroundColor = 'Canvas'")
    opened.page.evaluate(OPEN_ALL)
    assert violations(opened.page, rules(mode, *WITHIN)) == []


@pytest.mark.parametrize("mode", MODES)
def test_a_host_with_elements_is_accessible(opens: Opens, glossary: Any, mode: str) -> None:
    """Three kinds on a page, one of them twice: no id or name is there two times."""
    width, scheme = MODES[mode]
    body = "".join(glossary.snippet(kind, 3) for kind in (*KINDS, "term"))
    opened = opens(body, head=HEAD, scheme=scheme, width=width)
    for kind in KINDS:
        opened.page.locator(f".tw-embed-{kind}").first.wait_for()
    assert violations(opened.page, rules(mode)) == []


SHIFTS = """
window.shifts = 0;
new PerformanceObserver((list) => {
  for (const { value } of list.getEntries()) shifts += value;
}).observe({ type: "layout-shift", buffered: true });
"""
SETTLE = """() => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => done(window.shifts))))"""


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_moves_in_a_frame_once_it_is_seen(opens: Opens, glossary: Any, kind: str) -> None:
    """Options in its address change what it shows before it shows it."""
    options = {"theme": "dark", "heading": "Our own heading", "density": "compact"}
    if kind == "table":
        options |= {"subjects": "rag", "captions": "none"}
    opened = opens(glossary.frame(kind, **options), scripts=(SHIFTS,))
    opened.shown(kind, 1)
    assert opened.frame().evaluate(SETTLE) == 0


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("level", [2, 3])
def test_little_moves_on_the_host_where_an_embed_is_further_down(
    opens: Opens, glossary: Any, kind: str, level: int
) -> None:
    """What a reader sees stays where it is when an embed below it gets its height."""
    space = '<p style="height: 1100px">A text of some length.</p>'
    opened = opens(space + glossary.snippet(kind, level), scripts=(SHIFTS,))
    if level == 3:
        opened.shown(kind, 3)
    assert opened.page.evaluate(SETTLE) <= 0.01

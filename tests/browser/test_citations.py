"""Every number cites: on hover, on focus, in print, and to those who do not see it."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page

Visits = Callable[..., Any]

PAGES = (
    "terms/fine-tuning/",
    "compare/prompting-vs-rag-vs-fine-tuning/",
    "guides/choosing-how-to-adapt-a-model/",
)
"""Facts in paragraphs, in lists and in tables."""

SHOWN = """(cite) => {
  const box = cite.getBoundingClientRect();
  return box.width > 20 && box.height > 8 && getComputedStyle(cite).clipPath === "none";
}"""

PLACED = """(cite) => {
  const box = cite.getBoundingClientRect();
  const wrong = [];
  const inside = box.left >= 0 && box.right <= document.documentElement.clientWidth
    && box.top >= 0 && box.bottom <= innerHeight;
  if (!inside) wrong.push(`outside the window: ${JSON.stringify(box)}`);
  for (const x of [box.left + 4, (box.left + box.right) / 2, box.right - 4])
    for (const y of [box.top + 4, (box.top + box.bottom) / 2, box.bottom - 4]) {
      const top = document.elementFromPoint(x, y);
      if (!cite.contains(top)) wrong.push(`hidden at ${x}, ${y} by ${top?.outerHTML}`);
    }
  return wrong;
}"""


def facts(page: Page) -> list[Locator]:
    """Each fact in the text of the page that is not in a closed part of it."""
    return [fact for fact in page.locator("article .tw-fact").all() if fact.is_visible()]


def show(fact: Locator) -> Locator:
    """Bring a fact to the middle of the window; returns its citation."""
    fact.evaluate("(element) => element.scrollIntoView({block: 'center'})")
    return fact.locator(".tw-cite")


@pytest.mark.parametrize(
    ("path", "width"),
    [*((path, width) for path in PAGES for width in (360, 1440)), (PAGES[1], 768)],
)
def test_the_citation_appears_on_hover_whole(visit: Visits, path: str, width: int) -> None:
    page = visit(width).go(path)
    found = facts(page)
    assert len(found) > 4
    for fact in found:
        cite = show(fact)
        page.mouse.move(0, 0)
        assert not cite.evaluate(SHOWN)
        fact.locator(".tw-value").hover()
        assert cite.evaluate(SHOWN), fact.inner_text()
        assert cite.evaluate(PLACED) == [], fact.inner_text()


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("path", PAGES)
def test_the_citation_appears_on_focus_whole(visit: Visits, path: str, width: int) -> None:
    page = visit(width).go(path)
    for fact in facts(page):
        cite = show(fact)
        assert not cite.evaluate(SHOWN)
        fact.locator(".tw-value").focus()
        assert cite.evaluate(SHOWN), fact.inner_text()
        assert cite.evaluate(PLACED) == [], fact.inner_text()


def test_the_citation_is_reached_by_the_keyboard_alone(visit: Visits) -> None:
    """And its box is in the window where the browser has scrolled to."""
    page = visit(1440).go("terms/fine-tuning/")
    for _press in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.tw-value')"):
            break
    cite = page.locator(".tw-fact:focus-within .tw-cite")
    assert cite.evaluate(SHOWN)
    assert cite.evaluate(PLACED) == []


def test_a_citation_says_who_and_when_and_shows_where_sources_differ(visit: Visits) -> None:
    page = visit().go("terms/fine-tuning/")
    fact = page.locator(".tw-fact", has_text="per run").first
    text = fact.locator(".tw-cite").text_content() or ""
    assert "sources, which differ" in text
    assert text.count("2026") >= 3


def test_the_citation_is_read_out(visit: Visits) -> None:
    """Hidden from view it is still in the accessibility tree, after its value."""
    page = visit().go("terms/fine-tuning/")
    fact = page.locator("article p .tw-fact").first
    value, source = fact.locator(".tw-value"), fact.locator(".tw-cite-row").last
    told = page.locator("article").aria_snapshot()
    assert (value.text_content() or "?") in told
    assert (source.text_content() or "?") in told


@pytest.mark.parametrize("path", PAGES)
def test_every_citation_is_printed(visit: Visits, path: str) -> None:
    """In closed parts of the page too."""
    page = visit().go(path)
    page.emulate_media(media="print")
    cites = page.locator("article .tw-cite").all()
    assert cites
    for cite in cites:
        assert cite.evaluate(SHOWN), cite.text_content()
        assert cite.evaluate("(cite) => getComputedStyle(cite).position") == "static"


def test_a_value_leads_to_the_fact_s_own_entry(visit: Visits) -> None:
    page = visit().go("terms/fine-tuning/")
    page.locator("article p .tw-value").first.click()
    page.wait_for_url("**/facts/**")
    page.wait_for_selector("h1:has-text('Costs')")
    name = page.url.partition("#")[2]
    assert page.locator(f"h2[id='{name}']").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_shown_citation_can_be_read(visit: Visits, scheme: str) -> None:
    """In contrast to its own background, which axe cannot judge while it is hidden."""
    page = visit(1440, scheme).go(PAGES[0])
    fact = facts(page)[0]
    show(fact)
    fact.locator(".tw-value").hover()
    contrast = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
    found = Axe().run(page, context=".tw-fact:hover", options=contrast).response
    assert found["violations"] == []
    assert found["passes"]

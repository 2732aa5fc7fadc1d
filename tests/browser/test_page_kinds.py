"""Every kind of page at the widths of a phone, a tablet and a desk, in light and in dark."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

KINDS = {
    "home": "",
    "index": "terms/",
    "term": "terms/fine-tuning/",
    "comparisons": "compare/",
    "comparison": "compare/prompting-vs-rag-vs-fine-tuning/",
    "categories": "categories/",
    "category": "categories/retrieval/",
    "level": "levels/beginner/",
    "tags": "tags/",
    "tag": "tags/training/",
    "paths": "paths/",
    "path": "paths/adapt-a-model/",
    "facts": "facts/",
    "topic": "facts/costs/",
    "sources": "sources/",
    "guide": "guides/choosing-how-to-adapt-a-model/",
    "not-found": "404.html",
}
WIDTHS = (360, 768, 1440)
SCHEMES = ("light", "dark")
BACKGROUNDS = {"light": "rgb(255, 255, 255)", "dark": "rgb(22, 25, 29)"}

Visits = Callable[..., Any]

COLOUR = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}


def violations(page: Page, options: dict[str, Any]) -> list[str]:
    """What axe finds wrong, each with the first element that it is wrong with."""
    found = Axe().run(page, options={**options, "resultTypes": ["violations"]})
    return [
        f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found.response["violations"]
    ]


TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > width + 1)
    .map((element) => element.outerHTML.slice(0, 100));
}"""


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_fits_and_loads_cleanly(visit: Visits, kind: str, scheme: str) -> None:
    """No sideways scrolling; no error and nothing from another host (see the fixture)."""
    page = visit(WIDTHS[0], scheme).go(KINDS[kind])
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(TOO_WIDE) == [], width
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") in {
            BACKGROUNDS[scheme],
            "rgba(0, 0, 0, 0)",
        }
        scheme_shown = page.evaluate("document.body.dataset.mdColorScheme")
        assert scheme_shown == {"light": "default", "dark": "slate"}[scheme]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_accessible(visit: Visits, kind: str, scheme: str) -> None:
    """By all of axe's rules in light; in dark by those about colour, since all else is the same."""
    page = visit(scheme=scheme).go(KINDS[kind])
    assert violations(page, {} if scheme == "light" else COLOUR) == []


@pytest.mark.parametrize("kind", ["home", "term", "comparison"])
def test_a_page_is_accessible_on_a_phone(visit: Visits, kind: str) -> None:
    page = visit(360).go(KINDS[kind])
    assert violations(page, {}) == []

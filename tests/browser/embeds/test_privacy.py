"""What an embed leaves alone: the reader's storage, other sites, and the page that it stands in."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

Opens = Callable[..., Any]

KINDS = ("table", "term", "calculator")
LEVELS = (1, 2, 3)

WATCH = """
const touched = (name) => { console.error(`touched ${name}`); };
for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"]) {
  Object.defineProperty(window, name, { get() { touched(name); return undefined; } });
}
Object.defineProperty(Document.prototype, "cookie", {
  get() { touched("cookie"); return ""; }, set() { touched("cookie"); },
});
for (const name of ["sendBeacon", "requestStorageAccess"]) {
  for (const type of [Navigator, Document]) type.prototype[name] = () => touched(name);
}
for (const name of ["XMLHttpRequest", "WebSocket", "EventSource", "RTCPeerConnection", "Image"]) {
  window[name] = class { constructor() { touched(name); } };
}
"""

FILES = r"embed/(v1|[0-9a-f]{32})/((terms|compare|decide)/)?[a-z0-9-]+\.(html|json|js|css)"


def use(scope: Any, kind: str) -> None:
    """What a reader does with a calculator."""
    if kind == "calculator":
        for group in scope.locator(".tw-calc fieldset").all()[:3]:
            group.locator("label").last.click()
        scope.locator(".tw-calc [type=number]").first.fill("1000")


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("kind", KINDS)
def test_keeps_nothing_and_asks_for_its_own_files_only(
    opens: Opens, glossary: Any, host: Any, kind: str, level: int
) -> None:
    """No cookie, no storage, no other site, no page of the glossary but the embed."""
    opened = opens(glossary.snippet(kind, level), scripts=(WATCH,))
    opened.shown(kind, level)
    use(opened.page if level == 3 else opened.frame(), kind)
    abroad = [url for url in opened.asked if not url.startswith(host.address)]
    assert abroad
    for url in abroad:
        assert url.startswith(glossary.address)
        assert re.fullmatch(FILES, urlsplit(url).path.lstrip("/"))
    assert opened.page.context.cookies() == []


def test_what_is_touched_would_be_seen(opens: Opens, glossary: Any) -> None:
    """Within a sandboxed frame, too; else the test before would prove nothing."""
    opened = opens(glossary.frame("term"), scripts=(WATCH,))
    opened.frame().evaluate("localStorage; indexedDB; document.cookie = 'a=b'; new Image()")
    names = ("localStorage", "indexedDB", "cookie", "Image")
    assert opened.errors == [f"touched {name}" for name in names]
    opened.errors.clear()


@pytest.mark.parametrize("level", [2, 3])
@pytest.mark.parametrize("kind", KINDS)
def test_no_link_leads_the_host_elsewhere(
    opens: Opens, glossary: Any, kind: str, level: int
) -> None:
    """A link opens a page of its own, which has no hold on the host's."""
    opened = opens(glossary.snippet(kind, level))
    opened.shown(kind, level)
    page = opened.page
    scope = page if level == 3 else opened.frame()
    use(scope, kind)
    before = page.url
    links = scope.locator(".tw-embed a")
    assert links.count() >= 2
    for link in links.all():
        href, target, rel = (link.get_attribute(name) or "" for name in ("href", "target", "rel"))
        if not href.startswith("#"):
            assert (target, rel) == ("_blank", "noopener"), href
            assert re.match("https?://|mailto:", href), href
        elif link.is_visible():
            link.click()
    ours = scope.locator(f".tw-foot a[href^='{glossary.address}']")
    with page.context.expect_page() as new:
        ours.click()
    new.value.wait_for_url(f"{glossary.address}**")
    assert new.value.evaluate("opener") is None
    assert page.url == before


def test_no_link_opens_where_the_sandbox_forbids_it(opens: Opens, glossary: Any) -> None:
    """As in WordPress: nothing happens, least of all to the host."""
    frame = glossary.frame("term").replace("allow-scripts allow-popups", "allow-scripts")
    opened = opens(frame, expected="allow-popups")
    before = opened.page.url
    opened.frame().locator(".tw-foot a").click()
    assert opened.page.url == before
    assert len(opened.page.context.pages) == 1
    expect(opened.frame().locator(".tw-foot a")).to_be_visible()


@pytest.mark.parametrize("level", [2, 3])
def test_the_calculator_leaves_the_address_and_the_history_alone(
    opens: Opens, glossary: Any, level: int
) -> None:
    """Answers, and Enter in a number, as it would send another form."""
    opened = opens(glossary.snippet("calculator", level))
    opened.shown("calculator", level)
    scope = opened.page if level == 3 else opened.frame()
    before, length = opened.page.url, opened.page.evaluate("history.length")
    use(scope, "calculator")
    scope.locator(".tw-calc [type=number]").first.press("Enter")
    expect(scope.locator(".tw-calc-status")).not_to_contain_text("No question is answered")
    assert opened.page.url == before
    assert opened.page.evaluate("history.length") == length

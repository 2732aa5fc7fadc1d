"""The dialog "Embed this": what it offers, shows and copies, and by which keys."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import FrameLocator, Locator, Page, Route, expect

Visits = Callable[..., Any]

TABLE = "compare/prompting-vs-rag-vs-fine-tuning/"
TERM = "terms/rag/"
PATHS = (TERM, TABLE, "decide/prompting-rag-or-fine-tuning/")
BUTTON = "termwise-embed-this > button"
REFUSED = "navigator.clipboard.writeText = () => Promise.reject(new Error('no'))"
COLOUR = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
MAY_COPY = {"permissions": ["clipboard-read", "clipboard-write"]}


def dialog(page: Page) -> Locator:
    """The dialog, once its button has been pressed."""
    page.locator(BUTTON).click()
    opened = page.locator("dialog[open]")
    expect(opened).to_have_count(1)
    return opened


def choose(opened: Locator, name: str, value: str) -> None:
    """Choose one of several."""
    opened.locator(f"[name={name}][value='{value}']").check()


def to_paste(opened: Locator) -> Locator:
    """What the dialog has to be pasted."""
    return opened.get_by_label("To paste")


def holding(text: str) -> re.Pattern[str]:
    """What a value matches that holds a text."""
    return re.compile(re.escape(text))


def shown(opened: Locator) -> FrameLocator:
    """What the preview shows."""
    return opened.frame_locator(".tw-embed-preview iframe")


@pytest.mark.parametrize("path", PATHS)
def test_the_dialog_offers_what_the_page_has_without_javascript(visit: Visits, path: str) -> None:
    """Moving and pinned, in all three ways, to the letter."""
    plain = visit(java_script_enabled=False).go(path)
    plain.locator(".tw-embed-this summary").click()
    expect(plain.locator(".tw-embed-this pre").first).to_be_visible()
    texts = plain.locator(".tw-embed-this pre").all_text_contents()
    links = plain.locator(".tw-embed-this details a")
    opened = dialog(visit().go(path))
    for at, address in enumerate(("moving", "pinned")):
        choose(opened, "address", address)
        frame, fit, element = texts[3 * at : 3 * at + 3]
        for way, text in (("frame", frame), ("fit", f"{frame}\n{fit}"), ("element", element)):
            choose(opened, "way", way)
            expect(to_paste(opened)).to_have_value(text)
    hrefs = [link.get_attribute("href") for link in links.all()]
    for link in opened.locator(".tw-embed-result a").all():
        assert link.get_attribute("href") in hrefs


@pytest.mark.parametrize("path", PATHS)
def test_every_link_of_the_offer_leads_somewhere(visit: Visits, path: str) -> None:
    page = visit(java_script_enabled=False).go(path)
    for link in page.locator(".tw-embed-this details a").all():
        address = link.get_attribute("href")
        assert page.request.get(address or "").ok, address


def test_nothing_is_fetched_before_the_dialog_is_opened(visit: Visits) -> None:
    asked: list[str] = []
    start = visit()
    start.page.on("request", lambda request: asked.append(request.url))
    page = start.go(TABLE)
    page.locator(BUTTON).scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/embed/" in url or "/api/" in url]


def test_the_preview_is_what_is_offered_at_its_full_height(visit: Visits) -> None:
    opened = dialog(visit().go(TERM))
    frame = shown(opened)
    expect(frame.locator(".tw-heading")).to_have_text("Retrieval-augmented generation (RAG)")
    expect(opened.locator("iframe")).to_have_attribute("sandbox", "allow-scripts allow-popups")
    opened.locator("[name=theme]").select_option("dark")
    opened.locator("[name=heading]").select_option("own")
    opened.get_by_label("Your heading").fill('"Search" & <answer>')
    opened.get_by_label("Sources").uncheck()
    expect(frame.locator(".tw-heading")).to_have_text('"Search" & <answer>')
    expect(frame.locator(".tw-sources")).to_be_hidden()
    expect(to_paste(opened)).to_have_value(
        holding("theme=dark&amp;heading=%22Search%22%20%26%20%3Canswer%3E&amp;captions=none")
    )
    needed = frame.locator("html").evaluate(
        "(root) => Math.ceil(root.getBoundingClientRect().height)"
    )
    assert opened.locator("iframe").evaluate("(each) => each.clientHeight") == needed
    expect(to_paste(opened)).to_have_value(holding(f'height="{needed}"'))


def test_the_preview_leaves_no_steps_in_the_history(visit: Visits) -> None:
    """The way back leads to the last page, not through what was tried."""
    page = visit().go(TERM)
    opened = dialog(page)
    before = page.evaluate("history.length")
    for theme in ("light", "dark", ""):
        opened.locator("[name=theme]").select_option(theme)
        wanted = f"theme={theme}" if theme else "rag.html"
        expect(opened.locator(f"iframe[src*='{wanted}']")).to_have_count(1)
        expect(shown(opened).locator(".tw-heading")).to_be_visible()
    assert page.evaluate("history.length") == before


def test_nobody_but_the_preview_says_how_high_it_is(visit: Visits) -> None:
    page = visit().go(TERM)
    opened = dialog(page)
    expect(shown(opened).locator(".tw-heading")).to_be_visible()
    frame = opened.locator("iframe")
    expect(frame).to_have_attribute("style", re.compile("height"))
    before = frame.evaluate("(each) => each.style.height")
    page.evaluate("""() => {
      postMessage({termwise: "height", height: 4321}, "*");
      const stranger = document.createElement("iframe");
      stranger.srcdoc = "<script>parent.postMessage({termwise: 'height', height: 4321}, '*')</" + "script>";
      document.body.append(stranger);
      return new Promise((done) => (stranger.onload = () => setTimeout(done, 50)));
    }""")  # noqa: E501 - a script
    assert frame.evaluate("(each) => each.style.height") == before


def test_a_width_is_kept_within_bounds_and_is_a_frames_only(visit: Visits) -> None:
    """The script that fits a frame gives it the width of its place; so does an element."""
    opened = dialog(visit().go(TERM))
    width = opened.get_by_label("Width in pixels")
    for entered, meant in (("480", "480"), ("7", "200"), ("99999", "2000"), ("", "100%")):
        width.fill(entered)
        expect(to_paste(opened)).to_have_value(holding(f' width="{meant}"'))
    width.fill("480")
    for way in ("fit", "element"):
        choose(opened, "way", way)
        expect(width).to_be_hidden()
        assert 'width="480"' not in to_paste(opened).input_value()


def test_columns_and_rows_can_be_left_out_but_for_one(visit: Visits) -> None:
    opened = dialog(visit().go(TABLE))
    columns = opened.get_by_role("group", name="Columns")
    columns.get_by_label("RAG").uncheck()
    frame = shown(opened)
    expect(frame.locator("thead [data-subject-id=rag]")).to_be_hidden()
    expect(frame.locator("thead [data-subject-id=fine-tuning]")).to_be_visible()
    expect(to_paste(opened)).to_have_value(holding("?subjects=prompt-engineering,fine-tuning"))
    columns.get_by_label("Prompt engineering").uncheck()
    columns.get_by_label("Fine-tuning").click()
    expect(columns.get_by_label("Fine-tuning")).to_be_checked()
    expect(opened.get_by_role("status")).to_have_text("One column has to stay.")
    rows = opened.get_by_role("group", name="Rows").get_by_role("checkbox")
    for box in rows.all()[1:]:
        box.uncheck()
    expect(to_paste(opened)).to_have_value(
        holding("subjects=fine-tuning&amp;dimensions=definition")
    )
    choose(opened, "way", "element")
    expect(to_paste(opened)).to_have_value(
        holding('.json" subjects="fine-tuning" dimensions="definition"><p>')
    )
    expect(frame.locator("tbody tr:visible")).to_have_count(1)


def test_an_element_can_have_the_whole_table_as_its_fallback(visit: Visits) -> None:
    """Less what is left out of the table itself; and fetched only when it is asked for."""
    page = visit().go(TABLE)
    opened = dialog(page)
    choose(opened, "way", "element")
    short = to_paste(opened).input_value()
    whole = opened.get_by_label("The whole table for where no script runs")
    whole.check()
    expect(to_paste(opened)).to_have_value(re.compile("<table"))
    opened.get_by_role("group", name="Columns").get_by_label("RAG").uncheck()
    opened.get_by_role("group", name="Rows").get_by_label("Definition").uncheck()
    host = visit().page
    host.set_content(to_paste(opened).input_value().partition("<script")[0])
    heads = host.locator("termwise-table thead th").all_inner_texts()
    assert [head.strip() for head in heads][1:] == ["Prompt engineering", "Fine-tuning"]
    assert host.locator("tbody tr").count() == 9
    assert host.locator("tbody tr").first.locator("td").count() == 2
    assert host.locator("termwise-table a[href*='/compare/prompting-vs-rag']").count() >= 1
    assert "<table" not in short


def test_what_is_to_be_pasted_is_copied(visit: Visits) -> None:
    page = visit(**MAY_COPY).go(TERM)
    opened = dialog(page)
    opened.get_by_role("button", name="Copy", exact=True).click()
    expect(opened.get_by_role("status")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == to_paste(opened).input_value()
    opened.locator("[name=theme]").select_option("dark")
    expect(opened.get_by_role("status")).to_be_empty()


def test_where_copying_is_refused_the_text_is_selected(visit: Visits) -> None:
    start = visit()
    start.page.add_init_script(REFUSED)
    page = start.go(TERM)
    opened = dialog(page)
    for button, area in (("Copy", "To paste"), ("Copy as JSON", "To copy from here")):
        opened.get_by_role("button", name=button, exact=True).click()
        expect(opened.get_by_role("status")).to_have_text(re.compile("does not let us copy"))
        text = opened.get_by_label(area)
        expect(text).to_be_focused()
        assert (
            text.evaluate("(each) => each.selectionEnd - each.selectionStart")
            == len(text.input_value().encode("utf-16-le")) // 2
        )


@pytest.mark.parametrize(
    ("form", "sign"),
    [
        ("Markdown", "| --- |"),
        ("CSV", "Definition,"),
        ("JSON", '"dimensions"'),
        ("HTML", "<table"),
    ],
)
def test_the_table_itself_is_copied(visit: Visits, form: str, sign: str) -> None:
    page = visit(**MAY_COPY).go(TABLE)
    opened = dialog(page)
    opened.get_by_role("button", name=f"Copy as {form}").click()
    expect(opened.get_by_role("status")).to_have_text("Copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert sign in copied
    if form == "JSON":
        assert json.loads(copied)


def test_what_cannot_be_fetched_is_said_to_be_so(visit: Visits) -> None:
    """And the rest works without it."""

    def without(route: Route) -> None:
        route.fulfill(status=200, body="")

    start = visit()
    start.page.route("**/api/v1/**", without)
    start.page.route("**/embed/v1/compare/*.json", without)
    opened = dialog(start.go(TABLE))
    opened.get_by_role("button", name="Copy as CSV").click()
    expect(opened.get_by_role("status")).to_have_text("The file could not be read.")
    expect(opened.get_by_role("group", name="Columns")).to_have_count(0)
    choose(opened, "way", "element")
    opened.get_by_label("The whole table for where no script runs").check()
    expect(to_paste(opened)).to_have_value(re.compile('json"><p>'))


def test_it_works_by_keyboard(visit: Visits) -> None:
    """The focus goes in and comes back; keys are the dialog's, not the site's."""
    page = visit().go(TERM)
    page.evaluate("""() => {
      const before = Object.assign(document.createElement("link"), {rel: "prev", href: "../lora/"});
      document.head.append(before);
    }""")
    page.locator(BUTTON).focus()
    page.keyboard.press("Enter")
    opened = page.locator("dialog[open]")
    expect(opened.get_by_role("button", name="Close")).to_be_focused()
    page.keyboard.press("p")  # leads to the page before, where there is one
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    expect(opened.locator("[name=way][value=fit]")).to_be_checked()
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Escape")
    expect(opened).to_have_count(0)
    expect(page.locator(BUTTON)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[name=way][value=fit]")).to_be_checked()
    page.keyboard.press("Enter")
    expect(page.locator("dialog[open]")).to_have_count(0)
    assert page.url.endswith(TERM)


def test_it_works_after_instant_navigation(visit: Visits) -> None:
    """Twice, to another page and back, and with a dialog left open."""
    page = visit().go("terms/fine-tuning/")
    page.evaluate("window.stillTheSame = true")
    dialog(page)
    page.evaluate("document.querySelector(\"article a[href$='/lora/']\").click()")
    page.wait_for_url("**/terms/lora/")
    expect(page.locator("dialog[open]")).to_have_count(0)
    opened = dialog(page)
    expect(shown(opened).locator(".tw-heading")).to_have_text(re.compile("LoRA"))
    expect(to_paste(opened)).to_have_value(holding("terms/lora.html"))
    page.go_back()
    page.wait_for_url("**/terms/fine-tuning/")
    opened = dialog(page)
    expect(to_paste(opened)).to_have_value(holding("terms/fine-tuning.html"))
    expect(opened.locator("iframe")).to_have_attribute("style", re.compile("height"))
    assert page.locator(BUTTON).count() == 1
    assert page.evaluate("window.stillTheSame") is True


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 768, 1440])
def test_the_dialog_fits_and_is_accessible(visit: Visits, width: int, scheme: str) -> None:
    """All of the rules in light, those on colour in dark; the preview has tests of its own."""
    page = visit(width, scheme).go(TABLE)
    opened = dialog(page)
    opened.locator("[name=heading]").select_option("own")
    expect(opened.get_by_role("group", name="Rows")).to_be_visible()
    expect(shown(opened).locator(".tw-heading")).to_be_visible()
    box = opened.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert width > 360 or (box["width"], box["height"]) == (360, 900)
    for area in ("dialog", ".tw-embed-choices", ".tw-embed-result"):
        assert page.locator(area).evaluate("(each) => each.scrollWidth <= each.clientWidth"), area
    options = {} if scheme == "light" else COLOUR
    found = Axe().run(page, context="dialog", options={**options, "iframes": False})
    assert [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in
            found.response["violations"]] == []  # fmt: skip


@pytest.mark.parametrize("width", [360, 1440])
def test_what_stands_there_without_javascript_fits(visit: Visits, width: int) -> None:
    page = visit(width, java_script_enabled=False).go(TABLE)
    page.locator(".tw-embed-this summary").click()
    for text in page.locator(".tw-embed-this pre").all():
        box = text.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= width

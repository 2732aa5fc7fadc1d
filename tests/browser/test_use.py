"""What readers do: find a term, read a table on a phone, go about by keyboard."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

Visits = Callable[..., Any]

COMPARISON = "compare/fine-tuning-vs-rag/"

CELLS = """() => [...document.querySelectorAll("article .tw-table tbody tr")].map((row) =>
  [...row.querySelectorAll("td")].map((cell) => {
    const box = cell.getBoundingClientRect();
    const label = getComputedStyle(cell, "::before");
    return {left: box.left, top: box.top, right: box.right, subject: cell.dataset.subject,
            labelled: label.content !== "none" && label.display === "block"};
  }))"""


def test_a_table_has_columns_where_there_is_room(visit: Visits) -> None:
    page = visit(1440).go(COMPARISON)
    assert page.locator(".tw-table thead th a").all_inner_texts() == ["Fine-tuning", "RAG"]
    assert page.locator(".tw-table thead th a").first.bounding_box()["width"] > 20
    for row in page.evaluate(CELLS):
        assert row[0]["top"] == row[1]["top"]
        assert row[0]["right"] <= row[1]["left"] + 1
        assert not any(cell["labelled"] for cell in row)


def test_a_table_is_stacked_under_its_subjects_names_on_a_phone(visit: Visits) -> None:
    page = visit(360).go(COMPARISON)
    head = page.locator(".tw-table thead").bounding_box()
    assert head["width"] <= 1
    rows = page.evaluate(CELLS)
    assert len(rows) >= 5
    for row in rows:
        assert row[0]["left"] == row[1]["left"]
        assert row[0]["top"] < row[1]["top"]
        assert [cell["subject"] for cell in row] == ["Fine-tuning", "RAG"]
        assert all(cell["labelled"] for cell in row)


def test_a_table_keeps_its_meaning_for_screen_readers_on_a_phone(visit: Visits) -> None:
    """Stacking by CSS must not take from cells what they are headed by."""
    told = visit(360).go(COMPARISON).locator(".tw-scroll").aria_snapshot()
    assert "Fine-tuning" in told
    assert "Definition" in told


def search_is_open(page: Page) -> bool:
    """Whether a reader could type a search now."""
    return bool(
        page.evaluate(
            "document.getElementById('__search').checked"
            " && document.activeElement.matches('[data-md-component=search-query]')"
        )
    )


@pytest.mark.parametrize("width", [360, 1440])
def test_find_a_term_opens_the_search_by_mouse(visit: Visits, width: int) -> None:
    page = visit(width).go("")
    page.get_by_text("Find a term").click()
    page.wait_for_function("document.getElementById('__search').checked")
    assert search_is_open(page)
    assert page.url.endswith("/")
    assert "terms" not in page.url


@pytest.mark.parametrize("width", [360, 1440])
def test_find_a_term_opens_the_search_by_keyboard(visit: Visits, width: int) -> None:
    page = visit(width).go("")
    for _press in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Find a term":
            break
    page.keyboard.press("Enter")
    page.wait_for_function("document.getElementById('__search').checked")
    assert search_is_open(page)
    page.keyboard.type("reranking")
    page.wait_for_selector(".md-search-result__item a[href*='terms/reranking/']")


def test_find_a_term_works_after_instant_navigation(visit: Visits) -> None:
    """The theme closes drawer and search together, a moment after a page has come."""
    page = visit().go("terms/rag/")
    page.evaluate("document.getElementById('__drawer').checked = true")
    page.locator(".md-tabs a", has_text="Home").click()
    page.wait_for_function("!document.getElementById('__drawer').checked")
    page.get_by_text("Find a term").click()
    page.wait_for_function("document.getElementById('__search').checked")
    assert search_is_open(page)


def test_find_a_term_leads_to_the_index_without_javascript(visit: Visits) -> None:
    page = visit(java_script_enabled=False).go("")
    page.get_by_text("Find a term").click()
    page.wait_for_url("**/terms/")


@pytest.mark.parametrize(
    ("words", "path"),
    [("reranking", "terms/reranking/"), ("answering from documents", "terms/rag/")],
    ids=["name", "alias"],
)
def test_the_search_finds_a_term(visit: Visits, words: str, path: str) -> None:
    page = visit().go("sources/")
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type(words)
    page.locator(f".md-search-result__item a[href*='{path}']").first.click()
    page.wait_for_url(f"**/{path}*")


def test_the_skip_link_skips(visit: Visits) -> None:
    page = visit().go("terms/rag/")
    page.keyboard.press("Tab")
    skip = page.locator(".md-skip:focus")
    assert skip.inner_text().strip() == "Skip to content"
    target = (skip.get_attribute("href") or "").partition("#")[2]
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/#{target}")
    page.wait_for_function("scrollY > 0")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_instant_navigation_there_and_back_twice(visit: Visits) -> None:
    """Without a full load, and with what was there still at work afterwards."""
    page = visit().go("")
    page.evaluate("window.stillTheSame = true")
    for _time in range(2):
        page.locator("article a", has_text="Fine-tuning vs RAG").first.click()
        page.wait_for_selector("h1:has-text('Fine-tuning vs RAG')")
        page.locator(".tw-table thead a").first.click()
        # The address changes before the page does.
        page.wait_for_selector("link[rel=canonical][href$='terms/fine-tuning/']", state="attached")
        value = page.locator("article p .tw-value").first
        value.hover()
        assert page.locator("article p .tw-cite").first.bounding_box()["width"] > 20
        page.go_back()
        page.wait_for_url(f"**/{COMPARISON}")
        page.go_back()
        page.wait_for_selector("h1:has-text('which way to choose')")
    assert page.evaluate("window.stillTheSame") is True


def test_the_colours_can_be_changed(visit: Visits) -> None:
    page = visit(scheme="light").go("terms/rag/")
    before = page.evaluate("getComputedStyle(document.querySelector('h1')).color")
    while page.evaluate("document.body.dataset.mdColorScheme") != "slate":
        page.locator("[data-md-component=palette] label:not([hidden])").click()
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") != before

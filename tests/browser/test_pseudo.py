"""In a browser, in a language that is made up: all that scripts say comes from the catalogue.

Content is Greek, each text of the catalogue stands in brackets (`tests/words/test_pseudo.py`).
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from termwise.lookup.library import Library
from termwise.render import ASSETS
from termwise.site.embedding import make_embeds, make_shared
from termwise.site.make import make_html
from termwise.site.plan import plan

BareEnglish = Callable[..., list[str]]

PAGES = ("decide/cook.md", "compare/fry-or-boil.md")
HOST = """<!doctype html><meta charset="utf-8">
<termwise-term src="embed/v1/terms/fry.json"></termwise-term>
<termwise-term src="embed/v1/terms/sautee.json"></termwise-term>
<termwise-table src="embed/v1/compare/fry-or-boil.json"></termwise-table>
<termwise-calculator src="embed/v1/decide/cook.json"></termwise-calculator>
<script src="embed/v1/elements.js"></script><script src="embed/v1/calculator.js"></script>
"""
SAID = """(found) => found.map((each) => [
    each.outerHTML ?? each.innerHTML,
    ...[...each.querySelectorAll("textarea")].map(({ value }) => value),
])"""


@pytest.fixture(scope="module")
def served(
    pseudo: Library,
    serve: Callable[[Path], str],
    tmp_path_factory: pytest.TempPathFactory,
) -> str:
    """Where pages and embeds of the glossary are served, without a theme around them."""
    folder = tmp_path_factory.mktemp("pseudo")
    address = serve(folder)
    library = replace(pseudo, site=replace(pseudo.site, url=address))
    shutil.copytree(ASSETS, folder / "assets")
    pins, files = make_shared()
    all_files = dict(files)
    for embed in make_embeds(library, pins.assets):
        all_files |= embed.files
    scripts = "".join(
        f'<script src="{address}assets/{name}.js"></script>'
        for name in ("calculator", "embed-this")
    )
    for planned in plan(library):
        if planned.path in PAGES:
            body = make_html(planned, library).body
            page = f'<!doctype html><meta charset="utf-8">{body}{scripts}'
            all_files[planned.path.replace(".md", ".html")] = page.encode()
    all_files["host.html"] = HOST.encode()
    for name, content in all_files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a browser of its own."""
    context = browser.new_context(locale="en-GB")
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


def said(page: Page, selector: str) -> list[str]:
    """What stands in elements now, and in the fields to copy from."""
    return [text for texts in page.locator(selector).evaluate_all(SAID) for text in texts]


def test_a_calculator_says_nothing_past_the_catalogue(
    page: Page, served: str, bare_english: BareEnglish
) -> None:
    """Whatever is answered: each answer by itself, numbers that fit and one that does not."""
    page.goto(f"{served}decide/cook.html")
    form = page.locator("form.tw-calc")
    form.wait_for()
    seen = said(page, "form.tw-calc")
    for number in form.locator("input[type=number]").all():
        for value in ("3", "-7"):
            number.evaluate(
                "(input, value) => { input.value = value;"
                " for (const kind of ['input', 'change'])"
                " input.dispatchEvent(new Event(kind, { bubbles: true })); }",
                value,
            )
            seen += said(page, "form.tw-calc")
    for answer in form.locator("input[type=radio]").all():
        answer.check()
        seen += said(page, "form.tw-calc")
    form.locator("button[value=markdown]").click()
    seen += said(page, "form.tw-calc")
    assert any("# Λόγος" in text for text in seen)
    assert any("⟦" in text and "tw-calc-error" in text for text in seen)
    assert bare_english(*seen) == []


def test_the_dialog_says_nothing_past_the_catalogue(
    page: Page, served: str, bare_english: BareEnglish
) -> None:
    """With each way to embed, and where the last column is unticked."""
    page.goto(f"{served}compare/fry-or-boil.html")
    page.locator("termwise-embed-this > button").click()
    page.locator("[name=subjects]").first.wait_for()
    seen = said(page, "dialog")
    for way in page.locator("[name=way]").all():
        way.check()
        seen += said(page, "dialog")
    for name in ("subjects", "dimensions"):
        for box in page.locator(f"[name={name}]").all():
            box.click()
            seen += said(page, "dialog")
    page.locator("dialog button[value=copy]").click()
    page.wait_for_function("document.querySelector('dialog [role=status]').textContent")
    seen += said(page, "dialog")
    words = [text.split("<textarea")[0] for text in seen if text.startswith("<dialog")]
    assert len(words) > 5
    assert bare_english(*words) == []


def test_elements_on_other_sites_say_nothing_past_the_catalogue(
    page: Page, served: str, bare_english: BareEnglish
) -> None:
    """Terms, a table, and a calculator with its fold."""
    page.goto(f"{served}host.html")
    for name, count in (("term", 2), ("table", 1), ("calculator", 1)):
        shown = page.locator(f"termwise-{name} article")
        expect(shown).to_have_count(count)
        found = shown.evaluate_all("(all) => all.map((each) => each.outerHTML)")
        assert all("⟦" in html for html in found)
        assert bare_english(*found) == []

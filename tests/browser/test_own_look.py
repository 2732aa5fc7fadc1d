"""A page without glossary content is the same, pixel for pixel, with the plugin and without it."""

import itertools
import re
import subprocess
from base64 import b64encode
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from termwise.lookup.library import Library
from termwise.site.make import make_html
from termwise.site.plan import plan

Run = Callable[..., subprocess.CompletedProcess[str]]

MATERIAL = {"name": "material", "font": False}
LOOKS: dict[str, dict[str, Any]] = {
    "material": {"theme": MATERIAL},
    "purple": {"theme": {**MATERIAL, "palette": {"primary": "purple", "accent": "lime"}}},
    "slate": {"theme": {**MATERIAL, "palette": {"scheme": "slate", "primary": "yellow"}}},
    "scheme of its own": {
        "theme": {**MATERIAL, "palette": {"scheme": "paper"}},
        "extra_css": ["paper.css"],
    },
    "announcement": {"theme": {**MATERIAL, "custom_dir": "overrides"}},
    "mkdocs": {"theme": {"name": "mkdocs", "highlightjs": False}},
    "mkdocs, dark": {"theme": {"name": "mkdocs", "highlightjs": False, "color_mode": "dark"}},
    "readthedocs": {"theme": {"name": "readthedocs", "highlightjs": False}},
}

FILES = {
    "docs/index.md": "# Home\n\nFew words.\n",
    "docs/paper.css": """\
[data-md-color-scheme="paper"] {
  --md-default-bg-color: #fbf3dc; --md-default-fg-color: #3b2f1e; --md-typeset-color: #3b2f1e;
  --md-primary-fg-color: #7a3b10; --md-primary-bg-color: #ffeecc; --md-typeset-a-color: #7a3b10;
}
.md-typeset h1 { font-family: serif; }
""",
    "overrides/main.html": """\
{% extends "base.html" %}
{% block announce %}Something <a href="#new">new</a> has come.{% endblock %}
""",
    "docs/page.md": """\
---
title: A page
---

# A page of one's own

Words with a [link](index.md), *emphasis*, **weight** and `code`.
{: .left-alone #as-it-is }

> Said by somebody else.

## A list

1. One
2. Two
- Three

1) Not a list

3. Begins at three

<div markdown="1">
*Left alone*
</div>

## A table

| One | Two |
| --- | --- |
| 1 | 2 |

    some code

<details><summary>More</summary>Words</details>

<button>A button</button> <input placeholder="An input"> <small>Small</small>

### A smaller heading

***
""",
    "glossary/taxonomy.yml": """\
categories: [{id: basics, title: Basics, description: Where to begin.}]
levels: [{id: beginner, title: Beginner, description: For everybody.}]
relations: [{id: see, title: See also}]
""",
    "glossary/terms/number.yml": """\
term: number
category: basics
level: beginner
definition: A number counts things.
""",
    "glossary/decisions/.keep": "",
}
"""A site; that there is a folder of decisions brings the calculator's style sheet, too."""

SITE = {
    "site_name": "A site of one's own",
    "nav": [{"Home": "index.md"}, {"A page": "page.md"}],
}


@pytest.fixture(scope="module", params=LOOKS)
def sites(
    request: pytest.FixtureRequest, run: Run, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """The folders of a site that was built without the plugin, and with it."""
    folder = tmp_path_factory.mktemp("own-look")
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    built = []
    for plugins in (["search"], ["search", "termwise"]):
        config = {**SITE, **LOOKS[request.param], "plugins": plugins}
        (folder / "mkdocs.yml").write_text(yaml.dump(config), "utf-8")
        built.append(folder / f"site-{len(plugins)}")
        done = run(folder, "mkdocs", "build", "--site-dir", str(built[-1]))
        assert done.returncode == 0, done.stderr
    return built[0], built[1]


def article(site: Path) -> str:
    """The page's own text as HTML, without the data for search engines that nobody sees."""
    html = (site / "page/index.html").read_text("utf-8")
    html = re.sub(r'(?s)\s*<script type="application/ld\+json".*?</script>', "", html)
    start = html.index("<h1")
    return html[start : html.index("<hr", start)]


def test_a_page_is_converted_as_without_the_plugin(sites: tuple[Path, Path]) -> None:
    """No extension of Markdown comes to the site's own pages; the glossary's pages are there."""
    without, with_it = sites
    assert article(with_it) == article(without)
    assert "{: .left-alone" in article(with_it)
    assert (with_it / "terms/number/index.html").is_file()
    assert "assets/termwise.css" in (with_it / "page/index.html").read_text("utf-8")


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page in a browser in which nothing moves."""
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


PIXELS = """async (pictures) => {
  const [one, other] = await Promise.all(pictures.map(async (picture) => {
    const image = new Image();
    image.src = "data:image/png;base64," + picture;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const context = new OffscreenCanvas(width, height).getContext("2d");
    context.drawImage(image, 0, 0);
    return { width, height, data: context.getImageData(0, 0, width, height).data };
  }));
  if (one.width !== other.width || one.height !== other.height) return -1;
  return one.data.filter((value, at) => value !== other.data[at]).length;
}"""


def differing(page: Page, one: bytes, other: bytes) -> int:
    """How many values of pixels differ in two pictures; -1 where their sizes do."""
    pictures = [b64encode(picture).decode() for picture in (one, other)]
    return int(page.evaluate(PIXELS, pictures))


def picture(page: Page, site: Path, pause: int = 0) -> bytes:
    """The whole page as a picture, once its colours have stopped changing."""
    page.goto((site / "page/index.html").as_uri())
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(pause)
    return page.screenshot(full_page=True, animations="disabled")


@pytest.mark.parametrize("width", [360, 1440])
def test_a_page_looks_as_without_the_plugin(
    sites: tuple[Path, Path], page: Page, width: int
) -> None:
    """Chromium draws a page in one of a few ways, of which both sites have to share one."""
    page.set_viewport_size({"width": width, "height": 900})
    seen: tuple[list[bytes], list[bytes]] = ([], [])
    for pause in (100, 100, 500, 500, 1000, 2000):
        for pictures, site in zip(seen, sites, strict=True):
            pictures.append(picture(page, site, pause))
        for one, other in itertools.product(*seen):
            if one == other or differing(page, one, other) == 0:
                return
    pytest.fail("the page looks otherwise with the plugin")


@pytest.mark.parametrize("sites", ["material"], indirect=True)
def test_a_difference_would_be_seen(sites: tuple[Path, Path], page: Page) -> None:
    """Else the test before would prove nothing: one rule for headings in the style sheet."""
    without, with_it = sites
    sheet = with_it / "assets/termwise.css"
    kept = sheet.read_text("utf-8")
    sheet.write_text(kept + "h1 { color: #123456 !important }", "utf-8")
    try:
        assert differing(page, picture(page, without), picture(page, with_it)) != 0
    finally:
        sheet.write_text(kept, "utf-8")


PAGES = ("terms/rag.md", "compare/fine-tuning-vs-rag.md", "decide/prompting-rag-or-fine-tuning.md")

OURS = {
    "include": [["[class^='tw-']"], ["termwise-calculator"]],
    # Links and code have the colours of the theme, be they as they may.
    "exclude": [["a:not(.tw-value, .tw-tag)"], ["code"]],
}
CONTRAST = {
    "runOnly": {"type": "rule", "values": ["color-contrast"]},
    "resultTypes": ["violations"],
}


def test_components_can_be_read_in_every_look(
    sites: tuple[Path, Path], page: Page, reference: Library
) -> None:
    """In colours of the theme around them: pages of the reference glossary in the site's frame."""
    planned = {each.path: each for each in plan(reference)}
    page.set_viewport_size({"width": 1440, "height": 900})
    for path in PAGES:
        page.goto((sites[1] / "page/index.html").as_uri())
        body = make_html(planned[path], reference).body
        page.evaluate("(html) => document.querySelector('h1').parentElement.innerHTML = html", body)
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        if path.startswith("decide/"):
            page.locator(".tw-calc fieldset").first.wait_for()
        found = Axe().run(page, context=OURS, options=CONTRAST).response["violations"]
        wrong = [
            node["any"][0]["message"] + node["html"] for each in found for node in each["nodes"]
        ]
        assert not wrong, "\n".join([path, *wrong])

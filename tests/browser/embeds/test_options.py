"""What embedders may choose, and that they may go on choosing it: options, properties, names."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Opens = Callable[..., Any]

OPTIONS = {"captions", "density", "dimensions", "heading", "subjects", "theme"}
"""In the query of a frame, and as attributes of an element; nothing may ever go from it."""

ATTRIBUTES = OPTIONS | {"integrity", "src"}
ELEMENTS = {"termwise-calculator", "termwise-table", "termwise-term"}
PROPERTIES = {
    f"--termwise-{name}"
    for name in (
        *("ink", "soft", "line", "panel", "paper", "link", "due"),
        *("font", "heading-font", "font-size", "radius"),
    )
}

FIRST = "fine-tuning"


@pytest.fixture(scope="module")
def guide(root: Path) -> str:
    return (root / "content/guides/embed-this-glossary.md").read_text("utf-8")


def test_the_guide_names_all_that_is_promised(guide: str) -> None:
    """And nothing that is not."""
    assert set(re.findall(r"\?([a-z]+)=", guide)) == OPTIONS
    assert set(re.findall(r"^\| .*?`([a-z]+)=\"", guide, re.MULTILINE)) == OPTIONS
    assert set(re.findall(r"--termwise-[a-z-]+", guide)) == PROPERTIES
    assert set(re.findall(r"<(termwise-[a-z]+)", guide)) == ELEMENTS


def test_the_scripts_and_styles_read_all_that_is_promised(opens: Opens, glossary: Any) -> None:
    """The names of elements, their attributes, and the properties, as they are served."""
    scripts = glossary.script("elements.js") + glossary.script("calculator.js")
    page = opens(scripts).page
    for name in ELEMENTS:
        page.wait_for_function("(name) => customElements.get(name)", arg=name)
        observed = page.evaluate("(name) => customElements.get(name).observedAttributes", name)
        assert set(observed) == ATTRIBUTES
    for file in ("frame.css", "elements.js", "calculator.js"):
        text = glossary.server.files[f"embed/v1/{file}"][0].decode()
        assert set(re.findall(r"var\((--termwise-[a-z-]+)", text)) == PROPERTIES, file


LOOKS = """(embed) => {
  const seen = (each) => each.getClientRects().length > 0 && !each.hidden;
  const ids = (selector, name) => [...embed.querySelectorAll(selector)].filter(seen)
    .map((each) => each.getAttribute(name));
  return {
    heading: [...embed.querySelectorAll(".tw-heading")].filter(seen)[0]?.innerText ?? null,
    subjects: ids("thead th[data-subject-id]", "data-subject-id"),
    dimensions: ids("tbody tr", "data-dimension-id"),
    cells: ids("tbody td", "data-subject-id").length,
    captions: ids(".tw-summary, .tw-help, .tw-sources", "class"),
    foot: [...embed.querySelectorAll(".tw-foot time, .tw-foot a")].filter(seen).length,
    scheme: getComputedStyle(embed).colorScheme,
    height: embed.getBoundingClientRect().height,
  };
}"""


@pytest.fixture
def look(opens: Opens, glossary: Any) -> Callable[..., dict[str, Any]]:
    """What can be seen of the table with options, at a level."""

    def see(level: int, **options: str) -> dict[str, Any]:
        opened = opens(glossary.snippet("table", level, **options), width=900)
        opened.shown("table", level)
        scope = opened.page if level == 3 else opened.frame()
        found: dict[str, Any] = scope.locator(".tw-embed").evaluate(LOOKS)
        return found

    return see


@pytest.mark.parametrize("level", [1, 3])
def test_options_do_what_the_guide_says(
    look: Callable[..., dict[str, Any]], glossary: Any, level: int
) -> None:
    """In a frame and in an element alike; whatever is chosen, date and link back stay."""
    data = glossary.data("table")
    rows = [each["id"] for each in data["dimensions"]]
    columns = [each["id"] for each in data["subjects"]]
    plain = look(level)
    assert plain["heading"] == data["title"]
    assert (plain["subjects"], plain["dimensions"]) == (columns, rows)
    assert "tw-summary" in plain["captions"]

    some = look(level, subjects=f"gone,{columns[1]}", dimensions=f"{rows[2]},gone, {rows[0]}")
    assert some["subjects"] == [columns[1]]
    assert some["dimensions"] == [rows[0], rows[2]]
    assert some["cells"] == 2

    gone = look(level, subjects="gone", dimensions="gone,<b>,../x", theme="pink", density="none")
    assert {**gone, "height": 0} == {**plain, "height": 0}

    own = look(level, heading="Our view <b>", density="compact", theme="dark")
    assert own["heading"] == "Our view <b>"
    assert own["height"] < plain["height"]
    assert own["scheme"] == "dark"

    bare = look(level, heading="none", captions="none", theme="light")
    assert bare["heading"] is None
    assert bare["captions"] == []
    assert bare["scheme"] == "light"
    assert {each["foot"] for each in (plain, some, gone, own, bare)} == {2}


def test_an_element_follows_options_that_change(opens: Opens, glossary: Any) -> None:
    opened = opens(glossary.snippet("table", 3), width=900)
    opened.shown("table", 3)
    set_ = "(value) => document.querySelector('termwise-table').setAttribute('subjects', value)"
    opened.page.evaluate(set_, FIRST)
    heads = "document.querySelector('termwise-table').shadowRoot.querySelectorAll('thead th')"
    opened.page.wait_for_function(f"{heads}.length === 2")
    opened.page.evaluate("document.querySelector('termwise-table').removeAttribute('subjects')")
    opened.page.wait_for_function(f"{heads}.length === 3")


STYLES = {
    "ink": ("color", ".tw-definition"),
    "soft": ("color", ".tw-kind"),
    "link": ("color", ".tw-foot a"),
    "line": ("borderTopColor", ".tw-foot"),
    "paper": ("backgroundColor", ":host"),
    "font": ("fontFamily", ".tw-definition"),
    "heading-font": ("fontFamily", ".tw-heading"),
    "font-size": ("fontSize", ".tw-embed"),
    "radius": ("borderTopLeftRadius", ":host"),
    "panel": ("backgroundColor", ".tw-replaced"),
    "due": ("color", ".tw-foot .tw-due"),
}


def test_each_property_sets_what_the_guide_says(opens: Opens, glossary: Any, stranger: Any) -> None:
    """Also when it is set on what stands around the element."""
    data = glossary.data("term") | {"due": "1 May 2026", "status": "deprecated"}
    data["replaced_by"] = {"title": "Another", "url": "https://glossary.example/"}
    address = published(stranger, data)
    values = {"font": "fantasy", "heading-font": "cursive", "font-size": "19px", "radius": "9px"}
    colours = {name: f"rgb({at}, 7, 7)" for at, name in enumerate(STYLES) if name not in values}
    given = "; ".join(
        f"--termwise-{name}: {value}" for name, value in {**colours, **values}.items()
    )
    element = glossary.element("term", src=address)
    opened = opens(f'<div style="{given}">{element}</div>' + glossary.script("elements.js"))
    opened.shown("term", 3)
    for name, (style, selector) in STYLES.items():
        found = opened.page.evaluate(
            """([style, selector]) => {
              const element = document.querySelector("termwise-term");
              const part = element.shadowRoot.querySelector(selector) ?? element;
              return getComputedStyle(part)[style];
            }""",
            [style, selector],
        )
        assert found == {**colours, **values}[name], name


def published(server: Any, data: Any) -> str:
    """The address of data."""
    return str(server.put("options.json", json.dumps(data)))

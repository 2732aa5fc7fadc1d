"""An element in places that ask how wide it would like to be: it has a width and fits in."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

Opens = Callable[..., Any]

PLACES = {
    "flex item": '<div style="display: flex">{}</div>',
    "flex item beside words": '<div style="display: flex"><p>Words beside</p>{}</div>',
    "centred flex item": '<div style="display: flex; justify-content: center">{}</div>',
    "in a flex column": '<div style="display: inline-flex; flex-flow: column">{}</div>',
    "grid item": '<div style="display: grid; grid: auto / auto auto">{}<p>Aside</p></div>',
    "centred grid item": '<div style="display: grid; place-items: center">{}</div>',
    "float": '<div style="float: left; max-width: 100%">{}</div>',
    "itself a float": '<div class="floating">{}</div>',
    "inline block": '<div style="display: inline-block; max-width: 100%">{}</div>',
    "positioned": '<div style="position: absolute">{}</div>',
    "as wide as it likes": '<div style="width: fit-content">{}</div>',
    "itself as wide as it likes": '<div class="wide">{}</div>',
    "as narrow as it can be": '<div style="width: min-content">{}</div>',
    "cell of a table": '<table style="width: 100%"><tr><td>Words</td><td>{}</td></tr></table>',
}
"""With `{}` where the element stands."""

HEAD = """<style>
  section { display: flow-root }
  .floating > * { float: left }
  .wide > * { width: max-content }
</style>"""

KINDS = ("table", "term", "calculator")

SIZES = """(embeds) => embeds.map((embed) => {
  const { bottom, height, right, width } = embed.getBoundingClientRect();
  const within = [...embed.querySelectorAll("*")].filter((each) => each.checkVisibility())
    .map((each) => each.getBoundingClientRect()).filter((box) => box.width > 1 && box.height > 1);
  return { width, height, out: Math.max(...within.map((box) => box.right)) - right,
    under: Math.max(...within.map((box) => box.bottom)) - bottom };
})"""


def sizes(opened: Any, kind: str) -> dict[str, Mapping[str, float]]:
    """By its place, how large each embed is, and how far what is in it stands out of it."""
    parts = {"table": "td", "term": ".tw-definition", "calculator": ".tw-calc fieldset"}
    for number in range(len(PLACES)):
        embed = opened.page.locator(f".tw-embed-{kind}").nth(number)
        embed.locator(parts[kind]).first.wait_for()
    found = opened.page.locator(f".tw-embed-{kind}").evaluate_all(SIZES)
    return dict(zip(PLACES, found, strict=True))


def everywhere(glossary: Any, kind: str, **options: str) -> str:
    """A body with the element in every place, one under the other, and its script."""
    element = glossary.element(kind, **options)
    places = "".join(f"<section>{place.format(element)}</section>" for place in PLACES.values())
    script = glossary.script("calculator.js" if kind == "calculator" else "elements.js")
    return f"{places}{script}"


@pytest.mark.parametrize("width", [360, 1000])
@pytest.mark.parametrize("kind", KINDS)
def test_an_element_has_a_width_in_a_place_that_asks_for_one(
    opens: Opens, glossary: Any, kind: str, width: int
) -> None:
    """Nothing stands out of it, the page does not scroll sideways, and it is not a thin column."""
    opened = opens(everywhere(glossary, kind), head=HEAD, width=width)
    for place, found in sizes(opened, kind).items():
        assert found["width"] >= 150, place
        assert found["out"] <= 1, place
        assert found["under"] <= 1, place
        assert found["height"] < 8_000, place
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("kind", ["table", "calculator"])
def test_it_takes_the_room_that_there_is(opens: Opens, glossary: Any, kind: str) -> None:
    """Though nothing in it asks for room: a table without heading and captions has its columns."""
    bare = everywhere(glossary, kind, heading="none", captions="none")
    found = sizes(opens(bare, head=HEAD, width=1000), kind)
    for place in ("flex item", "float", "itself a float", "inline block", "centred grid item"):
        assert found[place]["width"] >= 700, place

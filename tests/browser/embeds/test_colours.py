"""An embed on light and dark pages: on the host's own ground, and in ink that can be read on it.

Playwright's own `color_scheme` forces one scheme upon every frame, whatever stands around it. So
these tests have browsers of their own, of a light and of a dark system, in which none is forced.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from playwright.sync_api import Browser

Opens = Callable[..., Any]
Pixels = Callable[[bytes], set[tuple[int, ...]]]

DARK = "html { background: rgb(20, 30, 40); color: rgb(230, 230, 230) }"
LIGHT = "html { background: rgb(250, 240, 230); color: rgb(30, 30, 30) }"
BOTH = (
    f"html {{ color-scheme: light dark }} {LIGHT} @media (prefers-color-scheme: dark) {{ {DARK} }}"
)
HOSTS = {
    "dark, and says so": f"{DARK} html {{ color-scheme: dark }}",
    "dark, and says nothing": DARK,
    "light, and says so": f"{LIGHT} html {{ color-scheme: light }}",
    "light, and says nothing": LIGHT,
    "both": BOTH,
}
ALL = ".tw-heading a, td, .tw-definition, .tw-foot, .tw-foot a, .tw-kind, .tw-help, .tw-calc legend"


@pytest.fixture(scope="session")
def systems(launch: Callable[..., Browser]) -> Mapping[str, Browser]:
    """A browser on a dark system, and one on a light system."""
    option = "--blink-settings=preferredColorScheme={}"
    return {name: launch(option.format(number)) for number, name in enumerate(("dark", "light"))}


def luminance(colour: tuple[float, ...]) -> float:
    """As WCAG 2 defines it; each part of the colour is up to 255."""
    parts = [each / 255 for each in colour]
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def edge(opened: Any, part: str, pixels: Pixels) -> set[tuple[int, ...]]:
    """The colours at the right edge of an embed, within it, where no letter stands."""
    box = opened.page.locator(part).bounding_box()
    clip = {"x": box["x"] + box["width"] - 3, "y": box["y"] + 1, "width": 2, "height": 20}
    return pixels(opened.page.screenshot(clip=clip))


def inks(scope: Any) -> set[tuple[float, ...]]:
    """The colours of all kinds of text in an embed."""
    style = "(all) => all.map((each) => getComputedStyle(each).color)"
    found = scope.locator(ALL).evaluate_all(style)
    assert all(each.startswith("rgb(") for each in found)
    return {tuple(float(part) for part in re.findall(r"[\d.]+", each)[:3]) for each in found}


def legible_without_a_box(opened: Any, level: int, pixels: Pixels, dark: bool) -> None:
    """The host's ground up to and within the edge, and on it all text with a contrast of 4.5."""
    ground = (20, 30, 40) if dark else (250, 240, 230)
    part = "iframe" if level < 3 else ".tw-embed"
    assert edge(opened, part, pixels) == {ground}
    scope = opened.page if level == 3 else opened.frame()
    found = inks(scope)
    assert found
    assert min(contrast(each, ground) for each in found) >= 4.5


def settled(opened: Any, level: int, dark: bool) -> None:
    """Wait for the colours: a script on the host may have to tell them to the frame."""
    scope = opened.page if level == 3 else opened.frame()
    scope.wait_for_function(LIGHT_INK, arg=dark)


LIGHT_INK = """(wanted) => {
  const within = (root) => root.querySelector(".tw-foot") ?? [...root.querySelectorAll("*")]
    .map((each) => each.shadowRoot && within(each.shadowRoot)).find(Boolean);
  const found = within(document);
  const red = found && Number(getComputedStyle(found).color.match(/\\d+/)[0]);
  return found && (red > 128) === wanted;
}"""


@pytest.mark.parametrize("system", ["light", "dark"])
@pytest.mark.parametrize("style", HOSTS)
@pytest.mark.parametrize("level", [2, 3])
def test_is_on_the_hosts_ground_and_legible(
    opens: Opens, glossary: Any, systems: Any, pixels: Pixels, level: int, style: str, system: str
) -> None:
    """Whatever the host is and whether it says so, on whatever system."""
    dark = system == "dark" if style == "both" else style.startswith("dark")
    head = f"<style>{HOSTS[style]}</style>"
    opened = opens(glossary.snippet("term", level), head=head, using=systems[system], scheme="null")
    opened.shown("term", level)
    settled(opened, level, dark)
    legible_without_a_box(opened, level, pixels, dark)


@pytest.mark.parametrize("kind", ["table", "calculator"])
@pytest.mark.parametrize("level", [2, 3])
def test_other_kinds_are_on_a_dark_ground_too(
    opens: Opens, glossary: Any, systems: Any, pixels: Pixels, level: int, kind: str
) -> None:
    head = f"<style>{DARK}</style>"
    opened = opens(glossary.snippet(kind, level), head=head, using=systems["light"], scheme="null")
    opened.shown(kind, level)
    settled(opened, level, dark=True)
    legible_without_a_box(opened, level, pixels, dark=True)


@pytest.mark.parametrize("system", ["light", "dark"])
@pytest.mark.parametrize("style", HOSTS)
def test_a_frame_alone_brings_its_own_paper(
    opens: Opens, glossary: Any, systems: Any, pixels: Pixels, style: str, system: str
) -> None:
    """White, on dark systems, too: it does not know the host's ground. No script runs anywhere."""
    head = f"<style>{HOSTS[style]}</style>"
    opened = opens(
        glossary.frame("term"),
        head=head,
        using=systems[system],
        scheme="null",
        java_script_enabled=False,
    )
    found = inks(opened.frame())
    (ground,) = edge(opened, "iframe", pixels)
    assert ground == (255, 255, 255)
    assert min(contrast(each, ground) for each in found) >= 4.5


def test_a_frame_alone_with_a_light_theme_has_no_box_on_a_light_host(
    opens: Opens, glossary: Any, systems: Any, pixels: Pixels
) -> None:
    """On a dark system, where the host has not said what it is: the guide's advice."""
    head = f"<style>{LIGHT}</style>"
    frame = glossary.frame("term", theme="light")
    opened = opens(frame, head=head, using=systems["dark"], scheme="null")
    settled(opened, 1, dark=False)
    legible_without_a_box(opened, 1, pixels, dark=False)


@pytest.mark.parametrize(
    ("style", "theme"),
    [
        ("dark, and says nothing", "dark"),
        ("light, and says nothing", "dark"),
        ("light, and says nothing", "light"),
    ],
)
def test_a_chosen_theme_can_be_read_on_any_host(
    opens: Opens, glossary: Any, systems: Any, pixels: Pixels, style: str, theme: str
) -> None:
    """In a frame alone: on the host's ground, or else on a box of its own.

    Only light on a dark page that has not said that it is dark cannot be: it counts as light.
    """
    head = f"<style>{HOSTS[style]}</style>"
    frame = glossary.frame("term", theme=theme)
    opened = opens(frame, head=head, using=systems["light"], scheme="null")
    settled(opened, 1, theme == "dark")
    (ground,) = edge(opened, "iframe", pixels)
    assert min(contrast(each, ground) for each in inks(opened.frame())) >= 4.5


@pytest.mark.parametrize("level", [2, 3])
def test_follows_a_host_that_changes_its_colours(
    opens: Opens, glossary: Any, systems: Any, pixels: Pixels, level: int
) -> None:
    """A switch on the host's page, as many blogs have: there and back."""
    head = f"<style>{LIGHT} {DARK.replace('html', 'html.dark')}</style>"
    opened = opens(
        glossary.snippet("term", level), head=head, using=systems["light"], scheme="null"
    )
    opened.shown("term", level)
    for dark in (False, True, False):
        change = "(dark) => document.documentElement.classList.toggle('dark', dark)"
        opened.page.evaluate(change, dark)
        settled(opened, level, dark)
        legible_without_a_box(opened, level, pixels, dark)

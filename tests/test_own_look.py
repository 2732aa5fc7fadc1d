"""A site keeps its own look: what the plugin adds styles the glossary's components alone."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from termwise.render import ASSETS, CALCULATOR, STYLE_SHEETS

SHEETS = sorted({Path(name).name for name in (*STYLE_SHEETS, CALCULATOR[0])})

OURS = re.compile(r'\.tw-|\[class\^="tw-"\]|\btermwise-[a-z]')
"""What makes a selector one of ours."""


def rules(css: str) -> Iterator[tuple[str, str]]:
    """Each selector of a style sheet and what it declares, those within `@media` among them."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    for found in re.finditer(r"([^{};]+)\{([^{}]*)\}", css):
        for selector in apart(found[1].strip()):
            yield selector, found[2]


def apart(selectors: str) -> list[str]:
    """The selectors of a list, commas within brackets left alone."""
    parts, depth = [""], 0
    for sign in selectors:
        depth += (sign == "(") - (sign == ")")
        if sign == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts]


@pytest.mark.parametrize("name", SHEETS)
def test_each_selector_names_a_component_of_ours(name: str) -> None:
    found = [selector for selector, _ in rules((ASSETS / name).read_text("utf-8"))]
    assert len(found) > 20
    assert [selector for selector in found if not OURS.search(selector)] == []


@pytest.mark.parametrize(
    "foreign", ["h1", ":root", "body", ".md-header", "* , .tw-lead", "[data-md-color-scheme] a"]
)
def test_a_selector_of_others_would_be_seen(foreign: str) -> None:
    """Else the test before would prove nothing."""
    css = f"@media print {{ .tw-cite {{ color: red }} {foreign} {{ color: red }} }}"
    assert not all(OURS.search(selector) for selector, _ in rules(css))


@pytest.mark.parametrize("name", SHEETS)
def test_properties_have_names_of_ours(name: str) -> None:
    """Custom properties of a theme are read, and never set."""
    css = (ASSETS / name).read_text("utf-8")
    declared = {name for _, body in rules(css) for name in re.findall(r"(--[\w-]+)\s*:", body)}
    assert all(name.startswith("--tw-") for name in declared)


@pytest.mark.parametrize("name", SHEETS)
def test_a_rem_is_what_it_is_in_the_theme(name: str) -> None:
    """Material's is another than that of MkDocs' themes; `--tw-rem` is right in both."""
    css = (ASSETS / name).read_text("utf-8")
    sizes = re.findall(r"[^;{]*[\d.]rem\b", css)
    assert [size for size in sizes if "--tw-rem:" not in size] == []

"""A file's access to the library: whatever it takes is recorded."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from termwise.lookup.library import Library, Read
from termwise.lookup.lookup import Lookup


@pytest.mark.parametrize(
    ("take", "key"),
    [
        (lambda r: r.term("oil"), ("term", "oil")),
        (lambda r: r.fact("agreed"), ("fact", "agreed")),
        (lambda r: r.topic("heat"), ("topic", "heat")),
        (lambda r: r.topic_of("agreed"), ("topic-of-fact", "agreed")),
        (lambda r: r.source("web"), ("source", "web")),
        (lambda r: r.comparison("fry-or-oil"), ("comparison", "fry-or-oil")),
        (lambda r: r.path("walk"), ("path", "walk")),
        (lambda r: r.guide("guides/eggs"), ("guide", "guides/eggs")),
        (lambda r: r.category("stove"), ("category", "stove")),
        (lambda r: r.level("low"), ("level", "low")),
        (lambda r: r.every("term"), ("every", "term")),
        (lambda r: r.naming(("term", "oil"), "path"), ("naming", "term", "oil", "path")),
    ],
)
def test_what_is_taken_is_recorded(
    take: Callable[[Lookup], object], key: Read, kitchen: Library
) -> None:
    """Once it was asked for, and not before."""
    lookup = Lookup(kitchen)
    assert lookup.reads == set()
    take(lookup)
    assert lookup.reads == {key}


@pytest.mark.parametrize("package", ["words", "markup", "embeds", "pages", "exports", "render"])
def test_there_is_no_other_way_to_what_a_file_shows(package: str, root: Path) -> None:
    """What makes files has no library, no clock and no environment: it could read in silence."""
    for module in (root / "build_tools/termwise" / package).rglob("*.py"):
        text = module.read_text("utf-8")
        assert re.search(r"_library|lookup\.library|\btoday\(|os\.environ", text) is None, module

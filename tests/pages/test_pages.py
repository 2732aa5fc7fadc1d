"""Page kinds by example: a golden each, with a small glossary and the page that it makes."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from termwise.lookup.library import Library
from termwise.model.site import Site
from termwise.site.make import make_html, make_markdown
from termwise.site.plan import plan

GOLDENS = Path(__file__).parents[1] / "goldens" / "pages"

MakeLibrary = Callable[[Mapping[str, str]], Library]


@pytest.mark.parametrize("golden", sorted(GOLDENS.glob("*.yml")), ids=lambda path: str(path.stem))
def test_a_page_is_as_its_golden_shows_it(golden: Path, make_library: MakeLibrary) -> None:
    """Front matter and body to the letter, but for how many empty lines stand in a row."""
    case = yaml.safe_load(golden.read_text("utf-8"))
    site = Site(name="Glossary", **case.get("site", {}))
    library = replace(make_library(case["files"]), site=site)
    planned = next(planned for planned in plan(library) if planned.path == case["page"])
    source = make_markdown(planned, library)
    made = {"markdown": source.head + source.body, "html": make_html(planned, library).body}
    compared = [form for form in made if form in case]
    assert compared, "a golden shows one form of the page or both"
    for form in compared:
        assert _folded(made[form]) == _folded(case[form])


def _folded(text: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", text).strip()

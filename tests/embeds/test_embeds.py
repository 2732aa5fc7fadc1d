"""The data of embeds: whole, honest about its age, and the same in the frame's page."""

import html
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from termwise.lookup.library import Library
from termwise.model.site import Site
from termwise.site.embedding import MadeEmbed, make_embeds, make_shared

MakeLibrary = Callable[[Mapping[str, str]], Library]

TAXONOMY = """\
categories: [{id: pans, title: Pans & pots, description: Heat.}]
levels: [{id: low, title: Low, description: Easy.}]
"""
TERM = "term: {}\ncategory: pans\nlevel: low\ndefinition: What one does with {}.\n"


@pytest.fixture(scope="module")
def made(reference: Library) -> dict[tuple[str, str], MadeEmbed]:
    """Every embed of the reference glossary."""
    return {each.key: each for each in make_embeds(reference, "f" * 32)}


def data(made: MadeEmbed) -> dict[str, Any]:
    """What the moving one's JSON says."""
    [text] = [
        text
        for path, text in made.files.items()
        if path.startswith("embed/v1/") and path.endswith(".json") and "oembed" not in path
    ]
    found: dict[str, Any] = json.loads(text)
    return found  # fmt: skip


def page(made: MadeEmbed) -> str:
    """The moving one's page."""
    [text] = [
        text.decode()
        for path, text in made.files.items()
        if path.endswith(".html") and path.startswith("embed/v1/")
    ]
    return text  # fmt: skip


def test_every_term_comparison_and_decision_has_one(
    made: Mapping[tuple[str, str], MadeEmbed], reference: Library
) -> None:
    glossary = reference.glossary
    wanted = {
        *(("term", name) for name in glossary.terms),
        *(("comparison", name) for name in glossary.comparisons),
        *(("decision", name) for name in glossary.decisions),
    }
    assert set(made) == wanted


def test_each_says_where_it_comes_from_and_as_of_when(
    made: Mapping[tuple[str, str], MadeEmbed],
) -> None:
    """In the data and in the page alike: date, source, link back."""
    for (_kind, name), embed in made.items():
        said, shown = data(embed), page(embed)
        assert said["id"] == name
        assert said["url"].startswith("https://glossary.example/")
        assert said["as_of"] == "2026-11-20"
        assert f'<time datetime="{said["as_of"]}">{said["as_of_label"]}</time>' in shown
        assert f'From <a href="{said["url"]}" target="_blank" rel="noopener">' in shown
        assert said["sources"]
        assert '<meta name="robots" content="noindex">' in shown
        assert f'<link rel="canonical" href="{said["url"]}">' in shown


def test_every_link_is_whole_and_opens_beside_the_host(
    made: Mapping[tuple[str, str], MadeEmbed],
) -> None:
    for embed in made.values():
        body = page(embed).partition("<termwise-calculator>")[0].partition("<body>")[2]
        for link in re.findall(r"<a [^>]*>", body):
            assert re.search(r'href="(https?|mailto):', link), link
            assert 'target="_blank" rel="noopener"' in link


def test_a_page_holds_no_script_or_style_of_its_own(
    made: Mapping[tuple[str, str], MadeEmbed],
) -> None:
    """Its policy would forbid them; nothing comes from elsewhere than the folder of the site."""
    for embed in made.values():
        shown = page(embed)
        assert set(re.findall(r'<script src="([^"]*)"', shown)) <= {
            "../frame.js", "../calculator.js",
        }  # fmt: skip
        assert len(re.findall("<script", shown)) == len(re.findall("<script src=", shown))
        assert "<style" not in shown
        assert not re.search(r'<[a-z][^>]*\s(style|on\w+)="', shown)
        policy = "default-src 'none'; script-src 'self' https://glossary.example"
        assert policy in html.unescape(shown)


def test_the_pinned_page_names_pinned_scripts_alone(
    made: Mapping[tuple[str, str], MadeEmbed],
) -> None:
    """Else it would change with them."""
    for embed in made.values():
        pinned = embed.files[f"embed/{embed.pin.folder}/index.html"].decode()
        assert "v1" not in re.findall(r'(?:src|href)="(\.\.[^"]*)"', pinned)
        assert f'src="../{"f" * 32}/frame.js"' in pinned


def test_a_deprecated_term_names_its_successor_and_a_draft_says_so(
    make_library: MakeLibrary,
) -> None:
    library = make_library({
        "glossary/taxonomy.yml": TAXONOMY,
        "glossary/terms/fry.yml": TERM.format("fry", "oil") + "status: deprecated\n"
                                  "replaced_by: sear\n",
        "glossary/terms/sear.yml": TERM.format("sear", "<heat>") + "review_by: 2026-01-31\n",
    })  # fmt: skip
    fry, sear = (each for each in make_embeds(library, "") if each.key[0] == "term")
    assert data(fry)["replaced_by"]["url"] == "https://glossary.example/terms/sear/"
    assert 'Deprecated. It was replaced by <a href="https://glossary.example/terms/sear/"' in page(
        fry
    )
    assert "Draft, not reviewed yet" in page(sear)
    assert "Due for review since 31 January 2026" in page(sear)
    assert data(sear)["as_of"] is None
    assert "As of" not in page(sear)


def test_other_content_has_another_address_and_the_same_content_the_same(
    reference: Library, made: Mapping[tuple[str, str], MadeEmbed]
) -> None:
    """What a pin promises. A change to one term moves that term's pin and no other's."""
    terms = dict(reference.glossary.terms)
    terms["rag"] = terms["rag"].model_copy(update={"definition": "Other words."})
    edited = replace(reference, glossary=reference.glossary.with_entries(term=terms))
    moved = {
        each.key
        for each in make_embeds(edited, "f" * 32)
        if each.pin.folder != made[each.key].pin.folder
    }
    assert moved == {("term", "rag")}


def test_a_pin_does_not_depend_on_the_day(reference: Library) -> None:
    """As long as nothing falls due."""
    first = {each.key: each.pin for each in make_embeds(reference, "")}
    later = replace(reference, today=date(2026, 11, 21))
    assert {each.key: each.pin for each in make_embeds(later, "")} == first


def test_dimensions_have_ids_of_their_own(make_library: MakeLibrary) -> None:
    """Names that come to the same words are told apart by a number."""
    names = ["Cost", "cost!", "費用", "料金", "cost 2", "Cost"]
    rows = "".join(f'  - {{name: "{name}", cells: {{fry: a, sear: b}}}}\n' for name in names)
    library = make_library({
        "glossary/taxonomy.yml": TAXONOMY,
        "glossary/terms/fry.yml": TERM.format("fry", "oil"),
        "glossary/terms/sear.yml": TERM.format("sear", "heat"),
        "glossary/comparisons/two.yml":
            f"title: Two\nsummary: Two.\nsubjects: [fry, sear]\ndimensions:\n{rows}",
    })  # fmt: skip
    ids = library.glossary.comparisons["two"].dimension_ids
    assert ids == ["cost", "cost-2", "other", "other-2", "cost-2-2", "cost-3"]


def test_oembed_is_a_rich_answer_with_a_frame(
    made: Mapping[tuple[str, str], MadeEmbed], reference: Library
) -> None:
    """The fields that oEmbed 1.0 requires of type rich; the frame is sandboxed and titled."""
    for (kind, name), embed in made.items():
        [text] = [text for path, text in embed.files.items() if path.endswith("oembed.json")]
        answer = json.loads(text)
        assert answer["version"] == "1.0"
        assert answer["type"] == "rich"
        assert answer["provider_url"] == reference.site.url
        assert isinstance(answer["width"], int)
        assert isinstance(answer["height"], int)
        folder = {"term": "terms", "comparison": "compare", "decision": "decide"}[kind]
        assert f'src="https://glossary.example/embed/v1/{folder}/{name}.html"' in answer["html"]
        assert 'sandbox="allow-scripts allow-popups"' in answer["html"]


def test_shared_files_stand_twice_with_their_digests() -> None:
    pins, files = make_shared()
    assert {"fit.js", "frame.js", "frame.css", "elements.js", "calculator.js"} <= set(
        pins.integrity
    )
    for name, digest in pins.integrity.items():
        assert files[f"embed/v1/{name}"] == files[f"embed/{pins.assets}/{name}"]
        assert digest.startswith("sha384-")


def test_right_to_left_languages_say_so(reference: Library) -> None:
    arabic = replace(reference, site=Site("معجم", "https://g.example/", language="ar"))
    first = next(make_embeds(arabic, ""))
    assert data(first)["dir"] == "rtl"
    assert '<article class="tw-embed tw-embed-table" lang="ar" dir="rtl">' in page(first)

"""What pages offer to be pasted into other sites: whole, harmless, and small."""

import html
import json
import re
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from termwise.embeds.snippets import Snippets, embed_offer, snippets
from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.lookup.pins import Pin, Pins
from termwise.markup.forms import HtmlForm
from termwise.markup.writer import Writer
from termwise.model.site import Site
from termwise.render.search import passages
from termwise.site.embedding import make_embeds, make_shared
from termwise.site.make import Page, make_html, make_markdown
from termwise.site.plain import make_plain
from termwise.site.plan import plan

MakeLibrary = Callable[[Mapping[str, str]], Library]

KEYS = (("term", "rag"), ("comparison", "fine-tuning-vs-rag"),
        ("decision", "prompting-rag-or-fine-tuning"))  # fmt: skip
SITE = "https://glossary.example/"
PINNED = f"{SITE}embed/{'1' * 32}/"
SHARED = f"{SITE}embed/{'2' * 32}/"
DIGEST = "sha384-" + "A" * 64
NASTY = """</pre>&amp;"' onload='x' <script>alert(1)</script>`[x](javascript:y)`"""
FILES = {
    "glossary/taxonomy.yml": """\
categories: [{id: pans, title: Pans, description: Heat.}]
levels: [{id: low, title: Low, description: Easy.}]
""",
    "glossary/terms/fry.yml": """\
term: fry
abbreviation: F
category: pans
level: low
definition: To cook in [[oil]] & salt.
status: reviewed
reviewed: 2026-11-02
review_by: 2027-11-02
""",
    "glossary/terms/oil.yml": """\
term: oil
category: pans
level: low
definition: What one fries in.
status: deprecated
replaced_by: fry
""",
}


def pinned(library: Library, height: int = 321) -> Library:
    """The library with the same pin for everything."""
    glossary = library.glossary
    pin = Pin("1" * 32, DIGEST, height)
    keys = [
        *(("term", name) for name in glossary.terms),
        *(("comparison", name) for name in glossary.comparisons),
        *(("decision", name) for name in glossary.decisions),
    ]
    digests = dict.fromkeys(("fit.js", "elements.js", "calculator.js"), DIGEST)
    return replace(library, pins=Pins(dict.fromkeys(keys, pin), "2" * 32, digests))


def writer(library: Library) -> Writer:
    """The library, as a page in HTML sees it."""
    return Writer(Lookup(library), HtmlForm("terms/fry.md", True))


def page(library: Library, path: str) -> Page:
    """One page in HTML."""
    return make_html(next(each for each in plan(library) if each.path == path), library)


def block(body: str) -> str:
    """What a page has of embedding."""
    found = re.search(r'<div class="tw-embed-this".*?</div>', body)
    return found[0] if found else ""


def texts(body: str) -> list[str]:
    """What a page offers to be pasted, as a reader would copy it."""
    return [html.unescape(text) for text in re.findall(r"<pre>(.*?)</pre>", block(body))]


def tags(markup: str) -> list[tuple[str, dict[str, str | None]]]:
    """The elements of HTML, each with its attributes."""
    found: list[tuple[str, dict[str, str | None]]] = []

    class Parser(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((tag, dict(attrs)))

    Parser(convert_charrefs=True).feed(markup)
    return found


def test_an_entry_has_three_snippets_that_move_and_three_that_are_pinned(
    make_library: MakeLibrary,
) -> None:
    """To the letter, since they are pasted as they are, and since the guide tells of them."""
    words = "To cook in Oil & salt."
    moving, fixed = snippets(("term", "fry"), words, writer(pinned(make_library(FILES))))
    fallback = (
        "<p>To cook in Oil &amp; salt.</p><p>As of 2 November 2026, from "
        f'<a href="{SITE}terms/fry/">Glossary: Fry (F)</a></p>'
    )
    frame = (
        'title="Fry (F)" width="100%" height="321" loading="lazy" frameborder="0" '
        'sandbox="allow-scripts allow-popups"></iframe>'
    )
    check = f'integrity="{DIGEST}"'
    assert moving == Snippets(
        frame=f'<iframe src="{SITE}embed/v1/terms/fry.html" {frame}',
        fit=f'<script src="{SITE}embed/v1/fit.js" async></script>',
        element=f'<termwise-term src="{SITE}embed/v1/terms/fry.json">{fallback}</termwise-term>\n'
        f'<script src="{SITE}embed/v1/elements.js" async></script>',
    )
    assert fixed == Snippets(
        frame=f'<iframe src="{PINNED}index.html" {frame}',
        fit=f'<script src="{SHARED}fit.js" {check} crossorigin="anonymous" async></script>',
        element=f'<termwise-term src="{PINNED}data.json" {check}>{fallback}</termwise-term>\n'
        f'<script src="{SHARED}elements.js" {check} crossorigin="anonymous" async></script>',
    )


@pytest.mark.parametrize(
    ("key", "element", "script"),
    [
        (KEYS[1], "termwise-table", "elements.js"),
        (KEYS[2], "termwise-calculator", "calculator.js"),
    ],
    ids=["comparison", "decision"],
)
def test_a_kind_has_its_own_element(
    key: tuple[str, str], element: str, script: str, reference: Library
) -> None:
    for each in snippets(key, "Words.", writer(pinned(reference))):
        assert each.element.startswith(f"<{element} src=")
        assert each.element.split("\n")[1].startswith("<script src=")
        assert f"/{script}" in each.element


def test_they_name_files_that_the_build_makes(reference: Library) -> None:
    """Else what is pasted shows nothing; and browsers refuse what has another digest."""
    pins, shared = make_shared()
    made = list(make_embeds(reference, pins.assets))
    library = replace(reference, pins=replace(pins, entries={each.key: each.pin for each in made}))
    files = set(shared).union(*(each.files for each in made))
    for key in KEYS:
        for each in snippets(key, "Words.", writer(library)):
            for _tag, attributes in tags(each.frame + each.fit + each.element):
                if src := attributes.get("src"):
                    assert src.removeprefix(SITE) in files


def test_without_pins_nothing_pinned_is_offered(make_library: MakeLibrary) -> None:
    assert len(snippets(("term", "fry"), "Words.", writer(make_library(FILES)))) == 1


@pytest.mark.parametrize("path", ["terms/rag.md", "compare/fine-tuning-vs-rag.md",
                                  "decide/prompting-rag-or-fine-tuning.md"])  # fmt: skip
def test_without_an_address_nothing_is_offered(path: str, reference: Library) -> None:
    """Other sites could not name it."""
    library = replace(reference, site=Site("Glossary"))
    assert "embed-this" not in page(library, path).body


def test_pages_offer_them_in_an_order_that_the_dialog_relies_on(reference: Library) -> None:
    library = pinned(reference)
    for (_kind, name), folder in zip(KEYS, ("terms", "compare", "decide"), strict=True):
        offered = texts(page(library, f"{folder}/{name}.md").body)
        ways = ["<iframe", "<script", "<termwise-"] * 2
        assert [text.startswith(way) for text, way in zip(offered, ways, strict=True)] == [True] * 6
        assert ["/embed/v1/" in text for text in offered] == [True] * 3 + [False] * 3


def test_the_dialog_leaves_alone_what_nobody_has_changed(
    reference: Library, node: str, root: Path
) -> None:
    """The twin in the browser, asked for nothing in particular, gives what the page holds."""
    module = (root / "widgets/src/embed-this/snippet.js").as_uri()
    frame, fit, element = texts(page(pinned(reference), "terms/rag.md").body)[3:]
    given = json.dumps({"frame": frame, "fit": fit, "element": element})
    program = f"""
        import {{ snippet }} from "{module}";
        const none = {{ options: {{ theme: "" }}, width: 0, height: 0, fallback: "" }};
        const ways = ["frame", "fit", "element"];
        const found = ways.map((way) => snippet({given}, {{ ...none, way }}));
        process.stdout.write(JSON.stringify(found));"""
    command = [node, "--input-type=module", "-e", program]
    found = subprocess.run(command, capture_output=True, text=True, timeout=30, check=True).stdout
    assert json.loads(found) == [frame, f"{frame}\n{fit}", element]


@pytest.mark.parametrize("key", KEYS, ids=lambda key: str(key[0]))
def test_they_need_nothing_inline(key: tuple[str, str], reference: Library) -> None:
    """A host's security policy may forbid scripts, styles and handlers in the page itself."""
    for each in snippets(key, "Words.", writer(pinned(reference))):
        markup = each.frame + each.fit + each.element
        for tag, attributes in tags(markup):
            assert tag in {"iframe", "script", "p", "a"} or tag.startswith("termwise-")
            assert not [name for name in attributes if name.startswith("on") or name == "style"]
        assert re.findall(r"<script[^>]*>([^<]*)", markup) == ["", ""]


def test_no_title_and_no_text_gets_out_of_its_place(reference: Library) -> None:
    """Neither in what is pasted, nor where the page shows it."""
    terms = reference.glossary.terms
    rag = terms["rag"].model_copy(
        update={"term": f"x{NASTY}", "abbreviation": NASTY, "definition": NASTY}
    )
    site = replace(reference.site, name=NASTY)
    glossary = reference.glossary.with_entries(term={**terms, "rag": rag})
    library = pinned(replace(reference, glossary=glossary, site=site))
    plain = pinned(reference)
    for form in (make_html, make_markdown):
        spoilt, good = (
            block(form(next(p for p in plan(each) if p.path == "terms/rag.md"), each).body)
            for each in (library, plain)
        )
        assert tags(spoilt) == tags(good)
        assert "\n" not in spoilt
        for text, same in zip(texts(spoilt), texts(good), strict=True):
            assert [(tag, set(found)) for tag, found in tags(text)] == [
                (tag, set(found)) for tag, found in tags(same)
            ]
    frame, _fit, element = texts(page(library, "terms/rag.md").body)[:3]
    assert (tags(frame)[0][1]["title"] or "").startswith("X<\u2060/pre>&\u2060amp;\"' onload")
    assert html.escape("<script>alert(1)</script>") in element


def test_a_fallback_says_what_replaced_a_term(make_library: MakeLibrary) -> None:
    library = make_library(FILES)
    [moving] = snippets(("term", "oil"), "What one fries in.", writer(library))
    assert "<p>What one fries in. Deprecated; replaced by Fry.</p><p>From <a " in moving.element


def test_data_are_offered_in_the_forms_that_a_kind_has(reference: Library) -> None:
    for key, folder, endings in (
        (KEYS[0], "terms", ["json"]),
        (KEYS[1], "compare", ["md", "csv", "json", "html"]),
        (KEYS[2], "decide", ["json"]),
    ):
        offer = embed_offer(key, "Words.", writer(reference))
        assert offer is not None
        stem = f"{SITE}api/v1/{folder}/{key[1]}."
        assert [url for _label, url in offer["data"]] == [stem + each for each in endings]  # type: ignore[attr-defined]


def test_the_guide_is_linked_where_there_is_one(make_library: MakeLibrary) -> None:
    guide = {"content/guides/embed-this-glossary.md": "# Embed\n\nSo.\n"}
    with_guide, without = make_library({**FILES, **guide}), make_library(FILES)
    link = f'<a href="{SITE}guides/embed-this-glossary/">'
    assert link in page(with_guide, "terms/fry.md").body
    assert "embed-this-glossary" not in page(without, "terms/fry.md").body
    assert ("has", "guide", "guides/embed-this-glossary") in page(without, "terms/fry.md").reads


def test_what_is_read_by_programs_is_without_them(reference: Library) -> None:
    """The plain Markdown of a page is its words, not what is done with them on a screen."""
    library = pinned(reference)
    planned = next(each for each in plan(library) if each.path == "terms/rag.md")
    assert "iframe" not in make_plain(planned, Lookup(library))


def test_the_search_does_not_find_them(reference: Library) -> None:
    found = passages(page(pinned(reference), "terms/rag.md").body)
    assert not [each for each in found if "iframe" in each.text or "Embed this" in each.text]


def test_they_are_small(reference: Library) -> None:
    """Every page has them, and a glossary may have ten thousand."""
    library = pinned(reference)
    sizes = [
        len(block(page(library, f"terms/{name}.md").body).encode())
        for name in reference.glossary.terms
    ]
    assert sum(sizes) / len(sizes) < 3000
    assert max(sizes) < 3600

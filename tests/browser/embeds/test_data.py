"""Elements, and data that are wrong, changed on the way, or made to do harm."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

Opens = Callable[..., Any]

KINDS = ("table", "term", "calculator")
CANNOT = "Termwise cannot show|Failed to load|CORS policy|valid digest|integrity checks failed"
RAN = "window.ran = 'ran'"
SCHEMES = ("javascript:", " java\nscript:", "JaVaScRiPt:", "data:text/html,", "vbscript:", "//", "")

EVIL: list[Any] = [
    f'<img src="x" onerror="{RAN}"><script>{RAN}</script>',
    ["script", {}, RAN],
    ["img", {"src": "x", "onerror": RAN}],
    ["iframe", {"srcdoc": f"<script>parent.{RAN}</script>"}],
    ["svg", {"onload": RAN}, ["script", {}, RAN], ["animate", {"onbegin": RAN}]],
    ["style", {}, "* { display: none }"],
    ["link", {"rel": "stylesheet", "href": "https://abroad.example/"}],
    ["form", {"action": f"javascript:{RAN}"}, ["button", {}, "Press"]],
    ["p", {"onclick": RAN, "style": "position: fixed", "id": "after", "class": "evil tw-fine"}],
    ["termwise-table", {"src": "https://abroad.example/"}],
    ["__proto__", {"href": "x"}, "a"],
    ["constructor", {"__proto__": {"href": "x"}}, "b"],
    *(["a", {"href": f"{scheme}{RAN}", "onclick": RAN, "ping": "/"}, "c"] for scheme in SCHEMES),
    ["strong", {}, "the end"],
]

KEPT = """(embed) => [...embed.querySelectorAll("*")].map((each) => [
  each.localName, [...each.attributes].map(({ name, value }) => [name, value])])"""

FINE_TAGS = {
    "article", "h2", "h3", "h4", "a", "p", "ul", "ol", "li", "code", "pre", "em", "strong", "br",
    "hr", "small", "span", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "div",
    "footer", "time",
}  # fmt: skip
FINE_ATTRIBUTES = {
    "aria-label", "class", "data-dimension-id", "data-subject", "data-subject-id", "data-theme",
    "data-density", "datetime", "dir", "href", "lang", "rel", "role", "scope", "start",
    "tabindex", "target", "title",
}  # fmt: skip


def published(server: Any, data: Any, name: str = "hand-made.json") -> str:
    """The address of data, or of text that is none."""
    return str(server.put(name, data if isinstance(data, str) else json.dumps(data)))


@pytest.mark.parametrize("kind", ["table", "term"])
def test_nothing_in_data_can_run_or_lead_away(
    opens: Opens, glossary: Any, stranger: Any, kind: str
) -> None:
    """Not even if the glossary is not what it was: texts are texts, and links are links."""
    data = glossary.data(kind)
    words = '"><script>ran</script>'
    wrong = {"title": words, "url": f"javascript:{RAN}", "lang": words, "dir": words}
    data |= {**wrong, "sources": [EVIL, EVIL], "due": words, "as_of_label": words, "as_of": words}
    data["site"] = {"name": words, "url": f"javascript:{RAN}"}
    data |= {"summary": EVIL, "definition": EVIL, "aliases": [words], "category": words}
    data |= {"status": "deprecated", "replaced_by": {"title": words, "url": f"javascript:{RAN}"}}
    for subject in data.get("subjects", ()):
        subject |= {"url": f"javascript:{RAN}", "title": words, "id": words}
    for dimension in data.get("dimensions", ()):
        dimension |= {"cells": [EVIL, EVIL], "help": EVIL, "name": words, "id": words}
    element = glossary.element(kind, src=published(stranger, data))
    opened = opens(element + glossary.script("elements.js"))
    embed = opened.page.locator(".tw-embed")
    expect(embed.get_by_text("the end").first).to_be_visible()
    expect(embed.get_by_text("<script>").first).to_be_visible()
    for tag, attributes in embed.evaluate(KEPT):
        assert tag in FINE_TAGS
        assert {name for name, _value in attributes} <= FINE_ATTRIBUTES
        for name, value in attributes:
            if name == "href":
                assert value.startswith(("https://", "http://", "mailto:"))
            assert name != "class" or "evil" not in value
    for link in embed.locator("a:not([href])").all()[:8]:
        link.click()
    assert opened.page.evaluate("window.ran") is None
    assert not [url for url in opened.asked if "abroad" in url]


@pytest.mark.parametrize(
    "evil",
    [
        f'<form><img src=x onerror="{RAN}"></form>',
        f"<form><script>{RAN}</script></form>",
        f'<form onreset="{RAN}"></form>',
        f'<form><a href="javascript:{RAN}">x</a></form>',
        f'<form><button formaction="javascript:{RAN}">x</button></form>',
        '<form action="https://abroad.example/"></form>',
        '<form><input name="children"></form>',
        f'<form><svg><style><img src=x onerror="{RAN}"></style></svg></form>',
        f'<form><math><mtext><table><mglyph><style><img src=x onerror="{RAN}">',
        f'<form><template><img src=x onerror="{RAN}"></template></form>',
        f'<form><iframe srcdoc="<script>parent.{RAN}</script>"></iframe></form>',
        "<p>No form at all</p>",
    ],
)
def test_no_form_of_a_calculator_can_run_anything(
    opens: Opens, glossary: Any, stranger: Any, evil: str
) -> None:
    """Its form is HTML: what is not known in it is refused whole, and the fallback stays."""
    address = published(stranger, glossary.data("calculator") | {"form": evil})
    element = glossary.element("calculator", src=address)
    opened = opens(element + glossary.script("calculator.js"), expected=CANNOT)
    opened.waits_to_say("cannot show")
    expect(opened.page.locator(".fallback")).to_be_visible()
    assert opened.page.evaluate("window.ran") is None
    assert not [url for url in opened.asked if "abroad" in url]


def test_no_ready_text_of_a_calculator_can_run_anything(
    opens: Opens, glossary: Any, stranger: Any
) -> None:
    """Neither a help, nor a citation, nor a reason."""
    whole = glossary.data("calculator")
    for name in ("rules", "questions", "assumptions", "options"):
        data = json.loads(json.dumps(whole))
        field = {"rules": "because", "questions": "help", "assumptions": "cite", "options": "link"}
        data["data"][name][0][field[name]] = f'<img src=x onerror="{RAN}">'
        address = published(stranger, data, f"{name}.json")
        element = glossary.element("calculator", src=address)
        opened = opens(element + glossary.script("calculator.js"), expected=CANNOT)
        opened.waits_to_say("cannot show")
        expect(opened.page.locator(".fallback")).to_be_visible()
        assert opened.page.evaluate("window.ran") is None


def deep(levels: int) -> str:
    """Nodes within nodes, as text: Python's own JSON would not go so far."""
    return '["em",{},' * levels + '"x"' + "]" * levels


WRONG: dict[str, Callable[[dict[str, Any]], Any]] = {
    "another version": lambda data: data | {"version": 2},
    "another kind": lambda data: data | {"kind": "other"},
    "not JSON": lambda _data: "<!doctype html>Not found",
    "half of it": lambda data: json.dumps(data)[:300],
    "nothing": lambda _data: "null",
    "a list": lambda data: [data],
    "a number": lambda _data: "1",
    "no site": lambda data: {name: data[name] for name in data if name != "site"},
    "texts of nothing": lambda data: data | {"summary": None, "definition": None},
    "too deep": lambda data: json.dumps(data | {"summary": "@", "definition": "@"}).replace(
        '"@"', f"[{deep(60_000)}]"
    ),
}


@pytest.mark.parametrize("kind", ["table", "term"])
def test_the_fallback_stays_where_data_are_wrong(
    opens: Opens, glossary: Any, stranger: Any, kind: str
) -> None:
    """Each on one page with an element that is right, which none of them disturbs."""
    elements = []
    for name, make in WRONG.items():
        address = published(stranger, make(glossary.data(kind)), f"{kind} {name}.json")
        elements.append(glossary.element(kind, src=address.replace(" ", "%20")))
    elements.append(glossary.element(kind, src=f"{stranger.address}missing.json"))
    elements.append(glossary.element(kind, src="http://127.0.0.1:1/refused.json"))
    elements.append(glossary.element(kind))
    body = "".join(elements) + glossary.script("elements.js")
    opened = opens(body, expected=f"{CANNOT}|ERR_")
    opened.waits_to_say("cannot show", len(elements) - 1)
    opened.page.locator(".tw-embed").wait_for()
    shown = [each.is_visible() for each in opened.page.locator(".fallback").all()]
    assert shown == [True] * (len(elements) - 1) + [False]


def test_the_fallback_stays_where_a_server_lets_nobody_read(
    opens: Opens, glossary: Any, stranger: Any
) -> None:
    headers = {"Access-Control-Allow-Origin": "https://else.example"}
    address = stranger.put("private.json", json.dumps(glossary.data("term")), headers)
    element = glossary.element("term", src=address)
    opened = opens(element + glossary.script("elements.js"), expected=f"{CANNOT}|ERR_")
    opened.waits_to_say("cannot show")
    expect(opened.page.locator(".fallback")).to_be_visible()


def test_an_element_follows_its_attributes(opens: Opens, glossary: Any, stranger: Any) -> None:
    """To data that are wrong, which brings the fallback back, and to good ones again."""
    wrong = stranger.put("wrong.json", "{}")
    opened = opens(glossary.snippet("term", 3), expected=CANNOT)
    opened.shown("term", 3)
    change = "(src) => document.querySelector('termwise-term').setAttribute('src', src)"
    opened.page.evaluate(change, wrong)
    expect(opened.page.locator(".fallback")).to_be_visible()
    opened.page.evaluate(change, f"{glossary.address}{glossary.file('term', 'json')}")
    opened.shown("term", 3)
    expect(opened.page.locator(".fallback")).to_be_hidden()


@pytest.mark.parametrize("kind", KINDS)
def test_pinned_data_with_one_byte_changed_are_refused(
    opens: Opens, glossary: Any, stranger: Any, kind: str
) -> None:
    """And the fallback stays: the browser checks what the snippet says."""
    path = f"embed/{glossary.library.pins.entries[glossary.key(kind)].folder}/data.json"
    content = glossary.server.files[path][0]
    at = content.index(b"lang")
    changed = stranger.put("changed.json", content[:at] + b"L" + content[at + 1 :])
    same = stranger.put("same.json", content)
    script = glossary.snippet(kind, 3, pinned=True).rpartition("\n")[2]
    elements = (glossary.element(kind, pinned=True, src=src) for src in (changed, same))
    opened = opens("".join(elements) + script, expected=CANNOT)
    opened.waits_to_say("cannot show")
    opened.page.locator(".tw-embed").wait_for()
    fallbacks = opened.page.locator(".fallback")
    expect(fallbacks.nth(0)).to_be_visible()
    expect(fallbacks.nth(1)).to_be_hidden()


@pytest.mark.parametrize("kind", ["term", "calculator"])
def test_a_pinned_script_of_another_digest_does_not_run(
    opens: Opens, glossary: Any, kind: str
) -> None:
    snippet = glossary.snippet(kind, 3, pinned=True)
    before, _, after = snippet.rpartition('integrity="sha384-')
    wrong = f'{before}integrity="sha384-{"A" * 64}{after[64:]}'
    opened = opens(wrong, expected="Failed to find a valid digest")
    expect(opened.page.locator(".fallback")).to_be_visible()
    tag = snippet[1:].partition(" ")[0]
    assert opened.page.evaluate("(tag) => customElements.get(tag) === undefined", tag)
    assert opened.said("valid digest")

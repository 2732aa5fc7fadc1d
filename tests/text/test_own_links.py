"""`[[term]]` and `{{fact}}` in pages of the site's own: what is taken, and what stays as it is."""

import pytest

from termwise.model.guide import Guide, Mention
from termwise.project.own_pages import marker
from termwise.render import EXTENSIONS
from termwise.text.own_links import OwnLinks, is_whole

USUAL = ("pymdownx.tabbed", "pymdownx.superfences", "pymdownx.details", "pymdownx.snippets")
"""What a site of Material's usually converts its pages with."""

ANY = OwnLinks()
MARKED = OwnLinks(prefix="term:")


def found(text: str, links: OwnLinks = ANY) -> list[Mention]:
    """What is found in a text."""
    extensions = [name for name in (*EXTENSIONS, *USUAL) if name != "fenced_code"]
    mark = marker(links, extensions, {"pymdownx.tabbed": {"alternate_style": True}})
    return list(mark(Guide("x.md", "X", text)))


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("An [[apple]].", "apple", None),
        ("An [[ apple | a fruit ]].", "apple", "a fruit"),
        ("| a |\n| - |\n| [[apple\\|fruit]] |\n", "apple", "fruit"),
        ("- [[apple]]\n", "apple", None),
        ("- item\n\n    Text of [[apple]].\n", "apple", None),
        ('=== "Tab"\n\n    Text of [[apple]].\n', "apple", None),
        ('??? note "Folded"\n\n    Text of [[apple]].\n', "apple", None),
        ("> [[apple]]\n", "apple", None),
        ("# On [[apple]]\n", "apple", None),
        ("**[[apple]]**", "apple", None),
        ("At {{price}}.", "price", None),
        ("At {{ price }}.", "price", None),
    ],
)
def test_a_link_is_found_wherever_text_is(text: str, name: str, label: str | None) -> None:
    assert [(each.name, each.label) for each in found(text)] == [(name, label)]


@pytest.mark.parametrize(
    "text",
    [
        "`[[apple]]` and `` `[[apple]]` {{price}} ``",
        "```\n[[apple]] {{price}}\n```\n",
        "~~~ yaml\n[[apple]]\n~~~\n",
        "Text:\n\n    [[apple]] {{price}}\n",
        "- item\n\n    ```\n    [[apple]]\n    ```\n",
        '=== "Tab"\n\n    ```\n    {{price}}\n    ```\n',
        '=== "Tab"\n\n    Text.\n\n        [[apple]]\n',
        "<pre>[[apple]]</pre>\n",
        "<!-- [[apple]] -->\n",
        '<a title="[[apple]]" href="x">x</a>',
        "\\[[apple]] and \\{{price}}",
        "[[apple]](https://apple.example)",
        "[[apple]][id]\n\n[id]: https://apple.example\n",
        "[ [apple] ] [[]] {{}} [[|x]]",
    ],
)
def test_code_and_what_is_no_link_is_left_alone(text: str) -> None:
    """Of every kind, wherever it stands; and what a backslash stands before."""
    assert found(text) == []


def test_a_prefix_marks_what_is_ours() -> None:
    """For sites that use brackets for a wiki and braces for macros."""
    text = "[[apple]] {{price}} [[term:apple|a fruit]] {{term:price}} {{ term:price }}"
    assert [(each.kind, each.name, each.marked) for each in found(text, MARKED)] == [
        ("term", "apple", True), ("fact", "price", True), ("fact", "price", True),
    ]  # fmt: skip


def test_links_can_be_switched_off() -> None:
    """For a site, and for a page."""
    assert found("[[apple]]", OwnLinks(on=False)) == []
    page = Guide("x.md", "X", "[[apple]]", links=False)
    assert marker(ANY, EXTENSIONS, {})(page) == ()


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("[[a]]", True),
        ("[[a|b]]", True),
        ("[[a|]]", False),
        ("[[a| ]]", False),
        ("[[a||b]]", False),
    ],
)
def test_an_unfinished_link_is_known(text: str, whole: bool) -> None:
    [mention] = found(text)
    assert is_whole(mention) is whole


def test_places_are_those_of_the_file() -> None:
    """Front matter counts, and what is found in code does not shift what follows."""
    text = "---\ntitle: T\n---\n`[[a]]` then [[b]].\n"
    page = Guide("x.md", "T", text, body=17)
    [mention] = marker(ANY, EXTENSIONS, {})(page)
    assert text[mention.start : mention.end] == "[[b]]"


def test_an_extension_that_is_not_there_is_done_without() -> None:
    """The command `check` may run where the site's extensions are not installed."""
    page = Guide("x.md", "X", "[[apple]]")
    assert marker(ANY, (*EXTENSIONS, "no.such.extension"), {"toc": {"no": "such"}})(page)

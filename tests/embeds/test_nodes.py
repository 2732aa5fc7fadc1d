"""HTML as data: what comes through, and that nothing else does."""

import html
import json
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termwise.embeds.nodes import TAGS, Nodes, html_of, length, nodes_of


@pytest.mark.parametrize(
    ("markup", "nodes"),
    [
        ("", []),
        ("plain", ["plain"]),
        ("R&amp;D &lt;b&gt;", ["R&D <b>"]),
        ("a <em>b</em> c", ["a ", ["em", {}, "b"], " c"]),
        ("<p>a<br>b</p>", [["p", {}, "a", ["br", {}], "b"]]),
        ('<a href="https://a.example/?x=1&amp;y=2">z</a>',
         [["a", {"href": "https://a.example/?x=1&y=2"}, "z"]]),
        ('<a href="mailto:a@b.example">z</a>', [["a", {"href": "mailto:a@b.example"}, "z"]]),
        ('<a href="/relative">z</a>', [["a", {}, "z"]]),
        ('<a href="javascript:alert(1)">z</a>', [["a", {}, "z"]]),
        ('<a href=" https://a.example">z</a>', [["a", {}, "z"]]),
        ('<span class="tw-fact" id="x" data-search-exclude onclick="y">1</span>',
         [["span", {"class": "tw-fact"}, "1"]]),
        ('<span class="tw-cite other">1</span>', [["span", {}, "1"]]),
        ("<script>alert(1)</script>", ["alert(1)"]),
        ("<svg><a href='https://a.example'>x</a></svg>",
         [["a", {"href": "https://a.example"}, "x"]]),
        ("<ul><li>a</li><li>b</li></ul>", [["ul", {}, ["li", {}, "a"], ["li", {}, "b"]]]),
        ("<p>open <em>still", [["p", {}, "open ", ["em", {}, "still"]]]),
        ("</p>stray", ["stray"]),
    ],
)  # fmt: skip
def test_html_becomes_nodes(markup: str, nodes: Nodes) -> None:
    assert nodes_of(markup) == nodes


def test_links_open_beside_the_page() -> None:
    """An embed never navigates its host, not even when its reader clicks."""
    shown = html_of([["a", {"href": "https://a.example/\"'"}, "<x>"]])
    assert shown == (
        '<a href="https://a.example/&quot;&#x27;" target="_blank" rel="noopener">&lt;x&gt;</a>'
    )


def test_length_counts_text_alone() -> None:
    assert length(["ab", ["em", {"class": "tw-x"}, "c", ["br", {}]], ["p", {}, "d"]]) == 4


class Found(HTMLParser):
    """The elements and attributes of HTML, and its text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.names: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note them."""
        self.tags.add(tag)
        self.names.update(name for name, _value in attrs)

    def handle_data(self, data: str) -> None:
        """Note it."""
        self.text += data


pieces = st.sampled_from(
    ["<p>", "</p>", "<script>", "</script>", "<img src=x onerror=y>", "<a href='javascript:x'>",
     '<a href="https://a.example">', "</a>", "<svg/onload=x>", "<!--", "-->", "<![CDATA[", "]]>",
     "&lt;b&gt;", "&#60;", "<style>", "<template>", "<em class='tw-a' style=x>", "</em>", "text"]
) | st.text(max_size=8)  # fmt: skip


@given(st.lists(pieces, max_size=12).map("".join))
def test_nothing_comes_through_but_what_is_listed(markup: str) -> None:
    """Whatever HTML there was; and writing nodes out and reading them again changes nothing."""
    nodes = nodes_of(markup)
    found = Found()
    written = html_of(nodes)
    found.feed(written)
    found.close()
    assert found.tags <= TAGS
    assert found.names <= {"href", "class", "start", "target", "rel"}
    assert "javascript" not in "".join(part for part in written.split('"')[1::2])
    assert json.loads(json.dumps(nodes)) == nodes


@given(st.text())
def test_text_stays_what_it_is(text: str) -> None:
    nodes = nodes_of(html.escape(text))
    assert "".join(map(str, nodes)).replace("\r", "\n") == html.unescape(html.escape(text)).replace(
        "\r", "\n"
    )

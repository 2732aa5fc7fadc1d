"""Elements as data: what comes through, and that nothing else does."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termwise.embeds.nodes import TAGS, Nodes, element, filled, html_of, length


@pytest.mark.parametrize(
    ("tag", "attributes", "nodes"),
    [
        ("em", {}, [["em", {}, "x"]]),
        ("a", {"href": "https://a.example/?x=1&y=2"},
         [["a", {"href": "https://a.example/?x=1&y=2"}, "x"]]),
        ("a", {"href": "mailto:a@b.example"}, [["a", {"href": "mailto:a@b.example"}, "x"]]),
        ("a", {"href": "/relative"}, [["a", {}, "x"]]),
        ("a", {"href": "javascript:alert(1)"}, [["a", {}, "x"]]),
        ("a", {"href": " https://a.example"}, [["a", {}, "x"]]),
        ("span", {"class": "tw-fact", "id": "x", "data-search-exclude": None, "onclick": "y"},
         [["span", {"class": "tw-fact"}, "x"]]),
        ("span", {"class": "tw-cite other"}, [["span", {}, "x"]]),
        ("script", {"src": "https://a.example"}, ["x"]),
        ("svg", {}, ["x"]),
    ],
)  # fmt: skip
def test_what_is_not_listed_does_not_come_through(tag: str, attributes: Any, nodes: Nodes) -> None:
    """Of an element that is not there what is in it stays, and of attributes those that may."""
    assert element(tag, ["x"], attributes) == nodes


def test_nodes_are_put_into_a_text() -> None:
    """Each in its place, whatever braces there are in them; texts that meet are one."""
    values: dict[str, Nodes] = {"one": [["em", {}, "{two}"]], "two": ["{one}"]}
    assert filled("a {one}, {two}!", values) == ["a ", ["em", {}, "{two}"], ", {one}!"]


def test_links_open_beside_the_page() -> None:
    """An embed never navigates its host, not even when its reader clicks."""
    shown = html_of([["a", {"href": "https://a.example/\"'"}, "<x>"]])
    assert shown == (
        '<a href="https://a.example/&quot;&#x27;" target="_blank" rel="noopener">&lt;x&gt;</a>'
    )


def test_length_counts_text_alone() -> None:
    assert length(["ab", ["em", {"class": "tw-x"}, "c", ["br", {}]], ["p", {}, "d"]]) == 4


tags = st.sampled_from(["p", "a", "em", "script", "img", "svg", "iframe", "style", "template"])
values = st.sampled_from(
    ["javascript:alert(1)", "https://a.example", "tw-a", "x", "", None]
) | st.text(max_size=8)  # fmt: skip
names = st.sampled_from(["href", "src", "onclick", "class", "style", "start", "srcdoc"])


@given(
    st.recursive(
        st.text(max_size=8).map(lambda text: [text]),
        lambda inside: st.builds(element, tags, inside, st.dictionaries(names, values)),
        max_leaves=4,
    )
)
def test_nothing_comes_through_but_what_is_listed(nodes: Nodes) -> None:
    """Whatever was asked for."""
    assert json.loads(json.dumps(nodes)) == nodes
    for tag, attributes in elements_in(nodes):
        assert tag in TAGS
        assert attributes.keys() <= {"href", "class", "start"}
        assert "javascript" not in str(attributes)


def elements_in(nodes: Nodes) -> list[tuple[str, dict[str, str]]]:
    """Every element with its attributes."""
    here = [node for node in nodes if isinstance(node, list)]
    return [each for node in here for each in [(node[0], node[1]), *elements_in(node[2:])]]

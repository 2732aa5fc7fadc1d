"""What is known of a text is what parsing it says."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termwise.text import parse as parser
from termwise.text.outline import Outlines, named_in, refused_in
from termwise.text.tree import TermLink, links

PIECES = (
    "[[", "]]", "{{", "}}", "|", "fry", "oil price", "\\", "`", "*", "**", "\n", "\n\n", " ", "<b>",
    "&amp;", "(", ")", "[", "]", "- ", "1. ", "> ", "# ", "```", "https://x.example", ":", "é",
    "\u00a0", "\t", "\r\n", "'", '"', "|a|\n|-|\n", "![", "!", "2", "A", ".", "1)", "=",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=30)
plain_texts = st.from_regex(re.compile(r"\A[A-Za-z][\w ,.;()'\"%/$+=:–—-]*\Z", re.ASCII))


@given(text=texts)
def test_what_is_known_of_a_text_is_what_parsing_says(text: str) -> None:
    """Whether it was found out before, told by an earlier build, or is new."""
    field = parser.parse(text)
    named = tuple(
        ("term" if isinstance(link, TermLink) else "fact", link.name)
        for link in links(field.blocks)
    )
    fresh = Outlines()
    assert fresh.named(text) == (None if field.refused else named)
    told = Outlines()
    told.recall(json.loads(json.dumps(fresh.take_used())))
    assert told.named(text) == (None if field.refused else named)
    assert named_in(text) == named
    assert refused_in(text) == field.refused


@given(text=plain_texts | texts)
def test_plain_texts_parse_as_without_the_short_cut(text: str) -> None:
    fast = parser.parse.__wrapped__(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parser, "is_plain", lambda _text: False)
        assert parser.parse.__wrapped__(text) == fast


def test_outlines_are_kept_as_long_as_they_are_used() -> None:
    known = Outlines()
    known.named("See [[fry]].")
    assert list(known.take_used().values()) == [(("term", "fry"),)]
    assert not known.take_used()
    known.named("See [[fry]].")
    assert known.take_used()

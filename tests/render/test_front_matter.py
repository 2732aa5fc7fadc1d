"""Front matter: what themes read of a page besides its body."""

import html

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from termwise.markup.document import Document
from termwise.render import front_matter, page_meta
from termwise.text.escape import inert

printable = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]), max_size=30
)


def test_a_page_is_kept_out_of_the_side_navigation() -> None:
    """Its title and description follow; a page may say for itself what is hidden."""
    document = Document("x.j2", {}, {"title": "R&D", "description": 'Says "x".'})
    assert page_meta(document) == {
        "hide": ["navigation"],
        "title": "R&amp;D",
        "description": "Says &quot;x&quot;.",
    }
    home = Document("x.j2", {}, {"hide": ["navigation", "toc"], "title": "Home"})
    assert page_meta(home) == {"hide": ["navigation", "toc"], "title": "Home"}


def test_a_hand_written_page_keeps_its_own() -> None:
    """To the letter, and nothing is added to it."""
    document = Document("guide.j2", {}, head="---\ntags: [a]\n---\n")
    assert front_matter(document) == "---\ntags: [a]\n---\n"
    assert page_meta(document) == {}


@settings(max_examples=200, deadline=None)
@given(title=printable, description=printable)
def test_any_text_comes_back_from_the_front_matter(title: str, description: str) -> None:
    """As YAML, and as MkDocs reads it; and then it is HTML that shows the text."""
    document = Document("x.j2", {}, {"title": title, "description": description})
    head = front_matter(document)
    read = yaml.safe_load(head.strip().strip("-"))
    assert read == page_meta(document)
    assert html.unescape(read["title"]) == inert(title)
    body, meta = get_data(head + "body")
    assert body.strip() == "body"
    assert meta == read


@pytest.mark.parametrize("title", ["---", "a: b", "# a", "[a]", "{a}", "yes", "1", "'", "\\", "@a"])
def test_a_title_that_yaml_would_read_otherwise_stays_text(title: str) -> None:
    """Words that mean something to YAML are only words."""
    head = front_matter(Document("x.j2", {}, {"title": title}))
    assert html.unescape(get_data(head)[1]["title"]) == title

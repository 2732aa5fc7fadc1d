"""Terms: what they are called."""

from typing import Any

import pytest

from termwise.model.fields import texts
from termwise.model.term import SECTIONS, Term

NEEDED: dict[str, Any] = {
    "term": "retrieval-augmented generation", "category": "c", "level": "l", "definition": "D."
}  # fmt: skip


def test_names_are_all_that_a_term_is_called() -> None:
    """Search, redirects and the check for clashes go by these."""
    term = Term.model_validate({**NEEDED, "abbreviation": "RAG", "aliases": ("open-book",)})
    assert term.names == ("retrieval-augmented generation", "RAG", "open-book")
    assert Term.model_validate(NEEDED).names == ("retrieval-augmented generation",)


@pytest.mark.parametrize(
    ("term", "title"),
    [("fine-tuning", "Fine-tuning"), ("LLM", "LLM"), ("éclair", "Éclair"), ("3D", "3D")],
)  # fmt: skip
def test_a_title_begins_with_a_capital_and_keeps_the_rest(term: str, title: str) -> None:
    """Abbreviations must not become "Llm"."""
    assert Term.model_validate({**NEEDED, "term": term}).title == title


def test_a_label_shows_the_abbreviation() -> None:
    """Readers look for either."""
    term = Term.model_validate({**NEEDED, "abbreviation": "RAG"})
    assert term.label == "Retrieval-augmented generation (RAG)"
    assert Term.model_validate(NEEDED).label == "Retrieval-augmented generation"


def test_a_term_is_a_draft_until_somebody_says_otherwise() -> None:
    """Nothing counts as reviewed by default."""
    assert Term.model_validate(NEEDED).status == "draft"


def test_each_well_known_section_is_a_text_with_a_heading_of_its_own() -> None:
    """In the order of the fields, which is that of the page."""
    names = [name for name, _title in SECTIONS]
    assert names == [name for name in Term.model_fields if name in names]
    assert len({title for _name, title in SECTIONS}) == len(SECTIONS) >= 6
    filled = Term.model_validate({**NEEDED, **dict.fromkeys(names, "W.")})
    assert [path[0] for path, text in texts(filled) if text == "W."] == names

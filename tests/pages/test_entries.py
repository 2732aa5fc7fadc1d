"""Terms as lists show them."""

from collections.abc import Callable

from termwise.markup.writer import Writer
from termwise.pages.entries import by_letter, entry_of, in_order


def test_terms_are_in_the_order_of_their_titles(writer_in: Callable[..., Writer]) -> None:
    """Case aside, under their letters; what begins with a digit comes first."""
    names = ["oil", "fry", "boil"]
    assert in_order(names, writer_in()) == ["boil", "fry", "oil"]
    assert by_letter(names, writer_in()) == {"#": ["boil"], "F": ["fry"], "O": ["oil"]}


def test_an_entry_has_its_level_and_definition(writer_in: Callable[..., Writer]) -> None:
    """And its link, from where the list stands."""
    assert entry_of(("term", "oil"), writer_in()) == {
        "title": "Oil", "link": "../oil/", "note": "Low", "text": "A fat.",
    }  # fmt: skip

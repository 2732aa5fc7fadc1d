"""What entries are called."""

from collections.abc import Iterator

from termwise.checks.examined import Examined
from termwise.linking.addresses import RESERVED_IDS
from termwise.model.names import fold
from termwise.model.problem import FieldPath, Problem
from termwise.model.term import Term


def each_name_is_claimed_once(examined: Examined) -> Iterator[Problem]:
    """No two terms share a name, an abbreviation or an alias, however it is spelt."""
    claimed: dict[str, tuple[str, str]] = {}
    for term_id, term in examined.glossary.terms.items():
        for path, name in _names(term):
            first = claimed.setdefault(fold(name), (term_id, name))
            if first[0] != term_id:
                yield examined.glossary.origins["term", term_id].problem(
                    "name-claimed-twice",
                    f'"{name}" is a name of the term "{first[0]}" too (as "{first[1]}")',
                    "keep it in one of them",
                    path=path,
                )


def ids_leave_room_for_folder_pages(examined: Examined) -> Iterator[Problem]:
    """No id would take the address of an index page."""
    for key, _entry in examined.glossary.entries():
        if key[0] != "guide" and key[1] in RESERVED_IDS:
            yield examined.glossary.origins[key].problem(
                "reserved-id",
                f'the id "{key[1]}" is kept for the page of the folder',
                "choose another",
            )
    for term_id, term in examined.glossary.terms.items():
        for index, tag in enumerate(term.tags):
            if tag in RESERVED_IDS:
                yield examined.glossary.origins["term", term_id].problem(
                    "reserved-id",
                    f'the tag "{tag}" is kept for the page of the folder',
                    "choose another",
                    path=("tags", index),
                )


def _names(term: Term) -> Iterator[tuple[FieldPath, str]]:
    yield ("term",), term.term
    if term.abbreviation:
        yield ("abbreviation",), term.abbreviation
    for index, alias in enumerate(term.aliases):
        yield ("aliases", index), alias

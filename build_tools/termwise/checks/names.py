"""What entries are called."""

from collections.abc import Iterator
from typing import NamedTuple

from termwise.checks.examined import Examined
from termwise.model.addresses import FOLDERS, RESERVED_IDS
from termwise.model.glossary import EntryKey
from termwise.model.kinds import Renameable
from termwise.model.names import fold
from termwise.model.problem import FieldPath, Problem
from termwise.model.term import Term
from termwise.model.values import shortened

DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
)
"""What Windows takes for a device, whatever its ending."""


class _Claim(NamedTuple):
    """A term's claim to a name: the less `weakness`, the better; then, the earlier file's."""

    weakness: int
    term: str
    path: FieldPath
    name: str


def each_name_is_claimed_once(examined: Examined) -> Iterator[Problem]:
    """No two terms share a name, an abbreviation or an alias, however it is spelt.

    A clash is told where the weaker claim is: a term's own name is the strongest, an alias the
    weakest.
    """
    claims: dict[str, list[_Claim]] = {}
    for term_id, term in examined.glossary.terms.items():
        for weakness, (path, name) in _names(term):
            claims.setdefault(fold(name), []).append(_Claim(weakness, term_id, path, name))
    for same in claims.values():
        if len(same) == 1:
            continue
        best = min(same)
        file = examined.glossary.origins["term", best.term].file
        for claim in same:
            if claim.term != best.term:
                yield examined.glossary.origins["term", claim.term].problem(
                    "name-claimed-twice",
                    f'"{claim.name}" is {_KINDS[best.weakness]} of the term "{best.term}" too '
                    f'(as "{best.name}", in {file})',
                    "keep it in one of them",
                    path=claim.path,
                )


def a_name_to_avoid_is_no_name(examined: Examined) -> Iterator[Problem]:
    """What one term avoids no other avoids or is called, and it is not called so itself.

    Another spelling of its own names is what most terms avoid; one in other capitals is not to
    be told apart from the name.
    """
    terms = examined.glossary.terms
    called = {fold(name): (key, name) for key, term in terms.items() for name in term.names}
    avoided: dict[str, tuple[str, str]] = {}
    for term_id, term in terms.items():
        own = {name.casefold(): name for name in term.names}
        for index, name in enumerate(term.avoid):
            first = avoided.setdefault(fold(name), (term_id, name))
            other = called.get(fold(name), (term_id, name))
            if name.casefold() in own:
                fault = f'"{name}" is a name of this term (as "{own[name.casefold()]}")'
            elif other[0] != term_id:
                fault = f'"{name}" is a name of the term "{other[0]}" (as "{other[1]}")'
            elif first[0] != term_id:
                fault = f'"{name}" is to be avoided for the term "{first[0]}" too (as "{first[1]}")'
            else:
                continue
            yield examined.glossary.origins["term", term_id].problem(
                "avoided-name", fault, "keep it in one place", path=("avoid", index)
            )


def a_former_id_is_free(examined: Examined) -> Iterator[Problem]:
    """An id under which an entry once stood is no other's, now or formerly, nor a folder's."""
    glossary = examined.glossary
    claimed: dict[EntryKey, EntryKey] = {}
    for key, entry in glossary.entries():
        if not isinstance(entry, Renameable):
            continue
        for index, old in enumerate(entry.formerly):
            former = (key[0], old)
            first = claimed.setdefault(former, key)
            if old in glossary.of_kind(key[0]):
                fault = f'there is a {key[0]} "{old}" today, which stands at that address'
            elif first != key or old in entry.formerly[:index]:
                fault = f'"{old}" was formerly "{first[1]}" too'
            elif old in RESERVED_IDS:
                fault = f'the page of the folder stands at "{old}"'
            else:
                continue
            yield glossary.origins[key].problem(
                "former-id-taken", fault, "keep it in one place", path=("formerly", index)
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


def files_can_be_named_so_everywhere(examined: Examined) -> Iterator[Problem]:
    """No id that names a file of the site is a device of Windows."""
    glossary = examined.glossary
    for key in glossary.origins:
        if key[0] in FOLDERS and key[1] in DEVICES:
            yield _device(examined, key, key[1], ())
    for name, term in glossary.terms.items():
        for index, tag in enumerate(term.tags):
            if tag in DEVICES:
                yield _device(examined, ("term", name), tag, ("tags", index))


def _device(examined: Examined, key: EntryKey, name: str, path: FieldPath) -> Problem:
    fault = f'on Windows "{shortened(name)}" is a device, and no file can be named so'
    origin = examined.glossary.origins[key]
    return origin.problem("device-name", fault, "choose another", path=path, severity="warning")


_KINDS = ("the name", "the abbreviation", "an alias")
"""What a term may be called, the strongest claim first."""


def _names(term: Term) -> Iterator[tuple[int, tuple[FieldPath, str]]]:
    yield 0, (("term",), term.term)
    if term.abbreviation:
        yield 1, (("abbreviation",), term.abbreviation)
    for index, alias in enumerate(term.aliases):
        yield 2, (("aliases", index), alias)

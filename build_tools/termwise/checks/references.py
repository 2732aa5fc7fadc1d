"""Fields that name another entry."""

from collections.abc import Iterator
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, TypeVar

from termwise.checks.examined import Examined
from termwise.model.kinds import KIND
from termwise.model.names import closest, did_you_mean, id_from, listed
from termwise.model.problem import Problem
from termwise.model.taxonomy import Taxonomy
from termwise.model.values import Reference, shortened

Found = TypeVar("Found", bound=tuple[Any, ...])

MOST = 50
"""How many faults of one kind are told of one entry."""


def what_is_named_exists(examined: Examined) -> Iterator[Problem]:
    """Every term, fact, source, category, level, relation and region that a field names exists."""
    unknown = (
        (origin, path, marker.kind, value)
        for origin, path, value, marker in examined.fields()
        if isinstance(marker, Reference) and not examined.knows(marker.kind, value)
    )
    for origin, path, kind, value in first_of_each(unknown):
        yield origin.problem(
            f"unknown-{kind}",
            f'no {kind} "{shortened(value)}"',
            remedy(examined, kind, value),
            path=path,
        )


def first_of_each(found: Iterator[Found]) -> Iterator[Found]:
    """Of what was found, as much of each entry as a reader would read."""
    for _origin, own in groupby(found, key=itemgetter(0)):
        yield from islice(own, MOST)


def remedy(examined: Examined, kind: str, name: str) -> str:
    """What to do about an unknown name: the nearest known one, or where to add it."""
    known = {*examined.glossary.of_kind(kind), *examined.broken_of_kind(kind)}
    if kind == "term":
        return _remedy_for_term(examined, known, name)
    otherwise = f"add it to {KIND[kind].place}"
    choices = examined.glossary.of_kind(kind)
    if KIND[kind].within is Taxonomy and choices:
        # They are few, and in the order of the file, which is that of the levels.
        otherwise = f"choose one of: {listed(choices)}; or {otherwise}"
    return did_you_mean(name, known, otherwise)


def _remedy_for_term(examined: Examined, known: set[str], name: str) -> str:
    """The nearest id, else the term with the nearest name, else the file to add."""
    if near := closest(name, known):
        return f'did you mean "{near}"?'
    terms = examined.glossary.terms.items()
    called = {other: key for key, term in terms for other in term.names}
    if near := closest(name, called):
        return f'did you mean "{called[near]}" ({shortened(near)})?'
    if not (proposed := id_from(name[:80])):
        return "write the id of a term, which is the name of its file without .yml"
    if proposed == name:
        return f"add terms/{name}.yml"
    return f'write the id of a term, or add terms/{proposed}.yml and write "{proposed}"'

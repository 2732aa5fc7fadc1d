"""Fields that name another entry."""

from collections.abc import Iterator

from termwise.checks.examined import Examined
from termwise.linking.fields import walk
from termwise.model.guide import Guide
from termwise.model.names import did_you_mean
from termwise.model.problem import Problem
from termwise.model.values import Reference

WHERE = {
    "term": "add glossary/terms/{}.yml",
    "fact": "add it to a file in facts/",
    "source": "add it to sources.yml",
    "category": "add it to taxonomy.yml",
    "level": "add it to taxonomy.yml",
    "relation": "add it to taxonomy.yml",
    "region": "add it to taxonomy.yml",
}
"""The remedy for a name that nothing near is known for."""


def what_is_named_exists(examined: Examined) -> Iterator[Problem]:
    """Every term, fact, source, category, level, relation and region that a field names exists."""
    glossary = examined.glossary
    for key, entry in glossary.entries():
        if key[0] == "topic" or isinstance(entry, Guide):
            continue
        for path, value, marker in walk(entry):
            if isinstance(marker, Reference) and not examined.knows(marker.kind, value):
                yield glossary.origins[key].problem(
                    f"unknown-{marker.kind}",
                    f'no {marker.kind} "{value}"',
                    remedy(examined, marker.kind, value),
                    path=path,
                )


def remedy(examined: Examined, kind: str, name: str) -> str:
    """What to do about an unknown name: the nearest known one, or where to add it."""
    known = {*examined.glossary.of_kind(kind), *examined.broken_of_kind(kind)}
    return did_you_mean(name, known, WHERE[kind].format(name))

"""Terms as lists show them."""

from collections.abc import Iterable

from termwise.linking.addresses import letter_of
from termwise.producers.reading import Reading


def term_entry(name: str, reading: Reading) -> dict[str, object]:
    """One term in a list: its name and link, its level, its definition."""
    term = reading.term(name)
    return {
        "title": reading.name(term.label),
        "link": reading.link_to(("term", name)),
        "note": reading.name(reading.level(term.level).title),
        "text": reading.line(term.definition),
    }


def in_order(names: Iterable[str], reading: Reading) -> list[str]:
    """Terms in the order of their titles, case aside."""
    return sorted(names, key=lambda name: (reading.term(name).title.casefold(), name))


def by_letter(names: Iterable[str], reading: Reading) -> dict[str, list[str]]:
    """Terms under the letter that they begin with, letters in order, "#" first."""
    grouped: dict[str, list[str]] = {}
    for name in in_order(names, reading):
        grouped.setdefault(letter_of(reading.term(name).title), []).append(name)
    return dict(sorted(grouped.items()))


def counted(count: int, noun: str) -> str:
    """How many, in words: "1 term", "12 terms"."""
    return f"{count} {noun}{'' if count == 1 else 's'}"

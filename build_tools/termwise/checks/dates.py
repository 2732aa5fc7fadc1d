"""Dates: of review, and of what happened to a term."""

import datetime
from collections.abc import Iterator
from itertools import pairwise

from termwise.checks.examined import Examined
from termwise.model.kinds import Dated, Reviewed
from termwise.model.problem import FieldPath, Problem
from termwise.words.words import ENGLISH


def reviews_are_in_order(examined: Examined) -> Iterator[Problem]:
    """Nothing is due for review before it was reviewed, or reviewed in the future."""
    for key, entry in examined.glossary.entries():
        if not isinstance(entry, Reviewed) or entry.reviewed is None:
            continue
        origin = examined.glossary.origins[key]
        if entry.review_by and entry.review_by < entry.reviewed:
            yield origin.problem(
                "dates-out-of-order", "this is before reviewed", "swap or correct them",
                path=("review_by",),
            )  # fmt: skip
        if entry.reviewed > examined.today:
            yield origin.problem(
                "future-date", f"this is in the future ({ENGLISH.date(entry.reviewed)})",
                "write the day of the review", path=("reviewed",), severity="warning",
            )  # fmt: skip


def a_term_came_before_it_changed(examined: Examined) -> Iterator[Problem]:
    """What happened to a term is told in its order, and has happened."""
    for name, term in examined.glossary.terms.items():
        origin = examined.glossary.origins["term", name]
        told = [(("changes", index, "on"), change.on) for index, change in enumerate(term.changes)]
        days: list[tuple[FieldPath, datetime.date]] = list(told)
        if term.added:
            days.insert(0, (("added",), term.added))
        for (_path, before), (path, day) in pairwise(days):
            if day < before:
                yield origin.problem(
                    "dates-out-of-order", f"this is before {ENGLISH.date(before)}",
                    "put what came first first: added, then the changes", path=path,
                )  # fmt: skip
        for path, day in days:
            if day > examined.today:
                yield origin.problem(
                    "future-date", f"this is in the future ({ENGLISH.date(day)})",
                    "write the day on which it happened", path=path, severity="warning",
                )  # fmt: skip


def nothing_is_past_its_review(examined: Examined) -> Iterator[Problem]:
    """Nothing is past its `review_by`."""
    for key, entry in examined.glossary.entries():
        if not isinstance(entry, Dated) or entry.review_by is None:
            continue
        if entry.review_by < examined.today:
            yield examined.glossary.origins[key].problem(
                "review-due",
                f'the {key[0]} "{key[1]}" was due for review on {ENGLISH.date(entry.review_by)}',
                "check it against its sources, then move review_by",
                path=("review_by",),
                severity="warning",
            )

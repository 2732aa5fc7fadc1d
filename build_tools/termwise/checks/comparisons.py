"""Comparison tables."""

from collections.abc import Iterator

from termwise.checks.examined import Examined
from termwise.model.comparison import Comparison
from termwise.model.glossary import Origin
from termwise.model.names import closest, did_you_mean
from termwise.model.problem import Problem


def every_row_has_a_cell_for_each_subject(examined: Examined) -> Iterator[Problem]:
    """A comparison has two subjects or more, and each row a cell for each and for no other."""
    glossary = examined.glossary
    for name, comparison in glossary.comparisons.items():
        origin = glossary.origins["comparison", name]
        yield from _subjects(comparison, origin)
        yield from _cells(comparison, origin, examined)


def _subjects(comparison: Comparison, origin: Origin) -> Iterator[Problem]:
    subjects = comparison.subjects
    if len(subjects) < 2:
        yield origin.problem(
            "too-few-subjects", "a comparison has two subjects or more", "add one",
            path=("subjects",),
        )  # fmt: skip
    for index, subject in enumerate(subjects):
        if subject in subjects[:index]:
            yield origin.problem(
                "repeated-subject", f'"{subject}" is a subject twice', "keep one",
                path=("subjects", index),
            )  # fmt: skip
    for index, verdict in enumerate(comparison.verdict):
        if verdict.subject not in subjects:
            yield origin.problem(
                "not-a-subject", f'"{verdict.subject}" is not compared here',
                did_you_mean(verdict.subject, subjects, "add it to subjects"),
                path=("verdict", index, "subject"),
            )  # fmt: skip


def _cells(comparison: Comparison, origin: Origin, examined: Examined) -> Iterator[Problem]:
    if not comparison.dimensions:
        yield origin.problem(
            "no-dimensions", "a comparison has one dimension or more", "add one",
            path=("dimensions",),
        )  # fmt: skip
    for index, dimension in enumerate(comparison.dimensions):
        path = ("dimensions", index, "cells")
        others = [name for name in dimension.cells if name not in comparison.subjects]
        meant = {closest(name, comparison.subjects) for name in others}
        for subject in comparison.subjects:
            if subject not in dimension.cells and subject not in meant:
                yield origin.problem(
                    "missing-cell", f'the row "{dimension.name}" has no cell for "{subject}"',
                    f"add {subject}: …", path=path,
                )  # fmt: skip
        for subject in others:
            if examined.knows("term", subject):  # else that is told
                yield origin.problem(
                    "not-a-subject", f'"{subject}" is not compared here',
                    did_you_mean(subject, comparison.subjects, "add it to subjects"),
                    path=(*path, subject),
                )  # fmt: skip

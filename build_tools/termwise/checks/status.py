"""The status of terms."""

from collections.abc import Iterator

from termwise.checks.examined import Examined
from termwise.model.problem import Problem


def a_replacement_leads_somewhere(examined: Examined) -> Iterator[Problem]:
    """A deprecated term names what replaced it, and following replacements comes to an end."""
    terms = examined.glossary.terms
    for name, term in terms.items():
        origin = examined.glossary.origins["term", name]
        if term.status == "deprecated" and term.replaced_by is None:
            yield origin.problem(
                "no-replacement", "a deprecated term says what replaced it", "add replaced_by: …",
                path=("status",),
            )  # fmt: skip
        if term.status != "deprecated" and term.replaced_by is not None:
            yield origin.problem(
                "not-deprecated", "only a deprecated term is replaced",
                "set status: deprecated, or take replaced_by out", path=("replaced_by",),
            )  # fmt: skip
        passed, current = [name], term.replaced_by
        while current is not None and current in terms and current not in passed:
            passed.append(current)
            current = terms[current].replaced_by
        if term.replaced_by == name:
            yield origin.problem(
                "names-itself", f'"{name}" is this term itself', "name the term that replaced it",
                path=("replaced_by",),
            )  # fmt: skip
        elif current is not None and current == name:
            yield origin.problem(
                "replacement-circle",
                f"the replacements lead in a circle: {' → '.join([*passed, current])}",
                "let one of them stay", path=("replaced_by",),
            )  # fmt: skip


def a_reviewed_term_says_when(examined: Examined) -> Iterator[Problem]:
    """A term with the status `reviewed` has the date of the review."""
    for name, term in examined.glossary.terms.items():
        if term.status == "reviewed" and term.reviewed is None:
            yield examined.glossary.origins["term", name].problem(
                "missing-key", "a reviewed term says when", "add reviewed: YYYY-MM-DD",
                path=("status",),
            )  # fmt: skip

"""The hand-written pages."""

import re
from collections.abc import Iterator
from dataclasses import replace

from termwise.checks.examined import Examined
from termwise.checks.references import remedy
from termwise.linking.tokens import tokens
from termwise.model.guide import Guide
from termwise.model.names import did_you_mean
from termwise.model.problem import Problem


def guides_link_what_exists(examined: Examined) -> Iterator[Problem]:
    """Every `[[term]]`, `{{fact}}` and featured comparison of a guide exists."""
    for name, guide in examined.glossary.guides.items():
        for comparison in guide.featured:
            if not examined.knows("comparison", comparison):
                known = examined.glossary.comparisons
                problem = examined.glossary.origins["guide", name].problem(
                    "unknown-comparison",
                    f'no comparison "{comparison}"',
                    did_you_mean(comparison, known, f"add comparisons/{comparison}.yml"),
                    path=("featured",),
                )
                yield _at(problem, guide, _featured_at(guide, comparison))
        for token in tokens(guide.text):
            if token.kind not in ("term", "fact") or examined.knows(token.kind, token.value):
                continue
            problem = examined.glossary.origins["guide", name].problem(
                f"unknown-{token.kind}",
                f'no {token.kind} "{token.value}"',
                remedy(examined, token.kind, token.value),
            )
            yield _at(problem, guide, token.start)


def _at(problem: Problem, guide: Guide, start: int) -> Problem:
    """The problem at the place of a character of the guide."""
    before = guide.text[:start]
    return replace(problem, line=before.count("\n") + 1, column=len(before) - before.rfind("\n"))


def _featured_at(guide: Guide, comparison: str) -> int:
    """Where the front matter names the comparison."""
    front = guide.text[: guide.body]
    featured = max(front.find("\nfeatured:") + 1, 0)
    found = re.compile(rf"(?<![a-z0-9-]){comparison}(?![a-z0-9-])").search(front, featured)
    return found.start() if found else featured

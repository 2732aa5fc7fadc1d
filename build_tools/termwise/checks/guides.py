"""The hand-written pages."""

from collections.abc import Iterator
from dataclasses import replace

from termwise.checks.examined import Examined
from termwise.checks.references import remedy
from termwise.linking.markup import tokens
from termwise.model.names import did_you_mean
from termwise.model.problem import Problem


def guides_link_what_exists(examined: Examined) -> Iterator[Problem]:
    """Every `[[term]]`, `{{fact}}` and featured comparison of a guide exists."""
    for name, guide in examined.glossary.guides.items():
        for comparison in guide.featured:
            if not examined.knows("comparison", comparison):
                known = examined.glossary.comparisons
                yield examined.glossary.origins["guide", name].problem(
                    "unknown-comparison",
                    f'no comparison "{comparison}"',
                    did_you_mean(comparison, known, f"add comparisons/{comparison}.yml"),
                    path=("featured",),
                )
        for token in tokens(guide.text):
            if token.kind not in ("term", "fact") or examined.knows(token.kind, token.value):
                continue
            before = guide.text[: token.start]
            yield replace(
                examined.glossary.origins["guide", name].problem(
                    f"unknown-{token.kind}",
                    f'no {token.kind} "{token.value}"',
                    remedy(examined, token.kind, token.value),
                ),
                line=before.count("\n") + 1,
                column=len(before) - before.rfind("\n"),
            )

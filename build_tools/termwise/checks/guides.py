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
    """Every `[[term]]`, `{{fact}}`, featured comparison and decision of a guide exists."""
    for name, guide in examined.glossary.guides.items():
        named = [("comparison", "featured", each) for each in guide.featured]
        named += [("decision", "decision", guide.decision)] if guide.decision else []
        for kind, key, each in named:
            if not examined.knows(kind, each):
                problem = examined.glossary.origins["guide", name].problem(
                    f"unknown-{kind}",
                    f'no {kind} "{each}"',
                    did_you_mean(each, examined.glossary.of_kind(kind), f"add {kind}s/{each}.yml"),
                    path=(key,),
                )
                yield _at(problem, guide, _named_at(guide, key, each))
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


def _named_at(guide: Guide, key: str, name: str) -> int:
    """Where the front matter names an entry under a key."""
    front = guide.text[: guide.body]
    start = max(front.find(f"\n{key}:") + 1, 0)
    after = start + len(key)
    found = re.compile(rf"(?<![a-z0-9-]){name}(?![a-z0-9-])").search(front, after)
    return found.start() if found else start

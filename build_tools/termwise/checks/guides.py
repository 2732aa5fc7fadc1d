"""The site's own pages, as far as they link the glossary."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from termwise.checks.examined import Examined
from termwise.checks.references import MOST, remedy
from termwise.model.guide import Guide, Mention
from termwise.model.kinds import KIND
from termwise.model.names import closest, did_you_mean
from termwise.model.problem import Problem
from termwise.model.values import shortened
from termwise.text.own_links import is_whole

LOOKED_AT = 200
"""How many mentions of what is unknown are looked at; a page may be full of another program's."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def guides_link_what_exists(examined: Examined) -> Iterator[Problem]:
    """Every featured comparison and decision, and what looks like a link of ours, exists."""
    for name, guide in examined.glossary.guides.items():
        named = [("comparison", "featured", each) for each in guide.featured]
        named += [("decision", "decision", guide.decision)] if guide.decision else []
        missing = (each for each in named if not examined.knows(each[0], each[2]))
        for kind, key, each in islice(missing, MOST):
            problem = examined.glossary.origins["guide", name].problem(
                f"unknown-{kind}",
                f'no {kind} "{each}"',
                did_you_mean(
                    each, examined.glossary.of_kind(kind), f"add {KIND[kind].place}{each}.yml"
                ),
                path=(key,),
            )
            yield _at(problem, guide, _named_at(guide, key, each))
        for mention in islice(_not_in_order(guide, examined), LOOKED_AT):
            doubt = _doubtful(mention, name, examined)
            if doubt:
                yield _at(doubt, guide, mention.start)


def _not_in_order(guide: Guide, examined: Examined) -> Iterator[Mention]:
    return (
        mention
        for mention in guide.mentions
        if not (examined.knows_link(mention.kind, mention.name) and is_whole(mention))
    )


def _doubtful(mention: Mention, guide: str, examined: Examined) -> Problem | None:
    """What is wrong with a mention that is meant for us, if anything is.

    The page is not ours, so that it is a warning, and the text stays as it was typed. Without a
    prefix that marks them, only what comes near to a known name is taken to be meant.
    """
    kind, name = mention.kind, mention.name
    origin = examined.glossary.origins["guide", guide]
    if examined.knows_link(kind, name):
        if is_whole(mention):
            return None
        return origin.problem(
            "unfinished-link",
            f'the link to "{name}" says nothing behind its bar, or has two',
            f"write [[{name}]] or [[{name}|other words]]",
            severity="warning",
        )
    near = closest(name[:200], {*examined.glossary.of_kind(kind), *examined.broken_of_kind(kind)})
    if not (mention.marked or (_ID.fullmatch(name) and near)):
        return None
    escape = "" if mention.marked else " (a backslash before it leaves it as text)"
    found = remedy(examined, kind, name[:200]) + escape
    fault = f'no {kind} "{shortened(name)}"'
    return origin.problem(f"unknown-{kind}", fault, found, severity="warning")


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

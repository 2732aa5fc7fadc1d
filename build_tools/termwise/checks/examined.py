"""What a check is given: the glossary, and the day on which it is checked."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from termwise.decide.evaluate import Program
from termwise.decide.examine import Examination, examine
from termwise.decide.program import Compiled, compile_decision
from termwise.model.glossary import Glossary


@dataclass(frozen=True)
class Examined:
    """A glossary under examination on `today`; `examine` reports on a decision's program."""

    glossary: Glossary
    today: datetime.date
    examine: Callable[[Program], Examination] = examine

    @cached_property
    def compiled(self) -> Mapping[str, Compiled]:
        """Every decision with its program and its faults, compiled once for all checks."""
        facts = self.glossary.facts
        return {
            name: compile_decision(decision, facts)
            for name, decision in self.glossary.decisions.items()
        }

    def broken_of_kind(self, kind: str) -> set[str]:
        """The ids of a kind that stand in files with a fault, as far as they can be made out."""
        return {name for found, name in self.glossary.broken if found == kind and name != "*"}

    def knows_link(self, kind: str, written: str) -> bool:
        """Whether a text may link this: a fact by its id, a term by any of its names too."""
        named = kind == "term" and self.glossary.term_named(written) is not None
        return named or self.knows(kind, written)

    def knows(self, kind: str, name: str) -> bool:
        """Whether an entry exists, or may exist in a file that could not be read."""
        broken = self.glossary.broken
        return (
            name in self.glossary.of_kind(kind) or (kind, name) in broken or (kind, "*") in broken
        )

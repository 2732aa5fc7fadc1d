"""What a check is given: the glossary, and the day on which it is checked."""

import datetime
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from termwise.decide.evaluate import Program
from termwise.decide.examine import Examination, examine
from termwise.decide.program import Compiled, compile_decision
from termwise.model.fields import Marker, walk, walk_data
from termwise.model.glossary import Glossary, Origin
from termwise.model.guide import Guide
from termwise.model.kinds import KIND
from termwise.model.names import fold
from termwise.model.problem import FieldPath
from termwise.model.term import Term
from termwise.model.values import ID_PATTERN, Markdown
from termwise.text.outline import refused_in
from termwise.text.tree import Refused


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

    def fields(self) -> Iterator[tuple[Origin, FieldPath, str, Marker]]:
        """Every text and reference of the glossary, its pages aside, with where it stands.

        Those of files with a fault are among them, but for the fields that are at fault.
        """
        for key, entry in self.glossary.entries():
            if not isinstance(entry, Guide):
                listed = {kind.plural for kind in KIND[key[0]].lists}  # entries of their own
                for path, value, marker in walk(entry):
                    if path[0] not in listed:
                        yield self.glossary.origins[key], path, value, marker
        for part in self.glossary.fragments:
            for path, value, marker in walk_data(part.kind, part.data):
                if path not in part.faulty:
                    yield part.origin, path, value, marker

    @cached_property
    def texts(self) -> Sequence[tuple[Origin, FieldPath, str]]:
        """Every text among the fields."""
        fields = self.fields()
        return [
            (origin, path, text) for origin, path, text, by in fields if isinstance(by, Markdown)
        ]

    @cached_property
    def refused(self) -> Sequence[tuple[Origin, FieldPath, Refused]]:
        """All that is refused in texts."""
        return [
            (origin, path, each) for origin, path, text in self.texts for each in refused_in(text)
        ]

    def broken_of_kind(self, kind: str) -> set[str]:
        """The ids of a kind that stand in files with a fault, as far as they can be made out."""
        named = {name for found, name in self.glossary.broken if found == kind}
        return {name for name in named if re.fullmatch(ID_PATTERN, name)}

    def knows_link(self, kind: str, written: str) -> bool:
        """Whether a text may link this: a fact by its id, a term by any of its names too."""
        if kind == "term" and (
            self.glossary.term_named(written) is not None or fold(written) in self._broken_names
        ):
            return True
        return self.knows(kind, written)

    @cached_property
    def _broken_names(self) -> frozenset[str]:
        """The names of terms in files with a fault, folded, as far as they can be made out."""
        named: list[object] = [name for kind, name in self.glossary.broken if kind == "term"]
        for part in self.glossary.fragments:
            if part.kind is Term and isinstance(part.data, Mapping):
                aliases = part.data.get("aliases")
                named += [part.data.get("term"), part.data.get("abbreviation")]
                named += aliases if isinstance(aliases, tuple) else ()
        return frozenset(fold(name) for name in named if isinstance(name, str))

    def knows(self, kind: str, name: str) -> bool:
        """Whether an entry exists, or may exist in a file that could not be read."""
        broken = self.glossary.broken
        return (
            name in self.glossary.of_kind(kind) or (kind, name) in broken or (kind, "*") in broken
        )

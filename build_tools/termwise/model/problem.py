"""A problem: what is wrong, where as far as that is known, and what to do about it."""

import re
from dataclasses import dataclass
from typing import Literal

FieldPath = tuple[str | int, ...]
Severity = Literal["error", "warning"]

LONGEST_KEY = 60
"""How many characters of a key a problem shows; no key of ours has half as many."""

_UNSEEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)


def visible(text: str) -> str:
    """A text whose invisible signs show: those that would hide, turn or break what is printed."""
    return _UNSEEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)


@dataclass(frozen=True)
class Problem:
    """One fault, with its place as far as it is known.

    `file` is as the author knows it (`glossary/terms/rag.yml`), and empty where the fault is in
    no file or it is not known yet in which; `path` is that of the field in it. `line` and
    `column` count from 1, and 0 means that they are not known; within the field it is where
    `needle` stands, if there is one.
    """

    code: str
    fault: str
    remedy: str = ""
    severity: Severity = "error"
    file: str = ""
    path: FieldPath = ()
    line: int = 0
    column: int = 0
    needle: str = ""

    @property
    def field(self) -> str:
        """The field's path as authors write it: `related[2].term`; a long key is cut short."""
        text = ""
        for part in self.path:
            if isinstance(part, int):
                text += f"[{part}]"
                continue
            key = part if len(part) <= LONGEST_KEY else f"{part[: LONGEST_KEY - 1]}…"
            text += f".{key}" if text else key
        return visible(" ".join(text.split()))

    @property
    def message(self) -> str:
        """The fault and what to do about it, in one line."""
        words = f"{self.fault}; {self.remedy}" if self.remedy else self.fault
        return visible(" ".join(words.split()))


class ProblemError(ValueError):
    """Problems that end what was being done: a value is refused, or a program cannot run.

    It is raised where nothing can be gone on with, and caught where the problems are told.
    """

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems


def fault(code: str, what: str, remedy: str) -> ProblemError:
    """The error for a value that is refused; whoever catches it knows where the value stands."""
    return ProblemError(Problem(code, what, remedy))

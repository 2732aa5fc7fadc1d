"""A problem: an author's mistake, with its place and the remedy."""

import re
from dataclasses import dataclass
from typing import Literal

FieldPath = tuple[str | int, ...]
Severity = Literal["error", "warning"]

_UNSEEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)


def visible(text: str) -> str:
    """A text whose invisible signs show: those that would hide, turn or break what is printed."""
    return _UNSEEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)


@dataclass(frozen=True)
class Problem:
    """One fault in one file.

    `file` is as the author knows it (`glossary/terms/rag.yml`); `line` and `column` count
    from 1, and 0 means that the place is known only as the field's `path`; within that field
    it is where `needle` stands, if there is one.
    """

    file: str
    path: FieldPath
    code: str
    fault: str
    remedy: str = ""
    severity: Severity = "error"
    line: int = 0
    column: int = 0
    needle: str = ""

    @property
    def field(self) -> str:
        """The field's path as authors write it: `related[2].term`."""
        text = ""
        for part in self.path:
            text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
        return visible(" ".join(text.split()))

    @property
    def message(self) -> str:
        """The fault and what to do about it, in one line."""
        words = f"{self.fault}; {self.remedy}" if self.remedy else self.fault
        return visible(" ".join(words.split()))

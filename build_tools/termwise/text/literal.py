"""Words of a tree in Markdown, so that they are shown to the letter."""

import re
from collections.abc import Callable
from dataclasses import dataclass

IDLE = r"(?P<idle>(?<=[^\W_])_+(?=[^\W_])|(?<=[^\S\n])\*(?=\s))"
"""Signs of emphasis that mean nothing where they stand: within a word, or between spaces."""

_WITHIN = "\x01"
"""Stands before words that no line begins with."""


@dataclass(frozen=True)
class Literal:
    """How one kind of Markdown keeps words literal: its signs, and what each is written as.

    `signs` are those that mean something within a line, with `IDLE` among them; `rare` finds any of
    them, since most words have none. `first` are those that mean something as a line's `sign` after
    what is `before` it.
    """

    rare: re.Pattern[str]
    signs: re.Pattern[str]
    first: re.Pattern[str]
    escape: Callable[[str], str]

    def words(self, text: str, written: str, *, begins: bool) -> str:
        """Plain text after what is `written` of a line; before all else, a line `begins` or not."""
        if written.endswith("\n") if written else begins:
            return self._shown(text)
        return self._shown(_WITHIN + text)[1:]

    def _shown(self, text: str) -> str:
        if self.rare.search(text):
            text = self.signs.sub(lambda found: found["idle"] or self.escape(found[0]), text)
        return self.first.sub(lambda found: found["before"] + self.escape(found["sign"]), text)

"""Finished parts of a field: kept out of the sight of a converter, and put back afterwards.

Python-Markdown copies a whole paragraph for each sign of markup in it, and tries each of its
patterns on what it finds. What is done already (code, links to terms, values, signs that stand
for themselves) costs it nothing in this way.
"""

import html
import re
from dataclasses import dataclass, field

from termwise.text.escape import PLACEHOLDER

_PLACE = re.compile(r"<p>\x00b(\d+)\x00</p>|\x00b?(\d+)\x00")
_INDENTED = re.compile(r"<pre>.*?</pre>", re.DOTALL)


@dataclass
class Held:
    """The parts of one text; their places are signs that no text holds (`escape.PLACEHOLDER`)."""

    _made: list[str] = field(default_factory=list)
    _typed: list[str] = field(default_factory=list)

    def hold(self, made: str, typed: str) -> str:
        """The place of a part within a line: its HTML, and what its author typed."""
        return f"\x00{self._kept(made, typed)}\x00"

    def hold_block(self, made: str) -> str:
        """The place of a part that is a block of its own, with empty lines around it."""
        return f"\n\x00b{self._kept(made, '')}\x00\n"

    def put_back(self, converted: str) -> str:
        """A converted text with its parts: in code that is indented, as they were typed."""
        shown = _INDENTED.sub(lambda code: _put(self._typed, code[0]), converted)
        return _put(self._made, shown)

    def _kept(self, made: str, typed: str) -> int:
        self._made.append(made)
        self._typed.append(html.escape(PLACEHOLDER.sub("", typed), quote=False))
        return len(self._made) - 1


def _put(parts: list[str], text: str) -> str:
    return _PLACE.sub(lambda found: parts[int(found[1] or found[2])], text)

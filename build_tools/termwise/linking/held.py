"""Finished parts of a field: kept out of the sight of a converter, and put back afterwards.

Python-Markdown copies a whole paragraph for each sign of markup in it, and tries each of its
patterns on what it finds. What is done already (code, links to terms, values, signs that stand
for themselves) costs it nothing in this way.
"""

import re
from dataclasses import dataclass, field

_PLACE = re.compile(r"<p>\x00b(\d+)\x00</p>|\x00b?(\d+)\x00")


@dataclass
class Held:
    """The parts of one text; their places are signs that no text holds (`escape.PLACEHOLDER`)."""

    _parts: list[str] = field(default_factory=list)

    def hold(self, html: str) -> str:
        """The place of a part within a line."""
        self._parts.append(html)
        return f"\x00{len(self._parts) - 1}\x00"

    def hold_block(self, html: str) -> str:
        """The place of a part that is a block of its own, with empty lines around it."""
        self._parts.append(html)
        return f"\n\x00b{len(self._parts) - 1}\x00\n"

    def put_back(self, html: str) -> str:
        """A converted text with its parts."""
        return _PLACE.sub(lambda found: self._parts[int(found[1] or found[2])], html)

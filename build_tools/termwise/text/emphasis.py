"""Signs of emphasis that have no partner: no more of them than anybody reads."""

from dataclasses import dataclass, field

MOST_UNPAIRED = 50
"""How many signs of emphasis in one paragraph may be open, or have no partner that matches."""


@dataclass
class Pairs:
    """The signs of emphasis of one paragraph: the open ones, and those that never pair well.

    `told` is whether there have been too many without a partner.
    """

    told: bool = False
    open: list[str] = field(default_factory=list)
    opened: int = 0
    astray: int = 0

    def take(self, run: str, before: str, after: str) -> None:
        """Count a run of one sign, given what stands around it."""
        opens, closes = bool(after.strip()), bool(before.strip())
        if run[0] == "_" and before.isalnum() and after.isalnum():
            return
        if closes and self.open:
            if self._close(run):
                return
            self.astray += 1
        if opens:
            self.open.append(run)
            self.opened += len(run)
        self.told = self.opened + self.astray > MOST_UNPAIRED

    def _close(self, run: str) -> bool:
        """Whether the run closes one that is open, or several that are as many signs together."""
        left, index = len(run), len(self.open)
        while index and left and self.open[index - 1][0] == run[0]:
            index -= 1
            left -= len(self.open[index])
        if left:
            return False
        del self.open[index:]
        self.opened -= len(run)
        return True

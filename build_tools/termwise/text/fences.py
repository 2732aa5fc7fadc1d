"""Blocks of code between fences in a Markdown page, found line by line."""

import re
from collections.abc import Iterator

_FENCE = re.compile(r"^[ ]*(`{3,}|~{3,})(.*)$", re.MULTILINE)


def fenced(text: str) -> Iterator[tuple[int, int]]:
    """Where each block of code begins and ends, its fences included.

    A fence that none of its kind follows opens no block.
    """
    fences = list(_FENCE.finditer(text))
    lengths = [_closes(fence) for fence in fences]
    longest_behind: list[dict[str, int]] = []
    behind = {"`": 0, "~": 0}
    for fence, length in zip(reversed(fences), reversed(lengths), strict=True):
        longest_behind.append(dict(behind))
        behind[fence[1][0]] = max(behind[fence[1][0]], length)
    longest_behind.reverse()
    index = 0
    while index < len(fences):
        opening, sign = fences[index], fences[index][1][0]
        index += 1
        if longest_behind[index - 1][sign] < len(opening[1]):
            continue
        while fences[index][1][0] != sign or lengths[index] < len(opening[1]):
            index += 1
        yield opening.start(), fences[index].end()
        index += 1


def _closes(fence: re.Match[str]) -> int:
    """How long the fence is that this one may close, or 0 where words follow it."""
    return 0 if fence[2].strip(" `~") else len(fence[1])

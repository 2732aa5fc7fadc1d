"""Square brackets in a page: which of them can make nothing, whatever its builder knows.

A converter of Markdown looks from every opening bracket for its end. Where those that make no
link are another sign, there is nothing to look for.
"""

import re

_SIGN = re.compile(r"\\[^\n]|(?P<open>\[)|(?P<close>\])|(?P<apart>\n[ \t>]*(?=\n))")

_MOST_WITHIN = 10
"""In how many others a bracket can stand and make anything."""


def without_idle_brackets(text: str, sign: str) -> str:
    """A page with `sign` for each opening bracket that can make nothing, whatever a builder knows.

    They are those that are never closed in their paragraph, or stand in too many others.
    """
    waiting: list[int] = []
    idle: list[int] = []
    for found in _SIGN.finditer(text):
        if found["open"]:
            waiting.append(found.start())
            idle += waiting[-1:] if len(waiting) > _MOST_WITHIN else ()
        elif found["apart"]:
            idle += waiting[:_MOST_WITHIN]
            waiting.clear()
        elif found["close"] and waiting:
            waiting.pop()
    written, end = [], 0
    for place in sorted({*idle, *waiting}):
        written.append(text[end:place])
        end = place + 1
    return sign.join([*written, text[end:]])

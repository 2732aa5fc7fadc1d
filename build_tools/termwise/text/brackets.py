"""Square brackets in a field: which of them make a link, and which are only brackets.

A converter of Markdown looks from every opening bracket for its end. Where those that make no
link are written as plain signs, there is nothing to look for.
"""

import re
from collections.abc import Container, Iterable

from termwise.text.tokens import Token

WEB = r"(?:https?://|mailto:)[^\s()<>\[\]{}|\\\"'`*]+"
"""An address that a text may link."""

_SIGN = re.compile(
    rf"\\[^\n]|(?P<open>\[)|(?P<close>\])(?P<out>\({WEB}\))?|(?P<apart>\n[ \t>]*(?=\n))"
)

_MOST_WITHIN = 10
"""In how many others a bracket can stand and make anything."""


def brackets_of_links(stretches: Iterable[Token]) -> frozenset[int]:
    """Where the brackets stand around the words of links out of the site.

    Brackets that match are looked for within a paragraph, across the code and the links that
    stand in it. Of links within links the outermost is one.
    """
    waiting: list[int] = []
    links: list[tuple[int, int]] = []
    for stretch in stretches:
        for sign in _SIGN.finditer(stretch.value) if stretch.kind == "text" else ():
            if sign["open"]:
                waiting.append(stretch.start + sign.start())
            elif sign["apart"]:
                waiting.clear()
            elif sign["close"] and waiting:
                start = waiting.pop()
                if sign["out"]:
                    while links and links[-1][0] > start:
                        links.pop()
                    links.append((start, stretch.start + sign.start()))
    return frozenset(place for link in links for place in link)


def without_lone_brackets(stretch: Token, links: Container[int]) -> str:
    """The text of a stretch, its brackets plain signs but for those of `links`."""

    def written(sign: re.Match[str]) -> str:
        if sign["open"]:
            return sign[0] if stretch.start + sign.start() in links else "&#91;"
        if sign["close"] and stretch.start + sign.start() not in links:
            return f"&#93;{sign['out'] or ''}"
        return sign[0]

    return _SIGN.sub(written, stretch.value)


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

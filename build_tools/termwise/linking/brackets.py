"""Square brackets in a field: which of them make a link, and which are only brackets.

A converter of Markdown looks from every opening bracket for its end. Where those that make no
link are written as plain signs, there is nothing to look for.
"""

import re
from collections.abc import Container, Iterable

from termwise.linking.tokens import Token

WEB = r"(?:https?://|mailto:)[^\s()<>\[\]{}|\\\"'`*]+"
"""An address that a text may link."""

_SIGN = re.compile(
    rf"\\[^\n]|(?P<open>\[)|(?P<close>\])(?P<out>\({WEB}\))?|(?P<apart>\n[ \t>]*(?=\n))"
)


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

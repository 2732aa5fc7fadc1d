"""HTML as data: what embeds hand to other sites, which build elements of it and never parse it.

`Nodes` is a list of texts and elements, an element being `[tag, attributes, *nodes]`. Only the
tags and attributes below come through, whatever the HTML held; links keep only whole addresses
of the web and of mail. `widgets/src/embed/nodes.js` builds from the same lists.
"""

import html
import itertools
import re
from collections.abc import Iterable
from html.parser import HTMLParser
from typing import Any, TypeAlias

Nodes: TypeAlias = "list[str | list[Any]]"

TAGS = frozenset(
    ("a", "p", "ul", "ol", "li", "code", "pre", "em", "strong", "br", "hr", "small", "span",
     "blockquote", "h4", "table", "thead", "tbody", "tr", "th", "td")
)  # fmt: skip
VOID = frozenset(("br", "hr"))
_CLASS = re.compile(r"tw-[a-z-]+( tw-[a-z-]+)*")
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\"]+", re.IGNORECASE)
_ATTRIBUTES = {
    "href": _ADDRESS,
    "class": _CLASS,
    "start": re.compile(r"\d{1,9}"),
}


class _Builder(HTMLParser):
    """Builds nodes; an element that is not let through gives way to what is in it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.nodes: Nodes = []
        self._open: list[tuple[str, list[Any]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        if tag not in TAGS:
            return
        element: list[Any] = [tag, let_through(attrs)]
        self._place().append(element)
        if tag not in VOID:
            self._open.append((tag, element))

    def handle_endtag(self, tag: str) -> None:
        """An element ends, and with it all that was left open in it."""
        names = [name for name, _element in self._open]
        if tag in names:
            del self._open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        """Text."""
        place = self._place()
        if place and isinstance(place[-1], str):
            place[-1] += data
        else:
            place.append(data)

    def _place(self) -> list[Any]:
        return self._open[-1][1] if self._open else self.nodes


def let_through(attributes: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    """Those attributes that come through, with what they say."""
    return {
        name: value
        for name, value in attributes
        if name in _ATTRIBUTES and value and _ATTRIBUTES[name].fullmatch(value)
    }


def joined(parts: Iterable[Nodes]) -> Nodes:
    """Nodes one after the other; of texts that meet one is made."""
    made: Nodes = []
    for node in itertools.chain.from_iterable(parts):
        if made and isinstance(node, str) and isinstance(made[-1], str):
            made[-1] += node
        else:
            made.append(node)
    return made


def nodes_of(markup: str) -> Nodes:
    """The nodes of HTML that a `Writer` made."""
    if not re.search("[<&]", markup):
        return [markup] if markup else []
    builder = _Builder()
    builder.feed(markup)
    builder.close()
    return builder.nodes


def html_of(nodes: Nodes) -> str:
    """Nodes as HTML. Links open beside the page, since an embed never navigates its host."""
    return "".join(html.escape(node) if isinstance(node, str) else _element(node) for node in nodes)


def _element(node: list[Any]) -> str:
    tag, attributes, *inside = node
    shown = "".join(f' {name}="{html.escape(value)}"' for name, value in attributes.items())
    if tag == "a":
        shown += ' target="_blank" rel="noopener"'
    if tag in VOID:
        return f"<{tag}{shown}>"
    return f"<{tag}{shown}>{html_of(inside)}</{tag}>"


def length(nodes: Nodes) -> int:
    """How many signs of text there are."""
    return sum(len(node) if isinstance(node, str) else length(node[2:]) for node in nodes)

"""Elements as data: what embeds hand to other sites, which build elements of it, and no HTML.

`Nodes` is a list of texts and elements, an element being `[tag, attributes, *nodes]`. Only the
tags and attributes below come through, whatever was asked for; links keep only whole addresses
of the web and of mail. `widgets/src/embed/nodes.js` builds from the same lists.
"""

import html
import itertools
import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from termwise.text.elements import NONE, Attributes

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


def element(tag: str, inside: Nodes, attributes: Attributes = NONE) -> Nodes:
    """An element with those of its attributes that come through; else what is in it, alone."""
    return [[tag, let_through(attributes), *inside]] if tag in TAGS else inside


def let_through(attributes: Attributes) -> dict[str, str]:
    """Those attributes that come through, with what they say."""
    return {
        name: value
        for name, value in attributes.items()
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


def filled(text: str, values: Mapping[str, Nodes]) -> Nodes:
    """A text with nodes in the places that are named in it."""
    parts = re.split(r"\{(\w+)\}", text)
    return joined(values[part] if at % 2 else [part] for at, part in enumerate(parts) if part)


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

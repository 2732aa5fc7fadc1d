"""HTML that is safe to paste into any page: elements with nothing but the addresses of links."""

import html
from typing import Any

from termwise.embeds.nodes import VOID, Nodes

_UNWRAPPED = frozenset(("span", "small"))
"""Elements that mean nothing without a style sheet."""


def pasted_html(nodes: Nodes) -> str:
    """Nodes as HTML without classes; who says a fact follows it in brackets."""
    return "".join(
        html.escape(node, quote=False) if isinstance(node, str) else _element(node)
        for node in nodes
    )


def _element(node: list[Any]) -> str:
    tag, attributes, *inside = node
    style = attributes.get("class", "")
    if style == "tw-cite":
        rows = "; ".join(pasted_html([row]) for row in inside)
        return f" ({rows.replace(':; ', ': ', 1)})"
    if style == "tw-due":
        return f" ({pasted_html(inside)})"
    if tag in _UNWRAPPED:
        return pasted_html(inside)
    href = f' href="{html.escape(attributes["href"])}"' if "href" in attributes else ""
    if tag in VOID:
        return f"<{tag}>"
    return f"<{tag}{href}>{pasted_html(inside)}</{tag}>"

"""Plain text where it must stay plain: in Markdown, in HTML, in attributes and addresses."""

import html
import re

PLACEHOLDER = re.compile(r"[\x00\x02\x03]")
"""Signs that hold places in our own replacements and in Python-Markdown."""

FIRST_SIGN = re.compile(r"^(\d*)([-*+_.)>:|](?= |$|(?:[-*_ ]+$)))")
"""What makes a line more than words by standing at its beginning: number and sign."""


def escape_markdown(text: str) -> str:
    """Plain text as Markdown that shows it to the letter, on one line."""
    folded = " ".join(text.split())
    return re.sub(r"[\\`*_{}\[\]()#+.!|<>&~^=:-]", _entity_where_needed, folded)


def _entity_where_needed(found: re.Match[str]) -> str:
    """Full stops, hyphens and brackets inside a line mean nothing; all else is escaped."""
    sign = found[0]
    if sign in ".-+:=()" and found.start() > 0 and not re.match(r"\d+\.", found.string):
        return sign
    return f"&#{ord(sign)};"


def html_text(text: str) -> str:
    """Plain text as HTML, good in elements and in quoted attributes."""
    return html.escape(text, quote=True)


def attribute_in_markdown(text: str) -> str:
    """Plain text for an attribute, link title or element that Markdown must not look into."""
    return re.sub(r"[`~|\\\[\]{}*_]", lambda found: f"&#{ord(found[0])};", html_text(text))


def address_in_markdown(url: str) -> str:
    """A web address as the target of a link, which none of its signs may end."""
    return re.sub(r"[&`~|\\\[\]{}()'\"<>]", lambda found: f"&#{ord(found[0])};", url)


def one_line(text: str) -> str:
    """A text field folded to a line that is no more than words: no list, quote or rule."""
    folded = " ".join(PLACEHOLDER.sub("", text).split())
    return FIRST_SIGN.sub(_first_sign, folded)


def _first_sign(found: re.Match[str]) -> str:
    return f"{found[1]}&#{ord(found[2])};"

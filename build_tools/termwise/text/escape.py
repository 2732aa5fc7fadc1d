"""Plain text where it must stay plain: in Markdown, in HTML, in attributes and addresses."""

import html
import re

PLACEHOLDER = re.compile(r"[\x00\x02\x03]")
"""Signs that hold places in our own replacements and in Python-Markdown."""

_PLAIN_CODE = re.compile(r"[\w .,:;=/()+%$@?'\"-]*")
"""Code that no reading of the marks around it could bring to life."""

_COULD_BEGIN_MARKUP = re.compile(r"<(?![\s\d=\u2060])|&(?![\s\u2060]|[A-Za-z](?:[\s.,:?!)]|\Z))")
"""A sign that could begin an element or a character reference, were the text read as HTML: all but
those before a space, a digit or a single letter ("a < b", "R&D"), which need no help."""

WORD_JOINER = "\u2060"
"""Shows nothing, has no width, and begins no name of an element or of a reference."""


def inert(text: str) -> str:
    """Plain text that means the same when a program takes it for HTML, however often it does.

    Themes and plugins read names and attributes as HTML that were written as text: a tooltip, an
    entry of a table of contents that is cut short, the title of a page. A word joiner after each
    sign that could begin markup makes text of it to every parser, and readers see the same.
    """
    return _COULD_BEGIN_MARKUP.sub(lambda found: found[0] + WORD_JOINER, text)


def escape_markdown(text: str) -> str:
    """Plain text as Markdown that shows it to the letter, on one line."""
    folded = " ".join(text.split())
    quiet = "" if re.match(r"\d+\.", folded) else ".-+:=()"

    def entity_where_needed(found: re.Match[str]) -> str:
        """Full stops, hyphens and brackets inside a line mean nothing; all else is escaped."""
        sign = found[0]
        return sign if sign in quiet and found.start() > 0 else f"&#{ord(sign)};"

    return re.sub(r"[\\`*_{}\[\]()#+.!|<>&~^=:-]", entity_where_needed, folded)


def html_text(text: str) -> str:
    """Plain text as HTML, good in elements and in quoted attributes."""
    return html.escape(text, quote=True)


def html_in_markdown(text: str) -> str:
    """Plain text as HTML that Markdown must not look into."""
    return re.sub(r"[`~|\\\[\]{}*_]", lambda found: f"&#{ord(found[0])};", html_text(text))


def attribute_in_markdown(text: str) -> str:
    """Plain text for an attribute or the title of a link, whatever reads it and as what."""
    return html_in_markdown(inert(text))


def name_in_html(text: str) -> str:
    """A name as HTML, good in elements and in attributes, whatever reads it and as what."""
    return html_text(inert(text))


def name_in_markdown(text: str) -> str:
    """The same in Markdown."""
    return escape_markdown(inert(text))


def code_in_html(code: str) -> str:
    """Code within a line, which Markdown around it must not look into."""
    shown = code.strip()
    if not _PLAIN_CODE.fullmatch(shown):
        shown = re.sub(r"[^\w\s]|_", lambda found: f"&#{ord(found[0])};", shown)
    return f"<code>{shown or '&#32;'}</code>"


def code_in_markdown(code: str) -> str:
    """Code within a line of Markdown: as HTML where a sign in it could mean more."""
    shown = code.strip()
    return f"`{shown}`" if shown and _PLAIN_CODE.fullmatch(shown) else code_in_html(code)


def address_in_markdown(url: str) -> str:
    """A web address as the target of a link, which none of its signs may end."""
    return re.sub(r"[&`~|\\\[\]{}()'\"<>]", lambda found: f"&#{ord(found[0])};", url)

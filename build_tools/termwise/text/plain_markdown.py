"""Markdown without any HTML: plain text kept plain, and text fields written out.

This is Markdown for whoever reads it as it stands, so that a sign is escaped only where it would
mean something, with a backslash where Markdown allows it. What `dangers` makes harmless for
builders of sites is made harmless here for readers of CommonMark and of GitHub's additions.
"""

import re

from termwise.text.brackets import WEB
from termwise.text.escape import FIRST_SIGN, PLACEHOLDER
from termwise.text.markup import FactValue, TermLink
from termwise.text.tokens import begins_sentence, tokens

_SIGNS = re.compile(r"[\\`*\[\]_~!#<&]")
"""Signs that can mean something within a line; most texts have none, and are soon done with."""

_TOKENS = re.compile(r"\[\[|\{\{|`|~~~")
"""Signs without which a field is all text."""

_NAMED = re.compile(
    r"[\\`*\[\]#]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|(?<=~)~|!(?=\[|\Z)"
    r"|<(?![\s\d=])|&(?=#?\w+;|\Z)"
)
"""Signs that mean something within a line. Others of our own text may follow its end."""

_NAMED_FIRST = re.compile(
    r"(\d{1,9}(?=[.)](?:\s|\Z))|)([.)](?=\s|\Z)|[-+](?=[\s+-]|\Z)|[#>]|~(?=~~))"
)
"""Signs that mean something at the beginning of a line."""

_WRITTEN = re.compile(
    rf"\\(?P<escaped>[!-/:-@\[-`{{-~])|<(?P<address>{WEB})>|(?P<link>\]\({WEB}\))"
    r"|(?P<sign>\](?=\(|[ ]?:)|!(?=\[|\Z)|`|\\(?=\Z)|~(?=~)|(?<=~)~|<(?=[A-Za-z/!?]|\Z)|&(?=\Z))"
)
"""In a field: what its author escaped, links, and signs that would be more than it may hold."""

_BLOCK = re.compile(
    r"^((?:[ \t>]|[-*+][ \t]|\d+[.)][ \t])*)(\#)"
    r"|(?<=[^ \t\n])([ \t]*\n[ \t>]*)([-=])(?=\4*[ ]*$)",
    re.MULTILINE,
)
"""Headings in a field: signs before a line, and signs under one."""

_UNDER = re.compile(r"\n[ \t>]*[-=]+[ ]*$", re.MULTILINE)
_ITEM = re.compile(r"(?:(?<!\s)\s*)?\n[ ]*(?:[-*+]|\d{1,9}[.)])[ ]+")
_APART = re.compile(r"(?<! )[ ]*\n[ ]*\n\s*")
_MARK = re.compile(r"\A\s*(?:[-*+]|\d{1,9}[.)])[ ]+")
_NEIGHBOUR = "\x01"
"""Stands for what is before a stretch of text, so that ^ is the beginning of a line."""


def escaped(text: str) -> str:
    """Plain text as Markdown that shows it to the letter, on one line."""
    folded = " ".join(PLACEHOLDER.sub("", text).split())
    if _SIGNS.search(folded):
        words = folded.rstrip("#")
        end = len(words) + bool(words.strip() and words[-1] != " ")
        folded = _NAMED.sub(lambda found: _escaped_name_sign(found, end), folded)
    first = _NAMED_FIRST.match(folded)
    return f"{first[1]}\\{folded[first.start(2) :]}" if first else folded


def code_span(code: str) -> str:
    """Code within a line, to the letter but for white space."""
    folded = " ".join(PLACEHOLDER.sub("", code).split()) or " "
    ticks = "`" * (1 + _longest_run(folded))
    apart = " " if "`" in (folded[0], folded[-1]) else ""
    return f"{ticks}{apart}{folded}{apart}{ticks}"


def code_block(code: str, language: str = "") -> str:
    """Lines of code, to the letter, as a block of their own."""
    lines = PLACEHOLDER.sub("", code).rstrip("\n")
    fence = "`" * max(3, 1 + _longest_run(lines))
    return f"{fence}{language}\n{lines}\n{fence}"


def address(url: str) -> str:
    """A web address as the target of a link, which none of its signs may end."""
    return re.sub(r"[\x00-\x20()<>\\|`\"\[\]]", lambda found: f"%{ord(found[0]):02X}", url)


def blocks(text: str, term: TermLink, fact: FactValue) -> str:
    """A text field as Markdown: paragraphs, lists, tables, code."""
    return _written(text, term, fact, flat=False)


def line(text: str, term: TermLink, fact: FactValue) -> str:
    """A text field folded to a line, which is no more than words: no list, quote or rule."""
    folded = " ".join(PLACEHOLDER.sub("", text).split())
    return FIRST_SIGN.sub(r"\1\\\2", _written(folded, term, fact, flat=False))


def cell(text: str, term: TermLink, fact: FactValue) -> str:
    """A text field as one line, its paragraphs and the items of its lists told apart."""
    written = _written(_MARK.sub("", text.strip()), term, fact, flat=True)
    return FIRST_SIGN.sub(r"\1\\\2", written)


def _written(text: str, term: TermLink, fact: FactValue, *, flat: bool) -> str:
    if not _TOKENS.search(text):
        return _harmless(_flattened(text) if flat else text, begins=True)
    written = ""
    for token in tokens(text):
        match token.kind:
            case "text":
                value = _flattened(token.value) if flat else token.value
                written += _harmless(value, begins=token.start == 0)
            case "code":
                written += code_span(token.value)
            case "fence" if flat:
                written += code_span(token.value)
            case "fence":
                written += code_block(token.value, token.label or "")
            case "term":
                written += term(token.value, token.label, begins_sentence(text, token.start))
            case "fact":
                written += fact(token.value, begins_sentence(text, token.start))
    return written


def _flattened(text: str) -> str:
    """A stretch of a field without ends of lines."""
    items = _ITEM.sub(lambda found: _between(found, "; ", ".:;,!?"), text)
    paragraphs = _APART.sub(lambda found: _between(found, " · ", ":"), items)
    return re.sub(r"(?<!\s)\s*\n\s*", " ", paragraphs)


def _between(found: re.Match[str], sign: str, enough: str) -> str:
    """The sign that tells two parts apart, unless the first ends in one that does."""
    before = found.string[max(0, found.start() - 1) : found.start()]
    return " " if before and before in enough else sign


def _harmless(text: str, *, begins: bool) -> str:
    """A stretch of a field as Markdown that is no more than what a field may hold.

    `begins` says that nothing is before it.
    """
    text = PLACEHOLDER.sub("", text)
    if "#" in text or _UNDER.search(text):
        before = "" if begins else _NEIGHBOUR
        text = _BLOCK.sub(r"\1\3\\\2\4", before + text).replace(_NEIGHBOUR, "")
    return _WRITTEN.sub(_kept, text) if _SIGNS.search(text) else text


def _kept(found: re.Match[str]) -> str:
    if found["link"]:
        return found["link"]
    if found["address"]:
        return f"[{escaped(found['address'])}]({found['address']})"
    sign = found["escaped"] or found["sign"]
    return _escaped_sign(sign)


def _escaped_name_sign(found: re.Match[str], end: int) -> str:
    """A sign of a name; of # only those from `end` on, which would end a heading."""
    return "#" if found[0] == "#" and found.start() < end else _escaped_sign(found[0])


def _escaped_sign(sign: str) -> str:
    return {"<": "&lt;", "&": "&amp;"}.get(sign, f"\\{sign}")


def _longest_run(code: str) -> int:
    return max(map(len, re.findall("`+", code)), default=0)

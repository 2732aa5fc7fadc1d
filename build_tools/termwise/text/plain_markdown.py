"""Plain text, code and addresses in Markdown without any HTML.

This is Markdown for whoever reads it as it stands, so that a sign is escaped only where it would
mean something to a reader of CommonMark or of GitHub's additions, with a backslash where Markdown
allows it.
"""

import re
from collections.abc import Iterable, Sequence

from termwise.text.escape import PLACEHOLDER

_SIGNS = re.compile(r"[\\`*\[\]_~!#<&]")
"""Signs that can mean something within a line; most texts have none, and are soon done with."""

_NAMED = re.compile(
    r"[\\`*\[\]#]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|(?<=~)~|!(?=\[|\Z)"
    r"|<(?![\s\d=])|&(?=#?\w+;|\Z)"
)
"""Signs that mean something within a line. Others of our own text may follow its end."""

_NAMED_FIRST = re.compile(
    r"(\d{1,9}(?=[.)](?:\s|\Z))|)([.)](?=\s|\Z)|[-+](?=[\s+-]|\Z)|[#>]|~(?=~~))"
)
"""Signs that mean something at the beginning of a line."""

_SIDES = {"": "---", "left": ":---", "center": ":---:", "right": "---:"}


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
    fence = fence_around(lines)
    return "\n".join(filter(None, (f"{fence}{language}", lines, fence)))


def fence_around(code: str) -> str:
    """The signs before and after lines of code, which nothing in them ends."""
    return "`" * max(3, 1 + _longest_run(code))


def table_rows(rows: Sequence[Sequence[str]], sides: Iterable[str]) -> str:
    """A table, the first row of which are its heads; `sides` are where columns are aligned."""
    head, *body = (f"|{'|'.join(f' {cell} ' if cell else ' ' for cell in row)}|" for row in rows)
    under = f"|{'|'.join(_SIDES[side] for side in sides)}|"
    return "\n".join((head, under, *body))


def quoted(text: str) -> str:
    """Lines as those of a quote."""
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))


def address(url: str) -> str:
    """A web address as the target of a link, which none of its signs may end."""
    return re.sub(r"[\x00-\x20()<>\\|`\"\[\]]", lambda found: f"%{ord(found[0]):02X}", url)


def _escaped_name_sign(found: re.Match[str], end: int) -> str:
    """A sign of a name; of # only those from `end` on, which would end a heading."""
    return "#" if found[0] == "#" and found.start() < end else escaped_sign(found[0])


def escaped_sign(sign: str) -> str:
    """A sign that means something, as one that stands for itself."""
    return {"<": "&lt;", "&": "&amp;"}.get(sign, f"\\{sign}")


def _longest_run(code: str) -> int:
    return max(map(len, re.findall("`+", code)), default=0)

"""What authors type for links: to terms, to values of facts, out of the site."""

import re

WEB = r"(?:https?://|mailto:)[^\s()<>\[\]{}|\\\"'`*]+"
"""An address that a text may link."""

BAR = "\x02"
"""Stands for the bar of a link to a term, which does not end a cell of a table."""

TERM_LINK = (
    rf"\[\[[ ]*+(?P<term>[^\[\]|{{}}\\\n{BAR}]++)"
    rf"(?:(?:\\?\||{BAR})[ ]*+(?P<label>[^\[\]{{}}\n]++))?\]\]"
)
FACT_VALUE = r"\{\{[ ]*+(?P<fact>[^{}\n]++)\}\}"
AUTOLINK = rf"<(?P<address>(?!mailto:){WEB}|mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>"

BRACKETS = re.compile(
    rf"\\.|(?P<ticks>`+)|{TERM_LINK}|{FACT_VALUE}|{AUTOLINK}"
    rf"|(?P<open>\[)|\](?:\((?P<url>{WEB})\))?",
    re.DOTALL,
)
"""Brackets, and all that brackets may stand in without being any."""

_SENTENCE_START = re.compile(
    r"(?:\A|(?<=[.!?])\s+|\n\s*\n|\n[ ]*(?=[-*+\d]))(?:[-*+]\s+|\d+\.\s+)?[*_]*\Z"
)


def begins_sentence(text: str, start: int) -> bool:
    """Whether a sentence, a paragraph or a list item begins at `start`."""
    return bool(_SENTENCE_START.search(text, max(0, start - 12), start))

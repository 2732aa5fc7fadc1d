"""A text field in stretches: words, code, and the two additions `[[term]]` and `{{fact}}`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Token:
    """A stretch of a text field.

    `value` is the text itself, the code, or the id of a term or fact; `label` is what stands
    after the bar of a term link, or the language of a fence; `start` counts characters.
    """

    kind: Literal["text", "code", "fence", "term", "fact"]
    value: str
    label: str | None
    start: int


# Bounded everywhere, so that no text takes more than a time in proportion to its length: a
# block of code has up to 400 lines, a span of code up to 400 characters.
_TOKEN = re.compile(
    r"""
    ^(?P<fence>`{3,}|~{3,})[ ]*(?P<lang>[\w\#.+-]*)[ ]*\n
      (?P<block>(?:(?!(?P=fence)[ ]*$)[^\n]*+\n){0,400}+)(?P=fence)[ ]*$
    | (?<![\\`])(?P<ticks>`{1,8})(?!`)
      (?P<code>(?:[^\n]|\n(?![ ]*(?:\n|[-*+>][ ]|\d+[.)][ ]|`{3}|~{3}))){0,400}?[^`\n])
      (?P=ticks)(?!`)
    | (?<!\\)\[\[[ ]*+(?P<term>[^\[\]|{}\\\n]++)(?:\\?\|[ ]*+(?P<label>[^\[\]{}\n]++))?\]\]
    | (?<!\\)\{\{[ ]*+(?P<fact>[^{}\n]++)\}\}
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_UNFINISHED = re.compile(
    r"(?<![\\\[])\[\[(?!\[)(?![^\[\]\n]{0,200}\][(\[])[^\[\]\n]{0,40}(?:\]\]?)?"
    r"|(?<![\\{])\{\{(?!\{)[^{}\n]{0,40}(?:\}\}?)?"
)
_SENTENCE_START = re.compile(
    r"(?:\A|(?<=[.!?])\s+|\n\s*\n|\n[ ]*(?=[-*+\d]))(?:[-*+]\s+|\d+\.\s+)?[*_]*\Z"
)


def tokens(text: str) -> Iterator[Token]:
    """The text in stretches, in order; joined, they cover all of it."""
    end = 0
    for found in _TOKEN.finditer(text):
        if found.start() > end:
            yield Token("text", text[end : found.start()], None, end)
        end = found.end()
        if found["fence"]:
            yield Token("fence", found["block"], found["lang"], found.start())
        elif found["ticks"]:
            yield Token("code", found["code"], None, found.start())
        elif found["term"]:
            label = found["label"] and found["label"].rstrip()
            yield Token("term", found["term"].rstrip(), label, found.start())
        else:
            yield Token("fact", found["fact"].rstrip(), None, found.start())
    if end < len(text):
        yield Token("text", text[end:], None, end)


def unfinished(text: str) -> Iterator[str]:
    """What begins as a link to a term or as a fact's value, and is unclosed or without words.

    A `[[text](url)` is a link of Markdown, and what a backslash stands before is text.
    """
    for token in tokens(text):
        if token.kind == "text":
            yield from (found[0] for found in _UNFINISHED.finditer(token.value))
        elif token.kind == "term" and token.label is not None and token.label.startswith("|"):
            yield f"[[{token.value}|{token.label}]]"


def begins_sentence(text: str, start: int) -> bool:
    """Whether a sentence, a paragraph or a list item begins at `start`."""
    return bool(_SENTENCE_START.search(text, max(0, start - 12), start))

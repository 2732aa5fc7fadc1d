"""The Markdown that a text field may hold, and its two additions: `[[term]]` and `{{fact}}`.

Text from YAML is untrusted. Whatever could become an element or an attribute of its own
(raw HTML, attribute lists, images, link definitions, addresses that are not plain web or
mail ones) is both a fault that stops the build and, should it ever be rendered all the
same, turned into the characters that were typed. Code is recognised first, by the same
pattern as Python-Markdown's fenced code, and code spans that hold anything but plain
characters are written out as escaped HTML, so that no other reading of the backticks can
bring their content to life.
"""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

TermLink = Callable[[str, str | None, bool], str]
"""Id, label (or None) and whether a sentence begins here, to a Markdown link."""

FactValue = Callable[[str], str]
"""A fact's id to Markdown with its value and citation."""


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


_TOKEN = re.compile(
    r"""
    ^(?P<fence>`{3,}|~{3,})[ ]*(?P<lang>[\w\#.+-]*)[ ]*\n(?P<block>.*?)(?<=\n)(?P=fence)[ ]*$
    | (?<![\\`])(?P<ticks>`+)(?!`)(?P<code>[^\n]*?[^`\n])(?P=ticks)(?!`)
    | \[\[[ ]*(?P<term>[^\[\]|{}\\\n]+?)[ ]*(?:\\?\|[ ]*(?P<label>[^\[\]{}\n]+?)[ ]*)?\]\]
    | \{\{[ ]*(?P<fact>[^{}\n]+?)[ ]*\}\}
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_SENTENCE_START = re.compile(
    r"(?:\A|(?<=[.!?])\s+|\n\s*\n|\n[ ]*(?=[-*+\d]))(?:[-*+]\s+|\d+\.\s+)?[*_]*\Z"
)
_WEB = r"(?:https?://|mailto:)[^\s()<>\[\]{}|\\\"'`*]+"
_AUTOLINK = re.compile(rf"<{_WEB}>")
_LINK_END = re.compile(r"\]\(")
_LINK_OUT = re.compile(rf"\]\({_WEB}\)")
_PLAIN_CODE = re.compile(r"[\w .,:;=/()+%$@?'\"-]*")


@dataclass(frozen=True)
class _Danger:
    """Something that a field must not hold, and how it is made harmless."""

    code: str
    pattern: re.Pattern[str]
    fault: str
    remedy: str
    safe: str


_DANGERS = (
    _Danger(
        "raw-html",
        re.compile(r"<(?=[A-Za-z/!?])"),
        "raw HTML is not allowed in text",
        "use Markdown, or put it in `backticks` if readers should see it",
        "&lt;",
    ),
    _Danger(
        "image",
        re.compile(r"!(?=\[)"),
        "images are not allowed in text fields",
        "put the image into a guide and link to it",
        "&#33;",
    ),
    _Danger(
        "link-definition",
        re.compile(r"^[ ]{0,3}\[(?=[^\]\n]*\]:)", re.MULTILINE),
        "link definitions are not allowed",
        "write the link in place: [words](https://…)",
        "&#91;",
    ),
    _Danger(
        "heading",
        re.compile(r"^[ ]{0,3}#(?=#{0,5}(?:[ \t]|$))|^[ ]{0,3}[=](?==*[ ]*$)", re.MULTILINE),
        "headings are not allowed in text fields",
        "use sections: with a title and a text",
        "&#35;",
    ),
    _Danger(
        "heading",
        re.compile(r"(?<=\S\n)-(?=-*[ ]*$)", re.MULTILINE),
        "hyphens under a line make it a heading",
        "put an empty line between them",
        "&#45;",
    ),
    _Danger(
        "attribute-list",
        re.compile(r"\{(?=[:#.]|[ ]*\w+=)"),
        "attribute lists are not allowed",
        "take out the braces, or put them in `backticks`",
        "&#123;",
    ),
    _Danger(
        "unclosed-code",
        re.compile(r"^[ ]*(?:`|~)(?=`{2,}|~{2,})", re.MULTILINE),
        "a code block is opened and never closed",
        "close it with the same marks on a line of their own",
        "&#96;",
    ),
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
            yield Token("term", found["term"], found["label"], found.start())
        else:
            yield Token("fact", found["fact"], None, found.start())
    if end < len(text):
        yield Token("text", text[end:], None, end)


def begins_sentence(text: str, start: int) -> bool:
    """Whether a sentence, a paragraph or a list item begins at `start`."""
    return bool(_SENTENCE_START.search(text, max(0, start - 12), start))


def faults(text: str) -> Iterator[tuple[str, str, str, str]]:
    """Code, fault, remedy and the offending words for each thing that a field must not hold."""
    for token in tokens(text):
        if token.kind != "text":
            continue
        value = _AUTOLINK.sub("", token.value)
        for danger in _DANGERS:
            if found := danger.pattern.search(value):
                needle = value[found.start() :].strip().split("\n", 1)[0][:40].strip()
                yield danger.code, danger.fault, danger.remedy, needle
        for link in _LINK_END.finditer(value):
            if not _LINK_OUT.match(value, link.start()):
                shown = re.split(r"[\s)]", value[link.end() :], maxsplit=1)[0][:60]
                yield (
                    "bad-link",
                    f'a link leads to "{shown}"',
                    "links lead to https://… or mailto:…; link a term as [[id]]",
                    f"]({shown}",
                )


def to_markdown(text: str, term: TermLink, fact: FactValue) -> str:
    """The field as Markdown that any builder may convert, its links and values put in."""
    written = ""
    for token in tokens(text):
        match token.kind:
            case "text":
                written += _harmless(token.value)
            case "code":
                written += _code(token.value)
            case "fence":
                written += f"```{token.label or ''}\n{_fenced(token.value)}```"
            case "term":
                written += term(token.value, token.label, begins_sentence(text, token.start))
            case "fact":
                written += fact(token.value)
    return written


def to_plain(text: str, term: TermLink, fact: FactValue) -> str:
    """The field as one line of plain text: for titles of links, descriptions, search."""
    plain = ""
    for token in tokens(text):
        match token.kind:
            case "text":
                value = re.sub(r"\[([^\]]*)\]\([^)\s]*\)", r"\1", token.value)
                plain += re.sub(r"\*+(?=\S)|(?<=\S)\*+|(?<!\w)_(?=\w)|(?<=\w)_(?!\w)", "", value)
            case "term":
                plain += term(token.value, token.label, begins_sentence(text, token.start))
            case "fact":
                plain += fact(token.value)
            case _:
                plain += token.value
    return " ".join(plain.split())


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


def _harmless(text: str) -> str:
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found[0])
        return f"\x00{len(kept) - 1}\x00"

    text = _AUTOLINK.sub(keep, text)
    text = _LINK_OUT.sub(keep, text)
    text = _LINK_END.sub("&#93;&#40;", text)
    for danger in _DANGERS:
        text = danger.pattern.sub(danger.safe, text)
    text = text.replace("<", "&lt;").replace("{", "&#123;")
    return re.sub(r"\x00(\d+)\x00", lambda found: kept[int(found[1])], text)


def _code(code: str) -> str:
    if _PLAIN_CODE.fullmatch(code):
        return f"`{code.strip()}`" if code.strip() else ""
    shown = re.sub(r"[^\w\s]", lambda found: f"&#{ord(found[0])};", code.strip())
    return f"<code>{shown}</code>"


def _fenced(code: str) -> str:
    """Fenced code; a run of backticks inside is broken up, since the fence is of three."""
    return code.replace("```", "`\u200b`\u200b`")


def html_text(text: str) -> str:
    """Plain text as HTML, good in elements and in quoted attributes."""
    return html.escape(text, quote=True)


def attribute_in_markdown(text: str) -> str:
    """Plain text for a quoted attribute or link title that Markdown must not look into."""
    return re.sub(r"[`|\\\[\]{}*_]", lambda found: f"&#{ord(found[0])};", html_text(text))

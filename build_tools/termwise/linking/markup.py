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


# Bounded everywhere, so that no text takes more than a time in proportion to its length: a
# block of code has up to 400 lines, a span of code up to 400 characters.
_TOKEN = re.compile(
    r"""
    ^(?P<fence>`{3,}|~{3,})[ ]*(?P<lang>[\w\#.+-]*)[ ]*\n
      (?P<block>(?:(?!(?P=fence)[ ]*$)[^\n]*+\n){0,400}+)(?P=fence)[ ]*$
    | (?<![\\`])(?P<ticks>`{1,8})(?!`)
      (?P<code>(?:[^\n]|\n(?![ ]*(?:\n|[-*+>][ ]|\d+[.)][ ]|`{3}|~{3}))){0,400}?[^`\n])
      (?P=ticks)(?!`)
    | \[\[[ ]*+(?P<term>[^\[\]|{}\\\n]++)(?:\\?\|[ ]*+(?P<label>[^\[\]{}\n]++))?\]\]
    | \{\{[ ]*+(?P<fact>[^{}\n]++)\}\}
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_SENTENCE_START = re.compile(
    r"(?:\A|(?<=[.!?])\s+|\n\s*\n|\n[ ]*(?=[-*+\d]))(?:[-*+]\s+|\d+\.\s+)?[*_]*\Z"
)
_WEB = r"(?:https?://|mailto:)[^\s()<>\[\]{}|\\\"'`*]+"
_AUTOLINK = re.compile(rf"<(?:(?!mailto:){_WEB}|mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>")
_LINK_END = re.compile(r"\]\(")
_LINK_OUT = re.compile(rf"\]\({_WEB}\)")
_PLACEHOLDER = re.compile(r"[\x00\x02\x03]")
"""Signs that hold places here and in Python-Markdown."""
_NEIGHBOUR = "\x01"
"""Stands for a link or code beside a stretch of text, so that ^ and $ are the ends of lines."""
_PLAIN_CODE = re.compile(r"[\w .,:;=/()+%$@?'\"-]*")
_AMPERSAND = re.compile(r"&(?!(?:[A-Za-z][A-Za-z0-9]*|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});)")
"""One that begins no character reference; half a reference upsets Python-Markdown's parser."""
_START = r"^((?:[ \t>]|[-*+][ \t]|\d+[.)][ \t])*)"
"""Where a block may begin: at the start of a line, or within quotes and list items."""


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
        re.compile(_START + r"\[(?=[^\[\]]*\]:)", re.MULTILINE),
        "link definitions are not allowed",
        "write the link in place: [words](https://…)",
        r"\1&#91;",
    ),
    _Danger(
        "heading",
        re.compile(_START + r"#(?=#{0,5}(?:[ \t]|$))", re.MULTILINE),
        "headings are not allowed in text fields",
        "use sections: with a title and a text",
        r"\1&#35;",
    ),
    _Danger(
        "heading",
        re.compile(r"(?<=[^ \t\n])([ \t]*\n[ \t>]*)-(?=-*[ ]*$)", re.MULTILINE),
        "hyphens under a line make it a heading",
        "put an empty line between them",
        r"\1&#45;",
    ),
    _Danger(
        "heading",
        re.compile(r"(?<=[^ \t\n])([ \t]*\n[ \t>]*)=(?==*[ ]*$)", re.MULTILINE),
        "equals signs under a line make it a heading",
        "put an empty line between them",
        r"\1&#61;",
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
        re.compile(_START + r"`(?=``)", re.MULTILINE),
        "a code block is opened and never closed",
        "close it with the same marks on a line of their own",
        r"\1&#96;",
    ),
    _Danger(
        "unclosed-code",
        re.compile(_START + r"~(?=~~)", re.MULTILINE),
        "a code block is opened and never closed",
        "close it with the same marks on a line of their own",
        r"\1&#126;",
    ),
)

_LITERAL = (
    re.compile(_START + r"([!?/:=])(?=\2\2)", re.MULTILINE),
    re.compile(_START + r"([#:])", re.MULTILINE),
    re.compile(r"()(\])(?=[ ]?:)"),
    re.compile(r"()(\[)(?=TOC\])"),
    re.compile(r"()(?<!\\)(`)"),
)
"""Signs (group 2) that mean no more than themselves, whatever a builder's extensions read into
them: boxes, definition lists, headings without a space, link and abbreviation definitions, a table
of contents. They need no author's attention, and are written so that they stay what was typed."""


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


def begins_sentence(text: str, start: int) -> bool:
    """Whether a sentence, a paragraph or a list item begins at `start`."""
    return bool(_SENTENCE_START.search(text, max(0, start - 12), start))


def faults(text: str) -> Iterator[tuple[str, str, str, str]]:
    """Code, fault, remedy and the offending words for each thing that a field must not hold."""
    for token in tokens(text):
        if token.kind != "text":
            continue
        value = _AUTOLINK.sub("", _among_neighbours(text, token))
        for danger in _DANGERS:
            if found := danger.pattern.search(value):
                rest = value[found.start() :].replace(_NEIGHBOUR, "")
                needle = rest.strip().split("\n", 1)[0][:40].strip()
                yield danger.code, danger.fault, danger.remedy, needle
        for link in _LINK_END.finditer(value):
            if not _LINK_OUT.match(value, link.start()):
                yield _bad_link(value[link.end() : link.end() + 500].replace(_NEIGHBOUR, ""))


def _bad_link(rest: str) -> tuple[str, str, str, str]:
    """The fault of a link, given what stands behind `](`."""
    found = re.match(r"[ ]*([^\s()]*(?:\([^\s()]*\)[^\s()]*)*)", rest)
    shown, address = (found[0][:60], found[1][:60]) if found else ("", "")
    if address.startswith(("https://", "http://", "mailto:")):
        fault = f'the link to "{address}" holds more than an address'
        remedy = "write no title, and ( and ) in the address as %28 and %29"
    else:
        fault = f'a link leads to "{address}"'
        remedy = "links lead to https://… or mailto:…; link a term as [[id]]"
    return "bad-link", fault, remedy, f"]({shown}"


def _among_neighbours(text: str, token: Token) -> str:
    """A stretch of `text` with a sign for the links and code that it stands between."""
    before = _NEIGHBOUR if token.start else ""
    after = _NEIGHBOUR if token.start + len(token.value) < len(text) else ""
    return f"{before}{token.value}{after}"


def to_markdown(text: str, term: TermLink, fact: FactValue) -> str:
    """The field as Markdown that any builder may convert, its links and values put in."""
    written = ""
    for token in tokens(text):
        match token.kind:
            case "text":
                written += _harmless(_among_neighbours(text, token))
            case "code":
                written += _code(token.value)
            case "fence":
                written += f"```{token.label or ''}\n{_fenced(token.value)}```"
            case "term":
                if written.endswith("!"):  # would make the link an image
                    written = f"{written[:-1]}&#33;"
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

    text = _AUTOLINK.sub(keep, _PLACEHOLDER.sub("", text))
    text = _LINK_OUT.sub(keep, text)
    text = _LINK_END.sub("&#93;&#40;", text)
    for danger in _DANGERS:
        text = danger.pattern.sub(danger.safe, text)
    for literal in _LITERAL:
        text = literal.sub(lambda found: f"{found[1]}&#{ord(found[2])};", text)
    text = text.replace("<", "&lt;").replace("{", "&#123;").replace(_NEIGHBOUR, "")
    text = re.sub(r"\x00(\d+)\x00", lambda found: kept[int(found[1])], text)
    return _AMPERSAND.sub("&amp;", text)


def _code(code: str) -> str:
    if _PLAIN_CODE.fullmatch(code):
        return f"`{code.strip()}`" if code.strip() else "<code>&#32;</code>"
    shown = re.sub(r"[^\w\s]|_", lambda found: f"&#{ord(found[0])};", code.strip())
    return f"<code>{shown}</code>"


def _fenced(code: str) -> str:
    """Fenced code; a run of backticks inside is broken up, since the fence is of three."""
    return code.replace("```", "`\u200b`\u200b`")


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
    folded = " ".join(_PLACEHOLDER.sub("", text).split())
    return re.sub(r"^(\d*)([-*+_.)>:|](?= |$|(?:[-*_ ]+$)))", _first_sign, folded)


def _first_sign(found: re.Match[str]) -> str:
    return f"{found[1]}&#{ord(found[2])};"

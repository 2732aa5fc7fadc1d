"""What a text field must not hold: found for its author, and made harmless should it be shown.

Text from YAML is untrusted. Whatever could become an element or an attribute of its own (raw
HTML, attribute lists, images, link definitions, addresses that are not plain web or mail ones)
is a fault that stops the build. Should it ever be rendered all the same, it is turned into the
characters that were typed.
"""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from termwise.text.brackets import WEB, without_lone_brackets
from termwise.text.escape import PLACEHOLDER
from termwise.text.tokens import Token, tokens

_AUTOLINK = re.compile(rf"<(?:(?!mailto:){WEB}|mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>")
_LINK_END = re.compile(r"\]\(")
_LINK_OUT = re.compile(rf"\]\({WEB}\)")
_NEIGHBOUR = "\x01"
"""Stands for a link or code beside a stretch of text, so that ^ and $ are the ends of lines."""
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


def faults(text: str) -> Iterator[tuple[str, str, str, str]]:
    """Code, fault, remedy and the offending words for each thing that a field must not hold."""
    for token in tokens(text):
        if token.kind != "text":
            continue
        value = _AUTOLINK.sub("", _among_neighbours(token.value, token, text))
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


def _among_neighbours(value: str, token: Token, text: str) -> str:
    """The value of a stretch of `text` with a sign for the links and code around it."""
    before = _NEIGHBOUR if token.start else ""
    after = _NEIGHBOUR if token.start + len(token.value) < len(text) else ""
    return f"{before}{value}{after}"


def harmless(text: str, token: Token, links: Container[int]) -> str:
    """The stretch `token` of `text` as Markdown that is no more than what a field may hold.

    `links` are the places of the `brackets_of_links` in the text.
    """
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found[0])
        return f"\x00{len(kept) - 1}\x00"

    value = _among_neighbours(without_lone_brackets(token, links), token, text)
    text = _AUTOLINK.sub(keep, PLACEHOLDER.sub("", value))
    text = _LINK_OUT.sub(keep, text)
    text = _LINK_END.sub("&#93;&#40;", text)
    for danger in _DANGERS:
        text = danger.pattern.sub(danger.safe, text)
    for literal in _LITERAL:
        text = literal.sub(lambda found: f"{found[1]}&#{ord(found[2])};", text)
    text = text.replace("<", "&lt;").replace("{", "&#123;").replace(_NEIGHBOUR, "")
    text = re.sub(r"\x00(\d+)\x00", lambda found: kept[int(found[1])], text)
    return _AMPERSAND.sub("&amp;", text)

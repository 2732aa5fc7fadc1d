"""What a text field must not hold: the signs of it, and what its author is told.

Text from YAML is untrusted. Whatever could become an element or an attribute of its own in some
reader (raw HTML, attribute lists, images, link definitions, addresses that are not plain web or
mail ones) stops the build, though the tree has no node for it.
"""

import re
from dataclasses import dataclass

from termwise.text.patterns import BAR, TERM_LINK, WEB
from termwise.text.tree import Refused

_TARGET = re.compile(rf"\]\({WEB}\)")
_IMAGE = re.compile(r"!\[[^\[\]]*(?=\]\()")
_ADDRESS = re.compile(r"[ ]*([^\s()]*(?:\([^\s()]*\)[^\s()]*)*)")
_UNFINISHED = re.compile(
    r"(?<![\\\[])\[\[(?!\[)(?![^\[\]\n]{0,200}\](?:\(|\[(?!\[)))[^\[\]\n]{0,40}(?:\]\]?)?"
    r"|(?<![\\{])\{\{(?!\{)[^{}\n]{0,40}(?:\}\}?)?"
)


@dataclass(frozen=True)
class _Refusal:
    """A sign that words must not hold, or none of their lines begin with where it `starts`."""

    code: str
    pattern: re.Pattern[str]
    fault: str
    remedy: str
    starts: bool = False


_REFUSALS = {
    "<": _Refusal(
        "raw-html",
        re.compile(r"<[A-Za-z/!?]"),
        "raw HTML is not allowed in text",
        "use Markdown, or put it in `backticks` if readers should see it",
    ),
    "!": _Refusal(
        "image",
        re.compile(rf"!(?!{TERM_LINK})\["),
        "images are not allowed in text fields",
        "put the image into a guide and link to it",
    ),
    "[": _Refusal(
        "link-definition",
        re.compile(r"\[[^\[\]]*\]:"),
        "link definitions are not allowed",
        "write the link in place: [words](https://…)",
        starts=True,
    ),
    "{": _Refusal(
        "attribute-list",
        re.compile(r"\{(?:[:#.]|[ ]*\w+=)"),
        "attribute lists are not allowed",
        "take out the braces, or put them in `backticks`",
    ),
    "#": _Refusal(
        "heading",
        re.compile(r"#{1,6}(?:[ \t\n]|\Z)"),
        "headings are not allowed in text fields",
        "use sections: with a title and a text",
        starts=True,
    ),
    "-": _Refusal(
        "heading",
        re.compile(r"(?<=[ \t\n])-+[ ]*(?:\n|\Z)"),
        "hyphens under a line make it a heading",
        "put an empty line between them",
        starts=True,
    ),
    "=": _Refusal(
        "heading",
        re.compile(r"(?<=[ \t\n])=+[ ]*(?:\n|\Z)"),
        "equals signs under a line make it a heading",
        "put an empty line between them",
        starts=True,
    ),
}


def sign(source: str, place: int, *, begins: bool) -> Refused | None:
    """What is refused of the sign here, given whether a line begins with it."""
    refusal = _REFUSALS.get(source[place])
    if refusal and (begins or not refusal.starts) and refusal.pattern.match(source, place):
        return Refused(refusal.code, refusal.fault, refusal.remedy, needle(source, place))
    return None


def end_of_image(source: str, place: int) -> int:
    """Where the words of the image end that begins here, before its address, or -1."""
    found = _IMAGE.match(source, place)
    return found.end() if found else -1


def target(source: str, place: int) -> Refused | None:
    """What is refused of a link whose words end here: all but a plain address."""
    if not source.startswith("](", place) or _TARGET.match(source, place):
        return None
    found = _ADDRESS.match(source, place + 2, place + 502)
    shown, address = (found[0][:60], found[1][:60]) if found else ("", "")
    if address.startswith(("https://", "http://", "mailto:")):
        fault = f'the link to "{address}" holds more than an address'
        remedy = "write no title, and ( and ) in the address as %28 and %29"
    else:
        fault = f'a link leads to "{address}"'
        remedy = "links lead to https://… or mailto:…; link a term as [[id]]"
    return Refused("bad-link", fault, remedy, f"]({shown}")


def end_of_unfinished(source: str, place: int) -> int:
    """Where what begins here as a link to a term or as a value ends, though unclosed, or 0."""
    found = _UNFINISHED.match(source, place)
    return found.end() if found else 0


def unfinished(typed: str) -> Refused:
    """A link to a term or a value that is unclosed, or without words."""
    words = typed.strip().replace(BAR, "|")
    form = "[[id]] or [[id|words]]" if words.startswith("[") else "{{id}}"
    remedy = f"write {form}; put a backslash before it if readers should see it"
    return Refused("unfinished-link", f'"{words}" is not a complete link', remedy, words)


def unclosed(source: str, place: int) -> Refused:
    """A block of code whose end is missing, or whose beginning says more than a language."""
    fault = "a code block is opened and never closed"
    remedy = "close it with the same marks on a line of their own"
    return Refused("unclosed-code", fault, remedy, needle(source, place))


def too_deep(fault: str, remedy: str, source: str, place: int) -> Refused:
    """What stands within more than anybody reads."""
    return Refused("too-deep", fault, remedy, needle(source, place))


def needle(source: str, place: int) -> str:
    """By which what stands here is found in its file."""
    return source[place : place + 40].strip().split("\n", 1)[0].strip().replace(BAR, "|")

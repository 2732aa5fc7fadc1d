"""Hand-written pages as plain Markdown: what their author wrote, without HTML, links made whole.

A guide is its author's own Markdown, which may hold HTML and attribute lists for the builder of
the site. Of HTML the words stay; code stays as it is.
"""

import posixpath
import re
from collections.abc import Callable, Iterator
from functools import cache
from urllib.parse import urljoin

from termwise.markup.writer import Writer
from termwise.text.fences import fenced

_TICKS = re.compile(r"\n|`+")
_UNSEEN = re.compile(r"<!--|<(script|style|template)\b", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([A-Za-z][^\s<>/]*)([^<>]*)>")
_HREF = re.compile(r"\bhref=[\"']([^\"']*)[\"']")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
_ATTRIBUTES = re.compile(r"(?<! )[ ]*(?:\{:?[ ]*[#.][^{}\n]*\}|\{:[^{}\n]*\})")
_LINK = re.compile(r"(\]\()([^()\s]*)(?=[)\s])|(^[ ]{0,3}\[[^\[\]\n]+\]:[ ]*)(\S+)", re.MULTILINE)
_TITLE = re.compile(r"\A\s*# [^\n]*\n?")


def plain_guide(text: str, title: str, writer: Writer) -> str:
    """The text of a hand-written page, its address under its title."""
    source = writer.words.say("Source: {address}", address=writer.url(writer.page))
    written = "".join(_parts(text, lambda part: _without_html(part, writer))).strip()
    found = _TITLE.match(written)
    heading = found[0].strip() if found else f"# {writer.name(title)}"
    rest = written[found.end() :] if found else written
    return f"{heading}\n\n{source}\n\n{rest.strip()}\n"


def _parts(text: str, change: Callable[[str], str]) -> Iterator[str]:
    """The text in stretches, changed but for code."""
    end = 0
    for start, behind in _code(text):
        yield change(text[end:start])
        yield text[start:behind]
        end = behind
    yield change(text[end:])


def _code(text: str) -> Iterator[tuple[int, int]]:
    """Where code begins and ends: in blocks, and in spans within a line."""
    end = 0
    for start, behind in (*fenced(text), (len(text), len(text))):
        yield from _spans(text, end, start)
        if start < behind:
            yield start, behind
        end = behind


def _spans(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Code between as many backticks on one line, which another number of them does not end."""
    line: list[re.Match[str]] = []
    for found in _TICKS.finditer(text, begin, end):
        if found[0] != "\n":
            line.append(found)
        elif line:
            yield from _pairs(line)
            line = []
    yield from _pairs(line)


def _pairs(ticks: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """The runs of backticks of one line, each with the next as long, in order."""
    next_as_long: dict[int, int] = {}
    last_of: dict[int, int] = {}
    for index in range(len(ticks) - 1, -1, -1):
        length = len(ticks[index][0])
        next_as_long[index] = last_of.get(length, -1)
        last_of[length] = index
    index = 0
    while index < len(ticks):
        opening, closing = ticks[index], next_as_long[index]
        escaped = opening.string[max(0, opening.start() - 1) : opening.start()] == "\\"
        if closing < 0 or escaped:
            index += 1
            continue
        yield opening.start(), ticks[closing].end()
        index = closing + 1


def _without_html(text: str, writer: Writer) -> str:
    text = _AUTOLINK.sub(r"[\1](\1)", "".join(_seen(text)))
    text = _ATTRIBUTES.sub("", _without_tags(text))
    return _LINK.sub(lambda found: _whole(found, writer), text)


def _seen(text: str) -> Iterator[str]:
    """The text in stretches, without comments, scripts and what else no reader sees."""
    end = at = 0
    unclosed: set[str] = set()
    while found := _UNSEEN.search(text, at):
        name = (found[1] or "--").lower()
        closing = None if name in unclosed else _closing(name).search(text, found.end())
        if closing:
            yield text[end : found.start()]
            end = at = closing.end()
        else:
            unclosed.add(name)  # nor is it further on
            at = found.end()
    yield text[end:]


@cache
def _closing(name: str) -> re.Pattern[str]:
    return re.compile("-->" if name == "--" else rf"</{name}\s*>", re.IGNORECASE)


def _without_tags(text: str) -> str:
    """The words within HTML, and its links as Markdown has them."""
    parts: list[str] = []
    end, waiting, target = 0, -1, ""
    for tag in _TAG.finditer(text):
        parts.append(text[end : tag.start()])
        end = tag.end()
        if tag[2].lower() != "a":
            continue
        href = None if tag[1] else _HREF.search(tag[3])
        if tag[1] and waiting >= 0:
            parts.append(f"]({target})")
            parts[waiting], waiting = "[", -1
        elif href and waiting < 0:
            waiting, target = len(parts), href[1]
            parts.append("")
    return "".join(parts) + text[end:]


def _whole(found: re.Match[str], writer: Writer) -> str:
    """A link, or the definition of one, with the whole address."""
    before, target = (found[1], found[2]) if found[1] else (found[3], found[4])
    return before + _address(target, writer)


def _address(target: str, writer: Writer) -> str:
    """Where a link in a hand-written page leads to."""
    path, sign, fragment = target.partition("#")
    if re.match(r"[A-Za-z][\w+.-]*:|//", target):
        return target
    if path.startswith("/"):
        return urljoin(writer.lookup.site.url, target)
    if not path:
        return f"{writer.url(writer.page)}#{fragment}"
    place = posixpath.normpath(posixpath.join(posixpath.dirname(writer.page), path))
    if place.endswith(".md"):
        return writer.url(f"{place}{sign}{fragment}")
    return writer.lookup.site.url + place + sign + fragment

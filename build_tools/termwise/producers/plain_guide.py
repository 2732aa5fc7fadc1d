"""Hand-written pages as plain Markdown: what their author wrote, without HTML, links made whole.

A guide is its author's own Markdown, which may hold HTML and attribute lists for the builder of
the site. Of HTML the words stay; code stays as it is.
"""

import posixpath
import re
from collections.abc import Callable, Iterator
from urllib.parse import urljoin

from termwise.producers.reading import Reading

_CODE = re.compile(
    r"^[ ]*(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*?\n)??[ ]*(?P=fence)[`~]*[ ]*$"
    r"|(?<![\\`])(?P<ticks>`+)(?!`)[^\n]*?(?<!`)(?P=ticks)(?!`)",
    re.MULTILINE | re.DOTALL,
)
_UNSEEN = re.compile(r"<!--.*?-->|<(script|style|template)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_ANCHOR = re.compile(r"<a\b[^>]*?\bhref=[\"']([^\"']*)[\"'][^>]*>(.*?)</a>", re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
_ATTRIBUTES = re.compile(r"[ ]*\{:?[ ]*[#.][^{}\n]*\}|[ ]*\{:[^{}\n]*\}")
_LINK = re.compile(r"(\]\()([^()\s]*)(?=[)\s])|(^[ ]{0,3}\[[^\]\n]+\]:[ ]*)(\S+)", re.MULTILINE)
_TITLE = re.compile(r"\A\s*# [^\n]*\n?")


def plain_guide(text: str, title: str, reading: Reading) -> str:
    """The text of a hand-written page, its address under its title."""
    source = f"Source: {reading.url(reading.page)}"
    written = "".join(_parts(text, lambda part: _without_html(part, reading))).strip()
    found = _TITLE.match(written)
    heading = found[0].strip() if found else f"# {reading.name(title)}"
    rest = written[found.end() :] if found else written
    return f"{heading}\n\n{source}\n\n{rest.strip()}\n"


def _parts(text: str, change: Callable[[str], str]) -> Iterator[str]:
    """The text in stretches, changed but for code."""
    end = 0
    for code in _CODE.finditer(text):
        yield change(text[end : code.start()])
        yield code[0]
        end = code.end()
    yield change(text[end:])


def _without_html(text: str, reading: Reading) -> str:
    text = _AUTOLINK.sub(r"[\1](\1)", _UNSEEN.sub("", text))
    text = _TAG.sub("", _ANCHOR.sub(r"[\2](\1)", text))
    text = _ATTRIBUTES.sub("", text)
    return _LINK.sub(lambda found: _whole(found, reading), text)


def _whole(found: re.Match[str], reading: Reading) -> str:
    """A link, or the definition of one, with the whole address."""
    before, target = (found[1], found[2]) if found[1] else (found[3], found[4])
    return before + _address(target, reading)


def _address(target: str, reading: Reading) -> str:
    """Where a link in a hand-written page leads to."""
    path, sign, fragment = target.partition("#")
    if re.match(r"[A-Za-z][\w+.-]*:|//", target):
        return target
    if path.startswith("/"):
        return urljoin(reading.site.url, target)
    if not path:
        return f"{reading.url(reading.page)}#{fragment}"
    place = posixpath.normpath(posixpath.join(posixpath.dirname(reading.page), path))
    if place.endswith(".md"):
        return reading.url(f"{place}{sign}{fragment}")
    return reading.site.url + place + sign + fragment

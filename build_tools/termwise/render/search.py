"""The text of a page for the search index, section by section.

Material's search plugin finds it with an HTML parser, which takes a sixth of a build. Our own
HTML is known to be regular (headings at the top level, `data-search-exclude` on elements that
hold no other of their kind), so that this can take it with a few regular expressions. A test
holds the result against the plugin's own.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

_HEADING = re.compile(r'<h([1-6]) id="([^"]*)">(.*?)</h\1>', re.DOTALL)
_HEADER_LINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
_EXCLUDED = re.compile(
    r"<([a-z][a-z-]*)(?=[\s>])[^>]*\bdata-search-exclude\b[^>]*>.*?</\1>", re.DOTALL
)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)\b[^>]*>")
_REFERENCE = re.compile(r"&(?!(?:amp|lt|gt);)#?\w+;")
_KEPT = frozenset(("p", "code", "pre", "li", "ol", "ul", "sub", "sup"))


@dataclass(frozen=True)
class Passage:
    """What search finds: a heading's anchor ("" for the page), its words, its text as HTML."""

    anchor: str
    title: str
    text: str


def passages(body: str) -> Iterator[Passage]:
    """The passages of a page in order; the first is the page's own, under its `h1`."""
    found = list(_HEADING.finditer(_EXCLUDED.sub("", body)))
    text = found[0].string if found else ""
    for index, heading in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(text)
        title = _words(_HEADER_LINK.sub("", heading[3]))
        yield Passage("" if index == 0 else heading[2], title, _words(text[heading.end() : end]))


def _words(markup: str) -> str:
    """Markup less the tags that the index does not keep, white space folded outside `pre`."""
    kept = _TAG.sub(lambda tag: f"<{tag[1]}{tag[2]}>" if tag[2] in _KEPT else "", markup)
    kept = _REFERENCE.sub(lambda sign: html.escape(html.unescape(sign[0]), quote=False), kept)
    parts = re.split(r"(<pre>.*?</pre>)", kept, flags=re.DOTALL)
    folded = (part if part.startswith("<pre>") else re.sub(r"\s+", " ", part) for part in parts)
    return "".join(folded).strip()

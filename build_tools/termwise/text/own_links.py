"""Links to terms and facts in the site's own pages: `[[term]]` and `{{fact}}` in Markdown.

Such a page is not ours, and may mean something else by brackets and braces. What is taken is
what names an entry; what comes near enough to one is told of and left as it is; all else is
no business of a glossary's. Code is never touched, which only a Markdown parser can tell from
text, so that one is asked.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from termwise.model.guide import Guide, Mention
from termwise.text.brackets import without_idle_brackets

_UNSEEN = re.compile(
    r"<!--.*?-->|<(code|pre|script|style|textarea|template)\b.*?</\1\s*>|<[^<>]*>", re.S | re.I
)
_PLACE = re.compile("\ue000([0-9]+)\ue001")

Convert = Callable[[str], str]
"""Markdown to HTML, as the builder of the site has it."""


@dataclass(frozen=True)
class OwnLinks:
    """Whether the site's own pages link terms and facts, and the `prefix` that marks such links.

    With the prefix `term:` they are written `[[term:rag]]` and `{{term:price}}`.
    """

    on: bool = True
    prefix: str = ""

    @property
    def term(self) -> str:
        """The pattern of a link to a term; a `[text](url)` or `[text][id]` is none.

        In a table the bar is escaped, and put `aside` by Python-Markdown before links are found.
        """
        return (
            rf"\[\[[ ]*{re.escape(self.prefix)}(?P<term>[^\[\]|{{}}\\\n\x02\x03]{{1,200}})"
            r"(?:(?:\\?\||\x02klzzwxh:(?P<aside>[0-9]+)\x03)(?P<label>[^\[\]{}\n\x02\x03]{0,500}))?\]\](?![(\[])"
        )

    @property
    def fact(self) -> str:
        """The pattern of a fact's value."""
        return rf"\{{\{{[ ]*{re.escape(self.prefix)}(?P<fact>[^{{}}\n\x02\x03]{{1,200}})\}}\}}"


def mentions(text: str, body: int, links: OwnLinks, convert: Convert) -> Iterator[Mention]:
    """What looks like a link in a page's text from the character `body` on, outside of code."""
    if not links.on or ("[[" not in text and "{{" not in text):
        return
    pattern = re.compile(rf"(?<![\\\[{{])(?:{links.term}|{links.fact})")
    found = list(pattern.finditer(text, body))
    if not found:
        return
    marked, end = "", body
    for number, each in enumerate(found):
        marked += f"{text[end : each.start()]}\ue000{number}\ue001"
        end = each.end()
    # Python-Markdown looks for the end of each bracket, and from thousands for hours.
    idle = without_idle_brackets(marked + text[end:], "\ue002")
    shown = _UNSEEN.sub("", convert(idle))
    live = {int(number) for number in _PLACE.findall(shown)}
    for number, each in enumerate(found):
        if number in live:
            yield _mention(each, marked=bool(links.prefix))


def _mention(found: re.Match[str], *, marked: bool) -> Mention:
    label = None if found["label"] is None else found["label"].strip()
    kind: Literal["term", "fact"] = "term" if found["term"] else "fact"
    return Mention(kind, found[kind].strip(), label, found.start(), found.end(), marked)


def is_whole(mention: Mention) -> bool:
    """Whether a link says what it shows: nothing is missing behind its bar, and it has one bar."""
    return says_something(mention.label)


def says_something(label: str | None) -> bool:
    """Whether what stands behind the bar, if there is one, is words and no second bar."""
    return label is None or bool(label and not label.startswith("|"))


def replaced(guide: Guide, write: Callable[[Mention], str | None]) -> str:
    """A page's text proper with each link written out, but for those that `write` leaves."""
    written, end = "", guide.body
    for mention in guide.mentions:
        words = write(mention)
        if words is not None:
            written += guide.text[end : mention.start] + words
            end = mention.end
    return written + guide.text[end:]

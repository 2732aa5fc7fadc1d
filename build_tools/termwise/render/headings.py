"""Headings of a page: their anchors, and the table of contents that they make."""

import html
import re
from dataclasses import dataclass, field
from typing import TypedDict

from termwise.markup.forms import Form, HtmlForm
from termwise.model.names import anchor
from termwise.words.words import ENGLISH, Words


class TocEntry(TypedDict):
    """One entry of a table of contents, in the shape of Python-Markdown's `toc`."""

    level: int
    id: str
    name: str
    children: list["TocEntry"]


@dataclass
class Headings:
    """Writes the headings of one page, in its form, and remembers them.

    Anchors are the same in both forms, so that a link into a page keeps. `permalink` is the
    sign of the link that a heading has to itself, and `depth` the deepest level that the
    table of contents shows.
    """

    form: Form
    permalink: str = "¶"
    depth: int = 6
    catalogue: Words = ENGLISH
    contents: list[TocEntry] = field(default_factory=list)
    _taken: set[str] = field(default_factory=set)

    def __call__(self, level: int, words: str, name: str = "") -> str:
        """A heading with these words (markup), under the anchor `name` or one from the words."""
        if not self.form.for_screens:
            address = self.form.url(self.form.page)
            source = self.catalogue.say("Source: {address}", address=address) if level == 1 else ""
            return f"\n{'#' * level} {words}\n\n{source}".rstrip("\n") + "\n"
        found = self._free(name or anchor(html.unescape(re.sub(r"<[^>]*>", "", words))))
        self._note(TocEntry(level=level, id=found, name=re.sub(r"<[^>]*>", "", words), children=[]))
        if not isinstance(self.form, HtmlForm):
            return f"{'#' * level} {words} {{ #{found} }}\n"
        hover = self.catalogue.say("Permanent link")
        link = (
            f'<a class="headerlink" href="#{found}" title="{hover}">{self.permalink}</a>'
            if self.permalink
            else ""
        )
        return f'<h{level} id="{found}">{words}{link}</h{level}>\n'

    def _free(self, name: str) -> str:
        """The anchor itself, or with a number where the page has it already."""
        found, number = name, 0
        while found in self._taken:
            number += 1
            found = f"{name}_{number}"
        self._taken.add(found)
        return found

    def _note(self, heading: TocEntry) -> None:
        if heading["level"] > self.depth:
            return
        siblings = self.contents
        while siblings and siblings[-1]["level"] < heading["level"]:
            siblings = siblings[-1]["children"]
        siblings.append(heading)

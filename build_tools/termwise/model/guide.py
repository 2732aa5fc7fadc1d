"""A guide: a hand-written Markdown page beside the glossary, which links terms too."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Mention:
    """What a page writes as a link to a term or as a fact's value, from `start` to `end`.

    `name` is what it names, which need not exist; `label` is what stands behind the bar; `marked`
    says that it has the prefix by which a site marks such links.
    """

    kind: Literal["term", "fact"]
    name: str
    label: str | None
    start: int
    end: int
    marked: bool = False


@dataclass(frozen=True)
class Guide:
    """One Markdown page of the site's own.

    `path` is its place as the glossary has it (`guides/index.md`), which need not be that of
    `file` (`guides/README.md`); `text` is the whole file as written, front matter included, and
    `body` counts the characters before the text proper. `featured` are the comparisons and
    `decision` the decision that the home page puts first; `links` says whether it links terms and
    facts at all, and `mentions` what it writes as such links.
    """

    path: str
    title: str
    text: str
    body: int = 0
    description: str = ""
    featured: tuple[str, ...] = ()
    decision: str | None = None
    links: bool = True
    mentions: tuple[Mention, ...] = ()
    file: str = ""

    @property
    def id(self) -> str:
        """The path without its ending, which no two guides share."""
        return self.path.removesuffix(".md")

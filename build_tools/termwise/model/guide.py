"""A guide: a hand-written Markdown page beside the glossary, which links terms too."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Guide:
    """One Markdown file of the content folder.

    `path` is relative to that folder (`guides/choosing.md`); `text` is the whole file as
    written, front matter included, and `body` counts the characters before the text proper.
    `featured` are the comparisons and `decision` the decision that the home page puts first.
    """

    path: str
    title: str
    text: str
    body: int = 0
    description: str = ""
    featured: tuple[str, ...] = ()
    decision: str | None = None

    @property
    def id(self) -> str:
        """The path without its ending, which no two guides share."""
        return self.path.removesuffix(".md")

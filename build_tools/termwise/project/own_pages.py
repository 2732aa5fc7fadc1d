"""The site's own pages: which of them it publishes, where, and what they mention.

Under MkDocs its plugins have the last word on the first two, so that the plugin asks MkDocs.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any

import markdown
import pathspec

from termwise.loader import shown_path
from termwise.loader.folder import read_folder
from termwise.loader.guides import OwnPage
from termwise.model.addresses import from_glossary, own_page
from termwise.model.guide import Guide, Mention
from termwise.render import EXTENSIONS
from termwise.text.own_links import OwnLinks, mentions

HIDDEN = (".*", "/templates/")
"""What MkDocs leaves out of every site."""

UNSUITED = ("pymdownx.snippets",)
"""Extensions that would put other files into a page, in which no place is the page's own."""

Mark = Callable[[Guide], tuple[Mention, ...]]
"""Finds what a page mentions."""


@dataclass(frozen=True)
class OwnPages:
    """The folder of the site's own pages.

    `left_out` are lines as in `.gitignore` for what is not published; `prefix` is the folder of the
    site that the glossary stands in. `extensions` and `configs` are what Python-Markdown converts
    the pages with.
    """

    folder: Path
    left_out: tuple[str, ...] = ()
    prefix: str = ""
    links: OwnLinks = field(default_factory=OwnLinks)
    extensions: tuple[str, ...] = EXTENSIONS
    configs: Mapping[str, Any] = field(default_factory=dict)

    @property
    def mark(self) -> Mark:
        """Finds what one of these pages mentions."""
        return marker(self.links, self.extensions, self.configs)


def own_pages(pages: OwnPages, root: Path) -> Iterator[OwnPage]:
    """Each page that the site publishes, and its place as the glossary has it.

    Of `README.md` and `index.md` in one folder MkDocs takes the latter.
    """
    if not pages.folder.is_dir():
        return
    left_out = pathspec.GitIgnoreSpec.from_lines((*HIDDEN, *pages.left_out))
    found = read_folder(pages.folder, shown_path(pages.folder, root), (".md",))
    kept = {source.path: source for source in found if not left_out.match_file(source.path)}
    for path, source in kept.items():
        folder, slash, name = path.rpartition("/")
        if name == "README.md" and f"{folder}{slash}index.md" in kept:
            continue
        file = from_glossary(path, pages.prefix)
        yield from_glossary(own_page(path), pages.prefix), file, source


def marker(links: OwnLinks, extensions: Sequence[Any], configs: Mapping[str, Any]) -> Mark:
    """Finds what a page mentions, code being what these extensions of Python-Markdown make it."""
    suited = [each for each in extensions if each not in UNSUITED]
    converter = cache(partial(_converter, suited, configs))

    def convert(text: str) -> str:
        try:
            return str(converter().reset().convert(text))
        except Exception:
            return markdown.markdown(text, extensions=list(EXTENSIONS))

    def mark(guide: Guide) -> tuple[Mention, ...]:
        return tuple(mentions(guide.text, guide.body, links, convert)) if guide.links else ()

    return mark


def _converter(extensions: Sequence[Any], configs: Mapping[str, Any]) -> markdown.Markdown:
    """A converter with such of the extensions as are installed here and can be set up."""
    converter = markdown.Markdown()
    for each in extensions:
        try:
            converter.registerExtensions([each], dict(configs))
        except Exception:  # noqa: S112 - the same
            continue
    return converter

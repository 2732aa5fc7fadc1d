"""The hand-written Markdown pages of the content folder."""

import re
from pathlib import Path

from pydantic import ConfigDict

from termwise.loader.folder import SourceText, read_folder
from termwise.loader.shelf import Shelf
from termwise.loader.validate import validate
from termwise.loader.yaml_reader import read_yaml
from termwise.model.glossary import Origin
from termwise.model.guide import Guide
from termwise.model.problem import Problem
from termwise.model.values import Entry, Id, Name

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)---[ \t]*\n", re.DOTALL)


class FrontMatter(Entry):
    """The keys of a page's front matter that Termwise reads; MkDocs and its theme have more."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)

    title: Name | None = None
    description: Name | None = None
    featured: tuple[Id, ...] = ()
    decision: Id | None = None


def read_guides(content: Path, shown: str, shelf: Shelf) -> None:
    """Put every Markdown page below `content` on the shelf, with what is wrong with it."""
    for source in read_folder(content, shown, (".md",)):
        if source.problem:
            shelf.problems.append(source.problem)
            continue
        guide = _guide(source, shelf.problems)
        shelf.guides[guide.id] = guide
        shelf.origins["guide", guide.id] = Origin(source.shown)


def _guide(source: SourceText, problems: list[Problem]) -> Guide:
    front = FrontMatter()
    found = _FRONT_MATTER.match(source.text)
    if found:
        # The line of the opening hyphens stays, as a comment, so that places come out right.
        document = read_yaml("#\n" + found[1], source.shown)
        if not document.problems:
            front = validate(FrontMatter, document, source.shown) or front
        problems.extend(document.problems)
    body = found.end() if found else 0
    heading = re.search(r"^#[ \t]+(.+?)[ \t#]*$", source.text[body:], re.MULTILINE)
    words = source.path.rsplit("/", 1)[-1].removesuffix(".md").replace("-", " ").capitalize()
    title = front.title or (heading[1] if heading else words)
    description = front.description or ""
    return Guide(source.path, title, source.text, body, description, front.featured, front.decision)

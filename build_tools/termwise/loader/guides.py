"""The hand-written Markdown pages of the site, which link terms and facts.

They are the site's own, and Termwise takes them as MkDocs does: front matter that is odd but
legal is not a fault. Only what is said to Termwise itself is judged.
"""

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeAlias

from pydantic import ConfigDict

from termwise.loader.collect import Collector
from termwise.loader.folder import SourceText
from termwise.loader.validate import validate
from termwise.loader.yaml_reader import YamlFile, read_any_yaml, read_yaml
from termwise.model.glossary import Origin
from termwise.model.guide import Guide
from termwise.model.values import Entry, Id

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)(?:\.{3}|---)[ \t]*\n", re.DOTALL)
_PAIR = re.compile(r"[ ]{0,3}([A-Za-z0-9_-]+):\s*(.*)")

OwnPage: TypeAlias = tuple[str, str, SourceText]
"""A page of the site's own: its place and its file as the glossary has them, and its text."""


class FrontMatter(Entry):
    """The keys of a page's front matter that are for Termwise; MkDocs and themes have more."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)

    featured: tuple[Id, ...] = ()
    decision: Id | None = None
    glossary_links: bool = True


def read_guides(pages: Iterable[OwnPage]) -> Collector:
    """Collect every page but drafts, with what is wrong with them."""
    collector = Collector()
    for place, file, source in pages:
        if source.problem:
            collector.problems.append(source.problem)
            continue
        meta, body = front_matter(source.text)
        if meta.get("draft") is True:
            continue
        guide = _guide(place, source, meta, body, collector)
        collector.add(("guide", guide.id), replace(guide, file=file), Origin(source.shown))
    return collector


def front_matter(text: str) -> tuple[Mapping[str, object], int]:
    """A page's settings as MkDocs reads them, and the characters before its text proper.

    They are YAML between lines of hyphens, or else pairs in the manner of MultiMarkdown.
    """
    if found := _FRONT_MATTER.match(text):
        data = read_any_yaml(found[1])
        return (data, found.end()) if isinstance(data, dict) else ({}, 0)
    pairs: dict[str, object] = {}
    end = 0
    for line in text.splitlines(keepends=True):
        pair = _PAIR.match(line)
        if pair:
            pairs.setdefault(pair[1].lower(), pair[2].strip())
        elif not (pairs and line.startswith(("    ", "\t")) and line.strip()):
            end += len(line) if pairs and not line.strip() else 0
            break
        end += len(line)
    return pairs, end


def _guide(
    place: str, source: SourceText, meta: Mapping[str, object], body: int, collector: Collector
) -> Guide:
    front = _own_keys(source, meta, collector)
    words = source.path.rsplit("/", 1)[-1].removesuffix(".md").replace("-", " ").capitalize()
    return Guide(
        path=place,
        title=_words(meta.get("title")) or _heading(source.text[body:]) or words,
        text=source.text,
        body=body,
        description=_words(meta.get("description")),
        featured=front.featured,
        decision=front.decision,
        links=front.glossary_links,
    )


def _own_keys(source: SourceText, meta: Mapping[str, object], collector: Collector) -> FrontMatter:
    """What the front matter says to Termwise, with its faults in their places."""
    given = {key: meta[key] for key in FrontMatter.model_fields if key in meta}
    if not given:
        return FrontMatter()
    found = _FRONT_MATTER.match(source.text)
    # The line of the opening hyphens stays, as a comment, so that places come out right.
    places = read_yaml("#\n" + found[1], source.shown).places if found else {}
    data = {key: tuple(value) if isinstance(value, list) else value for key, value in given.items()}
    document = YamlFile(data, places)
    front = validate(FrontMatter, document, source.shown)
    collector.problems.extend(document.problems)
    return front or FrontMatter()


def _words(value: object) -> str:
    """A setting as text, which YAML may have taken for a number or a date."""
    plain = isinstance(value, str | int | float | datetime.date)
    return " ".join(str(value).split()) if plain else ""


def _heading(text: str) -> str:
    """The words of the first heading of the first level, or ""."""
    lines = (line[1:].strip(" \t") for line in text.split("\n") if line[:2] in ("# ", "#\t"))
    return next((words.rstrip(" \t#") or words for words in lines if words), "")

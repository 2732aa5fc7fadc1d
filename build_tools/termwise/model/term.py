"""A term: what one page of the glossary says."""

from typing import Literal

from pydantic import Field

from termwise.model.values import (
    Address,
    CategoryId,
    Day,
    Entry,
    Id,
    Language,
    LevelId,
    Name,
    RegionId,
    RelationId,
    SourceId,
    TermId,
    Text,
    Verbatim,
)


class Section(Entry):
    """A part of a page under a heading of its own."""

    title: Name
    text: Text


class Region(Entry):
    """What differs under one jurisdiction's law."""

    region: RegionId
    law: Name | None = None
    text: Text
    sources: tuple[SourceId, ...] = ()


class Related(Entry):
    """A typed link to another term, with a few words why."""

    term: TermId
    kind: RelationId
    why: Text


class Confusion(Entry):
    """A term that readers mistake this one for, and the difference."""

    term: TermId
    difference: Text


class FrequentQuestion(Entry):
    """One frequently asked question."""

    question: Name
    answer: Text


class Prompt(Entry):
    """One prompt as it would be typed, and what it does well or badly."""

    prompt: Verbatim
    why: Text


class Example(Entry):
    """A weak and a strong prompt for the same task."""

    title: Name
    weak: Prompt
    strong: Prompt


class Tool(Entry):
    """A program or service that one would use."""

    name: Name
    url: Address
    what: Text


class Translation(Entry):
    """The term in another language."""

    term: Name
    definition: Text | None = None


class Change(Entry):
    """What changed in a term that its readers should hear of, and when."""

    on: Day
    what: Text


class Term(Entry):
    """One entry of `terms/<id>.yml`; the id is the file's name."""

    term: Name
    aliases: tuple[Name, ...] = ()
    abbreviation: Name | None = None
    avoid: tuple[Name, ...] = ()
    category: CategoryId
    level: LevelId
    tags: tuple[Id, ...] = ()
    definition: Text
    key_points: tuple[Text, ...] = ()
    analogy: Text | None = None
    why_it_matters: Text | None = None
    how_it_works: Text | None = None
    use_cases: Text | None = None
    when_to_use: Text | None = None
    when_not_to_use: Text | None = None
    limits: Text | None = None
    sections: tuple[Section, ...] = ()
    regions: tuple[Region, ...] = ()
    related: tuple[Related, ...] = ()
    confused_with: tuple[Confusion, ...] = ()
    faq: tuple[FrequentQuestion, ...] = ()
    tips: tuple[Text, ...] = ()
    examples: tuple[Example, ...] = ()
    tools: tuple[Tool, ...] = ()
    sources: tuple[SourceId, ...] = ()
    status: Literal["draft", "reviewed", "deprecated"] = "draft"
    replaced_by: TermId | None = None
    added: Day | None = None
    changes: tuple[Change, ...] = ()
    reviewed: Day | None = None
    review_by: Day | None = None
    translations: dict[Language, Translation] = Field(default_factory=dict)
    formerly: tuple[Id, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All that this term is called: its name, its abbreviation, its aliases."""
        short = (self.abbreviation,) if self.abbreviation else ()
        return (self.term, *short, *self.aliases)

    @property
    def title(self) -> str:
        """The term as a heading or a list shows it; `term` is as running text shows it."""
        return self.term[:1].upper() + self.term[1:]

    @property
    def label(self) -> str:
        """The title with the abbreviation where there is one: "Low-rank adaptation (LoRA)"."""
        return f"{self.title} ({self.abbreviation})" if self.abbreviation else self.title

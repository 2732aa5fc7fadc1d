"""A term: what one page of the glossary says."""

from typing import Annotated, Literal

from pydantic import Field

from termwise.model.values import (
    Address,
    CategoryId,
    Day,
    Entry,
    Heading,
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
    """The heading."""
    text: Text
    """What stands under it."""


class Region(Entry):
    """What differs under one jurisdiction's law."""

    region: RegionId
    """The region, from the taxonomy."""
    law: Name | None = None
    """The name of the law."""
    text: Text
    """What differs there."""
    sources: tuple[SourceId, ...] = ()
    """Where that is laid down."""


class Related(Entry):
    """A typed link to another term, with a few words why."""

    term: TermId
    """The other term."""
    kind: RelationId
    """How it is related, from the taxonomy."""
    why: Text
    """Why, in a few words."""


class Confusion(Entry):
    """A term that readers mistake this one for, and the difference."""

    term: TermId
    """The other term."""
    difference: Text
    """What tells them apart."""


class FrequentQuestion(Entry):
    """One frequently asked question."""

    question: Name
    """The question as people ask it."""
    answer: Text
    """The answer."""


class Prompt(Entry):
    """One prompt as it would be typed, and what it does well or badly."""

    prompt: Verbatim
    """The prompt, to the letter."""
    why: Text
    """What it does well or badly."""


class Example(Entry):
    """A weak and a strong prompt for the same task."""

    title: Name
    """The task."""
    weak: Prompt
    """How not to ask."""
    strong: Prompt
    """How to ask."""


class Tool(Entry):
    """A program or service that one would use."""

    name: Name
    """What it is called."""
    url: Address
    """Where it is found."""
    what: Text
    """What it does."""


class Translation(Entry):
    """The term in another language."""

    term: Name
    """The term's name in that language."""
    definition: Text | None = None
    """The definition in that language."""


class Change(Entry):
    """What changed in a term that its readers should hear of, and when."""

    on: Day
    """The day of the change."""
    what: Text
    """What changed, for readers."""


class Term(Entry):
    """One entry of `terms/<id>.yml`; the id is the file's name."""

    term: Name
    """The name as it stands in running text: `fine-tuning`, `ChatGPT`."""
    aliases: tuple[Name, ...] = ()
    """Other names."""
    abbreviation: Name | None = None
    """The short form: `RAG`."""
    avoid: tuple[Name, ...] = ()
    """Names and spellings that prose should not use for it."""
    category: CategoryId
    """The subject area, from the taxonomy."""
    level: LevelId
    """How much a reader should know beforehand, from the taxonomy."""
    tags: tuple[Id, ...] = ()
    """Words to browse by."""
    definition: Text
    """One sentence that stands alone: it is shown on hover and in search too."""
    key_points: tuple[Text, ...] = ()
    """Three or four things to take away."""
    analogy: Text | None = None
    """One comparison with everyday life."""
    why_it_matters: Annotated[Text | None, Heading("Why it matters")] = None
    """Why one should know it."""
    how_it_works: Annotated[Text | None, Heading("How it works")] = None
    """How it works."""
    use_cases: Annotated[Text | None, Heading("Use cases")] = None
    """What it is used for."""
    when_to_use: Annotated[Text | None, Heading("When to use it")] = None
    """When to use it."""
    when_not_to_use: Annotated[Text | None, Heading("When not to use it")] = None
    """When not to use it."""
    limits: Annotated[Text | None, Heading("Limits")] = None
    """What it cannot do."""
    sections: tuple[Section, ...] = ()
    """Further sections."""
    regions: tuple[Region, ...] = ()
    """What differs under a region's law."""
    related: tuple[Related, ...] = ()
    """Other terms that it has to do with."""
    confused_with: tuple[Confusion, ...] = ()
    """Terms that it is mistaken for."""
    faq: tuple[FrequentQuestion, ...] = ()
    """Frequently asked questions."""
    tips: tuple[Text, ...] = ()
    """Practical advice, a sentence or two each."""
    examples: tuple[Example, ...] = ()
    """Weak and strong prompts for a task."""
    tools: tuple[Tool, ...] = ()
    """Programs and services."""
    sources: tuple[SourceId, ...] = ()
    """What the page rests on."""
    status: Literal["draft", "reviewed", "deprecated"] = "draft"
    """How far it is: `reviewed` has a date in `reviewed`, `deprecated` has `replaced_by`."""
    replaced_by: TermId | None = None
    """The term that replaced it."""
    added: Day | None = None
    """The day on which it came into the glossary."""
    changes: tuple[Change, ...] = ()
    """What readers should hear of since, oldest first."""
    reviewed: Day | None = None
    """The day on which it was last checked."""
    review_by: Day | None = None
    """The day by which it is to be checked again."""
    translations: dict[Language, Translation] = Field(default_factory=dict)
    """The term in other languages, by language code."""
    formerly: tuple[Id, ...] = ()
    """Ids under which it stood before; their addresses lead here."""

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


SECTIONS: tuple[tuple[str, str], ...] = tuple(
    (name, mark.title)
    for name, field in Term.model_fields.items()
    for mark in field.metadata
    if isinstance(mark, Heading)
)
"""The well-known sections in their order: the fields that are marked so, and their headings."""

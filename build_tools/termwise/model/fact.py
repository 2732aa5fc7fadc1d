"""A fact: a number or statement that is written once, with who said it and when."""

from pydantic import model_validator

from termwise.model.problem import fault
from termwise.model.values import AsOf, Day, Entry, Id, Name, SourceId, Text
from termwise.words.numbers import AUTHORS


class Observation(Entry):
    """What one source says: a `value`, a range (`low`, `high`), or `text`, and as of when."""

    value: float | None = None
    """The number that the source gives."""
    low: float | None = None
    """The least that it gives, where it gives a range."""
    high: float | None = None
    """The most that it gives, where it gives a range."""
    or_more: bool = False
    """Whether it says “or more”."""
    text: Name | None = None
    """What it says, where that is not a number: `days to weeks`."""
    unit: Name | None = None
    """The unit: `USD per run`, `%`."""
    source: SourceId
    """Who says so."""
    as_of: AsOf
    """When it was so: `2026`, `2026-03` or `2026-03-31`."""
    quote: Name | None = None
    """The source's own words."""
    note: Text | None = None
    """A remark: under which conditions, say."""

    @model_validator(mode="after")
    def _one_form(self) -> "Observation":
        ranged = self.low is not None or self.high is not None
        if (self.value is not None) + ranged + (self.text is not None) != 1:
            raise fault(
                "bad-observation",
                "an observation says one thing, in one way",
                "give value, or low and high (or one of them), or text",
            )
        if self.low is not None and self.high is not None and self.low > self.high:
            wrong = f"low ({AUTHORS.figure(self.low)}) is above high ({AUTHORS.figure(self.high)})"
            raise fault("bad-observation", wrong, "swap them")
        if self.or_more and self.text is not None:
            raise fault("bad-observation", "or_more goes with a number", "leave it out beside text")
        return self

    @property
    def numeric(self) -> bool:
        """Whether this observation is a number or a range of numbers."""
        return self.text is None


class Typical(Entry):
    """The value that calculations start from, in the observations' unit, and why this one."""

    value: float
    """The number, in the observations' unit."""
    why: Text
    """Why this one."""


class Fact(Entry):
    """One statement with everything that sources say about it. Sources may disagree."""

    id: Id
    """How texts, cells and decisions name the fact."""
    statement: Text
    """One sentence: what the number is."""
    observations: tuple[Observation, ...]
    """What each source says."""
    typical: Typical | None = None
    """What calculations start from, where sources differ."""
    review_by: Day | None = None
    """The day by which it is to be checked again."""
    tags: tuple[Id, ...] = ()
    """Words to browse by."""

    @model_validator(mode="after")
    def _observed(self) -> "Fact":
        if not self.observations:
            raise fault(
                "no-observations",
                "no source says so",
                "add an observation with its source and date",
            )
        return self


class FactFile(Entry):
    """`facts/<topic>.yml`: the facts about one topic."""

    title: Name
    """The topic, as a heading."""
    description: Text | None = None
    """What the topic covers."""
    facts: tuple[Fact, ...]
    """The facts about it."""

"""A fact: a number or statement that is written once, with who said it and when."""

from pydantic import model_validator

from termwise.model.numbers import figure
from termwise.model.values import AsOf, Day, Entry, Id, Name, SourceId, Text, fault


class Observation(Entry):
    """What one source says: a `value`, a range (`low`, `high`), or `text`, and as of when."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    or_more: bool = False
    text: Name | None = None
    unit: Name | None = None
    source: SourceId
    as_of: AsOf
    quote: Name | None = None
    note: Text | None = None

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
            wrong = f"low ({figure(self.low)}) is above high ({figure(self.high)})"
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
    why: Text


class Fact(Entry):
    """One statement with everything that sources say about it. Sources may disagree."""

    id: Id
    statement: Text
    observations: tuple[Observation, ...]
    typical: Typical | None = None
    review_by: Day | None = None
    tags: tuple[Id, ...] = ()

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
    description: Text | None = None
    facts: tuple[Fact, ...]

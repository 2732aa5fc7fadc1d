"""A decision: options, questions, rules and costs, from which a calculator answers."""

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag, model_validator

from termwise.model.numbers import figure
from termwise.model.values import (
    Day,
    Entry,
    FactId,
    Id,
    Name,
    SourceId,
    TermId,
    Text,
    fault,
)


class Option(Entry):
    """Something that can be chosen; it names the term that explains it."""

    id: Id
    title: Name
    term: TermId
    text: Text | None = None


class Choice(Entry):
    """One of the answers to a question of kind `choice`."""

    id: Id
    label: Name


class YesNoQuestion(Entry):
    """A question to be answered yes, no or not sure."""

    id: Id
    ask: Name
    help: Text | None = None
    kind: Literal["yes_no"]


class ChoiceQuestion(Entry):
    """A question with answers of its own; "not sure" is always one more."""

    id: Id
    ask: Name
    help: Text | None = None
    kind: Literal["choice"]
    choices: tuple[Choice, ...]


class NumberQuestion(Entry):
    """A question for a number of `unit`, from `min` to `max`.

    `usual` is what costs are reckoned with until the reader answers; rules never use it.
    """

    id: Id
    ask: Name
    help: Text | None = None
    kind: Literal["number"]
    unit: Name
    min: float = 0
    max: float
    step: float = 1
    usual: float | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "NumberQuestion":
        if not self.min < self.max:
            raise fault(
                "bad-range",
                f"min ({figure(self.min)}) is not below max ({figure(self.max)})",
                "swap them",
            )
        if self.step <= 0:
            raise fault("bad-range", "step is not above zero", "write a positive step")
        if self.usual is not None and not self.min <= self.usual <= self.max:
            wrong = f"usual ({figure(self.usual)}) is outside min and max"
            raise fault("bad-range", wrong, "mend one")
        return self


def _question_kind(value: object) -> str:
    kind = value.get("kind") if isinstance(value, dict) else getattr(value, "kind", None)
    return kind if kind in ("choice", "number") else "yes_no"


Question = Annotated[
    Annotated[YesNoQuestion, Tag("yes_no")]
    | Annotated[ChoiceQuestion, Tag("choice")]
    | Annotated[NumberQuestion, Tag("number")],
    Discriminator(_question_kind),
]


class Assumption(Entry):
    """A number that costs rest on and that a reader may replace by their own.

    It is a `fact`, or a range of ours with the reason `because`.
    """

    id: Id
    label: Name
    fact: FactId | None = None
    unit: Name | None = None
    low: float | None = None
    typical: float | None = None
    high: float | None = None
    because: Text | None = None

    @model_validator(mode="after")
    def _one_form(self) -> "Assumption":
        own = (self.unit, self.low, self.typical, self.high, self.because)
        if self.fact is not None and any(part is not None for part in own):
            raise fault("bad-assumption", "an assumption is a fact or a range of ours", "keep one")
        if self.fact is None and any(part is None for part in own):
            wanted = "give fact, or unit, low, typical, high and because"
            raise fault("bad-assumption", "an assumption is a fact or a range of ours", wanted)
        if self.fact is None and not (self.low or 0) <= (self.typical or 0) <= (self.high or 0):
            raise fault(
                "bad-assumption", "low, typical and high are not in this order", "sort them"
            )
        return self


class Quantity(Entry):
    """A named formula over numeric questions, assumptions and earlier quantities."""

    id: Id
    label: Name
    unit: Name
    formula: Name


Test = Annotated[
    Annotated[str, Field(max_length=200), Tag("[text]")]
    | Annotated[tuple[Annotated[str, Field(max_length=80)], ...], Tag("[list]")],
    Discriminator(lambda value: "[list]" if isinstance(value, list | tuple) else "[text]"),
]
"""`yes`, `no`, a choice or a list of them, `">= 500"`, `"[50..500)"`."""


class Rule(Entry):
    """When all tests hold, what speaks for or against which option, and why."""

    when: dict[Id, Test]
    favours: dict[Id, float] = Field(default_factory=dict)
    counts_against: dict[Id, float] = Field(default_factory=dict)
    rules_out: tuple[Id, ...] = ()
    because: Text
    fact: FactId | None = None
    source: SourceId | None = None


class CostLine(Entry):
    """One line of a bill: what it is for, and its formula."""

    label: Name
    formula: Name


class Cost(Entry):
    """What one option costs, once and per month."""

    option: Id
    once: tuple[CostLine, ...] = ()
    per_month: tuple[CostLine, ...] = ()


class Horizon(Entry):
    """The months over which costs are added up; the reader may change them."""

    months: int = 12
    max: int = 60

    @model_validator(mode="after")
    def _in_order(self) -> "Horizon":
        if not 1 <= self.months <= self.max:
            wrong = f"{self.months} is not from 1 to max ({self.max})"
            raise fault("bad-range", wrong, "write whole months, and max above them")
        return self


Answer = Annotated[
    Annotated[str, Tag("[text]")] | Annotated[float, Tag("[number]")],
    Discriminator(lambda value: "[number]" if type(value) in (int, float) else "[text]"),
]
"""An answer in words, or a number."""


class WorkedExample(Entry):
    """A situation with its answers and the outcome that the rules must come to."""

    title: Name
    text: Text
    answers: dict[Id, Answer]
    outcome: tuple[Id, ...]
    settled: bool | None = None


class Decision(Entry):
    """One entry of `decisions/<id>.yml`."""

    title: Name
    summary: Text
    options: tuple[Option, ...]
    questions: tuple[Question, ...]
    assumptions: tuple[Assumption, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    rules: tuple[Rule, ...]
    currency: Name = "USD"
    costs: tuple[Cost, ...] = ()
    horizon: Horizon = Horizon()
    break_even_over: Id | None = None
    examples: tuple[WorkedExample, ...] = ()
    leaves_out: Text | None = None
    leans: Text | None = None
    sources: tuple[SourceId, ...] = ()
    reviewed: Day | None = None
    review_by: Day | None = None
    formerly: tuple[Id, ...] = ()

"""A decision: options, questions, rules and costs, from which a calculator answers."""

from typing import Annotated

from pydantic import Discriminator, Field, Tag, model_validator

from termwise.model.problem import fault
from termwise.model.question import Question
from termwise.model.values import (
    Day,
    Entry,
    FactId,
    Id,
    Name,
    SourceId,
    TermId,
    Text,
)
from termwise.words.numbers import AUTHORS

MAX_MONTHS = 1_200
"""The longest time over which costs are added up: a hundred years."""


class Option(Entry):
    """Something that can be chosen; it names the term that explains it."""

    id: Id
    """How rules, costs and examples name the option."""
    title: Name
    """What it is called in the calculator."""
    term: TermId
    """The term that explains it."""
    text: Text | None = None
    """What choosing it means here."""


class Assumption(Entry):
    """A number that costs rest on and that a reader may replace by their own.

    It is a `fact`, or a range of ours with the reason `because`.
    """

    id: Id
    """How formulas name the number."""
    label: Name
    """What readers see."""
    fact: FactId | None = None
    """The fact that it is taken from, instead of a range of ours."""
    unit: Name | None = None
    """The unit of our range."""
    low: float | None = None
    """The least that is likely."""
    typical: float | None = None
    """What costs start from."""
    high: float | None = None
    """The most that is likely."""
    because: Text | None = None
    """Why this range."""

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
    """How later formulas and rules name the number."""
    label: Name
    """What readers see."""
    unit: Name
    """The unit in which the formula comes out."""
    formula: Name
    """Arithmetic over questions, assumptions and earlier quantities: `requests * price`."""


Test = Annotated[
    Annotated[str, Field(max_length=200), Tag("[text]")]
    | Annotated[tuple[Annotated[str, Field(max_length=80)], ...], Tag("[list]")],
    Discriminator(lambda value: "[list]" if isinstance(value, list | tuple) else "[text]"),
]
"""`yes`, `no`, a choice or a list of them, `">= 500"`, `"[50..500)"`."""


class Rule(Entry):
    """When all tests hold, what speaks for or against which option, and why."""

    when: dict[Id, Test]
    """Tests by question or quantity, all of which must hold."""
    favours: dict[Id, float] = Field(default_factory=dict)
    """What speaks for an option, by its id: a weight above zero."""
    counts_against: dict[Id, float] = Field(default_factory=dict)
    """What speaks against an option, by its id: a weight above zero."""
    rules_out: tuple[Id, ...] = ()
    """Options that are no longer possible."""
    because: Text
    """Why, for readers."""
    fact: FactId | None = None
    """The fact that the rule rests on."""
    source: SourceId | None = None
    """The source that the rule rests on."""


class CostLine(Entry):
    """One line of a bill: what it is for, and its formula."""

    label: Name
    """What is paid for."""
    formula: Name
    """What it costs, in the decision's currency."""


class Cost(Entry):
    """What one option costs, once and per month."""

    option: Id
    """The option that costs this."""
    once: Annotated[tuple[CostLine, ...], Field(max_length=50)] = ()
    """What is paid once."""
    per_month: Annotated[tuple[CostLine, ...], Field(max_length=50)] = ()
    """What is paid each month."""


class Horizon(Entry):
    """The months over which costs are added up; the reader may change them."""

    months: int = 12
    """The months over which costs are added up, until readers change them."""
    max: int = 60
    """The most months that readers may choose."""

    @model_validator(mode="after")
    def _in_order(self) -> "Horizon":
        most = AUTHORS.figure(self.max)
        if not 1 <= self.months <= self.max:
            wrong = f"{AUTHORS.figure(self.months)} is not from 1 to max ({most})"
            raise fault("bad-range", wrong, "write whole months, and max above them")
        if self.max > MAX_MONTHS:
            wrong = f"max ({most}) is more than {AUTHORS.figure(MAX_MONTHS)} months"
            raise fault("bad-range", wrong, "write fewer; costs are not known for so long")
        return self


Answer = Annotated[
    Annotated[str, Tag("[text]")] | Annotated[float, Tag("[number]")],
    Discriminator(lambda value: "[number]" if type(value) in (int, float) else "[text]"),
]
"""An answer in words, or a number."""


class WorkedExample(Entry):
    """A situation with its answers and the outcome that the rules must come to."""

    title: Name
    """A name for the situation."""
    text: Text
    """The situation in a few sentences."""
    answers: dict[Id, Answer]
    """The answers by question; questions that are left out are not sure."""
    outcome: tuple[Id, ...]
    """The options that lead, one or, in a tie, several."""
    settled: bool | None = None
    """Whether no open answer can change that."""


class Decision(Entry):
    """One entry of `decisions/<id>.yml`."""

    title: Name
    """The heading of the page: a question."""
    summary: Text
    """One sentence: what is decided here."""
    options: Annotated[tuple[Option, ...], Field(max_length=50)]
    """What can be chosen."""
    questions: Annotated[tuple[Question, ...], Field(max_length=100)]
    """What readers are asked, in this order."""
    assumptions: Annotated[tuple[Assumption, ...], Field(max_length=100)] = ()
    """Numbers that costs rest on and that readers can replace."""
    quantities: Annotated[tuple[Quantity, ...], Field(max_length=100)] = ()
    """Named formulas, which later formulas may use and rules may test."""
    rules: Annotated[tuple[Rule, ...], Field(max_length=2_000)]
    """What speaks for or against which option, and when."""
    currency: Name = "USD"
    """The unit of costs, by its ISO code."""
    costs: Annotated[tuple[Cost, ...], Field(max_length=50)] = ()
    """What the options cost."""
    horizon: Horizon = Horizon()
    """Over how many months costs are added up."""
    break_even_over: Id | None = None
    """The question for a number over which options break even."""
    examples: Annotated[tuple[WorkedExample, ...], Field(max_length=100)] = ()
    """Situations with the outcome that the rules must come to."""
    leaves_out: Text | None = None
    """What the calculator leaves out of account."""
    leans: Text | None = None
    """Which way that leans."""
    sources: tuple[SourceId, ...] = ()
    """What the decision as a whole rests on."""
    reviewed: Day | None = None
    """The day on which it was last checked."""
    review_by: Day | None = None
    """The day by which it is to be checked again."""
    formerly: tuple[Id, ...] = ()
    """Ids under which it stood before; their addresses lead here."""

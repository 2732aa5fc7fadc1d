"""The types of question that a decision asks, each with all in which it differs.

A question is answered by one of a few words, or by a number. What follows from that (how a rule
tests it, how an answer is read, what the calculator tries) stands in `decide/questions.py`.
"""

from collections.abc import Mapping
from typing import Annotated, Literal, get_args

from pydantic import Discriminator, Field, Tag, model_validator

from termwise.model.problem import fault
from termwise.model.values import Entry, Id, Name, Text
from termwise.words.numbers import AUTHORS


class Asked(Entry):
    """What every question says. "Not sure" is always one more answer."""

    id: Id
    """How rules and examples name the question."""
    ask: Name
    """The question as readers see it."""
    help: Text | None = None
    """How readers can tell."""


class WordQuestion(Asked):
    """A question that is answered by one of a few words."""

    @property
    def answers(self) -> tuple[str, ...]:
        """The ids of the answers."""
        raise NotImplementedError

    @property
    def labels(self) -> Mapping[str, str]:
        """What readers see in place of the ids; empty where the interface has words for them."""
        return {}


class YesNoQuestion(WordQuestion):
    """A question to be answered yes, no or not sure."""

    kind: Literal["yes_no"]
    """`yes_no`: the answers are yes and no."""

    @property
    def answers(self) -> tuple[str, ...]:
        """Yes and no."""
        return ("yes", "no")


class Choice(Entry):
    """One of the answers to a question of kind `choice`."""

    id: Id
    """How rules and examples name the answer."""
    label: Name
    """What readers see."""


class ChoiceQuestion(WordQuestion):
    """A question with answers of its own."""

    kind: Literal["choice"]
    """`choice`: the answers are its own."""
    choices: Annotated[tuple[Choice, ...], Field(max_length=100)]
    """The answers, one or more."""

    @property
    def answers(self) -> tuple[str, ...]:
        """Its own."""
        return tuple(choice.id for choice in self.choices)

    @property
    def labels(self) -> Mapping[str, str]:
        """Its author's."""
        return {choice.id: choice.label for choice in self.choices}


class NumberQuestion(Asked):
    """A question for a number of `unit`, from `min` to `max`.

    `usual` is what costs are estimated with until the reader answers; rules never use it.
    """

    id: Id
    """How rules, formulas and examples name the question."""
    kind: Literal["number"]
    """`number`: the answer is a number."""
    unit: Name
    """What is counted: `requests per month`."""
    min: float = 0
    """The least that can be answered."""
    max: float
    """The most that can be answered."""
    step: float = 1
    """By how much the number goes up and down."""
    usual: float | None = None
    """What costs are estimated with until it is answered."""

    @model_validator(mode="after")
    def _in_order(self) -> "NumberQuestion":
        if not self.min < self.max:
            raise fault(
                "bad-range",
                f"min ({AUTHORS.figure(self.min)}) is not below max ({AUTHORS.figure(self.max)})",
                "swap them",
            )
        if self.step <= 0:
            raise fault("bad-range", "step is not above zero", "write a positive step")
        if self.usual is not None and not self.min <= self.usual <= self.max:
            wrong = f"usual ({AUTHORS.figure(self.usual)}) is outside min and max"
            raise fault("bad-range", wrong, "correct one of them")
        return self


def _kind(value: object) -> str:
    kind = value.get("kind") if isinstance(value, dict) else getattr(value, "kind", None)
    return str(kind) if kind in KINDS else "yes_no"


Question = Annotated[
    Annotated[YesNoQuestion, Tag("yes_no")]
    | Annotated[ChoiceQuestion, Tag("choice")]
    | Annotated[NumberQuestion, Tag("number")],
    Discriminator(_kind),
]
"""All types of question."""

KINDS = frozenset(each.__metadata__[0].tag for each in get_args(get_args(Question)[0]))
"""What they are called."""

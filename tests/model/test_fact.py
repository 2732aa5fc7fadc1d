"""Facts: an observation says one thing in one way, and somebody says it."""

from typing import Any

import pytest
from pydantic import ValidationError

from termwise.model.fact import Fact, Observation

SAID: dict[str, Any] = {"source": "report", "as_of": "2026-03"}


@pytest.mark.parametrize(
    "said",
    [{"value": 0}, {"value": -1.5}, {"low": 1, "high": 1}, {"low": 0}, {"high": 9},
     {"text": "some"}, {"value": 3, "or_more": True}, {"low": 1, "high": 2, "or_more": True}],
)  # fmt: skip
def test_each_form_of_observation(said: dict[str, Any]) -> None:
    """A value (zero is one), a range, an open range or words."""
    seen = Observation.model_validate({**SAID, **said})
    assert seen.numeric is ("text" not in said)


@pytest.mark.parametrize(
    "said",
    [{}, {"value": 1, "low": 1}, {"value": 1, "text": "one"}, {"low": 1, "text": "one"},
     {"low": 2, "high": 1}, {"text": "one", "or_more": True}, {"or_more": True}],
)  # fmt: skip
def test_an_observation_says_one_thing(said: dict[str, Any]) -> None:
    """Otherwise a page could not tell which of them to show."""
    with pytest.raises(ValidationError) as raised:
        Observation.model_validate({**SAID, **said})
    assert [error["ctx"]["error"].problems[0].code for error in raised.value.errors()] == [
        "bad-observation"
    ]


@pytest.mark.parametrize("key", ["source", "as_of"])
def test_every_observation_has_a_source_and_a_date(key: str) -> None:
    """A number without them would be hearsay."""
    said = {name: value for name, value in SAID.items() if name != key}
    with pytest.raises(ValidationError, match=key):
        Observation.model_validate({"value": 1, **said})


def test_a_fact_is_observed() -> None:
    """A statement that nobody makes is not a fact."""
    with pytest.raises(ValidationError, match="no source"):
        Fact.model_validate({"id": "a", "statement": "A.", "observations": ()})

"""Numbers with units, as readers see them, and what becomes of sources that disagree."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termwise.markup.quantities import disagrees, fact_label, observation_label
from termwise.model.fact import Fact, Observation
from termwise.words.words import ENGLISH


def observed(**parts: Any) -> Observation:
    """What one source says."""
    return Observation.model_validate({"source": "s", "as_of": "2026", **parts})


@pytest.mark.parametrize(
    ("parts", "label"),
    [
        ({"value": 3.0, "unit": "hours"}, "3 hours"),
        ({"value": 3.0}, "3"),
        ({"value": 90.0, "unit": "%"}, "90%"),
        ({"value": 90.0, "unit": "% of queries"}, "90% of queries"),
        ({"value": 2.5, "unit": "USD"}, "$2.50"),
        ({"value": 2.0, "unit": "USD per run"}, "$2 per run"),
        ({"value": 1.0, "unit": "CHF"}, "CHF\u00a01"),
        ({"value": 1.0, "unit": "USDX"}, "1 USDX"),
        ({"low": 1.0, "high": 2.5, "unit": "EUR"}, "€1–€2.50"),
        ({"low": 2.0, "high": 2.0, "unit": "days"}, "2 days"),
        ({"low": 1000.0, "high": 5000.0, "or_more": True, "unit": "rows"}, "1,000–5,000+ rows"),
        ({"low": 100.0, "unit": "USD"}, "from $100"),
        ({"low": 100.0, "or_more": True, "unit": "USD"}, "$100+"),
        ({"high": 3.0, "unit": "times"}, "up to 3 times"),
        ({"value": 5.0, "or_more": True}, "5+"),
        ({"text": "seldom"}, "seldom"),
        ({"low": 0.0, "high": 0.0}, "0"),
    ],
)
def test_an_observation_in_one_line(parts: dict[str, Any], label: str) -> None:
    """The value or range as its source gives it."""
    assert observation_label(observed(**parts), ENGLISH) == label


def fact(*said: dict[str, Any], unit: str | None = "USD") -> Fact:
    """A fact about which sources say these things."""
    common = {"source": "s", "as_of": "2026"}
    seen = [{**common, **({} if "text" in p else {"unit": unit}), **p} for p in said]
    return Fact.model_validate({"id": "f", "statement": "S.", "observations": tuple(seen)})


@pytest.mark.parametrize(
    ("said", "label", "differ"),
    [
        ([{"value": 5.0}], "$5", False),
        ([{"value": 5.0}, {"value": 5.0}], "$5", False),
        ([{"value": 5.0}, {"value": 7.0}], "$5–$7", True),
        ([{"value": 7.0}, {"value": 5.0}], "$5–$7", True),
        ([{"low": 1.0, "high": 3.0}, {"value": 2.0}], "$1–$3", True),
        ([{"low": 1.0, "high": 3.0}, {"low": 2.0, "high": 9.0, "or_more": True}], "$1–$9+", True),
        ([{"low": 1.0, "high": 3.0, "or_more": True}, {"value": 9.0}], "$1–$9", True),
        ([{"low": 10.0, "high": 50.0, "or_more": True},
          {"low": 1.0, "high": 100.0, "or_more": True}, {"low": 0.1}], "$0.10–$100+", True),
        ([{"low": 100.0}, {"value": 5.0}], "$5–$100+", True),
        ([{"high": 3.0}, {"high": 8.0}], "up to $8", True),
        ([{"high": 3.0}, {"value": 8.0}], "up to $8", True),
        ([{"text": "seldom"}], "seldom", False),
        ([{"text": "seldom"}, {"text": "often"}], "seldom", True),
        ([{"text": "seldom"}, {"value": 5.0}], "$5", True),
    ],
)  # fmt: skip
def test_sources_that_differ_make_a_span(
    said: list[dict[str, Any]], label: str, differ: bool
) -> None:
    """From the least to the most that anybody says, and open where the highest is."""
    assert fact_label(fact(*said), ENGLISH) == label
    assert disagrees(fact(*said)) is differ


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=5))
def test_a_span_does_not_depend_on_the_order_of_the_sources(values: list[int]) -> None:
    """Nobody is averaged away, whoever is named first."""
    said = [{"value": float(value)} for value in values]
    label = fact_label(fact(*said), ENGLISH)
    assert label == fact_label(fact(*reversed(said)), ENGLISH)
    assert ENGLISH.numbers.money(min(values)) in label
    assert ENGLISH.numbers.money(max(values)) in label

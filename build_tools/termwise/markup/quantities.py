"""Numbers with units, as readers see them."""

from collections.abc import Sequence

from termwise.model.fact import Fact, Observation
from termwise.words.words import ENGLISH, Words


def quantity(
    low: float | None, high: float | None, unit: str | None, or_more: bool, words: Words
) -> str:
    """A number or a range with its unit: "$10,000–$50,000+ per run", "up to 3 times"."""
    _before, after = words.numbers.around(unit)
    ends = [words.numbers.amount(end, unit) for end in (low, high) if end is not None]
    number = words.chained("{one}–{other}", dict.fromkeys(ends))
    if or_more:
        number = words.say("{number}+", number=number)
    if low is None:
        number = words.say("up to {number}", number=number)
    elif high is None and not or_more:
        number = words.say("from {number}", number=number)
    return number + after


def observation_label(seen: Observation, words: Words) -> str:
    """What one source says, in one line."""
    if seen.text is not None:
        return seen.text
    low, high = (seen.low, seen.high) if seen.value is None else (seen.value, seen.value)
    return quantity(low, high, seen.unit, seen.or_more, words)


def fact_label(fact: Fact, words: Words) -> str:
    """A fact's value: what its sources agree on, or the whole span of what they say."""
    numeric = [seen for seen in fact.observations if seen.numeric]
    if not numeric:
        return fact.observations[0].text or ""
    if len({observation_label(seen, words) for seen in numeric}) == 1:
        return observation_label(numeric[0], words)
    return _span(numeric, words)


def disagrees(fact: Fact) -> bool:
    """Whether its sources say different things."""
    return len({observation_label(seen, ENGLISH) for seen in fact.observations}) > 1


def _span(numeric: Sequence[Observation], words: Words) -> str:
    lows = [seen.low if seen.value is None else seen.value for seen in numeric]
    highs = [seen.high if seen.value is None else seen.value for seen in numeric]
    known_lows = [low for low in lows if low is not None]
    known_highs = [high for high in highs if high is not None]
    tops = (*known_highs, *known_lows)
    open_ended = any(high is None for high in highs) or any(
        seen.or_more and (seen.high or seen.value or seen.low) == max(tops) for seen in numeric
    )
    low = min(known_lows) if len(known_lows) == len(lows) else None
    return quantity(low, max(tops), numeric[0].unit, open_ended, words)

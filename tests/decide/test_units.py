"""Units: words to things above and below a line, with a scale."""

import pytest

from termwise.decide.units import Unit, parse_unit


@pytest.mark.parametrize(
    ("text", "scale", "things"),
    [
        (None, 1, ()),
        ("", 1, ()),
        ("times", 1, ()),
        ("times one processor", 1, ()),
        ("%", 0.01, ()),
        ("% of requests", 0.01, ()),
        ("USD", 1, (("USD", 1),)),
        ("requests", 1, (("request", 1),)),
        ("request", 1, (("request", 1),)),
        ("GPU hours", 1, (("GPU hour", 1),)),
        ("USD per million tokens", 1e-6, (("USD", 1), ("token", -1))),
        ("thousand tokens", 1e3, (("token", 1),)),
        ("1,000 tokens", 1e3, (("token", 1),)),
        ("USD per 1000 requests", 1e-3, (("USD", 1), ("request", -1))),
        ("hundred thousand tokens", 1e5, (("token", 1),)),
        ("% per month", 0.01, (("month", -1),)),
        ("times per year", 1 / 12, (("month", -1),)),
        ("days", 24, (("hour", 1),)),
        ("USD per GB per month", 1, (("GB", -1), ("USD", 1), ("month", -1))),
        ("km per km", 1, ()),
        ("glass", 1, (("glass", 1),)),
        ("GPUS", 1, (("GPUS", 1),)),
        ("million", 1, (("million", 1),)),
    ],
)
def test_words_are_read_as_a_scale_and_things(
    text: str | None, scale: float, things: tuple[tuple[str, int], ...]
) -> None:
    """Singular and plural are the same thing, and a plain number has none."""
    unit = parse_unit(text)
    assert unit.things == things
    assert unit.scale == pytest.approx(scale)


def test_months_are_no_number_of_days() -> None:
    """A month has no fixed length, so that nothing is converted behind an author's back."""
    assert parse_unit("months").things != parse_unit("days").things


def test_products_and_quotients_cancel() -> None:
    """USD per token, times tokens per request, is USD per request."""
    price, length = parse_unit("USD per million tokens"), parse_unit("tokens per request")
    assert price.times(length) == Unit(1e-6, (("USD", 1), ("request", -1)))
    assert length.times(length, -1) == Unit()


@pytest.mark.parametrize("text", ["0 tokens", "² tokens", "USD per 0 tokens", "٣ tokens", "00 x"])
def test_odd_figures_are_no_scale(text: str) -> None:
    """Nothing is divided by zero later on, and no sign that looks like a figure stops a build."""
    assert parse_unit(text).scale == 1


def test_a_unit_is_shown_as_it_is_written() -> None:
    """For the author who mixed them up."""
    assert str(parse_unit("USD per GB per months")) == "USD per GB per month"
    assert str(parse_unit("requests per month")) == "request per month"
    assert str(parse_unit("%")) == "plain number"

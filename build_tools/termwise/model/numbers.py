"""Numbers, as people read them."""

from decimal import ROUND_HALF_UP, Context


def figure(value: float, digits: int | None = None) -> str:
    """A finite number with thousands separated, and never with an exponent: 1,000,000 or 0.5.

    It has at most so many significant `digits`: without any, fifteen, for which a number can be
    relied on, and a whole number has all of its own. With twelve, the calculator's `figure` in
    `widgets/src/words.js` writes the same, but for its minus sign.
    """
    value = float(value)
    context = Context(digits or (17 if value.is_integer() else 15), ROUND_HALF_UP)
    # Without the zero's sign, and without zeros at the end.
    rounded = context.create_decimal(repr(value or 0.0)).normalize(context)
    return f"{rounded:,f}"

"""Numbers as readers see them: the one place where a number becomes text.

`widgets/src/numbers.js` is its twin in the browser; `tests/goldens/numbers.jsonl` holds the two
together. What programs read (JSON, CSV, Turtle, the attributes of controls) has machine numbers.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from functools import cached_property, lru_cache

from babel import Locale
from babel.numbers import format_decimal, format_percent, get_currency_symbol

CURRENCIES = frozenset(("USD", "EUR", "GBP", "CAD", "AUD", "JPY", "INR", "CHF"))
"""Units that begin with one of these (ISO 4217) have its sign at the number."""

_NO_BREAK = "\u00a0"
_ANY = Context(prec=1_000)
"""Room for the digits of any number that there is, when it is written out."""


@dataclass(frozen=True)
class Numbers:
    """How a language writes numbers (CLDR), with a minus sign that is one.

    Authors write theirs with a hyphen, and so do messages to them.
    """

    language: str = "en"
    minus: str = "−"

    @cached_property
    def _locale(self) -> Locale:
        return Locale.parse(self.language, sep="-")

    def figure(self, value: float, digits: int | None = None) -> str:
        """A finite number with thousands separated, never with an exponent: 1,000,000 or 0.5.

        It has at most so many significant `digits`: without any, fifteen, for which a number can
        be relied on, and a whole number has all of its own.
        """
        return self._written(_rounded(value, digits))

    def money(self, value: float, digits: int | None = None) -> str:
        """The same for an amount, without its sign: two decimals or none, unless it is finer."""
        rounded = _rounded(value, digits)
        return self._written(rounded, ".00" if rounded.as_tuple().exponent == -1 else ".###")

    def percent(self, share: float) -> str:
        """A share of one in whole percent."""
        return format_percent(round(100 * share) / 100, locale=self._locale)

    def amount(self, value: float, unit: str | None, digits: int | None = None) -> str:
        """A number with all that stands before it in `unit`, its sign first: "−$2.50"."""
        before, _after = self.around(unit)
        shown = (self.money if is_money(unit) else self.figure)(value, digits)
        if before and shown.startswith(self.minus):
            return f"{self.minus}{before}{shown.removeprefix(self.minus)}"
        return before + shown

    def around(self, unit: str | None) -> tuple[str, str]:
        """What stands before and after a number in `unit`: ("$", " per run")."""
        first, _, rest = (unit or "").partition(" ")
        after = f" {rest}" if rest else ""
        if is_money(unit):
            sign = get_currency_symbol(first, locale=self._locale)
            if "¤" in self._locale.currency_formats["standard"].prefix[0]:
                return sign + _NO_BREAK * sign[-1].isalpha(), after
            return "", f"{_NO_BREAK}{sign}{after}"
        if first == "%":
            pattern = self._locale.percent_formats[None]
            return pattern.prefix[0], pattern.suffix[0] + after
        return "", f" {unit}" if unit else ""

    def _written(self, rounded: Decimal, decimals: str = ".###") -> str:
        """With decimals as a pattern of CLDR has them, and no fewer than the number has."""
        return _shown(rounded, decimals, self._locale).replace("-", self.minus)


@lru_cache(maxsize=4096)
def _shown(rounded: Decimal, decimals: str, locale: Locale) -> str:
    """A site writes the same numbers over and over: the reference site 19,600, of them few new."""
    pattern = locale.decimal_formats[None].pattern.replace(".###", decimals)
    with localcontext(_ANY):
        return str(format_decimal(rounded, pattern, locale, decimal_quantization=False))


def is_money(unit: str | None) -> bool:
    """Whether a unit begins with a currency whose sign is known."""
    return (unit or "").partition(" ")[0] in CURRENCIES


def _rounded(value: float, digits: int | None) -> Decimal:
    """Without zeros at its end, and without the sign of a zero."""
    value = float(value)
    context = Context(digits or (17 if value.is_integer() else 15), ROUND_HALF_UP)
    return context.create_decimal(repr(value or 0.0)).normalize(context)


ENGLISH = Numbers()
AUTHORS = Numbers(minus="-")
"""Numbers in messages to those who write them."""

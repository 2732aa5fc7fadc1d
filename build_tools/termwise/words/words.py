"""The words of one language, as a site's files have them."""

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, reduce
from typing import TypeAlias

from babel import Locale
from babel.dates import format_date, format_skeleton

from termwise.words.numbers import Numbers

Forms: TypeAlias = Mapping[str, str]
"""A text by the plural category (CLDR) of its number; one without a number is `other`."""

REGIONS = {"en": "en-GB"}
"""The region by whose habits a language writes dates and lists, where it has several."""

_PLACE = re.compile(r"\{(\w+)\}")


def message(text: str) -> str:
    """Mark a text that is said elsewhere, so that the catalogue has it."""
    return text


def plural(one: str, other: str) -> tuple[str, str]:
    """Mark a text with a number `{n}` that is said elsewhere."""
    return one, other


@dataclass(frozen=True)
class Words:
    """What the interface says in one language.

    The code names each text in English, in which it stands where `texts` has no other: a word in
    braces is the place of a value. Texts are words alone, without markup of any kind.
    """

    language: str = "en"
    texts: Mapping[str, Forms] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash(self.language)

    def say(self, text: str, /, **values: object) -> str:
        """A text with values in their places; markup where the values are."""
        return filled(self.texts.get(text, {}).get("other", text), values)

    def counted(self, one: str, other: str, number: float, /, **values: object) -> str:
        """A text about a number, which stands in the place `{n}`."""
        return filled(self.form(one, other, number), {"n": self.numbers.figure(number), **values})

    def chained(self, pair: str, items: Iterable[str]) -> str:
        """Items one after the other, as `pair` joins `{one}` and `{other}`; empty without items."""
        first, *rest = [*items] or [""]
        return reduce(lambda one, other: self.say(pair, one=one, other=other), rest, first)

    def form(self, one: str, other: str, number: float) -> str:
        """Of a text about a number the form for it, without the number."""
        forms = self.texts.get(one)
        if not forms:
            return one if abs(number) == 1 else other
        return forms.get(self._locale.plural_form(number), forms["other"])

    def forms(self, one: str, other: str) -> Forms:
        """All forms of a text about a number."""
        return self.texts.get(one) or {"one": one, "other": other}

    def date(self, value: str | datetime.date) -> str:
        """A date, as exact as it was given: "2026", "March 2026", "31 March 2026"."""
        return _date(str(value), self.locale)

    @cached_property
    def numbers(self) -> Numbers:
        """How numbers are written."""
        return Numbers(self.language)

    @property
    def locale(self) -> str:
        """The language with its region, as a tag of BCP 47."""
        return REGIONS.get(self.language, self.language)

    @cached_property
    def _locale(self) -> Locale:
        return Locale.parse(self.language, sep="-")


def filled(text: str, values: Mapping[str, object]) -> str:
    """A text with values in the places that are named in it."""
    return _PLACE.sub(lambda found: str(values.get(found[1], found[0])), text)


def places(text: str) -> set[str]:
    """The places of values in a text."""
    return set(_PLACE.findall(text))


@cache
def _date(value: str, locale: str) -> str:
    known = Locale.parse(locale, sep="-")
    year, month, day = (*map(int, value.split("-")), 0, 0)[:3]
    moment = datetime.date(year, month or 1, day or 1)
    if day:
        return format_date(moment, "long", known)
    return format_skeleton("yMMMM" if month else "y", moment, locale=known)


ENGLISH = Words()

"""Which form of a translation stands for which number, as the header of a catalogue says it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from gettext import c2py

from babel import Locale
from babel.messages.plurals import get_plural

_HEADER = re.compile(r"nplurals\s*=\s*(\d{1,3})\s*;\s*plural\s*=([^;]+);?")

_WHOLE = (*range(1_001), *(10**power for power in range(4, 10)))
"""The numbers by which a rule is judged; all rules repeat, but for the forms of whole millions."""

_BROKEN = (0.1, 0.5, 1.5)


@dataclass(frozen=True)
class Plurals:
    """How many forms a translation has, and which of them stands for each category of CLDR.

    `numbers` are some that a form stands for, the least first; `usual` is the header that the
    language usually has.
    """

    forms: int
    by_category: Mapping[str, int]
    numbers: Mapping[int, tuple[float, ...]]
    usual: str

    @property
    def single(self) -> frozenset[int]:
        """The forms of one number each, which need not name it: "both terms"."""
        return frozenset(form for form, numbers in self.numbers.items() if len(numbers) == 1)


def read_plurals(header: str, locale: Locale) -> Plurals:
    """The rule in a header `Plural-Forms`. Raises `ValueError`, with what is wrong in it."""
    found = _HEADER.fullmatch(header.strip())
    if not found:
        raise ValueError("Plural-Forms is not of the form nplurals=…; plural=…;")
    try:
        rule = c2py(found[2].strip())
        form = {number: rule(number) for number in _WHOLE}
    except (ValueError, ArithmeticError) as error:
        raise ValueError(f"the rule in Plural-Forms cannot be computed ({error})") from error
    used = sorted(set(form.values()))
    if used != [*range(min(int(found[1]), len(used) + 1))]:
        forms = ", ".join(map(str, used))
        raise ValueError(f"Plural-Forms has nplurals={found[1]}, and its rule the forms {forms}")
    category = locale.plural_form
    # A category that only fractions have is as that of most whole numbers.
    by_category = {
        "other": form[999], **{category(number): form[number] for number in reversed(_WHOLE)}
    }  # fmt: skip
    numbers: dict[int, tuple[float, ...]] = {}
    for number in _WHOLE + _BROKEN:
        said = by_category.get(category(number), by_category["other"])
        numbers[said] = (*numbers.get(said, ()), number)[:2]
    return Plurals(len(used), by_category, numbers, usual_plurals(locale))


def usual_plurals(locale: Locale) -> str:
    """The line of a header as it is usually written for a language."""
    return f"Plural-Forms: {get_plural(locale)}"

"""What a translation must not be: with other places than its text, or with markup."""

import re
from collections.abc import Iterator

from termwise.words.plurals import Plurals
from termwise.words.po_file import Entry, Fault
from termwise.words.words import places

_MARKUP = '<>&"`*_[]{}\\|#'
_PLACE = re.compile(r"\{\w+\}")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\ufeff]")
_COUNTED = "n"


def faults_of(entry: Entry, plurals: Plurals | None) -> Iterator[Fault]:
    """What is wrong in an entry, as far as it is known which forms a number has.

    A translation that readers do not see may hold anything.
    """
    if plurals and len(entry.texts) > 1:
        yield from _forms(entry, plurals)
    if entry.fuzzy or entry.obsolete:
        return
    for form, said in enumerate(entry.said):
        if said:
            counted = len(entry.texts) > 1 and (not plurals or form in plurals.single)
            numbers = plurals.numbers.get(form, ()) if plurals and len(entry.texts) > 1 else ()
            yield from _places(entry, said, {_COUNTED} if counted else set(), numbers)
            yield from _signs(entry, said)


def _forms(entry: Entry, plurals: Plurals) -> Iterator[Fault]:
    """All forms are translated or none; of what nobody sees yet, no more than there are."""
    there = {form for form, said in enumerate(entry.said) if said}
    all_forms = set(range(plurals.forms))
    other_rule = f"nplurals={plurals.forms};" not in plurals.usual
    usual = f'write what is usual for the language, "{plurals.usual}\\n"' if other_rule else ""
    for form in sorted(there - all_forms):
        what = f"{entry.texts[0]!r} has msgstr[{form}], and the language {plurals.forms} forms"
        yield Fault(entry.line, what, f"{usual}, or delete it" if usual else "delete it")
    if there and all_forms - there and not (entry.fuzzy or entry.obsolete):
        what = f"{len(there)} of {plurals.forms} forms of {entry.texts[0]!r} are translated"
        remedy = f"write msgstr[0] to msgstr[{plurals.forms - 1}], or leave all of them empty"
        yield Fault(entry.line, what, f"{usual}, or {remedy}" if usual else remedy)


def _places(
    entry: Entry, said: str, may_lack: set[str], numbers: tuple[float, ...]
) -> Iterator[Fault]:
    """The names in braces are those of the text; `numbers` are some that a form stands for."""
    wanted, there = set().union(*map(places, entry.texts)), places(said)
    for place in sorted(there - wanted):
        known = ", ".join(f"{{{name}}}" for name in sorted(wanted)) or "none"
        what = f"{said!r} has the place {{{place}}}, which {entry.texts[0]!r} has not"
        yield Fault(entry.line, what, f"keep the names in braces as they are in English: {known}")
    if there - wanted:
        # Of a name that is misspelt, the right one is missing.
        return
    for place in sorted(wanted - there - may_lack):
        what = f"{said!r} lacks the place {{{place}}} of {entry.texts[0]!r}"
        why = " and ".join(map(str, numbers)) if place == _COUNTED else ""
        remedy = f"put {{{place}}} where its value is to stand"
        yield Fault(entry.line, what, f"{remedy}: the form is for {why} alike" if why else remedy)


def _signs(entry: Entry, said: str) -> Iterator[Fault]:
    """Signs that are markup somewhere; those of the text itself are known to do no harm."""
    plain, english = (_PLACE.sub("", text) for text in (said, entry.texts[-1]))
    found = sorted(sign for sign in set(plain) & set(_MARKUP) if sign not in english)
    if found:
        what = f"{said!r} has the signs {' '.join(found)}, which are markup on a page"
        yield Fault(entry.line, what, "translate in words alone; quotes are “ ” or « »")
    if english.count("*") and plain.count("*") not in (0, english.count("*")):
        what = f"{said!r} has {plain.count('*')} asterisks, and {entry.texts[-1]!r} has 2"
        yield Fault(entry.line, what, "put the words that are said with stress between two of them")
    if _UNSEEN.search(said):
        what = f"{said!r} holds an invisible sign, or a line of its own"
        yield Fault(entry.line, what, "type it again, in one line")
    if said.strip() != said:
        what = f"{said!r} begins or ends with a space"
        yield Fault(entry.line, what, "delete the space; the page has its own")

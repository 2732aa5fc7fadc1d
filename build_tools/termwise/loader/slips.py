"""What was most likely meant by a value of the wrong type, as a remedy."""

import re
from collections.abc import Mapping

from termwise.model.values import shortened

_NUMBER = r"-?\d+(?:\.\d+)?"
_THOUSANDS = re.compile(r"-?\d{1,3}(?:([,.' \u00a0\u2009\u202f’])\d{3})(?:\1\d{3})*")
_DECIMAL_COMMA = re.compile(r"-?\d+,\d+")
_RANGE = re.compile(rf"({_NUMBER})\s*(?:-|–|—|to|\.\.)\s*({_NUMBER})")
_YES, _NO = ("yes", "true", "on", "y"), ("no", "false", "off", "n")


def about_text(value: object) -> str:
    """For text, where something else stands."""
    if isinstance(value, bool):
        return f'write "{"yes" if value else "no"}" or "{"true" if value else "false"}", in quotes'
    if isinstance(value, int | float):
        return "put quotes around it"
    if isinstance(value, tuple) and all(isinstance(item, str) for item in value):
        return "write one text, without brackets around it or a hyphen before it"
    if isinstance(value, tuple) and (link := _link_without_quotes(value)):
        return f'put the link in quotes: "[[{shortened(link)}]]"'
    if isinstance(value, Mapping) and len(value) == 1 and next(iter(value.values())) is not None:
        return "put the whole text in quotes: a colon and a space in it begin a value"
    if isinstance(value, tuple | Mapping):
        return 'put text that begins with [ or { in quotes, as in "[[term]]" or "{{fact}}"'
    return "write it or leave the key out"


def _link_without_quotes(value: tuple[object, ...]) -> str:
    """The id in `[[id]]`, which YAML has read as a list in a list, or ""."""
    match value:
        case ((str(name),),):
            return name
        case _:
            return ""


def about_keys(value: object) -> str:
    """For keys with values, where something else stands."""
    if isinstance(value, tuple) and len(value) == 1 and isinstance(value[0], Mapping):
        return "take out the hyphen before its first key"
    return "write each part as key: text, on a line of its own"


def about_list(value: object) -> str:
    """For a list, where something else stands."""
    if isinstance(value, Mapping):
        return "put a hyphen and a space before the first key of each item, and indent the others"
    if isinstance(value, str) and value.startswith("-"):
        return "put a space after each hyphen"
    return "give each item a line of its own that begins with a hyphen and a space"


def about_number(value: object) -> str:
    """For a number, where something else stands."""
    if isinstance(value, float):
        return "leave out what is behind the point"
    text = value.strip()[:80] if isinstance(value, str) else ""
    if re.fullmatch(_NUMBER, text.replace("_", "")):
        return "take off the quotes"
    if _THOUSANDS.fullmatch(text):
        return f"write {re.sub(r'[^-0-9]', '', text)}"
    if _DECIMAL_COMMA.fullmatch(text):
        return f"write {text.replace(',', '.')}"
    if between := _RANGE.fullmatch(text):
        return f"write low: {between[1]} and high: {between[2]}"
    if re.fullmatch(rf"{_NUMBER}\s*\+", text):
        return f"write {text.rstrip('+ ')}, and or_more: true"
    if re.fullmatch(rf"{_NUMBER}\s*%", text):
        return f'write {text.rstrip("% ")}, and unit: "%"'
    return "write digits only; the unit has a key of its own"


def about_truth(value: object) -> str:
    """For true or false, where something else stands."""
    text = value.strip().lower() if isinstance(value, str) else ""
    if text in ("true", "false"):
        return "take off the quotes"
    return "write true" if text in _YES else "write false" if text in _NO else "write one of them"

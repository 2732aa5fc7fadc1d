"""Settings as plain values, by which those of two builds are compared."""

import datetime
from collections.abc import Mapping

from babel import Locale
from mkdocs.plugins import BasePlugin
from mkdocs.theme import Theme


def plain(value: object) -> object:
    """Settings as values whose `repr` is the same in every process."""
    match value:
        case Mapping():
            return [(str(key), plain(value[key])) for key in value]
        case list() | tuple():
            return [plain(each) for each in value]
        case None | str() | int() | float():
            return value
        case datetime.date() | Locale():
            return repr(value)
        case Theme():
            return [value.name, *((key, plain(value[key])) for key in sorted(value))]
        case BasePlugin():
            return plain(value.config)
        case _:
            return f"{type(value).__qualname__} {getattr(value, '__qualname__', '')}"

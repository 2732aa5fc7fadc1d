"""Plain data to an entry: what pydantic finds wrong, said as an author would want to hear it."""

import math
import re
from collections.abc import Mapping
from typing import TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from termwise.loader.yaml_reader import Document
from termwise.model.names import did_you_mean
from termwise.model.numbers import figure
from termwise.model.problem import FieldPath, Problem
from termwise.model.values import ID_PATTERN, OWN_FAULT, Entry, shortened

EntryType = TypeVar("EntryType", bound=Entry)

MAX_PROBLEMS = 100
"""How many faults of one file are told; whoever has more made one mistake many times."""

_KINDS = {
    "string_type": "text",
    "tuple_type": "a list",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "float_type": "a number",
    "bool_type": "true or false",
    "date_type": "a date",
    "finite_number": "a finite number",
}


def validate(kind: type[EntryType], document: Document, file: str) -> EntryType | None:
    """The entry in `document`, or None with its problems added to `document.problems`."""
    try:
        return kind.model_validate(document.data)
    except ValidationError as error:
        for details in error.errors(include_url=False)[:MAX_PROBLEMS]:
            document.problems.append(_problem(details, kind, document, file))
        return None


def _problem(details: ErrorDetails, kind: type[Entry], document: Document, file: str) -> Problem:
    path = _author_path(details["loc"], document.data, missing=details["type"] == "missing")
    line, column = document.place(path)
    code, fault, remedy = _words(details, kind, path)
    return Problem(file, path, code, fault, remedy, line=line, column=column)


def _author_path(
    location: tuple[int | str, ...], data: object, *, missing: bool = False
) -> FieldPath:
    """Pydantic's location less the names that it adds for unions and for keys of mappings.

    All of it stands in the data, but for the last part of the path to a `missing` key.
    """
    path: list[str | int] = []
    for index, part in enumerate(location):
        if part in ("[key]", "[text]", "[fact]"):
            continue
        known = isinstance(data, Mapping) and part in data
        known = known or (isinstance(data, tuple) and isinstance(part, int) and part < len(data))
        if not known and not (missing and index == len(location) - 1):
            continue
        path.append(part)
        data = data[part] if known else None  # type: ignore[index]
    return tuple(path)


def _words(details: ErrorDetails, kind: type[Entry], path: FieldPath) -> tuple[str, str, str]:
    """Code, fault and remedy for one of pydantic's errors."""
    error, value = details["type"], details["input"]
    last = path[-1] if path else ""
    if error == "extra_forbidden":
        keys = _keys(kind, path[:-1])
        listed = f"known here are: {', '.join(keys)}"
        return (
            "unknown-key",
            f'no key "{shortened(str(last))}" is known here',
            did_you_mean(str(last)[:200], keys, listed),
        )
    if error == "missing":
        return "missing-key", f'the key "{last}" is missing', f"add {last}: …"
    if error in _KINDS:
        return (
            "wrong-type",
            f"expected {_KINDS[error]}, found {_shown(value)}",
            _retype(error, value),
        )
    if error == OWN_FAULT:
        said = details["ctx"]
        return said["code"], said["fault"], said["remedy"]
    if error == "string_pattern_mismatch":
        if details["ctx"]["pattern"] != ID_PATTERN:
            return "bad-language", f'"{shortened(value)}" is no language code', "write fr or pt-BR"
        remedy = "an id is lower-case words joined by hyphens"
        return "bad-id", f'"{shortened(value)}" is no id', remedy
    if error in ("string_too_long", "too_long"):
        longest = details["ctx"]["max_length"]
        return "too-long", f"there is room for {longest} characters here", "shorten it"
    if error == "literal_error":
        wanted = re.findall(r"'([^']*)'", str(details["ctx"]["expected"]))
        choices = f"choose one of: {', '.join(wanted)}"
        return (
            "unknown-choice",
            f"{_shown(value)} is no choice here",
            did_you_mean(str(value)[:200], wanted, choices),
        )
    return "wrong-value", details["msg"].lower(), ""


def _shown(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        shown = figure(value).replace(",", "") if math.isfinite(value) else value
        return f"the number {shown}"
    if isinstance(value, str):
        return f'the text "{shortened(value)}"'
    return "a list" if isinstance(value, tuple) else "keys with values"


def _retype(error: str, value: object) -> str:
    """What to write instead of a value of the wrong type."""
    if error == "string_type":
        if isinstance(value, bool | int | float):
            return "put quotes around it"
        if isinstance(value, tuple | Mapping):
            return 'put text that begins with [ or { in quotes, as in "[[term]]" or "{{fact}}"'
        return "write it or leave the key out"
    if error == "tuple_type":
        return "give each item a line of its own that begins with a hyphen and a space"
    if error in ("dict_type", "model_type"):
        return "write each part as key: text, on a line of its own"
    if error == "date_type":
        return "write YYYY-MM-DD, such as 2026-03-31"
    if error == "float_type" and isinstance(value, str):
        return "write digits only; the unit has a key of its own"
    return ""


def _keys(kind: type[Entry], path: FieldPath) -> list[str]:
    """The keys that the mapping at `path` may have."""
    model: type[BaseModel] = kind
    for part in path:
        if isinstance(part, str) and part in model.model_fields:
            model = _model_within(model.model_fields[part].annotation) or model
    return list(model.model_fields)


def _model_within(annotation: object) -> type[BaseModel] | None:
    """The first entry type inside an annotation such as `tuple[Related, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_model_within(part) for part in get_args(annotation))
    return next((model for model in found if model), None)

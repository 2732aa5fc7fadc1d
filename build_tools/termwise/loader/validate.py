"""Plain data to an entry: what pydantic finds wrong, said as an author would want to hear it."""

import math
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from termwise.loader.slips import about_keys, about_list, about_number, about_text, about_truth
from termwise.loader.yaml_reader import YamlFile
from termwise.model.names import closest, did_you_mean, id_from
from termwise.model.problem import FieldPath, Problem, ProblemError
from termwise.model.values import ID_PATTERN, Entry, shortened
from termwise.words.numbers import AUTHORS

EntryType = TypeVar("EntryType", bound=Entry)

MAX_PROBLEMS = 100
"""How many faults of one file are told; whoever has more made one mistake many times."""

_KINDS = {
    "string_type": "text",
    "tuple_type": "a list",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "float_type": "a number",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "date_type": "a date",
    "finite_number": "a finite number",
}


def validate(kind: type[EntryType], document: YamlFile, file: str) -> EntryType | None:
    """The entry in `document`, or None with its problems added to `document.problems`."""
    try:
        return kind.model_validate(document.data)
    except ValidationError as error:
        found = error.errors(include_url=False)[:MAX_PROBLEMS]
        meant = {path for details in found for path in _meant(details, kind, document)}
        for details in found:
            problem = _problem(details, kind, document, file)
            if details["type"] != "missing" or problem.path not in meant:
                document.problems.append(problem)
        return None


def _meant(details: ErrorDetails, kind: type[Entry], document: YamlFile) -> Iterator[FieldPath]:
    """The known keys that an unknown one stands for, or that stand under it: not missing, too."""
    if details["type"] == "extra_forbidden":
        *within, key = _author_path(details["loc"], document.data)
        keys = _keys(kind, details["loc"][:-1])
        if near := closest(str(key)[:200], keys):
            yield (*within, near)
        elif isinstance(details["input"], Mapping):
            yield from ((*within, each) for each in details["input"] if each in keys)


def _problem(details: ErrorDetails, kind: type[Entry], document: YamlFile, file: str) -> Problem:
    path = _author_path(details["loc"], document.data, missing=details["type"] == "missing")
    line, column = document.place(path)
    code, fault, remedy = _words(details, kind, path)
    if code == "missing-key" and _hyphens_too_many(document.data, path):
        remedy = "take out the hyphens before all but the first key of an item"
    return Problem(code, fault, remedy, file=file, path=path, line=line, column=column)


def _author_path(
    location: tuple[int | str, ...], data: object, *, missing: bool = False
) -> FieldPath:
    """Pydantic's location less the names that it adds for unions and for keys of mappings.

    All of it stands in the data, but for the last part of the path to a `missing` key.
    """
    path: list[str | int] = []
    for index, part in enumerate(location):
        if part in ("[key]", "[text]", "[fact]", "[list]", "[number]"):
            continue
        known = isinstance(data, Mapping) and part in data
        known = known or (isinstance(data, tuple) and isinstance(part, int) and part < len(data))
        if not known and not (missing and index == len(location) - 1):
            continue
        path.append(part)
        data = data[part] if known else None  # type: ignore[index]
    return tuple(path)


def _hyphens_too_many(data: object, path: FieldPath) -> bool:
    """Whether the key that is missing at `path` stands in an item of its own instead."""
    if len(path) < 2 or not isinstance(path[-2], int):
        return False
    items: Any = data
    for part in path[:-2]:
        items = items[part]
    alone = [isinstance(item, Mapping) and len(item) == 1 for item in items]
    return all(alone) and any(path[-1] in item for item in items)


def _words(details: ErrorDetails, kind: type[Entry], path: FieldPath) -> tuple[str, str, str]:
    """Code, fault and remedy for one of pydantic's errors."""
    error, value = details["type"], details["input"]
    last = path[-1] if path else ""
    if error == "extra_forbidden":
        fault = f'no key "{shortened(str(last))}" is known here'
        return "unknown-key", fault, _about_key(str(last), value, _keys(kind, details["loc"][:-1]))
    if error == "missing":
        return "missing-key", f'the key "{last}" is missing', f"add {last}: …"
    if error in _KINDS:
        return (
            "wrong-type",
            f"expected {_KINDS[error]}, found {_shown(value)}",
            _REMEDIES[error](value),
        )
    if error == "value_error" and isinstance(own := details["ctx"]["error"], ProblemError):
        return own.problems[0].code, own.problems[0].fault, own.problems[0].remedy
    if error == "string_pattern_mismatch":
        if details["ctx"]["pattern"] != ID_PATTERN:
            return (
                "bad-language",
                f'"{shortened(value)}" is not a language code',
                "write fr or pt-BR",
            )
        remedy = "an id is lower-case words joined by hyphens"
        if proposed := id_from(value[:80]):
            remedy = f'write "{proposed}"; {remedy}'
        return "bad-id", f'"{shortened(value)}" is not an id', remedy
    if error in ("string_too_long", "too_long"):
        longest = AUTHORS.figure(details["ctx"]["max_length"])
        if isinstance(value, tuple):
            return "too-many", f"there are more than {longest} of these", "split this entry"
        return "too-long", f"there is room for {longest} characters here", "shorten it"
    if error == "literal_error":
        wanted = re.findall(r"'([^']*)'", str(details["ctx"]["expected"]))
        choices = f"choose one of: {', '.join(wanted)}"
        return (
            "unknown-choice",
            f"{_shown(value)} is not one of the choices",
            did_you_mean(str(value)[:200], wanted, choices),
        )
    return "wrong-value", details["msg"].lower(), ""


def _about_key(key: str, value: object, keys: list[str]) -> str:
    """What to do about a key that is not known."""
    if "\u00a0" in key:
        return "type the spaces of this line again: one of them is a no-break space"
    if value is None and re.fullmatch(r"\d+", key):
        return "take the comma out of the number before it, or put a text that holds one in quotes"
    if (
        isinstance(value, Mapping)
        and not closest(key, keys)
        and any(each in keys for each in value)
    ):
        return "take this line out, and begin those below it at its column"
    return did_you_mean(key[:200], keys, f"known here are: {', '.join(keys)}")


def _shown(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        shown = AUTHORS.figure(value).replace(",", "") if math.isfinite(value) else value
        return f"the number {shown}"
    if isinstance(value, str):
        return f'the text "{shortened(value)}"'
    return "a list" if isinstance(value, tuple) else "keys with values"


_REMEDIES: Mapping[str, Callable[[object], str]] = {
    "string_type": about_text,
    "tuple_type": about_list,
    "dict_type": about_keys,
    "model_type": about_keys,
    "float_type": about_number,
    "int_type": about_number,
    "int_from_float": about_number,
    "bool_type": about_truth,
    "date_type": lambda _value: "write YYYY-MM-DD, such as 2026-03-31",
    "finite_number": lambda _value: "write a smaller one",
}
"""What to write instead of a value of the wrong type."""


def _keys(kind: type[Entry], location: tuple[int | str, ...]) -> list[str]:
    """The keys that the mapping at pydantic's `location` may have."""
    models: list[type[BaseModel]] = [kind]
    for part in location:
        fields = [model.model_fields[part] for model in models if part in model.model_fields]
        if fields:
            models = list(_models_within(fields[0].annotation)) or models
        elif len(models) > 1:
            models = [model for model in models if _is_of_kind(model, part)] or models
    return list(dict.fromkeys(key for model in models for key in model.model_fields))


def _models_within(annotation: object) -> Iterator[type[BaseModel]]:
    """The entry types inside an annotation such as `tuple[Related, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_within(part)


def _is_of_kind(model: type[BaseModel], kind: int | str) -> bool:
    """Whether it is the one of several kinds of question that has this `kind`."""
    field = model.model_fields.get("kind")
    return field is not None and kind in get_args(field.annotation)

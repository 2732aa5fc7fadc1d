"""What an author writes is shown: on the page of its entry in each form, and in its JSON.

The fields are those of the model, so that one more is asked for here at once. In a small glossary
that has something in every field, each value is changed by itself, and what is made of its entry
has to change with it: for a text stands a word that is nowhere else, and that word has to be there.
What is left out on purpose stands in `LEFT_OUT`, with the reason.
"""

import datetime
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal, TypeAlias, get_args, get_origin

import pytest
from pydantic import StringConstraints, ValidationError

from termwise.exports.json_api import MAKERS
from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.markup.writer import whole_html
from termwise.model.addresses import FOLDERS, SOURCES, page_of
from termwise.model.glossary import EntryKey, Glossary
from termwise.model.kinds import KINDS
from termwise.model.values import Address, AsOf, Entry, Reference
from termwise.project.library import library_of
from termwise.site.make import make_html
from termwise.site.plain import make_plain
from termwise.site.plan import plan_glossary

IN_FEED = "the feed says what is new; a page says what is so"
FORMER = "addresses from before lead to the page, which need not name them"
CALCULATED = "the calculator shows it, which plain Markdown has not"

LEFT_OUT: Mapping[str, tuple[tuple[str, ...], str]] = {
    "Term.avoid": (("page", "plain"), "it is for those who write: exports/lint.py has it"),
    "Term.added": (("page", "plain"), IN_FEED),
    "Change.on": (("page", "plain"), IN_FEED),
    "Change.what": (("page", "plain"), IN_FEED),
    "Fact.tags": (("page", "plain"), "readers browse terms by tags; of facts they are data alone"),
    "FactFile.description": (("json",), "a topic is there with its title alone, for each fact"),
    "WorkedExample.answers": (("page", "plain"), "they show answers to questions, not own numbers"),
    "Term.formerly": (("page", "plain"), FORMER),
    "Comparison.formerly": (("page", "plain"), FORMER),
    "Decision.formerly": (("page", "plain"), FORMER),
    "Path.formerly": (("page", "plain"), FORMER),
    "Decision.break_even_over": (("plain",), CALCULATED),
    "Decision.currency": (("plain",), CALCULATED),
    "Horizon.months": (("plain",), CALCULATED),
    "Horizon.max": (("plain",), CALCULATED),
    "NumberQuestion.usual": (("plain",), CALCULATED),
}
"""Fields that are not on the page, not in its plain Markdown or not in the JSON, and why not.

An `id` is no such field: it is how others name what has it, and where its page stands.
"""

PLACES: Mapping[str, str] = {
    "page": "on the page",
    "plain": "in the page as plain Markdown",
    "json": "in the JSON of /api/v1/",
}

SHOWN_BY: Mapping[str, tuple[EntryKey, EntryKey]] = {
    "relation": (("term", "fry"), ("term", "fry")),
    "region": (("term", "fry"), ("term", "fry")),
    "fact": (("topic", "heat"), ("fact", "oil-smokes")),
    "topic": (("topic", "heat"), ("fact", "oil-smokes")),
}
"""Entries without a page or data of their own: where they are on a page, and in the data."""

FILLED_IN = "tests/goldens/pages/full-term.yml or tests/contract/conftest.py"
"""Where the small glossary stands."""

TYPES = [kind.entry_type for kind in KINDS if issubclass(kind.entry_type, Entry)]
WORD = "quokka"
OTHER = "other"

Change: TypeAlias = tuple[str, Any, str]
"""A field (`Term.aliases`), the whole with another value in it, and the word to look for."""


def fields_of(kind: type[Entry]) -> Iterator[str]:
    """Every field of a kind of entry, and those of its parts instead of the parts themselves."""
    for name, field in kind.model_fields.items():
        parts = list(types_in(field.annotation))
        choice = get_args(field.annotation) if get_origin(field.annotation) is Literal else ()
        if not parts and name != "id" and len(choice) != 1:
            yield f"{kind.__name__}.{name}"
        for part in parts:
            if part not in TYPES:
                yield from fields_of(part)


def types_in(annotation: Any) -> Iterator[type[Entry]]:
    """The types of entry within an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        yield annotation
    for part in get_args(annotation):
        yield from types_in(part)


def marks_in(annotation: Any) -> Iterator[Any]:
    """Everything that an annotation says of the values within."""
    if get_origin(annotation) is Literal:
        yield annotation
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from marks_in(part)


def changes(entry: Entry, ids: list[list[str]]) -> Iterator[Change]:
    """An entry with each of its values changed by itself, and those of its parts.

    `ids` are lists of ids that its parts have, of which one may take the place of another.
    """
    for name, field in type(entry).model_fields.items():
        value = getattr(entry, name)
        marks = [*field.metadata, *marks_in(field.annotation)]
        for part, other, word in changed(value, field.annotation, marks, ids):
            entry_now = entry.model_copy(update={name: other})
            if (part or name != "id") and fits(entry_now):
                yield part or f"{type(entry).__name__}.{name}", entry_now, word


def fits(entry: Entry) -> bool:
    """Whether an author could have written this."""
    try:
        type(entry).model_validate(entry.model_dump())
    except ValidationError:
        return False
    return True


def changed(
    value: Any, annotation: Any, marks: list[Any], ids: list[list[str]]
) -> Iterator[Change]:
    """The same of one value; the field has no name where it is the value itself that changes."""
    if isinstance(value, Entry):
        if type(value) not in TYPES:
            yield from changes(value, ids)
    elif isinstance(value, tuple):
        if len(value) > 1 and any(isinstance(mark, Reference) for mark in marks):
            yield "", value[::-1], ""
            return
        for index, item in enumerate(value):
            for part, other, word in changed(item, annotation, marks, ids):
                yield part, (*value[:index], other, *value[index + 1 :]), word
    elif isinstance(value, dict):
        of_key, of_value = get_args(annotation)
        fixed = any(isinstance(mark, Reference) for mark in marks_in(of_key))
        for key, item in value.items():
            if not fixed:
                yield "", {name: kept for name, kept in value.items() if name != key}, ""
            for part, other, word in changed(item, of_value, [*marks_in(of_value)], ids):
                yield part, {**value, key: other}, word
    elif value is not None:
        other, word = another(value, marks, ids)
        if other is not None:
            yield "", other, word


def another(value: Any, marks: list[Any], ids: list[list[str]]) -> tuple[Any, str]:
    """Another value of a field, and the word by which it is known; None where there is none."""
    listed: list[Sequence[Any]] = [get_args(mark) for mark in marks if get_origin(mark) is Literal]
    if any(isinstance(mark, Reference) for mark in marks):
        return OTHER, ""
    listed += [alike for alike in ids if value in alike]
    if listed:
        return next((each for each in listed[0] if each != value), None), ""
    if isinstance(value, bool):
        return not value, ""
    if isinstance(value, int | float):
        return value + 1, ""
    if isinstance(value, datetime.date):
        return datetime.date(2020, 2, 3), ""
    if get_args(AsOf)[1] in marks:
        return "2019", ""
    if get_args(Address)[1] in marks:
        return f"https://{WORD}.example/", WORD
    free = any(isinstance(mark, StringConstraints) for mark in marks)
    return (WORD, WORD) if free else (None, "")


def ids_in(entry: Entry) -> list[list[str]]:
    """The ids of the parts of an entry, list by list."""
    lists = [value for _name, value in entry if isinstance(value, tuple)]
    return [[part.id for part in each if hasattr(part, "id")] for each in lists]


def with_others(glossary: Glossary) -> Glossary:
    """The glossary with one entry more of each kind, which nothing names yet."""
    for kind in KINDS:
        name, first = next(iter(glossary.of_kind(kind.id).items()))
        if isinstance(first, Entry) and kind.id != "topic":
            called = {"id": OTHER, "title": OTHER, "term": OTHER, "statement": OTHER}
            known = {key: text for key, text in called.items() if key in type(first).model_fields}
            other = first.model_copy(update={**known, "formerly": ()})
            origins = {**glossary.origins, (kind.id, OTHER): glossary.origins[kind.id, name]}
            glossary = replace(with_entry(glossary, (kind.id, OTHER), other), origins=origins)
    return glossary


def with_entry(glossary: Glossary, key: EntryKey, entry: Entry) -> Glossary:
    """The glossary with this entry in the place of another; a fact stands in its topic, too."""
    kind, name = key
    changed = glossary.with_entries(**{kind: {**glossary.of_kind(kind), name: entry}})
    if kind != "fact":
        return changed
    ((topic, file),) = glossary.topics.items()
    facts = tuple(changed.facts.values())
    return changed.with_entries(topic={topic: file.model_copy(update={"facts": facts})})


def made(key: EntryKey, library: Library) -> dict[str, str]:
    """The entry on its page, in its plain Markdown, and as JSON."""
    on_page, in_data = SHOWN_BY.get(key[0], (key, key))
    path = page_of(on_page) if on_page[0] in FOLDERS else SOURCES
    planned = next(page for page in plan_glossary(library) if page.path == path)
    body = make_html(planned, library).body
    data = MAKERS[in_data[0]](in_data[1], whole_html(Lookup(library)))
    return {
        "page": re.sub(r"(?s)<(script|termwise-embed-this)\b.*?</\1>", "", body),
        "plain": make_plain(planned, Lookup(library)),
        "json": json.dumps(data, ensure_ascii=False),
    }


@pytest.fixture(scope="module")
def seen(full: Library) -> dict[str, set[str]]:
    """The places in which each field is seen wherever it has a value, of those that have one."""
    glossary = with_others(full.glossary)
    before = library_of(glossary, full.site, full.today)
    found: dict[str, set[str]] = {}
    for key, entry in glossary.entries():
        if isinstance(entry, Entry) and key[1] != OTHER:
            shown = made(key, before)
            for field, other, word in changes(entry, ids_in(entry)):
                after = library_of(with_entry(glossary, key, other), full.site, full.today)
                now = made(key, after)
                found.setdefault(field, set(PLACES)).intersection_update(
                    place
                    for place, text in now.items()
                    if (word in text.casefold() if word else text != shown[place])
                )
    return found


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
def test_every_field_has_a_value_to_look_for(
    kind: type[Entry], seen: Mapping[str, set[str]]
) -> None:
    """The small glossary has something in every field of the model."""
    empty = [field for field in fields_of(kind) if field not in seen]
    assert not empty, f"give {', '.join(empty)} a value in {FILLED_IN}"


def test_every_field_is_shown(seen: Mapping[str, set[str]]) -> None:
    """In each form of its page and in the data, unless it says above why not."""
    missing = [
        f"{field} is not {PLACES[place]}"
        for field, places in seen.items()
        for place in PLACES
        if place not in places and place not in LEFT_OUT.get(field, ((), ""))[0]
    ]
    remedy = 'show it (CONTRIBUTING.md, "Where to add what"), or say in LEFT_OUT why not'
    assert not missing, "\n".join([*missing, remedy])


def test_what_is_left_out_is_shown_nowhere(seen: Mapping[str, set[str]]) -> None:
    """The list of what is left out is no longer than it has to be."""
    wrong = [
        f"{field} is {PLACES[place]}: take it out of LEFT_OUT"
        for field, (places, _why) in LEFT_OUT.items()
        for place in places
        if place in seen[field]
    ]
    assert not wrong, "\n".join(wrong)

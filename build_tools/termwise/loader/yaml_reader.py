"""YAML text to plain data, as YAML 1.2's core schema reads it, with every fault located.

PyYAML parses to events (by libyaml where there is one); this module builds the data from
them. It does so itself because it needs what a YAML library's constructor hides: duplicate
keys, the place of every value, and bounds on depth and size. Anchors and aliases are faults:
no glossary needs them, and they are how a small file becomes an endless one.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

import yaml

from termwise.loader.syntax import Complaint, syntax_problem
from termwise.model.problem import FieldPath, Problem
from termwise.model.values import shortened

MAX_DEPTH = 20
"""How deep lists and mappings may nest; the deepest field of the data model is at 6."""

MAX_DUPLICATES = 100
"""How many repeated keys of one file are told."""

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What no text holds: control characters, and halves of characters, which cannot be written."""

_CUT_OFF = re.compile(r"(?<![ \t])[ \t]+#[^\s#!]")
_INT = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?")
_WORDS: Mapping[str, object] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


@dataclass
class YamlFile:
    """One YAML file, read: its data, the places of its fields, and what is wrong with it."""

    data: object = None
    places: dict[FieldPath, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def place(self, path: FieldPath) -> tuple[int, int]:
        """Line and column of the field at `path`, or of what it would stand in."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (1, 1))


class _Mark(Protocol):
    """A place as either of PyYAML's parsers marks it, counted from 0."""

    line: int
    column: int


@dataclass
class _Open:
    """A list or mapping that the events are inside of; `key` is the one that waits for a value."""

    value: dict[str, object] | list[object]
    path: FieldPath
    key: str | None = None
    seen: dict[str, int] = field(default_factory=dict)

    def next_path(self) -> FieldPath:
        if isinstance(self.value, list):
            return (*self.path, len(self.value))
        return self.path if self.key is None else (*self.path, self.key)


def read_yaml(text: str, file: str) -> YamlFile:
    """Read one YAML document. Never raises: what is wrong is in `problems`.

    Sequences become tuples and mappings dicts with text keys, in the order of the file.
    """
    document = YamlFile()
    if control := _CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        column = control.start() - text.rfind("\n", 0, control.start())
        document.problems.append(_control_character(file, (), (line, column)))
        return document
    try:
        _Builder(document, file, text).build(yaml.parse(text, Loader=Loader))
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # PyYAML's own scanner, where there is no libyaml, asks for characters that do not exist.
        document.problems.append(syntax_problem(complaint(error, text), file))
    if document.problems:
        document.data = None
    return document


def read_any_yaml(text: str) -> object:
    """YAML of the site's own as MkDocs reads it, or None where that finds none."""
    try:
        return yaml.load(text, Loader)  # noqa: S506 - a safe loader
    except (yaml.YAMLError, ValueError, RecursionError):
        return None


def complaint(error: Exception, text: str) -> Complaint:
    """What a parser of YAML complains of in `text`, by the error that it raised."""
    if not isinstance(error, yaml.YAMLError):
        return Complaint("escape", text, (1, 1), (1, 1))
    if not isinstance(error, yaml.MarkedYAMLError):
        return Complaint((str(error).splitlines() or ["this is not YAML"])[0], text, (1, 1), (1, 1))
    words = " ".join(part for part in (error.context, error.problem) if part)
    began = _at(error.context_mark or error.problem_mark)
    return Complaint(words, text, began, _at(error.problem_mark or error.context_mark))


def _control_character(file: str, path: FieldPath, place: tuple[int, int]) -> Problem:
    line, column = place
    return Problem(
        "control-character",
        "there is an invisible control character here",
        "delete it and type the text again",
        file=file,
        path=path,
        line=line,
        column=column,
    )


class _StopError(Exception):
    """The document has a fault after which reading on would only mislead."""


class _Builder:
    """Builds one document from its events, without recursion."""

    def __init__(self, document: YamlFile, file: str, text: str) -> None:
        self.document = document
        self.file = file
        self.lines = text.split("\n") if _CUT_OFF.search(text) else []
        self.stack: list[_Open] = []
        self.roots = 0

    def build(self, events: Iterator[yaml.Event]) -> None:
        try:
            for event in events:
                self._take(event)
        except _StopError:
            return
        if not self.roots:
            self._fault(
                (), (1, 1), "empty-file", "the file is empty", "write an entry or delete it"
            )

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_anchor(event)
            self._scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
            self._refuse_anchor(event)
            self._open(event)
        elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            self._close()
        elif isinstance(event, yaml.AliasEvent):
            self._refuse_anchor(event)
        elif isinstance(event, yaml.DocumentStartEvent) and self.roots:
            self._fault(
                (), _place(event), "yaml-syntax", "a second document starts here",
                "keep one entry a file, and take out the line ---",
            )  # fmt: skip
            raise _StopError

    def _refuse_anchor(self, event: yaml.NodeEvent) -> None:
        path = self.stack[-1].next_path() if self.stack else ()
        if event.anchor is not None:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            self._fault(
                path, _place(event), "anchor", f"{sign}{event.anchor} is a YAML anchor or alias",
                "write the text out, or put text that begins with & or * in quotes",
            )  # fmt: skip
            raise _StopError
        tag = getattr(event, "tag", None)
        if tag not in (None, "!"):
            self._fault(
                path, _place(event), "yaml-tag", f"{tag} is a YAML tag",
                "take it out, or put text that begins with ! in quotes",
            )  # fmt: skip
            raise _StopError

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        parent = self.stack[-1] if self.stack else None
        if _CONTROL.search(event.value):
            path = parent.next_path() if parent else ()
            self.document.problems.append(_control_character(self.file, path, _place(event)))
            raise _StopError
        if parent and isinstance(parent.value, dict) and parent.key is None:
            self._key(parent, event)
            return
        plain = event.implicit[0] and event.style in (None, "")
        if plain and event.value and self.lines:
            self._refuse_cut_off(event)
        self._put(_resolve(event.value) if plain else event.value, _place(event))

    def _refuse_cut_off(self, event: yaml.ScalarEvent) -> None:
        """A text must not end where a sign like "#1" would begin a comment."""
        line, column = _at(event.end_mark)
        rest = self.lines[line - 1] if line <= len(self.lines) else ""
        if cut_off := _CUT_OFF.match(rest, column - 1):
            path = self.stack[-1].next_path() if self.stack else ()
            self._fault(
                path, (line, cut_off.end() - 1), "comment",
                "from this # on, the text is a comment that nobody reads",
                "put the whole text in quotes, or a space after the # of a comment",
            )  # fmt: skip

    def _key(self, parent: _Open, event: yaml.ScalarEvent) -> None:
        key, place = event.value, _place(event)
        path = (*parent.path, key)
        if key in parent.seen:
            self._fault(
                path, place, "duplicate-key", f'"{shortened(key)}" stands here twice',
                f"keep one; the first is in line {parent.seen[key]}",
            )  # fmt: skip
            if len(self.document.problems) >= MAX_DUPLICATES:
                raise _StopError
        parent.seen.setdefault(key, place[0])
        parent.key = key
        self.document.places.setdefault(path, place)

    def _open(self, event: yaml.Event) -> None:
        place = _place(event)
        parent = self.stack[-1] if self.stack else None
        if parent and isinstance(parent.value, dict) and parent.key is None:
            self._fault(
                parent.path, place, "wrong-type", "text that begins with { or [ needs quotes",
                'put the whole text in quotes, as in "{{fact-id}} or more"',
            )  # fmt: skip
            raise _StopError
        if len(self.stack) >= MAX_DEPTH:
            self._fault(
                parent.next_path() if parent else (), place, "too-deep",
                f"lists and mappings nest more than {MAX_DEPTH} deep", "flatten this part",
            )  # fmt: skip
            raise _StopError
        path = parent.next_path() if parent else ()
        self.document.places.setdefault(path, place)
        value: dict[str, object] | list[object] = (
            [] if isinstance(event, yaml.SequenceStartEvent) else {}
        )
        self.stack.append(_Open(value, path))

    def _close(self) -> None:
        value = self.stack.pop().value
        self._put(tuple(value) if isinstance(value, list) else value, None)

    def _put(self, value: object, place: tuple[int, int] | None) -> None:
        if not self.stack:
            self.document.data = value
            self.document.places.setdefault((), place or (1, 1))
            self.roots += 1
            return
        parent = self.stack[-1]
        if place:
            self.document.places.setdefault(parent.next_path(), place)
        if isinstance(parent.value, list):
            parent.value.append(value)
        elif parent.key is not None:
            parent.value[parent.key] = value
            parent.key = None

    def _fault(
        self, path: FieldPath, place: tuple[int, int], code: str, fault: str, remedy: str
    ) -> None:
        line, column = place
        self.document.problems.append(
            Problem(code, fault, remedy, file=self.file, path=path, line=line, column=column)
        )


def _place(event: yaml.Event) -> tuple[int, int]:
    return _at(event.start_mark)


def _at(mark: "_Mark | None") -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _resolve(text: str) -> object:
    """A plain scalar by the core schema, less the forms that nobody means (0o7, .inf)."""
    if text in _WORDS:
        return _WORDS[text]
    if _INT.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text

"""YAML as the core schema of YAML 1.2 reads it, with bounds, and never an exception."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from termwise.loader import yaml_reader
from termwise.loader.validate import validate
from termwise.loader.yaml_reader import MAX_DEPTH, MAX_DUPLICATES, read_yaml
from termwise.model.comparison import Comparison
from termwise.model.fact import FactFile
from termwise.model.source import SourceFile
from termwise.model.taxonomy import Taxonomy
from termwise.model.term import Term
from termwise.model.values import Entry

GLOSSARY = Path(__file__).parents[2] / "glossary"


def value_of(text: str) -> object:
    """What a plain value is read as."""
    document = read_yaml(f"key: {text}\n", "f.yml")
    assert not document.problems
    assert isinstance(document.data, dict)
    return document.data["key"]


def codes(text: str) -> list[str]:
    """The codes of the problems with a file of this text."""
    document = read_yaml(text, "f.yml")
    assert document.problems == [] or document.data is None
    return [problem.code for problem in document.problems]


@pytest.mark.parametrize(
    "word",
    ["no", "No", "NO", "on", "off", "yes", "Yes", "y", "N", "12:30", "12:30:45", "1_000", "0o7",
     "0x1F", "0b1", ".inf", "-.inf", ".nan", ".NaN", "2026-03-31", "2026-03-31T10:00:00Z", "=",
     "1e", "e5", "1.2.3", "+", ".", "nULL", "tRUE", "1e9999"],
)  # fmt: skip
def test_words_stay_words(word: str) -> None:
    """`term: NO` is a word; a time, a date, a version and a long number stay as they were typed."""
    assert value_of(word) == word


@pytest.mark.parametrize(
    ("written", "value"),
    [("~", None), ("null", None), ("Null", None), ("NULL", None), ("", None), ("true", True),
     ("True", True), ("TRUE", True), ("false", False), ("FALSE", False), ("010", 10), ("0", 0),
     ("-7", -7), ("+7", 7), ("1.5", 1.5), (".5", 0.5), ("5.", 5.0), ("1e3", 1000.0),
     ("-1.5E-3", -0.0015), ("1" + "0" * 19, 1e19)],
)  # fmt: skip
def test_null_booleans_and_numbers(written: str, value: object) -> None:
    """Only what the core schema says; 010 is ten, and no octal eight."""
    read = value_of(written)
    assert (read, type(read)) == (value, type(value))


@pytest.mark.parametrize("quoted", ["'true'", '"true"', "|\n  true", ">-\n  true"])
def test_quoted_words_are_text(quoted: str) -> None:
    """Quotes and blocks say that a word is meant."""
    assert str(value_of(quoted)).strip() == "true"
    assert isinstance(value_of(quoted), str)


def test_keys_are_text_and_stay_in_order() -> None:
    """`no:` as a key is the word, and `1:` no number."""
    document = read_yaml("no: a\n1: b\nnull: c\ntrue: d\n", "f.yml")
    assert isinstance(document.data, Mapping)
    assert list(document.data) == ["no", "1", "null", "true"]


def test_lists_become_tuples() -> None:
    """The glossary is immutable."""
    assert read_yaml("- a\n- [b, c]\n- {d: [e]}\n", "f.yml").data == (
        "a",
        ("b", "c"),
        {"d": ("e",)},
    )


def test_the_place_of_every_field() -> None:
    """A key's place is where the key begins, an item's where the item does."""
    text = "a: x\nb:\n  - c: y\n    d: |\n      z\n  - [e, f]\n"
    document = read_yaml(text, "f.yml")
    assert document.place(("a",)) == (1, 1)
    assert document.place(("b", 0)) == (3, 5)
    assert document.place(("b", 0, "d")) == (4, 5)
    assert document.place(("b", 1, 1)) == (6, 9)
    assert document.place(("b", 0, "none", "deeper")) == (3, 5)
    assert read_yaml("", "f.yml").place(("a",)) == (1, 1)


def test_columns_count_characters() -> None:
    """An é or an emoji before the place does not shift it."""
    assert read_yaml('é: {"😀": a, "😀": b}\n', "f.yml").problems[0].column == 13


@pytest.mark.parametrize("brackets", ["[", "{a: ", "- ", "[{a: "])
@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 1_000, 100_000])
def test_deep_nesting_is_refused(brackets: str, depth: int) -> None:
    """A hundred thousand brackets exhaust neither the stack nor anybody's patience."""
    assert codes(brackets * depth)[:1] == ["too-deep"]


def test_the_deepest_allowed_nesting() -> None:
    """The bound is where it says it is."""
    assert codes("[" * MAX_DEPTH + "]" * MAX_DEPTH) == []


@pytest.mark.parametrize(
    "text",
    ["a: &x b\n", "a: *x\n", "- &x [*x]\n", "*x : b\n", "a: {<<: *x}\n", "&x a: b\n",
     "a: &x\n  b: c\n"],
)  # fmt: skip
def test_anchors_and_aliases_are_refused(text: str) -> None:
    """They are how a small file becomes an endless one, and no glossary needs them."""
    assert codes(text) == ["anchor"]


@pytest.mark.parametrize(
    "text",
    ["a: !!python/object/apply:os.system [ls]\n", "a: !x b\n", "!x\na: b\n", "a: !!str b\n",
     "a: !!set {b}\n"],
)  # fmt: skip
def test_tags_are_refused(text: str) -> None:
    """Nothing in a file asks for anything but text, numbers, lists and mappings."""
    assert codes(text) == ["yaml-tag"]


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n", "   \n"])
def test_empty_files_are_told(text: str) -> None:
    """A file that holds nothing is a file that was forgotten."""
    assert codes(text) == ["empty-file"]


@pytest.mark.parametrize(
    "sign", ["\x00", "\x07", "\x1b", "\x7f", "\x80", "\x9f", "\ufffe", "\uffff"]
)
def test_control_characters_are_told_with_their_place(sign: str) -> None:
    """They cannot be seen, so the place is what helps."""
    problem = read_yaml(f"a: b\nc: d{sign}e\n", "f.yml").problems[0]
    assert (problem.code, problem.line, problem.column) == ("control-character", 2, 5)


@pytest.mark.parametrize("escape", [r"\0", r"\e", r"\x07", r"\u0000"])
def test_control_characters_in_escapes_are_told(escape: str) -> None:
    """Between double quotes they can be spelt out."""
    assert codes(f'a: "{escape}"\n') == ["control-character"]
    assert codes(f'"{escape}": a\n') == ["control-character"]


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml_reader.Loader])
@pytest.mark.parametrize(
    "escape", [r"\ud800", r"x \udfff y", r"\U0000dabc", r"\U00110000", r"\UFFFFFFFF", r"\x"]
)
def test_what_no_file_can_hold_is_told(
    escape: str, loader: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a character could not be written into any page. PyYAML alone lets it pass."""
    monkeypatch.setattr(yaml_reader, "Loader", loader)
    assert codes(f'a: b\nc: "{escape}"\n') in (["control-character"], ["yaml-syntax"])


def test_repeated_keys_are_told_up_to_a_bound() -> None:
    """A file of nothing but repeated keys does not make an endless report."""
    assert codes("a: b\n" * 3) == ["duplicate-key"] * 2
    assert codes("a: b\n" * 10_000) == ["duplicate-key"] * MAX_DUPLICATES


@pytest.mark.parametrize("key", ["? [a]\n: b\n", "{a: b}: c\n", "a: {[b]: c}\n", "a: {{b}} c\n"])
def test_lists_and_mappings_are_no_keys(key: str) -> None:
    """It is how an unquoted {{fact}} looks to YAML."""
    assert codes(key) == ["wrong-type"]


def test_one_document_a_file() -> None:
    """What follows --- would be lost silently."""
    assert codes("a: b\n---\nc: d\n") == ["yaml-syntax"]
    assert codes("---\na: b\n") == []


def test_a_merge_conflict_is_called_by_its_name() -> None:
    """Whatever else the parser makes of the marks."""
    text = "a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> other\n"
    problem = read_yaml(text, "f.yml").problems[0]
    assert (problem.line, "merge conflict" in problem.fault) == (2, True)


KINDS: dict[str, type[Entry]] = {
    "terms/rag.yml": Term,
    "comparisons/fine-tuning-vs-rag.yml": Comparison,
    "facts/costs.yml": FactFile,
    "sources.yml": SourceFile,
    "taxonomy.yml": Taxonomy,
}
PIECES = [
    "\t", ": ", "- ", "[", "]", "{", "}", "'", '"', "&a ", "*a", "!t ", "|", ">", "#", "---\n",
    "\n", "\r", "? ", "<<: ", "{{", "[[", "null", "1e999", "\x00", "\x85", "\u2028", "\ufeff",
    "%", "`", "\\",
]  # fmt: skip
"""Signs that mean something to YAML, to us or to whoever reads the file."""


def examine(kind: type[Entry], text: str) -> None:
    """Read and validate; every problem has its place in the file, and there is one if need be."""
    document = read_yaml(text, "f.yml")
    entry = None if document.problems else validate(kind, document, "f.yml")
    assert (entry is None) == bool(document.problems)
    for problem in document.problems:
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.fault
        assert problem.message.splitlines() == [problem.message]


@settings(max_examples=150, deadline=None)
@given(
    text=st.text() | st.lists(st.sampled_from(PIECES)).map("".join),
    kind=st.sampled_from(list(KINDS.values())),
)
@example(text="term: !<" + "a" * 50, kind=Term)
@example(text='"\\ud800"', kind=Term)
def test_no_text_raises(text: str, kind: type[Entry]) -> None:
    """An author's mistake is a problem, never an exception."""
    examine(kind, text)


@settings(max_examples=200, deadline=None)
@given(data=st.data(), name=st.sampled_from(list(KINDS)))
def test_no_mutation_of_a_good_file_raises(data: st.DataObject, name: str) -> None:
    """Pieces that are cut out, put in or doubled: what editing and merging do to a file."""
    text = (GLOSSARY / name).read_text("utf-8")[:3_000]
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 60)))
        piece = data.draw(
            st.sampled_from(PIECES) | st.text(max_size=5) | st.just(text[start:end] * 2)
        )
        text = text[:start] + piece + text[end:]
    examine(KINDS[name], text)

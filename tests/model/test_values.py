"""The kinds of value: what each takes, what it makes of it, and what it refuses."""

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ConfigDict, TypeAdapter, ValidationError

from termwise.model.problem import ProblemError
from termwise.model.values import (
    Address,
    AsOf,
    Day,
    Entry,
    Id,
    Name,
    Text,
    Verbatim,
    shortened,
)

STRICT = ConfigDict(strict=True)
ID: TypeAdapter[str] = TypeAdapter(Id, config=STRICT)
NAME: TypeAdapter[str] = TypeAdapter(Name, config=STRICT)
TEXT: TypeAdapter[str] = TypeAdapter(Text, config=STRICT)
VERBATIM: TypeAdapter[str] = TypeAdapter(Verbatim, config=STRICT)
DAY: TypeAdapter[datetime.date] = TypeAdapter(Day, config=STRICT)
AS_OF: TypeAdapter[str] = TypeAdapter(AsOf, config=STRICT)
ADDRESS: TypeAdapter[str] = TypeAdapter(Address, config=STRICT)


def code_of(kind: TypeAdapter[Any], value: object) -> str:
    """The code of the problem that a value has, or pydantic's own type of error."""
    with pytest.raises(ValidationError) as raised:
        kind.validate_python(value)
    error = raised.value.errors()[0]
    own = error.get("ctx", {}).get("error")
    return own.problems[0].code if isinstance(own, ProblemError) else error["type"]


@pytest.mark.parametrize("good", ["rag", "fine-tuning", "gpt-4", "3d", "a" * 80])
def test_an_id_is_lower_case_words_joined_by_hyphens(good: str) -> None:
    """Ids are parts of addresses that never change."""
    assert ID.validate_python(good) == good


@pytest.mark.parametrize(
    "bad", ["", "RAG", "fine_tuning", "fine--tuning", "-a", "a-", "a b", "é", "a\n", "../a", "a/b"]
)
def test_what_is_no_id_is_refused(bad: str) -> None:
    """Nothing that would need escaping in an address, or lead out of a folder, gets through."""
    assert code_of(ID, bad) == "string_pattern_mismatch"


def test_an_id_has_an_end() -> None:
    """File systems and addresses have limits."""
    assert code_of(ID, "a" * 81) == "string_too_long"


def test_a_name_is_one_line() -> None:
    """Names stand in headings, titles and lists: line breaks and runs of spaces are folded."""
    assert NAME.validate_python("  retrieval-augmented\n  generation ") == (
        "retrieval-augmented generation"
    )


@pytest.mark.parametrize("blank", ["", " ", "\n", "\u00a0", "\u3000 "])
def test_blank_names_and_texts_are_refused(blank: str) -> None:
    """A page with an empty title or paragraph would look broken."""
    for kind in (NAME, TEXT, VERBATIM):
        assert code_of(kind, blank) == "empty"


def test_text_and_prompts_stay_to_the_letter() -> None:
    """Indentation and line ends mean something in Markdown and in a prompt."""
    written = "  * one\n\n      two  \n"
    assert TEXT.validate_python(written) == written
    assert VERBATIM.validate_python(written) == written


@pytest.mark.parametrize("wrong", [1, 2.5, True, None, ("a",), {"a": "b"}, b"a"])
def test_nothing_becomes_text_unasked(wrong: object) -> None:
    """`term: 42` is told, and does not become the text "42"."""
    assert code_of(TEXT, wrong) == "string_type"


@given(st.dates())
def test_every_day_that_is_written_out_is_read(day: datetime.date) -> None:
    """A date comes back as it was written."""
    assert DAY.validate_python(day.isoformat()) == day
    assert AS_OF.validate_python(day.isoformat()) == day.isoformat()


@pytest.mark.parametrize(
    "bad",
    ["", "2026", "2026-3-1", "20260301", "2026-02-30", "2026-13-01", "2026-03-01T00:00",
     " 2026-03-01", "2026-W10-1", "٢٠٢٦-٠٣-٠١", "0000-01-01", "tomorrow", "2026-03-01\n"],
)  # fmt: skip
def test_what_is_no_day_is_refused(bad: str) -> None:
    """Only YYYY-MM-DD, and only days that exist."""
    assert code_of(DAY, bad) == "bad-date"


@pytest.mark.parametrize("wrong", [2026, 1.5, True, ()])
def test_a_day_is_text(wrong: object) -> None:
    """A number is not a day, not even a number of seconds."""
    assert code_of(DAY, wrong) == "date_type"


@pytest.mark.parametrize(
    ("written", "read"),
    [("2026", "2026"), (2026, "2026"), ("2026-03", "2026-03"), ("2026-03-31", "2026-03-31")],
)
def test_as_of_is_as_exact_as_it_was_given(written: object, read: str) -> None:
    """YAML reads a bare year as a number."""
    assert AS_OF.validate_python(written) == read


@pytest.mark.parametrize(
    "bad",
    ["26", 26, 20260, 2026.5, 2026.03, "2026-3", "2026-00", "2026-02-30", "٢٠٢٦", "in spring", ""],
)  # fmt: skip
def test_what_is_no_as_of_is_refused(bad: object) -> None:
    """`2026.03` is a number to YAML; it is a bad date, and not text that lacks quotes."""
    assert code_of(AS_OF, bad) == "bad-date"


def test_a_boolean_is_no_year() -> None:
    """Python counts True as 1."""
    assert code_of(AS_OF, value=True) == "string_type"


@pytest.mark.parametrize(
    "good",
    ["https://a.example", "http://a.example/b?c=d&e=f#g", "https://[::1]/", "https://ü.example"],
)  # fmt: skip
def test_web_addresses_are_taken(good: str) -> None:
    """Both of the web's schemes, with whatever path."""
    assert ADDRESS.validate_python(good) == good


@pytest.mark.parametrize(
    "bad",
    ["javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "//example.org",
     "example.org", "https:///path", "https://", "https://:80", "https:/example.org",
     "mailto:a@b.example", "",
     "https://a.example/ b", 'https://a.example/"x', "https://a.example/<x>", "https://a.example\n",
     " https://a.example", "http://[::1", "http://a\u2100b.example", "file:///etc/passwd"],
)  # fmt: skip
def test_other_addresses_are_refused(bad: str) -> None:
    """No script, no data, nothing relative, nothing that could end an attribute; never a crash."""
    assert code_of(ADDRESS, bad) == "bad-address"


def test_entries_are_frozen_strict_and_closed() -> None:
    """The glossary is a value: nothing changes after it was read, nothing unknown slips in."""

    class Fruit(Entry):
        weight: float

    apple = Fruit(weight=1)
    with pytest.raises(ValidationError, match="frozen"):
        apple.weight = 2  # type: ignore[misc]
    for wrong in ({"weight": "1"}, {"weight": 1, "colour": "red"}, {"weight": float("nan")}, {}):
        with pytest.raises(ValidationError):
            Fruit.model_validate(wrong)


@given(st.text())
def test_a_quoted_value_fits_in_a_line(value: str) -> None:
    """A megabyte in a field with a fault must not become a megabyte of report."""
    quoted = shortened(value)
    assert len(quoted) <= 60
    assert quoted.splitlines() in ([], [quoted])

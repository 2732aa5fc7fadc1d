"""What linters are told to find: the wrong words as words of prose, and nothing else."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termwise.exports.wording import Wording, wordings
from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup


def words(library: Library) -> tuple[Wording, ...]:
    """All that a glossary knows."""
    return wordings(Lookup(library))


def found(wording: Wording, text: str) -> list[str]:
    """The places in a text that a linter would stop at."""
    return [each[0] for each in re.finditer(wording.pattern, text, re.IGNORECASE)]


def test_names_to_avoid_and_of_deprecated_terms_have_a_replacement(eggs: Library) -> None:
    """A deprecated term's is what replaced it in the end, however many steps away."""
    assert {item.wrong: item.right for item in words(eggs) if not item.is_casing} == {
        "3 minute egg": "three-minute egg",
        "egg of three minutes": "three-minute egg",
        "fry-pan": "skillet",
        "fry (pan)": "skillet",
        "pan": "skillet",
        "frypann": "skillet",
        "spider": "skillet",
    }


def test_unusual_capitals_are_kept(eggs: Library, reference: Library) -> None:
    """Of names in use; all capitals are not unusual, and short names may be words of their own."""
    assert [item.right for item in words(eggs) if item.is_casing] == ["iSoftEgg"]
    assert [item.right for item in words(reference) if item.is_casing] == ["ChatGPT", "LoRA"]


@pytest.mark.parametrize(
    "text",
    [
        "fine tuning", "Fine Tuning is", "(fine tuning)", '"fine tuning"', "“fine tuning”",
        "fine tuning.", "fine tuning's", "fine  tuning", "fine\n  tuning", "fine tuning-based",
        "Is it fine tuning?", "fine tuning: costly", "*fine tuning*",
    ],
)  # fmt: skip
def test_wrong_words_are_found_in_prose(text: str) -> None:
    assert len(found(Wording("fine tuning", "fine-tuning"), text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "fine-tuning", "afine tuning", "fine tunings", "fine tuningé", "éfine tuning", "finetuning",
        "https://x.example/fine tuning", "a.fine tuning", "fine tuning/x", "fine tuning.jsonl",
        "@fine tuning", "#fine tuning", "super-fine tuning", "?q=fine tuning", "fine tuning@x",
        "[[fine tuning]]", "[[fine tuning|x]]", "{{fine tuning}}",
    ],
)  # fmt: skip
def test_other_words_and_addresses_are_left_alone(text: str) -> None:
    assert found(Wording("fine tuning", "fine-tuning"), text) == []


def test_right_words_that_hold_the_wrong_ones_are_left_alone(eggs: Library) -> None:
    """And wrong ones that do are found once, as a whole."""
    [pan] = [item for item in words(eggs) if item.wrong == "pan"]
    assert set(pan.within) >= {"C++ pan", "$1 pan", "fry (pan)"}
    text = "A C++ pan, a $1 Pan, a fry (pan), a C pan, pan."
    assert found(pan, text) == ["pan", "pan"]


@given(st.text(min_size=1).filter(lambda text: text.strip() == text), st.text())
def test_any_name_is_found_and_means_no_more_than_itself(name: str, text: str) -> None:
    """Whatever signs of regular expressions are in it."""
    wording = Wording(name, "x")
    assert found(wording, f"the {name} stands")
    for each in found(wording, text):
        assert "".join(each.split()).casefold() == "".join(name.split()).casefold()


def test_no_name_makes_a_pattern_that_cannot_be_read(
    hostile: str, spoil: Callable[[str], Library]
) -> None:
    """Nor does one that is right for one term become wrong by another."""
    found_words = words(spoil(hostile))
    assert [item.wrong for item in found_words] == [f"{hostile}!"]
    assert all(re.compile(item.pattern) for item in found_words)

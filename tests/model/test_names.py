"""Names: folding, near misses and anchors."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termwise.model.names import anchor, closest, did_you_mean, fold, listed


@pytest.mark.parametrize(
    "same",
    ["fine-tuning", "Fine Tuning", "FINETUNING", "fine_tuning", "fine\u2011tuning", "fine–tuning",
     " fine  tuning ", "ﬁne-tuning"],
)  # fmt: skip
def test_spellings_of_one_name_fold_to_one(same: str) -> None:
    """Case, hyphens of any kind, spaces and ligatures make no other name."""
    assert fold(same) == "finetuning"


@pytest.mark.parametrize(("one", "other"), [("LoRA", "LoRa 2"), ("C", "C++"), ("resume", "résumé")])
def test_other_names_stay_apart(one: str, other: str) -> None:
    """Folding goes no further than spelling."""
    assert fold(one) != fold(other)


@given(st.text(), st.sampled_from(" -_–\u2010\u2011\n\u00a0"))
def test_a_hyphen_or_space_more_makes_no_other_name(name: str, sign: str) -> None:
    """Wherever it stands beside the name."""
    assert fold(f"{sign}{name}{sign}") == fold(name)


def test_a_misspelt_word_finds_the_one_that_was_meant() -> None:
    """Whatever the order in which the known words come."""
    known = ["rag", "fine-tuning", "pre-training"]
    assert closest("fine-tunning", known) == closest("fine-tunning", known[::-1]) == "fine-tuning"
    assert closest("zebra", known) is None
    assert closest("rag", []) is None


def test_other_capitals_hyphens_and_spaces_are_nearest() -> None:
    """However unlike the words look, and whichever of them is in capitals."""
    assert closest("IT", ["it", "at"]) == "it"
    assert closest("Fine Tuning", ["fine-tuning", "finer-tuning"]) == "fine-tuning"
    assert closest("lora", ["LoRA"]) == "LoRA"


def test_a_list_of_known_words_is_no_longer_than_one_would_read() -> None:
    """The rest are counted."""
    assert listed("abc") == "a, b, c"
    assert listed("abcde", most=2) == "a, b and 3 more"


def test_the_remedy_for_an_unknown_word() -> None:
    """The near word if there is one, else what else can be done."""
    assert did_you_mean("rga", ["rag"], "add it") == 'did you mean "rag"?'
    assert did_you_mean("zebra", ["rag"], "add it") == "add it"


@given(st.text())
def test_an_anchor_is_never_empty_and_needs_no_escaping(text: str) -> None:
    """Every heading and letter can be linked, whatever its script."""
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", anchor(text))


def test_anchors_of_usual_headings() -> None:
    """Accents go, signs become hyphens."""
    assert anchor("When not to use it?") == "when-not-to-use-it"
    assert anchor("Ünïcode & more") == "unicode-more"
    assert anchor("漢字") == "other"

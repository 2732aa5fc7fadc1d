"""Rules in words, as readers see them in the table."""

import pytest

from termwise.lookup.library import Library
from termwise.markup.rule_words import (
    answer_label,
    answer_labels,
    effects,
    range_words,
    test_words,
)
from termwise.words.words import ENGLISH

test_words.__test__ = False  # type: ignore[attr-defined]  # pytest takes it for a test


@pytest.mark.parametrize(
    ("test", "words"),
    [
        (">= 500", "at least 500"),
        (">500", "more than 500"),
        ("<= 1_000", "at most 1,000"),
        ("< 0.5", "less than 0.5"),
        ("= 5", "exactly 5"),
        ("[50..500]", "from 50 to 500"),
        ("[50..500)", "from 50 to less than 500"),
        ("(50 .. 1_000_000]", "more than 50 to 1,000,000"),
        (" [-5..5) ", "from −5 to less than 5"),
    ],
)
def test_ranges_are_said_exactly(test: str, words: str) -> None:
    """Each end with or without itself."""
    assert range_words(test, ENGLISH) == words


def test_answers_have_the_labels_of_the_page(deciding: Library) -> None:
    """Words for words, and numbers with their unit."""
    hot, taste, eggs = deciding.glossary.decisions["cook"].questions
    assert answer_labels(hot, ENGLISH) == ["Yes", "No"]
    assert answer_labels(taste, ENGLISH) == ["Crisp", "Soft"]
    assert answer_labels(eggs, ENGLISH) == []
    assert answer_label(eggs, 1000.0, ENGLISH) == "1,000 eggs per month"
    assert answer_label(taste, "gone", ENGLISH) == "gone"


@pytest.mark.parametrize(
    ("rule", "name", "words"),
    [
        (0, "hot", "Hot & dry? Yes"),
        (0, "taste", "Which taste? Crisp or Soft"),
        (2, "eggs", "How many eggs? from 50 to less than 1,000 eggs per month"),
        (2, "spent", "Money: more than 20 USD per month"),
    ],
)
def test_tests_name_what_is_asked(deciding: Library, rule: int, name: str, words: str) -> None:
    """Questions as they are asked, quantities by their label."""
    decision = deciding.glossary.decisions["cook"]
    assert test_words(name, decision.rules[rule].when[name], decision, ENGLISH) == words


def test_effects_are_a_line_an_option(deciding: Library) -> None:
    """With a minus sign that is one."""
    decision = deciding.glossary.decisions["cook"]
    assert [effects(rule, decision, ENGLISH) for rule in decision.rules] == [
        ["for To <fry>: +2"],
        ["for Boil: +1.5", "against To <fry>: −0.5"],
        ["rules out To <fry>"],
    ]

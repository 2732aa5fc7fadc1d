"""The page of a decision: whole without JavaScript, and the same in both forms."""

import html
import re
from collections.abc import Callable, Mapping

import markdown
import pytest

from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.pages.decisions import decision_pages
from termwise.render import EXTENSIONS
from termwise.site.make import make_html, make_markdown
from termwise.site.plan import plan

TAXONOMY = """\
categories: [{id: c, title: C, description: D.}]
levels: [{id: l, title: L, description: D.}]
"""


@pytest.fixture(scope="module")
def page(deciding: Library) -> str:
    """The page as HTML, without the calculator's data and form."""
    planned = next(item for item in plan(deciding) if item.path == "decide/cook.md")
    return without_calculator(make_html(planned, deciding).body)


def without_calculator(body: str) -> str:
    """What is left where scripts do not run."""
    return re.sub(r"<(script|template)\b.*?</\1>", "", body, flags=re.DOTALL)


def text_of(markup: str) -> str:
    """The words of some HTML as readers see them, white space folded."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup)).split())


def test_there_is_a_page_a_decision_and_a_list(deciding: Library) -> None:
    """The page can be edited; the list is made."""
    found = {planned.path: planned for planned in decision_pages(Lookup(deciding))}
    assert sorted(found) == ["decide/cook.md", "decide/index.md"]
    body = make_html(found["decide/index.md"], deciding).body
    assert "cook/" in body
    assert "Fry &quot;or&quot; boil?" in body


def test_without_decisions_there_is_no_list(
    make_library: Callable[[Mapping[str, str]], Library],
) -> None:
    """An empty list helps nobody."""
    assert list(decision_pages(Lookup(make_library({"glossary/taxonomy.yml": TAXONOMY})))) == []


@pytest.mark.parametrize(
    "words",
    [
        "Last reviewed 1 October 2026",
        "Due for review since 19 November 2026",
        "Hot & dry?",
        "Yes · No · Not sure",
        "Crisp · Soft · Not sure",
        "0 eggs per month to 1,000 eggs per month · Not sure",
        "Which taste? Crisp or Soft",
        "for To <\u2060fry>: +2",
        "rules out To <\u2060fry>",
        "It spits .",
        "0.25 to 1, usually 0.5.",
        "eggs * price",
        "Money (USD per month)",
        "To <\u2060fry>, once: Pan",
        "Comes to: To <\u2060fry> .",
        "Comes to: To <\u2060fry> and Boil (a tie), with answers still open .",
        "How many eggs? 1 eggs per month",
        "Salt.",
        "Towards frying.",
        "combinations of answers",
        "The book",
        "Suggest an edit",
    ],
)
def test_everything_is_there_without_javascript(page: str, words: str) -> None:
    """Questions, rules, costs, examples and what is said about them, as text."""
    assert words in text_of(page)


def test_the_sections_stand_in_order(page: str) -> None:
    """What readers look for first comes first."""
    heads = [text_of(head).removesuffix(" ¶") for head in re.findall(r"<h2.*?</h2>", page)]
    assert heads == [
        "The options", "The rules", "The costs", "Worked examples", "What it leaves out",
        "Which way it leans", "How this decision was examined", "Sources",
    ]  # fmt: skip


def test_the_calculator_stands_in_one_piece(deciding: Library) -> None:
    """Its data and its form in one element, its own inert until a script takes it."""
    planned = next(item for item in plan(deciding) if item.path == "decide/cook.md")
    body = make_html(planned, deciding).body
    [calculator] = re.findall(r"<termwise-calculator\b.*?</termwise-calculator>", body, re.DOTALL)
    assert calculator.count("<script") == 0
    assert calculator.count("<template") == 2
    assert re.findall(r"<form\b", without_calculator(body)) == []


def test_both_forms_say_the_same(deciding: Library) -> None:
    """The Markdown, converted, has the same words and the same elements of the form."""
    planned = next(item for item in plan(deciding) if item.path == "decide/cook.md")
    ours = make_html(planned, deciding, permalink="").body
    written = make_markdown(planned, deciding).body
    theirs = markdown.markdown(written, extensions=list(EXTENSIONS))
    assert text_of(without_calculator(theirs)) == text_of(without_calculator(ours))
    for name in ("form", "fieldset", "input", "button", "label", "template"):
        assert theirs.count(f"<{name}") == ours.count(f"<{name}"), name


def test_a_decision_of_rules_alone_has_no_costs(
    make_library: Callable[[Mapping[str, str]], Library],
) -> None:
    """And no empty sections."""
    least = (
        "{title: T, summary: S., options: [{id: a, title: A, term: t}, {id: b, title: B, term: t}],"
        " questions: [{id: q, ask: Q?, kind: yes_no}],"
        " rules: [{when: {q: 'yes'}, favours: {a: 1}, because: So.}]}\n"
    )
    library = make_library(
        {
            "glossary/taxonomy.yml": TAXONOMY,
            "glossary/terms/t.yml": "{term: t, category: c, level: l, definition: D.}\n",
            "glossary/decisions/d.yml": least,
        }
    )
    planned = next(item for item in plan(library) if item.path == "decide/d.md")
    body = make_html(planned, library, permalink="").body
    heads = [text_of(head) for head in re.findall(r"<h2.*?</h2>", without_calculator(body))]
    assert heads == ["The options", "The rules", "How this decision was examined"]
    assert "What it would cost" not in body

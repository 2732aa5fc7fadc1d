"""The data of a calculator: the program, and HTML and plain text where each belongs."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termwise.embeds.calculator_data import because, calculator_data
from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.markup.forms import HtmlForm
from termwise.markup.writer import Writer
from termwise.text.script_data import script_data

PAGE = "decide/cook.md"


@pytest.fixture
def writer(deciding: Library) -> Writer:
    """The view that the decision's page has."""
    return Writer(Lookup(deciding), HtmlForm(PAGE, True))


def test_words_stand_beside_the_program_in_its_order(writer: Writer) -> None:
    """An item for each of the program's; names are plain text, and texts HTML."""
    data = json.loads(script_data(calculator_data("cook", writer)))
    program = data["program"]
    for key in ("options", "questions", "assumptions", "rules", "costs"):
        assert len(data[key]) == len(program[key]), key
    assert data["title"] == 'Fry "or" boil?'
    assert data["options"][0]["title"] == "To <fry>"
    assert data["options"][0]["link"] == '<a href="../../terms/fry/">To &lt;fry&gt;</a>'
    assert data["questions"][0]["ask"] == "Hot & dry?"
    assert data["questions"][0]["help"].startswith('Look at <a href="../../terms/oil/"')
    assert [question["labels"] for question in data["questions"]] == [
        ["Yes", "No"], ["Crisp", "Soft"], [],
    ]  # fmt: skip
    assert [question["unit"] for question in data["questions"]] == ["", "", "eggs per month"]
    assert data["costs"] == [{"once": ["Pan"], "per_month": ["Eggs & oil"]}, None]
    assert data["money"] == {"before": "$", "after": ""}
    assert (data["max_months"], program["horizon"]) == (24, 6)
    assert data["over"] == {"label": "How many eggs?", "unit": "eggs per month"}


def test_assumptions_are_cited(writer: Writer) -> None:
    """By their fact with its source, or by the reason that we give."""
    price, heat = json.loads(script_data(calculator_data("cook", writer)))["assumptions"]
    assert (price["label"], price["unit"]) == ("Price", "USD per egg")
    assert "guess</a>" in price["cite"]
    assert heat["unit"] == "°C"
    assert "100 °C" in heat["cite"]
    assert "A. Cook, 2020" in heat["cite"]


def test_a_reason_comes_with_what_it_rests_on(writer: Writer) -> None:
    """A fact, a source, or nothing."""
    decision = writer.lookup.decision("cook")
    fact, source, alone = (because(index, decision, writer) for index in range(3))
    assert fact.startswith("It <em>spits</em>. ")
    assert "100 °C" in fact
    assert source == 'Calm. (<a href="../../sources/#web">The page</a>)'
    assert alone == "Much."


def test_a_fact_that_the_words_cite_is_not_shown_again(writer: Writer) -> None:
    """Readers see each figure once."""
    decision = writer.lookup.decision("cook")
    rule = decision.rules[0].model_copy(update={"because": "It spits at {{agreed}}."})
    cited = decision.model_copy(update={"rules": (rule,)})
    assert rule.fact == "agreed"
    assert because(0, cited, writer).count("100 °C") == 1


def test_the_page_depends_on_the_facts_of_its_program(writer: Writer) -> None:
    """A changed fact makes the page anew."""
    calculator_data("cook", writer)
    assert {("decision", "cook"), ("fact", "agreed"), ("source", "web"), ("term", "oil")} <= (
        writer.lookup.reads
    )


signs = st.sampled_from(["</script>", "<!--", "&", "\u2028", "\u2029", "\\"])
numbers = st.floats(allow_nan=False, allow_infinity=False)
json_values = st.recursive(
    st.text() | signs | numbers | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(json_values)
def test_script_data_cannot_end_its_element_and_comes_back(value: object) -> None:
    """Whatever the data is: none of the signs that HTML reads, and no line ends of scripts."""
    text = script_data(value)
    assert not set(text) & set("<>&\u2028\u2029")
    assert json.loads(text) == value

"""Formulas: plain arithmetic and nothing else, with units that fit."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termwise.decide.evaluate import evaluate
from termwise.decide.formula import MAX_LENGTH, parse_formula
from termwise.decide.units import Unit, parse_unit
from termwise.model.problem import ProblemError

UNITS = {
    name: parse_unit(unit)
    for name, unit in {
        "requests": "requests per month",
        "tokens": "tokens per request",
        "price": "USD per million tokens",
        "share": "%",
        "months": "months",
        "fee": "USD",
        "rent": "USD per month",
        "a": None,
        "b": None,
        "long-name-2": None,
    }.items()
}


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("1", 1.0),
        ("1_000.5", 1000.5),
        ("a", "a"),
        ("a + b - 1", ["-", ["+", "a", "b"], 1.0]),
        ("a + b * 2", ["+", "a", ["*", "b", 2.0]]),
        ("(a + b) * 2", ["*", ["+", "a", "b"], 2.0]),
        ("a / b / 2", ["/", ["/", "a", "b"], 2.0]),
        ("min(a, max(b, 2))", ["min", "a", ["max", "b", 2.0]]),
        ("  long-name-2  -  a ", ["-", "long-name-2", "a"]),
        ("a*b", ["*", "a", "b"]),
    ],
)
def test_arithmetic_becomes_a_tree(text: str, tree: object) -> None:
    """Products bind before sums, and everything else from left to right."""
    assert parse_formula(text, UNITS, Unit()) == tree


@pytest.mark.parametrize(
    "text",
    [
        '__import__("os")', "a ** b", "[0]", "a[0]", "a.b", "a.__class__", "(1).real", "", "   ",
        "a b", "a,b", "(a", "a)", "()", "min(a)", "min(a, b, 1)", "max", "min a, b", "-a", "+a",
        "- 1", "a +", "* a", "a // b", "a % b", "a == b", "a < b", "a and b", "lambda: 1", "1e5",
        "0x10", "a = 1", "a; b", "{a}", "'a'", "a if b else 1", "eval(a)", "a!", "$a", "a\\b", ".",
        ".5", "1..2", "a\nb", "A", "é",
    ],
)  # fmt: skip
def test_anything_but_arithmetic_is_refused(text: str) -> None:
    """Nothing of it is ever run: whatever is not known is an error."""
    with pytest.raises(ProblemError) as caught:
        parse_formula(text, UNITS, Unit())
    assert caught.value.problems[0].code in ("bad-formula", "unknown-name")


@pytest.mark.parametrize(
    ("text", "code", "fault"),
    [
        ("requsts * 2", "unknown-name", 'no number "requsts"'),
        ("a ** b", "bad-formula", '"*" is not expected here'),
        ("-a", "bad-formula", '"-" is not expected here'),
        ("a[0]", "bad-formula", '"[" is not arithmetic'),
        ("(a", "bad-formula", '")" is expected, not the end'),
        ("a b", "bad-formula", '"b" is not expected here'),
        ("a.b", "bad-formula", '"." is not expected here'),
    ],
)
def test_the_fault_is_named(text: str, code: str, fault: str) -> None:
    """By what stands there, so that the author finds it."""
    with pytest.raises(ProblemError) as caught:
        parse_formula(text, UNITS, Unit())
    assert (caught.value.problems[0].code, caught.value.problems[0].fault) == (code, fault)


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("requsts * 2", 'did you mean "requests"?'),
        ("Requests * 2", 'did you mean "requests"?'),
        ("a-b-100", 'put spaces around the minus: "a - b - 100"'),
        ("requests-a * 2", 'put spaces around the minus: "requests - a"'),
        ("a * 1,000", "write numbers without commas, such as 100000 or 0.5"),
        ("min(a, 1,000)", "write numbers without commas, such as 100000 or 0.5"),
        ("a × b", 'write "*"'),
        ("a − b", 'write "-"'),
        ("a * 5%", "write 5% as 0.05"),
        ("2 a", 'put + - * or / between it and "2"'),
        ("a * 1e5", "write the number out, such as 100000"),
    ],
)  # fmt: skip
def test_the_remedy_is_what_was_meant(text: str, remedy: str) -> None:
    """A misspelt name, a minus that its names swallowed, signs as others write them."""
    with pytest.raises(ProblemError) as caught:
        parse_formula(text, UNITS, Unit())
    assert caught.value.problems[0].remedy == remedy


def test_length_and_depth_are_bounded() -> None:
    """So that neither the parser nor what evaluates the tree runs out of stack."""
    deep = "(" * 29 + "a" + ")" * 29
    assert parse_formula(deep, UNITS, Unit()) == "a"
    for text in ("(" * 31 + "a" + ")" * 31, "a+" * MAX_LENGTH + "a", "(" * 1990):
        with pytest.raises(ProblemError) as caught:
            parse_formula(text, UNITS, Unit())
        assert caught.value.problems[0].code == "bad-formula"
    many = parse_formula("a" + "+a" * 99, UNITS, Unit())
    assert evaluate(many, {"a": 1.0}) == 100


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("fee + rent", "USD"),
        ("rent", "USD"),
        ("fee", "USD per month"),
        ("requests * tokens", "USD per month"),
        ("min(fee, rent)", "USD"),
        ("fee + 1", "USD"),
        ("fee - a", "USD"),
        ("share", "USD"),
        ("months * months * rent", "USD"),
    ],
)
def test_units_that_do_not_fit_are_refused(text: str, wanted: str) -> None:
    """What comes per month is not added to what comes once, nor money to plain numbers."""
    with pytest.raises(ProblemError) as caught:
        parse_formula(text, UNITS, parse_unit(wanted))
    assert caught.value.problems[0].code == "unit-mismatch"


@pytest.mark.parametrize(
    ("text", "wanted", "value"),
    [
        ("requests * tokens * price", "USD per month", 2e6 * 300 * 4e-6),
        ("rent * months + fee", "USD", 7 * 12 + 50),
        ("rent", "USD per year", 7 * 12),
        ("fee * share", "USD", 50 * 0.25),
        ("1 - share", "times", 0.75),
        ("share", "%", 25),
        ("max(fee - fee * 2, 0)", "USD", 0),
        ("0", "USD", 0),
        ("tokens * price * 1", "USD per thousand requests", 300 * 4e-6 * 1000),
    ],
)
def test_conversions_are_written_out(text: str, wanted: str, value: float) -> None:
    """Per cents, millions and years are turned into what the result is wanted in."""
    numbers: dict[str, float | None] = {
        "requests": 2e6, "tokens": 300.0, "price": 4.0, "share": 25.0, "months": 12.0,
        "fee": 50.0, "rent": 7.0,
    }  # fmt: skip
    got = evaluate(parse_formula(text, UNITS, parse_unit(wanted)), numbers)
    assert got is not None
    assert math.isclose(got, value)


PIECES = ("a", "b", "fee", "rent", "min", "max", "(", ")", ",", "+", "-", "*", "/", "1", "0", "2.5",
          " ", ".", "_", "[", '"', "é", "٣", "²", "\n", "__import__", "1_0", "e5")  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=60))
def test_any_text_is_a_tree_or_an_error(text: str) -> None:
    """Nothing that an author can write stops the program itself."""
    try:
        tree = parse_formula(text, UNITS, Unit())
    except ProblemError:
        return
    value = evaluate(tree, dict.fromkeys(UNITS, 3.0))
    assert value is None or math.isfinite(value)


def trees(depth: int = 3) -> st.SearchStrategy[tuple[str, str]]:
    """A formula as text, and the same as Python writes it."""
    leaf = st.sampled_from(("a", "b", "1.5", "2")).map(lambda name: (name, name))
    if not depth:
        return leaf
    part = trees(depth - 1)
    joined = st.tuples(part, st.sampled_from("+-*"), part).map(
        lambda t: (f"({t[0][0]} {t[1]} {t[2][0]})", f"({t[0][1]} {t[1]} {t[2][1]})")
    )
    bare = st.tuples(part, st.sampled_from("+-*"), part).map(
        lambda t: (f"{t[0][0]} {t[1]} {t[2][0]}", f"{t[0][1]} {t[1]} {t[2][1]}")
    )
    return leaf | joined | bare


@given(trees())
def test_precedence_is_that_of_arithmetic(pair: tuple[str, str]) -> None:
    """The same signs and brackets mean what they mean everywhere, to the last bit."""
    text, python = pair
    expected = eval(python, {"__builtins__": {}}, {"a": 0.1, "b": -7.0})  # noqa: S307 - our own text
    assert evaluate(parse_formula(text, UNITS, Unit()), {"a": 0.1, "b": -7.0}) == expected


HUGE = parse_unit("x per 1" + "0" * 180 + " tokens")


@pytest.mark.parametrize("text", ["1 / (n * n)", "n * n", "1 / n / n", "n + 1", "n"])
def test_units_that_doubles_have_no_room_for_are_told(text: str) -> None:
    """Neither an exception nor an infinite number in the program."""
    with pytest.raises(ProblemError):
        parse_formula(text, {"n": HUGE}, parse_unit("1" + "0" * 180 + " x per token"))

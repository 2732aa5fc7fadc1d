"""Numbers as people read them: one formatter a side, the same in both, and never 1e+06."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termwise.markup.quantities import quantity
from termwise.words.numbers import AUTHORS, ENGLISH, Numbers
from termwise.words.words import Words

GOLDENS = Path(__file__).parents[1] / "goldens" / "numbers.jsonl"
VECTORS: list[dict[str, Any]] = [
    json.loads(line) for line in GOLDENS.read_text("utf-8").splitlines()
]


def of(kind: str) -> list[dict[str, Any]]:
    """The vectors of one kind."""
    found = [vector for vector in VECTORS if vector["of"] == kind]
    assert found
    return found


@pytest.mark.parametrize("vector", of("number"), ids=str)
def test_a_number_is_written_out(vector: dict[str, Any]) -> None:
    """With thousands apart, as many digits as it has or deserves, and money in cents or whole."""
    numbers, value = Numbers(vector["language"]), vector["value"]
    assert numbers.figure(value, 12) == vector["figure"]
    assert numbers.figure(value, 3) == vector["rough"]
    assert numbers.money(value, 3) == vector["money"]


@pytest.mark.parametrize("vector", of("amount"), ids=str)
def test_an_amount_has_the_sign_of_its_currency(vector: dict[str, Any]) -> None:
    """Where the language has it."""
    numbers, unit = Numbers(vector["language"]), vector["unit"]
    before, after = numbers.around(unit)
    assert [before, after] == vector["around"]
    assert numbers.amount(vector["value"], unit, 3) + after == vector["shown"]


@pytest.mark.parametrize("vector", of("quantity"), ids=str)
def test_a_range_says_where_it_is_open(vector: dict[str, Any]) -> None:
    """From, up to, and more."""
    words = Words(vector["language"])
    low, high, unit, or_more = (vector[name] for name in ("low", "high", "unit", "or_more"))
    assert quantity(low, high, unit, or_more, words) == vector["shown"]


@pytest.mark.parametrize("vector", of("percent"), ids=str)
def test_a_share_is_in_whole_percent(vector: dict[str, Any]) -> None:
    """With the sign where the language has it."""
    assert Numbers(vector["language"]).percent(vector["value"]) == vector["shown"]


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_no_number_has_an_exponent(value: float) -> None:
    """However large or small, and reading it back gives nearly the same."""
    shown = ENGLISH.figure(value)
    assert re.fullmatch(r"−?\d{1,3}(,\d{3})*(\.\d+)?", shown)
    plain = shown.replace(",", "").replace("−", "-")
    assert float(plain) == pytest.approx(value, rel=1e-14, abs=0)


def test_authors_read_the_sign_that_they_write() -> None:
    """A hyphen, which YAML takes for a minus sign; it takes no other."""
    assert AUTHORS.figure(-2.5) == "-2.5"


def test_the_browser_writes_the_same_numbers(node: str, root: Path) -> None:
    """Its twin, over the same vectors."""
    script = (
        'import { numbersOf } from "./widgets/src/numbers.js";'
        f"const vectors = {json.dumps(of('number') + of('amount'))};"
        "const said = vectors.map(({ language, value, around: [before, after] = ['', ''] }) => {"
        "  const { figure, rough, price } = numbersOf(language);"
        "  return [figure(value), rough(value), price(value, { before, after })];"
        "});"
        "console.log(JSON.stringify(said));"
    )
    done = subprocess.run(
        [node, "--input-type=module", "--eval", script],
        cwd=root, capture_output=True, text=True, encoding="utf-8", timeout=60, check=True,
    )  # fmt: skip
    said = json.loads(done.stdout)
    numbers = len(of("number"))
    expected = [[vector["figure"], vector["rough"], vector["money"]] for vector in of("number")]
    assert said[:numbers] == expected
    assert [price for *_, price in said[numbers:]] == [vector["shown"] for vector in of("amount")]


def test_no_number_is_written_past_the_formatter(root: Path) -> None:
    """Messages to authors among them: what Python writes itself knows nothing of ours."""
    code = (root / "build_tools" / "termwise").rglob("*.py")
    past = [
        path.name for path in code if re.search(r":[_,.\d]*,[.\d]*[df]?\}", path.read_text("utf-8"))
    ]
    assert past == []

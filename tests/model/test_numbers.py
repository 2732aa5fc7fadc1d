"""Numbers as people read them: whole, with their thousands apart, and never as 1e+06."""

import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termwise.model.numbers import figure


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "0"), (-0.0, "0"), (1_000_000.0, "1,000,000"), (1e21, "1,000,000,000,000,000,000,000"),
        (0.5, "0.5"), (0.1 + 0.2, "0.3"), (1e-7, "0.0000001"), (-1234.5, "-1,234.5"),
        (123_456_789_012_345_6.0, "1,234,567,890,123,456"),
    ],
)  # fmt: skip
def test_a_number_is_written_out(value: float, shown: str) -> None:
    """With as many digits as it has, and none that come of reckoning in binary."""
    assert figure(value) == shown


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_no_number_has_an_exponent(value: float) -> None:
    """However large or small, and reading it back gives nearly the same."""
    shown = figure(value)
    assert "e" not in shown.lower()
    assert float(shown.replace(",", "")) == pytest.approx(value, rel=1e-14, abs=0)


def test_the_calculator_writes_the_same_numbers(node: str, root: Path) -> None:
    """Its form comes from Python, and what it says of the form's numbers from the browser."""
    values = [0, 1e6, 1234.5, 0.1 + 0.2, 1 / 3, -2.5, 1e15, 1e-5, 1_000_000_000_005, 2.5e-7]
    script = (
        'import { figure } from "./widgets/src/words.js";'
        f"console.log(JSON.stringify({json.dumps(values)}.map((value) => figure(value))))"
    )
    done = subprocess.run(
        [node, "--input-type=module", "--eval", script],
        cwd=root, capture_output=True, text=True, encoding="utf-8", timeout=60, check=True,
    )  # fmt: skip
    assert [figure(value, 12).replace("-", "−") for value in values] == json.loads(done.stdout)

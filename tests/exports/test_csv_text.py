"""CSV that programs read back unchanged and that spreadsheets never run."""

import csv
import io

import pytest

from termwise.exports.csv_text import csv_text


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def test_what_was_written_is_read_back() -> None:
    """Commas, quotes, line breaks and words of any script survive (RFC 4180)."""
    rows = [["id", "text"], ["a", 'He said "no", twice'], ["b", "one\ntwo"], ["ü", "日本, –"]]
    assert read(csv_text(rows)) == rows


def test_lines_end_as_the_standard_says() -> None:
    """CRLF, also after the last line; quotes only where they are needed; no byte order mark."""
    assert csv_text([["id", "n"], ["a", 1]]) == "id,n\r\na,1\r\n"


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        '=HYPERLINK("https://evil.example","x")',
        "+cmd|' /C calc'!A0",
        "-2+3+cmd|' /C calc'!A0",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1+1",
        "\u00a0=1",
        "\u200b=1+1",
        "\u200b\u202e\u00ad\u2060\ufeff=1+1",
        "\u0301=1+1",
        "\u3164=1+1",
        "\U000e0020@SUM(1)",
        "\x00\x1f+1",
        "\u200b\t=1",
        "\u200b＠SUM(1)",
        "＋1+1",
        "＝1+1",
        "－1+1",
    ],
)
def test_no_text_is_a_formula(text: str) -> None:
    """A cell that a spreadsheet could run begins with an apostrophe."""
    assert read(csv_text([["x", text]])) == [["x", f"'{text}"]]


@pytest.mark.parametrize("text", ["x;=1+1", "x; @SUM(1)", "a;\u00a0－1;b; +2", "x;\u200b=1"])
def test_no_text_is_a_formula_where_semicolons_part_cells(text: str) -> None:
    """As spreadsheets have it in countries that write decimals with a comma."""
    [[written]] = read(csv_text([[text]]))
    assert written.replace("'", "") == text
    assert all(part[0].isalnum() or part[0] == "'" for part in written.split(";"))


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        (-5, "-5"),
        (10000.0, "10000"),
        (0.025, "0.025"),
        (-0.5, "-0.5"),
        (1e22, "1e+22"),
        ("-5", "-5"),
        ("+2.5", "+2.5"),
        (None, ""),
        ("", ""),
        ("a-b", "a-b"),
        ("a;\nb", '"a;\nb"'),
        ("\u200b", "\u200b"),
        ("é = e", "é = e"),
    ],
)
def test_numbers_stay_numbers(cell: str | float | None, written: str) -> None:
    """What is a number is written as one, below zero too; what is missing is empty."""
    assert csv_text([["x", cell]]) == f"x,{written}\r\n"

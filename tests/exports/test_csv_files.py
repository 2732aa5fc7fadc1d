"""Terms and facts as tables: a row a term, a row an observation, safe in a spreadsheet."""

import csv
import io
from collections.abc import Callable, Mapping

from termwise.exports.csv_files import csv_files
from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.site.make import make_file

FACTS = """\
title: Heat
facts:
  - id: smoke
    statement: Oil *smokes*, says [[skillet]].
    observations:
      - {low: -16, high: 190.5, or_more: true, unit: °C, source: book, as_of: 2026-03, quote: "=1"}
      - {text: hot, source: page, as_of: 2020}
    review_by: 2026-11-19
"""


def tables(library: Library) -> dict[str, list[dict[str, str]]]:
    """The rows of each table by the names of its columns."""
    lookup = Lookup(library)
    texts = {
        planned.path: b"".join(make_file(planned, lookup)).decode() for planned in csv_files(lookup)
    }
    return {
        path: list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
        for path, text in texts.items()
    }


def test_a_row_a_term(eggs: Library) -> None:
    """What a list of terms needs, in the order of the ids."""
    assert list(tables(eggs)) == ["api/v1/terms.csv"], "there is no table of no facts"
    rows = tables(eggs)["api/v1/terms.csv"]
    assert [row["id"] for row in rows] == sorted(eggs.glossary.terms)
    assert rows[0] == {
        "id": "3-minute-egg",
        "term": "three-minute egg",
        "abbreviation": "TME",
        "aliases": "iSoftEgg; soft egg",
        "category": "stove",
        "level": "low",
        "status": "draft",
        "definition": 'An egg that was boiled for "three" minutes.',
        "url": "https://glossary.example/terms/3-minute-egg/",
        "reviewed": "",
    }
    assert rows[2]["reviewed"] == "2026-02-01"


def test_a_row_an_observation(
    egg_files: dict[str, str], make_library: Callable[[Mapping[str, str]], Library]
) -> None:
    """Each source's figure by itself, with its date and its own words."""
    library = make_library({**egg_files, "glossary/facts/heat.yml": FACTS})
    span, text = tables(library)["api/v1/facts.csv"]
    assert span == {
        "id": "smoke",
        "topic": "heat",
        "statement": "Oil smokes, says skillet.",
        "label": "−16–190.5+ °C",
        "value": "",
        "low": "-16",
        "high": "190.5",
        "or_more": "true",
        "unit": "°C",
        "text": "",
        "as_of": "2026-03",
        "source": "book",
        "source_by": "A. Cook",
        "source_url": "https://books.example/a|b",
        "quote": "'=1",
        "review_by": "2026-11-19",
        "due": "true",
        "url": "https://glossary.example/facts/heat/#smoke",
    }
    assert (text["text"], text["as_of"], text["source_by"]) == ("hot", "2020", "No author")


def test_no_text_breaks_the_table_or_runs(hostile: str, spoil: Callable[[str], Library]) -> None:
    """As many rows and columns as ever, and no cell that begins as a formula does."""
    rows = tables(spoil(hostile))["api/v1/terms.csv"]
    assert len(rows) == 4
    for row in rows:
        assert None not in row
        assert not any(cell.startswith(tuple("=+-@\t\r\n")) for cell in row.values())

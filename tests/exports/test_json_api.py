"""The glossary for programs: each file whole, all of them alike, nothing lost on the way."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from termwise.exports.json_api import json_files
from termwise.exports.planned import PlannedFile
from termwise.lookup.library import Library, Read
from termwise.lookup.lookup import Lookup
from termwise.site.make import make_file

SITE = "https://glossary.example/"

MORE = {
    "glossary/facts/heat.yml": """\
title: Heat
facts:
  - id: smoke
    statement: Oil *smokes*.
    observations:
      - {low: 160, high: 190, or_more: true, unit: °C, source: book, as_of: 2026-03, quote: "160+"}
      - {value: 0.5, unit: °C, source: page, as_of: 2020}
    typical: {value: 175, why: The middle.}
    review_by: 2026-11-19
""",
    "glossary/comparisons/egg-or-pan.yml": """\
title: Egg or pan
summary: Which, at {{smoke}}.
subjects: [skillet, 3-minute-egg]
dimensions:
  - name: Heat & more
    cells: {skillet: {fact: smoke, note: "See [[spider]]."}, 3-minute-egg: "**Less**."}
formerly: [pan-or-egg]
""",
    "glossary/decisions/cook.yml": """\
title: Cook?
summary: Whether.
options: [{id: egg, title: An egg, term: 3-minute-egg}, {id: none, title: Nothing, term: skillet}]
questions:
  - {id: hungry, ask: Hungry?, kind: yes_no}
  - {id: eggs, ask: How many?, kind: number, unit: eggs, max: 10}
rules:
  - {when: {hungry: "yes", eggs: ">= 2"}, favours: {egg: 2}, because: "See {{smoke}}.", fact: smoke}
examples: [{title: One, text: Me., answers: {hungry: "yes", eggs: 3}, outcome: [egg]}]
""",
    "glossary/paths/walk.yml": """\
title: A walk
summary: From [[skillet]] on.
steps: [{term: skillet, why: First.}]
""",
}


@pytest.fixture(scope="module")
def kitchen(
    make_library: Callable[[Mapping[str, str]], Library], egg_files: dict[str, str]
) -> Library:
    """The small glossary with an entry of each other kind."""
    return make_library({**egg_files, **MORE})


def files_of(library: Library) -> dict[str, Any]:
    """Every file by its path below `api/v1/`."""
    lookup = Lookup(library)
    return {
        planned.path.removeprefix("api/v1/"): json.loads(b"".join(make_file(planned, lookup)))
        for planned in json_files(lookup)
    }


@pytest.fixture(scope="module")
def files(kitchen: Library) -> dict[str, Any]:
    """What is published of it."""
    return files_of(kitchen)


def strings(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a document, with the key that it stands under."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from strings(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item, key)
    elif isinstance(value, str):
        yield key, value


def test_every_entry_has_a_file(files: Mapping[str, Any]) -> None:
    """Under its id, and under each that it had before; and there is one of all together."""
    assert set(files) == {
        "terms/3-minute-egg.json", "terms/skillet.json", "terms/frypan.json", "terms/spider.json",
        "compare/egg-or-pan.json", "compare/pan-or-egg.json", "decide/cook.json", "glossary.json",
    }  # fmt: skip
    assert files["compare/pan-or-egg.json"] == files["compare/egg-or-pan.json"]
    assert files["compare/egg-or-pan.json"]["formerly"] == ["pan-or-egg"]


def test_an_entry_is_the_same_alone_and_among_all(files: Mapping[str, Any]) -> None:
    """A program may read either; `counts` says how much there is."""
    whole = files["glossary.json"]
    for kind, folder in (("terms", "terms"), ("comparisons", "compare"), ("decisions", "decide")):
        assert [files[f"{folder}/{entry['id']}.json"] for entry in whole[kind]] == whole[kind]
    assert whole["counts"] == {kind: len(whole[kind]) for kind in whole["counts"]}
    assert [path["id"] for path in whole["paths"]] == ["walk"]


def test_the_whole_is_made_in_parts(kitchen: Library) -> None:
    """An entry at a time, each on a line of its own, so that a long glossary is never held."""
    *_entries, planned = json_files(Lookup(kitchen))
    parts = list(make_file(planned, Lookup(kitchen)))
    assert len(parts) > 20
    lines = b"".join(parts).decode().splitlines()
    assert sum(line.startswith('{"schema":') for line in lines) == 1 + 4 + 1 + 1


def test_every_link_is_whole(files: Mapping[str, Any]) -> None:
    """A reader elsewhere has no page that an address could be relative to."""
    seen = 0
    for document in files.values():
        for key, text in strings(document):
            if key in ("url", "schema"):
                assert text.startswith(SITE), text
            if key == "html":
                for href in re.findall(r'href="([^"]*)"', text):
                    assert href.startswith(("https://", "http://", "mailto:")), href
                    seen += 1
    assert seen > 5


def test_a_text_is_there_twice(files: Mapping[str, Any]) -> None:
    """Plain, without a sign of markup, and as HTML."""
    changes = files["terms/3-minute-egg.json"]["changes"]
    assert changes[0]["on"] == "2026-02-28"
    assert changes[0]["what"]["text"] == "Boiled, not fried."
    assert changes[0]["what"]["html"].startswith(f'Boiled, <em>not</em> <a href="{SITE}terms/')


def test_a_cell_names_its_fact(files: Mapping[str, Any]) -> None:
    """Whole as it is shown, with the fact and the remark each by itself, in the subjects' order."""
    comparison = files["compare/egg-or-pan.json"]
    [row] = comparison["dimensions"]
    assert row["id"] == "heat-more"
    assert [cell["subject"] for cell in row["cells"]] == ["skillet", "3-minute-egg"]
    fact, text = row["cells"]
    assert fact["fact"] == "smoke"
    assert fact["note"]["text"] == "See spider."
    assert fact["text"] == "0.5–190+ °C. See spider."
    assert text["html"] == "<strong>Less</strong>."
    assert text["fact"] is text["note"] is None
    assert [entry["id"] for entry in comparison["facts"]] == ["smoke"]


def test_a_fact_says_who_said_what_and_when(files: Mapping[str, Any]) -> None:
    """Numbers as numbers, dates as exact as they are known, and whether it is due for review."""
    [fact] = files["glossary.json"]["facts"]
    span, value = fact["observations"]
    assert (span["low"], span["high"], span["value"], span["or_more"]) == (160, 190, None, True)
    assert (value["value"], value["unit"]) == (0.5, "°C")
    assert (span["as_of"], value["as_of"]) == ("2026-03", "2020")
    assert span["quote"] == "160+"
    assert span["source"]["original"] == "https://books.example/a|b"
    assert span["source"]["url"] == f"{SITE}sources/#book"
    assert value["source"]["original"] is None
    assert fact["url"] == f"{SITE}facts/heat/#smoke"
    assert fact["typical"]["value"] == 175
    assert (fact["review_by"], fact["due"], fact["disagrees"]) == ("2026-11-19", True, True)


def test_a_decision_can_be_applied(files: Mapping[str, Any]) -> None:
    """Its rules are there in words and compiled, in the same order, with the facts beneath."""
    decision = files["decide/cook.json"]
    [rule] = decision["rules"]
    assert [test["words"] for test in rule["when"]] == ["Hungry? Yes", "How many? at least 2 eggs"]
    assert rule["words"] == ["for An egg: +2"]
    assert rule["favours"] == [{"option": "egg", "weight": 2}]
    assert decision["program"]["rules"][0]["weights"] == [2, 0]
    assert decision["examples"][0]["answers"][1] == {"of": "eggs", "answer": 3, "words": "3 eggs"}
    assert [fact["id"] for fact in decision["facts"]] == ["smoke"]


def test_a_deprecated_term_says_what_replaced_it(files: Mapping[str, Any]) -> None:
    """By id, title and address."""
    term = files["terms/frypan.json"]
    assert term["status"] == "deprecated"
    assert term["replaced_by"] == {
        "id": "spider", "title": "Spider", "url": f"{SITE}terms/spider/",
    }  # fmt: skip
    assert term["avoid"] == ["frypann"]


def test_neighbours_are_named(files: Mapping[str, Any]) -> None:
    """What a term is compared in, decided by, and taught in."""
    term = files["terms/skillet.json"]
    for key, name in (("comparisons", "egg-or-pan"), ("decisions", "cook"), ("paths", "walk")):
        assert [entry["id"] for entry in term[key]] == [name]


def test_any_text_comes_back_as_it_was(hostile: str, spoil: Callable[[str], Library]) -> None:
    """JSON holds every sign; the HTML beside it holds no element that the text would make."""
    document = files_of(spoil(hostile))["terms/3-minute-egg.json"]
    assert document["term"] == hostile
    assert document["aliases"] == [hostile]
    for key, text in strings(document):
        if key == "html":
            assert "<script" not in text


def test_the_whole_reads_what_its_entries_read(kitchen: Library) -> None:
    """Also where it takes them as they were made for their own files."""

    def reads_of_the_whole(others: bool) -> set[Read]:
        *entries, whole = json_files(Lookup(kitchen))
        for planned in entries if others else []:
            planned.make(Lookup(kitchen))
        lookup = Lookup(kitchen)
        assert json.loads("".join(parts_of(whole, lookup)))
        return lookup.reads

    assert reads_of_the_whole(True) == reads_of_the_whole(False)
    assert ("source", "book") in reads_of_the_whole(True)


def parts_of(planned: PlannedFile, lookup: Lookup) -> Iterator[str]:
    """The parts of a file that is text."""
    made = planned.make(lookup)
    assert not isinstance(made, str | bytes)
    return iter(made)

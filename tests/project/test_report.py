"""Reports: one line a problem for people, and what other programs expect to the letter."""

import json
import re

import pytest

from termwise.model.problem import Problem
from termwise.project.report import FORMATS, as_json, github, line, sarif, summary, text

ERROR = Problem(
    "unknown-term",
    'no term "fien-tuning"',
    'did you mean "fine-tuning"?',
    file="glossary/terms/rag.yml",
    path=("related", 2, "term"),
    line=14,
    column=9,
)
WARNING = Problem("review-due", "it is due", severity="warning", file="content/a.md")
NASTY = Problem(
    "bad-id",
    '"100%, \r\n::error::x" is not an id',
    file="glossary/a,b:c%.yml",
    path=("a\nb",),
    line=1,
    column=1,
)


def test_one_line_for_people() -> None:
    """File, line and column first, as editors and terminals make links of them."""
    assert line(ERROR) == (
        'glossary/terms/rag.yml:14:9: error[unknown-term] related[2].term: no term "fien-tuning"; '
        'did you mean "fine-tuning"?'
    )
    assert line(WARNING) == "content/a.md: warning[review-due] it is due"


def test_a_problem_without_a_place_is_told_without_one() -> None:
    """What stops a program is not always in a file; each format stays well formed."""
    bare = Problem("no-folder", "there is no folder", "make it")
    assert line(bare) == "error[no-folder] there is no folder; make it"
    assert github([bare]) == "::error title=no-folder::there is no folder; make it"
    assert json.loads(sarif([bare]))["runs"][0]["results"][0]["locations"] == []
    assert json.loads(as_json([bare]))[0]["file"] == ""


@pytest.mark.parametrize(
    ("problems", "words"),
    [([], "no problems"), ([ERROR], "1 error"), ([WARNING], "1 warning"),
     ([ERROR, WARNING, ERROR], "2 errors, 1 warning"), ([WARNING] * 3, "3 warnings")],
)  # fmt: skip
def test_the_summary_counts(problems: list[Problem], words: str) -> None:
    """One error is not "1 errors"."""
    assert summary(problems) == words


def test_text_is_a_line_each_and_the_summary() -> None:
    """However many lines an author's text has."""
    assert text([]) == "no problems"
    assert len(text([ERROR, WARNING, NASTY]).splitlines()) == 4


def test_json_has_the_parts_of_each_problem() -> None:
    """For scripts; the place is 0 where it is not known."""
    rows = json.loads(as_json([ERROR, WARNING]))
    assert rows[0] == {
        "file": "glossary/terms/rag.yml", "line": 14, "column": 9, "field": "related[2].term",
        "severity": "error", "code": "unknown-term", "fault": 'no term "fien-tuning"',
        "remedy": 'did you mean "fine-tuning"?',
    }  # fmt: skip
    assert (rows[1]["line"], rows[1]["severity"]) == (0, "warning")
    assert json.loads(as_json([])) == []


def test_sarif_has_the_structure_that_2_1_0_requires() -> None:
    """Code hosts refuse a log that lacks one of these."""
    log = json.loads(sarif([ERROR, WARNING, NASTY, ERROR]))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    [run] = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "termwise"
    rules = [rule["id"] for rule in driver["rules"]]
    assert rules == sorted(set(rules))
    assert len(run["results"]) == 4
    for result in run["results"]:
        assert result["ruleId"] in rules
        assert result["level"] in ("error", "warning", "note", "none")
        assert result["message"]["text"]
        [location] = result["locations"]
        place = location["physicalLocation"]
        uri = place["artifactLocation"]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9._~!$&'()*+,;=@/%-]+", uri)
        for number in place.get("region", {}).values():
            assert number >= 1


def test_sarif_tells_place_and_words() -> None:
    """A result without a place has no region, since lines count from 1."""
    [first, second] = json.loads(sarif([ERROR, WARNING]))["runs"][0]["results"]
    place = first["locations"][0]["physicalLocation"]
    assert place == {
        "artifactLocation": {"uri": "glossary/terms/rag.yml"},
        "region": {"startLine": 14, "startColumn": 9},
    }
    assert first["message"]["text"].startswith("related[2].term: no term")
    assert "region" not in second["locations"][0]["physicalLocation"]


def test_sarif_without_problems_says_that_it_ran() -> None:
    """An empty list of results closes earlier alerts; no run at all would not."""
    assert json.loads(sarif([]))["runs"][0]["results"] == []


def test_github_lines_annotate() -> None:
    """As GitHub's workflow commands are written."""
    assert github([ERROR]) == (
        "::error file=glossary/terms/rag.yml,line=14,col=9,title=unknown-term::"
        'related[2].term: no term "fien-tuning"; did you mean "fine-tuning"?'
    )
    assert github([WARNING]) == "::warning file=content/a.md,title=review-due::it is due"
    assert github([]) == ""


def test_github_lines_escape_what_would_end_them() -> None:
    """An author's text must not give GitHub a command of its own."""
    written = github([NASTY])
    assert written.splitlines() == [written]
    assert written.startswith("::error file=glossary/a%2Cb%3Ac%25.yml,line=1,")
    assert "100%25, " in written


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_takes_any_problem(form: str) -> None:
    """And repeats itself exactly."""
    problems = [ERROR, WARNING, NASTY]
    assert FORMATS[form](problems) == FORMATS[form](problems)

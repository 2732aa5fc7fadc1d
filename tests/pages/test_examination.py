"""How a decision was examined, in sentences."""

from dataclasses import replace

import pytest

from termwise.decide.examine import Examination
from termwise.decide.examiner import Examiner
from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.markup.forms import HtmlForm
from termwise.markup.writer import Writer
from termwise.pages.examination import examination_lines

REPORT = Examination(
    exact=True, tried=1200, dead=(), idle=(0, 2), mute=(1,), hopeless=(), wins=(600, 5), ties=595,
    none_left=0, silent=300, silent_at=(0, 9),
)  # fmt: skip


def lines(deciding: Library, report: Examination) -> list[str]:
    """What is said of a report on the decision."""
    form = HtmlForm("decide/cook.md", True)
    version = Lookup(deciding).program("cook")["version"]
    library = replace(deciding, examiner=Examiner({version: report}))
    return examination_lines("cook", Writer(Lookup(library), form))


def test_the_report_in_sentences(deciding: Library) -> None:
    """Shares in per cent, rules and questions by their number from one, names as text."""
    assert lines(deciding, REPORT) == [
        "All 1,200 combinations of answers that the rules tell apart were tried.",
        "Led alone: To &lt;\u2060fry&gt; 50%, Boil under 1%. Answers are weighed alike here, which "
        "real cases are not.",
        "Ties: 50%. No rule spoke: 25%. All options ruled out: 0%.",
        "Rules that never held: none.",
        "Rules that never made a difference: 1, 3.",
        "Questions that never changed who leads: 2.",
        "Options that never led: none.",
    ]


@pytest.mark.parametrize("exact", [True, False])
def test_a_sample_is_called_one(deciding: Library, exact: bool) -> None:
    """Readers are told whether all was tried."""
    first = lines(deciding, replace(REPORT, exact=exact))[0]
    assert ("drawn at random" in first) is not exact
    assert "1,200" in first

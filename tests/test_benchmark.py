"""What `make bench` measures: that edits are what they say, and what becomes of the figures."""

from pathlib import Path

import pytest

from benchmark.__main__ import rows
from benchmark.edits import DEFINITION, EDITS, IN_MARKDOWN, digests
from benchmark.generate import write_plain, write_termwise
from benchmark.measure import Cost, build
from benchmark.serving import edits_to_bytes
from benchmark.steps import COLD, PLAIN, Costs


@pytest.mark.programs
def test_each_edit_is_seen_in_the_site_and_a_build_without_one_writes_less(tmp_path: Path) -> None:
    """An edit that changed nothing would be measured as cheap."""
    write_termwise(tmp_path, 8)
    cold = build(tmp_path)
    before = digests(tmp_path / "site")
    marks = [edit.do(tmp_path) for edit in EDITS]
    build(tmp_path)
    page = (tmp_path / "site" / "terms" / "term-7" / "index.html").read_text()
    assert [mark for mark in marks if mark not in page] == []
    assert digests(tmp_path / "site") != before
    nothing = build(tmp_path)
    assert nothing.files < cold.files
    assert nothing.memory > 0 < nothing.cpu


@pytest.mark.programs
def test_an_edit_is_waited_for_until_it_is_served(tmp_path: Path) -> None:
    """A server is asked on a real port, and both kinds of project have the page that is edited."""
    write_plain(tmp_path / "plain", 8)
    IN_MARKDOWN.do(tmp_path / "plain")
    write_termwise(tmp_path / "ours", 8)
    (cost,) = edits_to_bytes(tmp_path / "ours", DEFINITION, 1)
    assert cost.wall > 0 < cost.memory


def test_a_ratio_is_the_median_of_those_of_the_pairs() -> None:
    """The ratio of the medians would compare builds of different moments."""
    costs = Costs("8")
    costs.add(PLAIN, Cost(1, 1, 1), Cost(2, 2, 2), Cost(10, 10, 10))
    costs.add(COLD, Cost(3, 1, 0.5), Cost(2, 2, 1), Cost(5, 5, 5))
    assert list(rows(costs)) == [
        "| 8 | plain MkDocs: any build | 2.00 | 2.00 | 2 | 0 | 0.0 |  |  |  |",
        "| 8 | cold | 3.00 | 2.00 | 1 | 0 | 0.0 | 1.00 | 1.00 | 0.50 |",
    ]

"""Each golden of problems/ is a small glossary with mistakes, and what `termwise check` says."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from termwise.cli import main

FOLDER = Path(__file__).parents[1] / "goldens" / "problems"
GOLDENS = sorted(FOLDER.glob("*.yml"))


@pytest.mark.parametrize("golden", GOLDENS, ids=lambda path: path.stem)
def test_check_prints_the_lines_of_the_golden(golden: Path, project: Callable[..., Path]) -> None:
    """Place, code, field, fault and remedy are what the editor of such a file needs to read."""
    case = yaml.safe_load(golden.read_text("utf-8"))
    config = project(case["files"]) / "mkdocs.yml"
    result = CliRunner().invoke(
        main, ["check", "--config", str(config), "--today", "2026-11-20"], catch_exceptions=False
    )
    assert result.output.splitlines() == case["problems"]
    assert result.exit_code == (1 if any(": error[" in line for line in case["problems"]) else 0)


def test_the_base_of_the_goldens_has_no_problems(project: Callable[..., Path]) -> None:
    """Otherwise the goldens would prove nothing."""
    config = project() / "mkdocs.yml"
    result = CliRunner().invoke(main, ["check", "--config", str(config), "--today", "2026-11-20"])
    assert (result.output, result.exit_code) == ("no problems\n", 0)

"""What authors get wrong: each mistake of `goldens/mistakes.yml` is told with its remedy."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from termwise.cli import main

TABLE = yaml.safe_load((Path(__file__).parents[1] / "goldens" / "mistakes.yml").read_text("utf-8"))


def with_mistake(case: Mapping[str, Any]) -> str:
    """The file of a case, as its author wrote it."""
    good: str = TABLE["good"][case["in"]]["text"]
    if "whole" in case:
        return str(case["whole"])
    if "add" in case:
        return good + str(case["add"])
    assert good.count(case["instead_of"]) == 1
    return good.replace(case["instead_of"], case["write"])


def told(project: Path) -> list[str]:
    """What `termwise check` says of a project, without the line that counts."""
    words = ["check", "--config", str(project / "mkdocs.yml"), "--today", "2026-11-20"]
    return CliRunner().invoke(main, words, catch_exceptions=False).output.splitlines()[:-1]


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["mistake"])
def test_a_mistake_is_told_with_its_place_and_the_remedy(
    case: Mapping[str, Any], project: Callable[..., Path]
) -> None:
    """In the one file that has it: nothing else is said to be at fault."""
    file = TABLE["good"][case["in"]]["file"]
    lines = told(project({file: with_mistake(case)}))
    assert lines == [f"{file}:{line}" for line in case["says"]]
    assert all("; " in line for line in lines)


@pytest.mark.parametrize("kind", TABLE["good"])
def test_without_the_mistake_nothing_is_told(kind: str, project: Callable[..., Path]) -> None:
    """Otherwise the cases would prove nothing."""
    good = TABLE["good"][kind]
    assert told(project({good["file"]: good["text"]})) == []

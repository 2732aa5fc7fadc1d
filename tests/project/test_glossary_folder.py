"""Where there is no glossary: what is said of it, by what there is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from termwise.cli import main

SETTINGS = "site_name: Fruit\ndocs_dir: content\nplugins:\n  - termwise: {{glossary: {name}}}\n"


@pytest.mark.parametrize(
    ("name", "taken_away", "remedy"),
    [
        ("glosary", "", 'did you mean "glossary"?'),
        ("words", "", "let the plugin's option glossary name glossary"),
        (
            "words",
            "glossary/taxonomy.yml",
            "make it, or let the plugin's option glossary name one that there is "
            "(content/, glossary/)",
        ),
    ],
)
def test_a_folder_that_is_not_there_is_told_with_those_that_are(
    name: str, taken_away: str, remedy: str, project: Callable[..., Path]
) -> None:
    """To make a folder is no advice to who has mistyped the name of one."""
    config = project({"mkdocs.yml": SETTINGS.format(name=name)}) / "mkdocs.yml"
    if taken_away:
        (config.parent / taken_away).unlink()
    done = CliRunner().invoke(main, ["check", "--config", str(config)])
    said = f'plugins.termwise.glossary: there is no folder "{name}"; {remedy}\n'
    assert done.output == f"mkdocs.yml:4:16: error[no-glossary] {said}"
    assert done.exit_code == 2

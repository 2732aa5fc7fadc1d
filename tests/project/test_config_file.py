"""The site's configuration file: where it is, what it inherits, what is wrong with it in words."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from termwise.model.problem import ProblemError
from termwise.project import report
from termwise.project.config_file import find_config, read_config


def lay(folder: Path, files: Mapping[str, str]) -> Path:
    """Write files, and return the first."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder / next(iter(files))


def told(config: Path) -> str:
    """The line that says why a configuration cannot be read."""
    with pytest.raises(ProblemError) as caught:
        read_config(config)
    [problem] = caught.value.problems
    return report.line(problem)


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["mkdocs.yml"], "mkdocs.yml"),
        (["mkdocs.yaml"], "mkdocs.yaml"),
        (["mkdocs.yml", "properdocs.yml"], "properdocs.yml"),
        ([], "mkdocs.yml"),
    ],
)
def test_the_file_is_found_under_every_name(tmp_path: Path, names: list[str], found: str) -> None:
    """ProperDocs looks for its own first; where there is none, MkDocs' is what is missing."""
    for name in names:
        (tmp_path / name).write_text("site_name: x\n", "utf-8")
    assert find_config(tmp_path) == tmp_path / found


def test_what_is_inherited_lies_below(tmp_path: Path) -> None:
    """As MkDocs has it: mappings are joined key by key, all else is replaced."""
    config = lay(
        tmp_path,
        {
            "docs/mkdocs.yml": "INHERIT: ../base.yml\nsite_name: Child\nplugins: {b: {y: 2}}\n",
            "base.yml": "INHERIT: deep/base.yml\nextra_css: [a.css]\nplugins: {a: , b: {x: 1}}\n",
            "deep/base.yml": "site_name: Base\nsite_description: Words\nextra_css: [b.css]\n",
        },
    )
    assert read_config(config) == {
        "site_name": "Child",
        "site_description": "Words",
        "extra_css": ["a.css"],
        "plugins": {"a": None, "b": {"x": 1, "y": 2}},
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "site_name: x\n\tplugins: []\n",
            ":2:1: error[yaml-syntax] a tab stands where spaces should; indent with",
        ),
        ("site_name: [x\n", ":1:12: error[yaml-syntax] [ opens a list here that is not"),
        ("- a list\n", ": error[no-settings] the file holds no settings"),
        ("5", ": error[no-settings] the file holds no settings"),
        ("", ": error[no-settings] the file holds no settings"),
        ("INHERIT: mkdocs.yml\n", ": error[yaml-syntax] it nests too deep, or files inherit"),
        ("site_name: x\nINHERIT: none.yml\n", ":2:1: error[no-config] there is no file"),
        ("INHERIT: [a]\n", "let INHERIT name a file"),
        ("site_name: \x01\n", ": error[yaml-syntax] the file holds an invisible control"),
        ("date: 2026-99-99\n", ": error[yaml-syntax] a value cannot be read: month must be"),
    ],
)
def test_a_fault_is_told_with_its_place_and_remedy(tmp_path: Path, text: str, said: str) -> None:
    assert said in told(lay(tmp_path, {"mkdocs.yml": text}))


def test_a_fault_in_an_inherited_file_is_told_where_it_is(tmp_path: Path) -> None:
    """Whoever looks for it would look in the wrong file otherwise."""
    files = {"mkdocs.yml": "INHERIT: base/all.yml\n", "base/all.yml": "a: b\nsite_name: [x\n"}
    assert told(lay(tmp_path, files)).startswith("base/all.yml:2:12: error[yaml-syntax]")


def test_a_file_that_is_not_there_is_told_where_it_is_inherited(tmp_path: Path) -> None:
    """Once, by its place, and in the file that names it, be it inherited itself."""
    files = {"mkdocs.yml": "INHERIT: base/all.yml\n", "base/all.yml": "a: b\nINHERIT: ../non.yml\n"}
    assert told(lay(tmp_path, files)) == (
        "base/all.yml:2:1: error[no-config] there is no file non.yml; "
        "correct INHERIT, which is relative to the file that it stands in"
    )


def test_no_file_at_all_is_told_with_what_to_do(tmp_path: Path) -> None:
    assert "run this where" in told(tmp_path / "mkdocs.yml")


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(b"site_name: \xff\n")
    assert "save it as UTF-8" in told(tmp_path / "mkdocs.yml")

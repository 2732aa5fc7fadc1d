"""The site's configuration file: where it is, what it inherits, what is wrong with it in words."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from termwise.site.config_file import ConfigError, find_config, read_config


def lay(folder: Path, files: Mapping[str, str]) -> Path:
    """Write files, and return the first."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder / next(iter(files))


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
        ("site_name: x\n\tplugins: []\n", r"mkdocs\.yml:2:1: a tab stands where YAML wants spaces"),
        ("site_name: [x\n", r"mkdocs\.yml:2:1: this is no YAML .*look at this line"),
        ("- a list\n", "holds no settings"),
        ("", "holds no settings"),
        ("INHERIT: mkdocs.yml\n", "more than 20 files"),
        ("INHERIT: none.yml\n", "there is no .*none.yml"),
        ("INHERIT: [a]\n", "INHERIT names a file"),
    ],
)
def test_a_fault_is_told_with_its_place_and_remedy(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        read_config(lay(tmp_path, {"mkdocs.yml": text}))


def test_no_file_at_all_is_told_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="run this where"):
        read_config(tmp_path / "mkdocs.yml")


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(b"site_name: \xff\n")
    with pytest.raises(ConfigError, match="save it as UTF-8"):
        read_config(tmp_path / "mkdocs.yml")

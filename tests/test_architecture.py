"""The shape of the house: who may import whom, and what the documents must name."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import termwise
from termwise.checks import CHECKS
from termwise.producers import PAGES

ROOT = Path(__file__).parent.parent
PACKAGE = Path(termwise.__file__).parent

MAY_IMPORT = {
    "model": set(),
    "aside": set(),
    "publishing": set(),
    "loader": {"model"},
    "linking": {"model"},
    "decide": {"model", "publishing"},
    "checks": {"model", "linking", "decide"},
    "producers": {"model", "linking", "decide"},
    "render": {"model", "linking", "producers"},
    "own_pages": {"model", "loader", "linking", "render"},
    "build": {
        "model", "loader", "linking", "decide", "checks", "producers", "render", "own_pages"
    },
    "embedding": {"model", "linking", "producers", "render"},
    "pinned": {"publishing", "render"},
    "promises": {"linking", "publishing"},
    "publish": {
        "build", "embedding", "linking", "pinned", "producers", "promises", "publishing"
    },
    "config_file": set(),
    "settings": {"model", "linking", "render", "own_pages", "build", "config_file"},
    "assembly": {"linking", "loader", "render", "own_pages", "build", "settings"},
    "theme": set(),
    "plain_config": {"render", "settings", "theme"},
    "write": {
        "linking", "loader", "build", "producers", "publish", "publishing", "render", "settings",
        "config_file", "plain_config", "theme",
    },
    "export": {"build", "producers", "publish", "publishing"},
    "report": {"model"},
    "explain": {"model", "decide"},
    "cli": {
        "model", "decide", "producers", "build", "export", "settings", "config_file", "assembly",
        "publishing", "write", "report", "explain",
    },
    "mkdocs_plugin": {
        "aside", "model", "linking", "loader", "own_pages", "config_file", "build", "producers",
        "publish", "publishing", "render", "settings", "report", "theme",
    },
    "__main__": {"cli"},
    "__init__": set(),
}  # fmt: skip
"""Each part of the package, and the parts that it may import."""


def _imports() -> Iterator[tuple[str, str]]:
    """Every import of a module in the package: the file, and the module imported."""
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                yield file.relative_to(PACKAGE).as_posix(), node.module
            elif isinstance(node, ast.Import):
                for name in node.names:
                    yield file.relative_to(PACKAGE).as_posix(), name.name


def _part(path: str) -> str:
    return path.split("/", maxsplit=1)[0].removesuffix(".py")


def test_imports_follow_the_direction_of_the_design() -> None:
    """Data flows one way: a part imports only from the parts before it."""
    wrong = []
    for file, module in _imports():
        part, words = _part(file), module.split(".")
        inside = words[0] == "termwise" and len(words) > 1 and words[1] != part
        if inside and words[1] not in MAY_IMPORT[part]:
            wrong.append(f"{file} imports {module}")
    assert wrong == []


def test_only_the_plugin_imports_mkdocs() -> None:
    """The pages can be built by other programs, so the core knows nothing of this one."""
    importers = {file for file, module in _imports() if module.split(".")[0] == "mkdocs"}
    assert {_part(file) for file in importers} == {"mkdocs_plugin"}


def test_only_the_loader_parses_yaml_of_the_glossary() -> None:
    """There is one reader of the data; the others handle settings of MkDocs alone."""
    importers = {file for file, module in _imports() if module == "yaml"}
    others = {"config_file.py", "theme/__init__.py", "write.py"}
    assert importers == {"loader/yaml_reader.py", *others}


def _documented() -> str:
    return "\n".join(
        (ROOT / name).read_text("utf-8")
        for name in ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md")
    )


def test_every_producer_is_documented() -> None:
    """Each producer stands in the architecture's table of pages."""
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    names = [producer.__name__ for producer in PAGES]
    assert [name for name in names if f"`{name}`" not in text] == []


def test_every_check_is_a_sentence_with_a_docstring() -> None:
    """Checks are named as what they hold, and say it in full."""
    for check in CHECKS:
        assert check.__name__.count("_") >= 3, check.__name__
        assert (check.__doc__ or "").strip().endswith("."), check.__name__


def test_no_document_names_a_place_that_is_not_there() -> None:
    """Paths that the documents name in backquotes exist."""
    named = re.findall(
        r"`((?:build_tools|glossary|content|tests|\.github)/[\w./-]*\w/?)`", _documented()
    )
    assert [path for path in named if not (ROOT / path).exists()] == []

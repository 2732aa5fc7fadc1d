"""The shape of the house: who may import whom, and what the documents must name."""

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

import termwise
from termwise.checks import CHECKS
from termwise.pages import PAGES

ROOT = Path(__file__).parent.parent
PACKAGE = Path(termwise.__file__).parent
DESIGN = (ROOT / "ARCHITECTURE.md").read_text("utf-8")

LARGE = 9
"""From how many modules on a package orders what is in it."""


def _modules() -> dict[str, Path]:
    """Every module of the package by its name: `model.term`, and a package by its own."""
    found = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        words = file.relative_to(PACKAGE).with_suffix("").parts
        found[".".join(word for word in words if word != "__init__")] = file
    return found


MODULES = _modules()


def _named(node: ast.Import | ast.ImportFrom, module: str) -> Iterator[str]:
    """What an import statement of `module` names, whole: `termwise.model.term`, `mkdocs.plugins`.

    `from a import b` names the module `a.b` where there is one.
    """
    if isinstance(node, ast.Import):
        yield from (name.name for name in node.names)
        return
    base = node.module or ""
    if node.level:
        is_package = MODULES[module].name == "__init__.py"
        inside = ["termwise", *module.split(".")]
        above = inside[: len(inside) - node.level + is_package]
        base = ".".join([*above, *filter(None, [base])])
    for name in node.names:
        whole = f"{base}.{name.name}"
        yield whole if whole.removeprefix("termwise.") in MODULES else base


@cache
def _imports() -> tuple[tuple[str, str], ...]:
    """Every import in the package: the module, and the one that it imports."""
    return tuple(
        (module, named)
        for module, file in MODULES.items()
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for named in _named(node, module)
    )


def _own_imports() -> Iterator[tuple[str, str]]:
    """The imports of the package's own modules."""
    for module, named in _imports():
        if named.startswith("termwise."):
            yield module, named.removeprefix("termwise.")


def _chains() -> dict[str, list[list[str]]]:
    """The chains of the design: the one of the parts, and by package those within."""
    found = {}
    for block in re.findall(r"```\n(.*?)```", DESIGN, re.DOTALL):
        for line in block.splitlines():
            name, _, chain = line.rpartition(": ")
            if " <- " in chain:
                found[name] = [re.findall(r"\w+", step) for step in chain.split(" <- ")]
    return found


CHAINS = _chains()


def _wrong_ways(steps: list[list[str]], imports: Mapping[tuple[str, str], str]) -> list[str]:
    """The imports that do not lead from a step to one before it."""
    place = {name: number for number, step in enumerate(steps) for name in step}
    return [
        said
        for (importer, imported), said in imports.items()
        if importer != imported and place[imported] >= place[importer]
    ]


def test_every_import_is_seen() -> None:
    """However it is written: whole, by name, and relative to where it stands."""
    statements = ast.parse(
        "import termwise.model.term\nfrom termwise.model import term\nfrom termwise.model.term "
        "import Term\nfrom . import fact\nfrom .. import loader\nfrom ..loader.folder import x"
    )
    nodes = [each for each in statements.body if isinstance(each, ast.Import | ast.ImportFrom)]
    seen = [name for node in nodes for name in _named(node, "model.term")]
    term = "termwise.model.term"
    assert seen == [
        term, term, term, "termwise.model.fact", "termwise.loader", "termwise.loader.folder"
    ]  # fmt: skip


def test_imports_follow_the_direction_of_the_design() -> None:
    """Data flows one way: a part imports only from the parts before it."""
    imports = {
        (module.split(".")[0], named.split(".")[0]): f"{module} imports {named}"
        for module, named in _own_imports()
        if module not in ("", "__main__")
    }
    parts = {name for pair in imports for name in pair} | {"contract"}
    assert {name for step in CHAINS[""] for name in step} >= parts
    assert _wrong_ways(CHAINS[""], imports) == []


def test_the_design_names_the_parts_that_there_are() -> None:
    """Each folder of the package stands in the chain, and in the table below it."""
    parts = {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name[0] != "_"}
    assert sorted(name for step in CHAINS[""] for name in step) == sorted(parts)
    rows = re.findall(r"^\| ((?:`\w+/`(?:, )?)+) \|", DESIGN, re.MULTILINE)
    assert sorted(name for row in rows for name in re.findall(r"\w+", row)) == sorted(parts)


@pytest.mark.parametrize("package", sorted(name for name in CHAINS if name))
def test_imports_follow_the_direction_within_a_package(package: str) -> None:
    """In a large package, too, there is a way in which data flows; a folder in it is one part.

    What the chain does not name stands at its end: nobody in the package may import it.
    """
    inside = {name for name in MODULES if name.startswith(f"{package}.")}
    named = [name for step in CHAINS[package] for name in step]
    known = {name.split(".")[1] for name in inside}
    assert set(named) <= known
    assert len(named) == len(set(named))
    steps = [*CHAINS[package], sorted(known - set(named))]
    imports = {
        (module.split(".")[1], named.split(".")[1]): f"{module} imports {named}"
        for module, named in _own_imports()
        if module in inside and named in inside
    }
    assert _wrong_ways(steps, imports) == []


def test_every_large_package_has_its_order() -> None:
    """Nobody has to find out by reading what depends on what."""
    sizes: dict[str, int] = {}
    for name in MODULES:
        package = name.rpartition(".")[0]
        sizes[package] = sizes.get(package, 0) + 1
    large = {package for package, size in sizes.items() if package and size >= LARGE}
    assert large <= CHAINS.keys()


def test_only_the_plugin_and_the_reader_of_settings_import_mkdocs() -> None:
    """The pages can be built by other programs, so the core knows nothing of this one."""
    importers = {module for module, named in _imports() if named.split(".")[0] == "mkdocs"}
    outside = {module for module in importers if module.split(".")[0] != "mkdocs_plugin"}
    assert outside == {"project.config_file"}


def test_only_the_loader_parses_yaml_of_the_glossary() -> None:
    """There is one reader of the data; the others handle settings of MkDocs alone."""
    importers = {module for module, named in _imports() if named == "yaml"}
    assert importers == {
        "loader.yaml_reader", "project.config_file", "project.tags", "theme", "site.write"
    }  # fmt: skip


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


def _recipes() -> dict[str, list[str]]:
    """The files that CONTRIBUTING names for each thing that can be added."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    rows = re.findall(r"^\| (an? .+?|another .+?) \| (.+) \|$", text, re.MULTILINE)
    return {name: re.findall(r"`([\w/.-]+/[\w.-]+\.\w+)`", recipe) for name, recipe in rows}


MOST = {
    "a text section of a term": (1, 0),
    "another field of a term": (5, 0),
    "an export": (2, 0),
    "a check": (2, 0),
    "a kind of entry": (6, 0),
    "a type of question": (5, 2),
}
"""How many files each takes at most: in Python with templates and contracts, in JavaScript."""


def test_recipes_name_files_that_there_are() -> None:
    """What a newcomer is told to edit exists, and is no more than was once promised."""
    recipes = _recipes()
    assert recipes.keys() == MOST.keys()
    for name, files in recipes.items():
        scripts = [file for file in files if file.startswith("widgets/")]
        ours = [file for file in files if file not in scripts]
        assert [file for file in ours if not (PACKAGE / file).is_file()] == []
        assert [file for file in scripts if not (ROOT / file).is_file()] == []
        most, most_scripts = MOST[name]
        assert len(ours) <= most, name
        assert len(scripts) <= most_scripts, name

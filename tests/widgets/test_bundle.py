"""What sites load is what `widgets/` makes, from what its lock names and nothing else."""

import gzip
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ASSETS = "build_tools/termwise/render/assets"

MAX_BYTES = {
    "calculator.js": 8_000,
    "embed-this.js": 4_700,
    "embed/calculator.css": 2_200,
    "embed/calculator.js": 14_000,
    "embed/elements.js": 5_000,
    "embed/fit.js": 1_000,
    "embed/frame.css": 2_000,
    "embed/frame.js": 1_200,
}
"""Of each bundle, packed by gzip."""

SCRIPTS = [name for name in MAX_BYTES if name.endswith(".js")]
FETCHING = ("embed-this.js", "embed/calculator.js", "embed/elements.js")
"""Those that ask for data, and for nothing else."""

Node = Callable[..., str]


@pytest.fixture(scope="module")
def assets(root: Path) -> Path:
    """The folder of the committed bundles."""
    return root / ASSETS


@pytest.fixture(scope="module")
def fresh(root: Path, npm: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of `widgets/` in which the tools are installed, as the lock names them.

    Beside it stands the site's style sheet, of which that of embeds is made.
    """
    folder = tmp_path_factory.mktemp("fresh") / "widgets"
    shutil.copytree(root / "widgets", folder, ignore=shutil.ignore_patterns("node_modules"))
    (folder.parent / ASSETS).mkdir(parents=True)
    shutil.copy(root / ASSETS / "calculator.css", folder.parent / ASSETS)
    words = [*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"]
    installed = subprocess.run(
        words, cwd=folder, capture_output=True, text=True, timeout=120, check=False
    )
    assert installed.returncode == 0, installed.stderr
    return folder


@pytest.fixture(scope="module")
def in_node(node: str, fresh: Path) -> Node:
    """Run Node in the fresh copy; what it printed."""

    def run(*words: str) -> str:
        done = subprocess.run(
            [node, *words],
            cwd=fresh,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=100,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


@pytest.fixture(scope="module")
def made(fresh: Path, in_node: Node) -> Path:
    """The folder of bundles that were made just now."""
    in_node("build.mjs", "made")
    return fresh / "made"


@pytest.mark.parametrize("name", MAX_BYTES)
def test_the_committed_bundle_is_current(made: Path, assets: Path, name: str) -> None:
    """Byte by byte; after a change under `widgets/src`, `make widgets` makes it again."""
    assert (made / name).read_bytes() == (assets / name).read_bytes(), "run: make widgets"


def test_every_bundle_is_looked_at(made: Path, assets: Path) -> None:
    """What is made, and all that embeds load, is what these tests know of."""
    found = {path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file()}
    assert found == set(MAX_BYTES)
    shared = {f"embed/{path.name}" for path in (assets / "embed").iterdir()}
    assert shared == {name for name in MAX_BYTES if name.startswith("embed/")}


def test_types_are_right(fresh: Path, in_node: Node) -> None:
    """`tsc` reads the types in the comments, and has nothing to say."""
    assert in_node("node_modules/typescript/bin/tsc") == ""
    config = json.loads((fresh / "tsconfig.json").read_text("utf-8"))["compilerOptions"]
    assert config["strict"]
    assert config["checkJs"]


def test_a_wrong_type_is_seen(fresh: Path, in_node: Node) -> None:
    """Otherwise the test before would prove nothing."""
    wrong = fresh / "src/wrong.js"
    wrong.write_text('/** @type {number} */\nexport const wrong = "text";\n', "utf-8")
    try:
        with pytest.raises(AssertionError, match="not assignable"):
            in_node("node_modules/typescript/bin/tsc")
    finally:
        wrong.unlink()


def test_the_tests_of_node_pass(fresh: Path, in_node: Node) -> None:
    files = [f"test/{file.name}" for file in sorted((fresh / "test").glob("*.test.js"))]
    said = in_node("--test", "--test-reporter=tap", *files)
    passed = re.search(r"^# pass (\d+)$", said, re.MULTILINE)
    assert passed
    assert int(passed[1]) >= 20
    assert "# fail 0" in said


@pytest.mark.parametrize(("name", "most"), MAX_BYTES.items())
def test_the_bundle_is_small(assets: Path, name: str, most: int) -> None:
    assert len(gzip.compress((assets / name).read_bytes(), 9)) <= most


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_bundle_asks_for_nothing_and_runs_under_a_strict_policy(
    assets: Path, name: str
) -> None:
    """No requests but for data, no code out of text, nothing kept, no name for all to see."""
    code = (assets / name).read_text("utf-8")
    words = ("XMLHttpRequest", "sendBeacon", "import(", "WebSocket", "eval(", "Function(")
    kept = ("localStorage", "sessionStorage", "document.cookie", "indexedDB", "document.write")
    assert [word for word in (*words, *kept) if word in code] == []
    assert code.count("fetch(") == (name in FETCHING)
    assert set(re.findall(r"https?://[^\"'`\s]+", code)) <= {"http://www.w3.org/2000/svg"}
    assert code.startswith('"use strict";(()=>{')


@pytest.mark.parametrize("name", [name for name in SCRIPTS if name.startswith("embed/")])
def test_embeds_leave_the_address_and_the_history_of_a_page_alone(assets: Path, name: str) -> None:
    """An embedded calculator does not keep its answers there, as that of the site does."""
    code = (assets / name).read_text("utf-8")
    words = ("pushState", "replaceState", "popstate", "location.href=", "location.assign")
    assert [word for word in words if word in code] == []


@pytest.mark.parametrize("name", ["embed/elements.js", "embed/fit.js", "embed/frame.js"])
def test_embeds_take_no_html(assets: Path, name: str) -> None:
    """So that pages can have them that take HTML from nobody (Trusted Types)."""
    code = (assets / name).read_text("utf-8")
    assert not re.findall("innerHTML|outerHTML|insertAdjacent|DOMParser|createContextual", code)


@pytest.mark.parametrize("name", sorted(set(MAX_BYTES) - set(SCRIPTS)))
def test_style_sheets_load_nothing_and_know_no_theme(assets: Path, name: str) -> None:
    """No fonts or images from elsewhere; and no sizes of a page that they do not know."""
    css = (assets / name).read_text("utf-8")
    assert not re.findall(r"url\(|@import|https?:|md-typeset|[\d.]rem\b", css)


def test_the_lock_names_no_address(root: Path) -> None:
    """So that it installs from whichever registry a machine is set up for, hashes checked."""
    text = (root / "widgets/package-lock.json").read_text("utf-8")
    lock = json.loads(text)
    assert "://" not in text
    assert '"resolved"' not in text
    packages = {name: each for name, each in lock["packages"].items() if name}
    assert packages
    assert all(each["integrity"].startswith("sha512-") for each in packages.values())
    assert all(each["dev"] for each in packages.values())


def test_nothing_is_needed_but_to_build(root: Path) -> None:
    """Readers get our code alone; the tools stand at one version each."""
    package = json.loads((root / "widgets/package.json").read_text("utf-8"))
    assert "dependencies" not in package
    assert package["private"] is True
    versions = package["devDependencies"].values()
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in versions)

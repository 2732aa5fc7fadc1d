"""The file that sites load is what `widgets/` makes, from what its lock names and nothing else."""

import gzip
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

MAX_BYTES = 8_000
"""Of the bundle, packed by gzip."""

Node = Callable[..., str]


@pytest.fixture(scope="module")
def bundle(root: Path) -> Path:
    """The committed one."""
    return root / "build_tools/termwise/render/assets/calculator.js"


@pytest.fixture(scope="module")
def fresh(root: Path, npm: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of `widgets/` in which the tools are installed, as the lock names them."""
    folder = tmp_path_factory.mktemp("fresh") / "widgets"
    shutil.copytree(root / "widgets", folder, ignore=shutil.ignore_patterns("node_modules"))
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


def test_the_committed_bundle_is_current(fresh: Path, bundle: Path, in_node: Node) -> None:
    """Byte by byte; after a change under `widgets/src`, `make widgets` makes it again."""
    in_node("build.mjs", "bundle.js")
    made = (fresh / "bundle.js").read_bytes()
    assert made == bundle.read_bytes(), "run: make widgets"


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


def test_the_bundle_is_small(bundle: Path) -> None:
    assert len(gzip.compress(bundle.read_bytes(), 9)) <= MAX_BYTES


def test_the_bundle_asks_for_nothing_and_runs_under_a_strict_policy(bundle: Path) -> None:
    """No requests, no code out of text, nothing kept in the browser, no name for all to see."""
    code = bundle.read_text("utf-8")
    words = ("fetch(", "XMLHttpRequest", "sendBeacon", "import(", "WebSocket", "eval(", "Function(")
    kept = ("localStorage", "sessionStorage", "document.cookie", "indexedDB", "document.write")
    assert [word for word in (*words, *kept) if word in code] == []
    assert set(re.findall(r"https?://[^\"'`\s]+", code)) <= {"http://www.w3.org/2000/svg"}
    assert code.startswith('"use strict";(()=>{')


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

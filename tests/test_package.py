"""The wheel: what an adopter installs."""

import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """The wheel, built by its own build."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=root, check=True, capture_output=True, timeout=120)
    return next(folder.glob("termwise-*.whl"))


def test_templates_and_assets_are_inside(wheel: Path, root: Path) -> None:
    """All that the package reads at run time is in the wheel."""
    package = root / "build_tools" / "termwise"
    wanted = {
        f"termwise/{path.relative_to(package).as_posix()}"
        for path in package.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    with zipfile.ZipFile(wheel) as archive:
        assert wanted <= set(archive.namelist())


def test_a_site_builds_from_the_wheel_alone(
    wheel: Path, project: Callable[..., Path], tmp_path: Path
) -> None:
    """Without the checkout: the command and the plugin come from the wheel."""
    unpacked = tmp_path / "unpacked"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(unpacked)
    script = "import sys, termwise; from termwise.cli import main; print(termwise.__file__); main()"
    done = subprocess.run(
        [sys.executable, "-c", script, "write", "out"],
        cwd=project(), env={"PYTHONPATH": str(unpacked)}, capture_output=True, text=True,
        timeout=120, check=False,
    )  # fmt: skip
    assert str(unpacked) in done.stdout, done.stderr
    assert done.returncode == 0, done.stderr

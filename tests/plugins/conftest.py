"""What the tests of other plugins share: their environment, and sites in a repository of git."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
ENVIRONMENT = ROOT / ".venv/plugins"
"""Where the other plugins are; `make .venv/plugins/made` makes it."""

Tool = Callable[..., subprocess.CompletedProcess[str]]
Commit = Callable[..., None]

WHO = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "A. Grower"), ("EMAIL", "grower@fruit.example"))
}


@pytest.fixture(scope="session")
def tool(command_environment: dict[str, str]) -> Tool:
    """Run a command of the plugins' environment, `tool(folder, "mkdocs", "build")`."""
    if not (ENVIRONMENT / "made").exists():
        pytest.skip("the plugins are not installed: make .venv/plugins/made")
    path = {"PATH": f"{ENVIRONMENT / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    quiet = {"DISABLE_MKDOCS_2_WARNING": "true", "GIT_CONFIG_GLOBAL": os.devnull}

    def start(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(ENVIRONMENT / "bin" / words[0]), *words[1:]],
            cwd=folder,
            env={**command_environment, **WHO, **quiet, **path},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )

    return start


@pytest.fixture(scope="session")
def commit(command_environment: dict[str, str]) -> Commit:
    """Commit files of a folder on a day: `commit(folder, "2025-02-03", "glossary")`."""

    def git(folder: Path, day: str, *paths: str) -> None:
        at = f"{day}T12:00:00Z"
        env = {**command_environment, **WHO, "GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
        for words in (("init", "-q"), ("add", *paths), ("commit", "-qm", "Grow")):
            subprocess.run(["git", *words], cwd=folder, env=env, check=True, capture_output=True)

    return git

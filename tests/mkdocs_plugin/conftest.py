"""Builds that begin at once, and a project that has something of everything."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

GOLDENS = Path(__file__).parent.parent / "goldens"
SETTINGS = """\
site_name: Kitchen
site_url: https://kitchen.example/docs/
repo_url: https://git.example/kitchen
copyright: Of the cooks
docs_dir: content
theme:
  name: material
  font: false
  features: [navigation.tabs]
extra:
  social: [{icon: material/pan, link: "https://social.example/", name: Cooks}]
nav:
  - Home: index.md
  - Guides: [guides/eggs.md]
plugins:
  - search
  - termwise: {prefix: words, pinned: pinned, call_to_action: {
      title: Eat, text: With us., button: Go, url: "https://eat.example/"}}
"""


@dataclass
class Building:
    """A build that was asked for; `status` and `said` wait for its end."""

    process: "subprocess.Popen[str]"
    folder: Path

    def end(self) -> tuple[int, str]:
        """The exit status, and what was said, but for the project's place."""
        assert self.process.stdout
        status, said = json.loads(self.process.stdout.readline())
        return status, said.replace(str(self.folder), "PROJECT")


Begin = Callable[..., Building]


@pytest.fixture(scope="session")
def builders(command_environment: dict[str, str]) -> Iterator["list[subprocess.Popen[str]]"]:
    """Two processes that build."""
    begun = [
        subprocess.Popen(
            [sys.executable, str(Path(__file__).parent / "builder.py")],
            env=command_environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    yield begun
    for each in begun:
        each.communicate()


@pytest.fixture(scope="session")
def begin(builders: "list[subprocess.Popen[str]]") -> Begin:
    """Begin to build a folder's site, with the first builder or the second."""

    def start(
        folder: Path,
        *arguments: str,
        builder: int = 0,
        env: Mapping[str, str] | None = None,
        program: str = "",
    ) -> Building:
        process = builders[builder]
        request = [str(folder), ["build", *arguments], dict(env or {}), program]
        assert process.stdin
        process.stdin.write(json.dumps(request) + "\n")
        process.stdin.flush()
        return Building(process, folder)

    return start


@pytest.fixture(scope="session")
def everything() -> dict[str, str]:
    """The files of a project that has something of everything."""
    files: dict[str, str] = {"mkdocs.yml": SETTINGS}
    for name in ("kitchen.yml", "kitchen-more.yml"):
        files |= yaml.safe_load((GOLDENS / name).read_text("utf-8"))
    files["glossary/decisions/cook.yml"] = (GOLDENS / "kitchen-decision.yml").read_text("utf-8")
    # Nothing is due yet, and each question matters, so that the build has nothing to warn of.
    rule = "  - {when: {taste: [soft]}, favours: {to-boil: 0.25}, because: Soft.}\n"
    decision = files["glossary/decisions/cook.yml"].replace("[crisp, soft]", "[crisp]")
    files["glossary/decisions/cook.yml"] = decision.replace("rules:\n", f"rules:\n{rule}")
    return {path: text.replace("2026-11-19", "2026-11-21") for path, text in files.items()}


def lay(files: Mapping[str, str], folder: Path) -> None:
    """Have a folder hold these files of a project, and touch nothing that it holds already."""
    for top in ("content", "glossary", "theme", "mkdocs.yml"):
        place = folder / top
        found = [place] if place.is_file() else place.rglob("*")
        for path in list(found):
            if path.is_file() and path.relative_to(folder).as_posix() not in files:
                path.unlink()
    for name, text in files.items():
        path = folder / name
        if not path.is_file() or path.read_text("utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")


def site_files(folder: Path) -> dict[str, bytes]:
    """The files of a site by their paths."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


HOOK = "def on_config(config):\n    config.copyright = 'Hooked'\n"
"""A file that is there all the time, so that the settings may name it."""

TOLD = re.compile(r"^(?:WARNING|ERROR|CRITICAL).*|Traceback.*|Aborted.*", re.MULTILINE)


@dataclass
class Both:
    """A project twice: in one folder what was built before is made use of, in the other not."""

    begin: Begin
    cached: Path
    cold: Path

    def build(self, case: Any) -> tuple[int, str]:
        """Build both. They have to come out the same."""
        kept, copied = self.cached / case.place, self.cold / case.place
        for folder in (self.cached, self.cold):
            lay({**case.files, "theme/hook.py": HOOK}, folder)
        if kept.exists():
            while case.by_hand:
                case.by_hand.pop()(kept)
        shutil.rmtree(self.cold / "site", ignore_errors=True)
        shutil.rmtree(self.cold / "public", ignore_errors=True)
        for name in ("files", "texts", "made"):
            (self.cold / ".cache/termwise" / name).unlink(missing_ok=True)
        if kept.exists():
            shutil.copytree(kept, copied, symlinks=True)
        words = ["--site-dir", case.place, *(["--strict"] if case.strict else [])]
        env = {"SOURCE_DATE_EPOCH": str(case.now)}
        begun = [
            self.begin(folder, *words, builder=number, env=env, program=case.program)
            for number, folder in enumerate((self.cached, self.cold))
        ]
        (status, said), (cold_status, cold_said) = [each.end() for each in begun]
        assert "Traceback" not in said, said
        assert (status, TOLD.findall(said)) == (cold_status, TOLD.findall(cold_said))
        if kept.exists() or copied.exists():
            same(kept, copied)
        if not status:
            assert not [path for path in kept.rglob("*") if path.is_symlink()]
        return status, said


def same(site: Path, other: Path) -> None:
    """Two sites are the same, to the byte."""
    one, two = site_files(site), site_files(other)
    assert one.keys() == two.keys()
    assert not [path for path, content in one.items() if content != two[path]]


@pytest.fixture
def both(tmp_path: Path, begin: Begin) -> Both:
    """An empty folder for each."""
    folders = [tmp_path / name for name in ("cached", "cold")]
    for folder in folders:
        folder.mkdir()
    return Both(begin, *folders)


@pytest.fixture(scope="session")
def laid() -> Any:
    """How a project's files are laid out, and those of its site read."""
    return SimpleNamespace(lay=lay, site_files=site_files)

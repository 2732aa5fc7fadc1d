"""The same bytes everywhere: neither the place nor the time of a build shows in what it makes."""

import ast
import contextlib
import gzip
import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml

import termwise

pytestmark = pytest.mark.slow

GOLDENS = Path(__file__).parent / "goldens"
NOBODY = 65534
AS_NOBODY = (
    "setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups",
    "--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search",
)  # fmt: skip
"""As another user, who may nevertheless read the folder in which Python is installed."""

MORE = {
    "mkdocs.yml": """\
site_name: Cooking
site_url: https://glossary.example/
docs_dir: content
theme: {name: material, font: false}
nav: [index.md, terms/index.md, terms/fry.md]
plugins: [search, {termwise: {edit_base: "https://glossary.example/edit/"}}]
""",
    "content/index.md": "# Cooking\n\nBegin with the [[pan]].\n",
    "content/notes.txt": "Beside the pages.\n",
    "glossary/terms/sautee.yml": """\
term: sautée
category: kitchen
level: beginner
definition: To fry, with ï, ı, I and İ.
status: deprecated
replaced_by: fry
formerly: [sauter]
""",
    "glossary/terms/stir.yml": """\
term: stir
category: kitchen
level: beginner
definition: To move what is in the [[pan]].
review_by: 2025-01-02
""",
}
"""A site around the golden term, with a fault to be told, and all that sites have."""

PROBE = "import locale; locale.setlocale(locale.LC_ALL, '')"
COMMANDS = f"""\
{PROBE}  # as a plugin of the site may do

from mkdocs.__main__ import cli
from termwise.cli import main

for command, words in (
    (cli, "build"),
    (main, "write out"),
    (main, "export all --output exported"),
    (main, "check --format json"),
):
    try:
        command(words.split(), standalone_mode=False)
    except SystemExit as done:
        assert not done.code, words
"""
"""All that makes files, and what tells of problems."""


@dataclass(frozen=True)
class Place:
    """Where, when and as whom the commands run: what may differ from one machine to the next."""

    folder: str = "project"
    env: Mapping[str, str] = field(default_factory=dict)
    umask: int = 0o022
    user: int | None = None
    before: tuple[str, ...] = ()


NOON = 1795176000
"""Of 20 November 2026."""

HERE = {
    **{name: value for name, value in os.environ.items() if not name.startswith("TERMWISE_")},
    "LC_ALL": "C.UTF-8",
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONHASHSEED": "0",
    "PYTHONUTF8": "1",
    "SOURCE_DATE_EPOCH": str(NOON),
    "TZ": "Pacific/Niue",
}

PLACES = {
    "folder": Place(folder="tief/unter/Ordner ü & Co/日本"),
    "user": Place(user=NOBODY, before=AS_NOBODY, env={"HOME": "/nonexistent", "USER": "nobody"}),
    "zone": Place(env={"TZ": "Pacific/Kiritimati"}),  # where it is never the same day
    "plain locale": Place(env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    "turkish": Place(env={"LC_ALL": "tr_TR.UTF-8"}),
    "hash seed": Place(env={"PYTHONHASHSEED": "1"}),
    "umask": Place(umask=0o077),
    "one processor": Place(before=("taskset", "-c", "0")),
}
"""Each differs from `HERE` in one thing."""

Build = Callable[[Place], Path]


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with what is in it, but for the cache."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".cache" not in path.parts
    }


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """The files that are not the same in both."""
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


@pytest.fixture(scope="module")
def shared() -> Iterator[Path]:
    """A folder that every user of the machine may enter."""
    folder = Path(tempfile.mkdtemp(prefix="same-bytes-"))
    folder.chmod(0o755)
    with contextlib.suppress(OSError):  # the test of that locale is skipped
        make = ("localedef", "-i", "tr_TR", "-f", "UTF-8", str(folder / "tr_TR.UTF-8"))
        subprocess.run(make, check=False)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    """The files of the project."""
    golden = yaml.safe_load((GOLDENS / "pages/full-term.yml").read_text("utf-8"))["files"]
    decision = (GOLDENS / "plain/cook.yml").read_text("utf-8")
    return {**golden, "glossary/decisions/cook.yml": decision, **MORE}


@pytest.fixture(scope="module")
def build(shared: Path, files: Mapping[str, str]) -> Build:
    """Write the project into a folder, run all commands there, and return the folder."""

    def build(place: Place) -> Path:
        env = {**HERE, **place.env, "LOCPATH": str(shared)}
        probe = (*place.before, sys.executable, "-c", PROBE)
        if not shutil.which(probe[0]) or subprocess.run(probe, env=env, check=False).returncode:
            pytest.skip("this machine cannot be such a place")
        above = Path(tempfile.mkdtemp(dir=shared))
        project = above / place.folder
        for name, text in files.items():
            (project / name).parent.mkdir(parents=True, exist_ok=True)
            (project / name).write_text(text, "utf-8")
        if place.user is not None:
            for path in (above, *above.rglob("*")):
                os.chown(path, place.user, place.user)
        done = subprocess.run(
            [*place.before, sys.executable, "-c", COMMANDS],
            cwd=project,
            env=env,
            capture_output=True,
            timeout=120,
            check=False,
            umask=place.umask,
        )
        assert done.returncode == 0, done.stderr.decode()
        (project / "told.json").write_bytes(done.stdout)
        return project

    return build


@pytest.fixture(scope="module")
def here(build: Build) -> Path:
    """The project as it is made in a place of no particular kind."""
    return build(Place())


def modes(folder: Path) -> set[int]:
    """Which modes the files below a folder have, and its folders."""
    return {stat.S_IMODE(path.lstat().st_mode) for path in folder.rglob("*")}


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_every_place_makes_the_same(place: Place, here: Path, build: Build) -> None:
    """Each file to the byte; who may read them is for whoever builds to say, by their umask."""
    made = build(place)
    assert differing(tree(here), tree(made)) == []
    for output in ("site", "out", "exported"):
        assert modes(made / output) == {0o666 & ~place.umask, 0o777 & ~place.umask}


def test_the_reference_site_is_the_same_elsewhere(
    root: Path, reference_site: Path, shared: Path
) -> None:
    """With everything different at once, and enough entries for any order to show."""
    project = shared / "anderswo ö"
    for name in ("glossary", "content"):
        shutil.copytree(root / name, project / name)
    shutil.copyfile(root / "mkdocs.yml", project / "mkdocs.yml")
    env = {**HERE, "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    words = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(words, cwd=project, env=env, umask=0o077, timeout=120, check=True)
    assert differing(tree(reference_site), tree(project / "site")) == []


DAILY = ("sitemap.xml", "sitemap.xml.gz")
"""The files of a site in which the day of a build shows, though nothing has fallen due."""

URL = re.compile(r"<url>\s*<loc>https://glossary\.example/(.*?)</loc>\s*(.*?)\s*</url>", re.DOTALL)


def test_another_day_makes_the_same(here: Path, build: Build) -> None:
    """But for the day of hand-written pages in the site map, which is MkDocs' own."""
    later = build(Place(env={"SOURCE_DATE_EPOCH": str(NOON + 30 * 24 * 3600)}))
    assert differing(tree(here), tree(later)) == [f"site/{name}" for name in DAILY]
    first, second = (dict(URL.findall(tree(made)["site/sitemap.xml"].decode()))
                     for made in (here, later))  # fmt: skip
    assert {page for page in first if first[page] != second[page]} == {"", "guides/eggs/"}


def test_the_site_map_tells_the_day_of_an_entry(here: Path) -> None:
    """And no day where the entry names none, or where the page is not an entry's."""
    site_map = (here / "site/sitemap.xml").read_text("utf-8")
    days = dict(URL.findall(site_map))
    assert days["terms/fry/"] == "<lastmod>2026-01-02</lastmod>"  # which the navigation names
    assert days["compare/fry-or-boil/"] == "<lastmod>2026-01-02</lastmod>"
    silent = ("terms/", "terms/pan/", "categories/kitchen/", "paths/first-meal/", "facts/heat/")
    assert {page: days[page] for page in silent} == dict.fromkeys(silent, "")
    packed = (here / "site/sitemap.xml.gz").read_bytes()
    assert gzip.decompress(packed).decode() == site_map


def test_a_site_may_tell_no_day_at_all(
    make_project: Callable[..., Path], run: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    """Where nothing is hand-written and no entry names one, though MkDocs looks for the newest."""
    project = make_project()
    settings = "site_name: Small\nsite_url: https://g.example/\ndocs_dir: content\n"
    (project / "mkdocs.yml").write_text(settings + "plugins: [termwise]\n", "utf-8")
    (project / "content/index.md").unlink()
    built = run(project, "mkdocs", "build")
    assert built.returncode == 0, built.stderr
    assert "lastmod" not in (project / "site/sitemap.xml").read_text("utf-8")


def test_the_clock_is_asked_in_one_place() -> None:
    """The day is an argument of everything else, so that it can be given.

    A lock says since when its holder builds, which no output holds.
    """
    package = Path(termwise.__file__).parent
    clocks = {"today", "now", "utcnow", "time", "gmtime", "localtime", "strftime"}
    asking = {
        file.relative_to(package).as_posix()
        for file in package.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in clocks
    }
    assert asking == {"project/settings.py", "publishing/lock.py"}


def test_the_architecture_lists_what_differs() -> None:
    """Each file of `DAILY` stands in the section on the same bytes."""
    text = (Path(__file__).parent.parent / "ARCHITECTURE.md").read_text("utf-8")
    section = text.partition("## The same bytes everywhere\n")[2].partition("\n## ")[0]
    assert [name for name in DAILY if f"`{name}`" not in section] == []

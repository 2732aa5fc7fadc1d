"""Pinned embeds stand for good: whatever is built, edited, lost or spoilt meanwhile."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config

from termwise.render.embeds import digest
from termwise.site.pinned import copy, keep

Run = Callable[..., subprocess.CompletedProcess[str]]
MakeProject = Callable[..., Path]

ADDRESS = "site_url: https://g.example/\n"


def pinned(folder: Path) -> dict[str, dict[str, bytes]]:
    """What stands under a digest, by folder and file."""
    return {
        path.name: {file.name: file.read_bytes() for file in path.iterdir()}
        for path in sorted(folder.glob("*"))
        if len(path.name) == 32
    }


def build(run: Run, project: Path, *options: str, code: int = 0) -> str:
    """Build the project; what was said."""
    done = run(project, "mkdocs", "build", *options)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def edit(project: Path, number: int) -> None:
    """Change the first term's definition."""
    path = project / "glossary/terms/t-000.yml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    changed = [
        f"definition: It is edition {number}.\n" if line.startswith("definition") else line
        for line in lines
    ]
    path.write_text("".join(changed), "utf-8")


def with_pinned(project: Path) -> None:
    """Have the project keep its pins in a folder."""
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8").replace("  - termwise\n", "  - termwise: {pinned: kept}\n")
    config.write_text(text, "utf-8")


def test_every_edition_stays_where_it_was_and_as_it_was(
    make_project: MakeProject, run: Run
) -> None:
    """Each edit adds one folder, and the moving address shows the newest."""
    project = make_project(more=ADDRESS)
    build(run, project)
    before = pinned(project / "site/embed")
    for number in range(3):
        edit(project, number)
        build(run, project)
        now = pinned(project / "site/embed")
        assert len(now) == len(before) + 1
        assert {name: now[name] for name in before} == before
        before = now
    moving = (project / "site/embed/v1/terms/t-000.html").read_text("utf-8")
    assert "It is edition 2." in moving


def test_a_build_that_fails_leaves_pins_alone(make_project: MakeProject, run: Run) -> None:
    project = make_project(more=ADDRESS)
    build(run, project)
    before = pinned(project / "site/embed")
    assert len(before) == 3
    (project / "glossary/terms/t-001.yml").write_text("term: [\n", "utf-8")
    build(run, project, code=1)
    assert pinned(project / "site/embed") == before


def test_a_folder_of_the_publisher_outlives_the_site(make_project: MakeProject, run: Run) -> None:
    """A builder that begins with an empty site has them all from the folder."""
    project = make_project(more=ADDRESS)
    with_pinned(project)
    build(run, project)
    first = pinned(project / "kept")
    assert len(first) == 3
    assert first == pinned(project / "site/embed")
    edit(project, 1)
    build(run, project, "--site-dir", "elsewhere")
    second = pinned(project / "elsewhere/embed")
    assert {name: second[name] for name in first} == first
    assert pinned(project / "kept") == second


def test_under_strict_a_site_that_is_not_published_pins_nothing(
    make_project: MakeProject, run: Run
) -> None:
    project = make_project(more=ADDRESS)
    with_pinned(project)
    (project / "content/index.md").write_text("# Home\n\n[lost](nowhere.md)\n", "utf-8")
    build(run, project, "--strict", code=1)
    assert not (project / "kept").exists()
    assert not (project / "site/embed").exists()


def test_what_somebody_changed_is_told_and_not_rewritten(
    make_project: MakeProject, run: Run
) -> None:
    """Which also fails a strict build, so that it is not overlooked."""
    project = make_project(more=ADDRESS)
    with_pinned(project)
    build(run, project)
    edit(project, 1)
    old = next(
        path.parent for path in (project / "kept").glob("*/index.html")
        if "counted as 000" in path.read_text("utf-8")
    )  # fmt: skip
    (old / "index.html").write_text("spoilt", "utf-8")
    said = build(run, project)
    assert f"{old} is not what was published under that address" in said
    assert (old / "index.html").read_text("utf-8") == "spoilt"
    build(run, project, "--strict", code=1)


def test_what_is_deployed_has_them_too(make_project: MakeProject, run: Run) -> None:
    """`mkdocs gh-deploy` replaces all that is published, by what `site_dir` says."""
    project = make_project(more=ADDRESS)
    build(run, project)
    before = pinned(project / "site/embed")
    edit(project, 1)
    config = load_config(str(project / "mkdocs.yml"))
    config.plugins.on_startup(command="gh-deploy", dirty=False)
    build_site(config)
    now = pinned(Path(config.site_dir) / "embed")
    assert {name: now[name] for name in before} == before
    assert len(now) == len(before) + 1


def test_what_is_intact_anywhere_is_what_is_published(make_project: MakeProject, run: Run) -> None:
    """A copy that was spoilt in the site gives way to the publisher's own, and is not kept."""
    project = make_project(more=ADDRESS)
    with_pinned(project)
    build(run, project)
    before = pinned(project / "kept")
    edit(project, 1)
    for folder in before:
        (project / "site/embed" / folder / "more.html").write_text("spoilt", "utf-8")
    assert "is not what was published" in build(run, project)
    now = pinned(project / "site/embed")
    assert {name: now[name] for name in before} == before
    assert pinned(project / "kept") == now
    assert "is not what was published" not in build(run, project)


@pytest.mark.parametrize("place", ["site", "site/embed", ".site.termwise/kept"])
def test_a_folder_that_builds_would_delete_is_refused(
    place: str, make_project: MakeProject, run: Run
) -> None:
    """It would be emptied by the same build that fills it."""
    project = make_project(more=ADDRESS)
    with_pinned(project)
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("kept", place, 1), "utf-8")
    said = build(run, project, code=1)
    assert f"and {project / place} with it; name a folder outside it" in said
    assert "Traceback" not in said
    written = run(project, "termwise", "write", "site")
    assert written.returncode == 2
    assert "name a folder outside it" in written.stderr


def test_a_full_disk_is_told_in_words(make_project: MakeProject, run: Run) -> None:
    """And leaves the last good site, whatever the publisher's folder could still take."""
    project = make_project(more=ADDRESS)
    with_pinned(project)
    build(run, project)
    (project / "kept/addresses.txt").unlink()
    (project / "kept/.addresses.txt.new").mkdir()
    edit(project, 1)
    said = build(run, project, code=1)
    assert "the site could not be written: " in said
    assert "Traceback" not in said
    assert "edition 1" not in (project / "site/terms/t-000/index.html").read_text("utf-8")


def test_plain_files_keep_them_too(make_project: MakeProject, run: Run) -> None:
    """`termwise write` replaces all of an earlier output but its pins."""
    project = make_project(more=ADDRESS)
    assert run(project, "termwise", "write", "out").returncode == 0
    before = pinned(project / "out/docs/embed")
    edit(project, 1)
    assert run(project, "termwise", "write", "out").returncode == 0
    now = pinned(project / "out/docs/embed")
    assert {name: now[name] for name in before} == before
    assert len(now) == len(before) + 1


def test_without_an_address_there_are_no_embeds(make_project: MakeProject, run: Run) -> None:
    """Other sites could not name them."""
    project = make_project()
    build(run, project)
    assert not (project / "site/embed").exists()
    assert not (project / "site/api").exists()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A place with one pinned folder, and things that are none."""
    files = {"index.html": b"<p>", "data.json": b"{}"}
    for name, content in files.items():
        path = tmp_path / "kept" / digest(files) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (tmp_path / "kept/v1").mkdir()
    (tmp_path / "kept/README").write_text("x", "utf-8")
    return tmp_path


def test_only_folders_that_are_named_by_a_digest_are_kept(folder: Path) -> None:
    (folder / "new").mkdir()
    assert keep(folder / "kept", folder / "new") == []
    assert pinned(folder / "new") == pinned(folder / "kept")
    assert len(list((folder / "new").iterdir())) == 1


def test_nothing_kept_is_no_fault(tmp_path: Path) -> None:
    assert keep(tmp_path / "nowhere", tmp_path) == []


def test_links_and_folders_in_it_are_told_and_never_published(folder: Path) -> None:
    """A link may lead to what is nobody's business; the files beside it stand all the same."""
    (folder / "secret").write_text("x", "utf-8")
    [kept] = [path for path in (folder / "kept").iterdir() if len(path.name) == 32]
    (kept / "leak.html").symlink_to(folder / "secret")
    (kept / "more").mkdir()
    (folder / "kept" / ("a" * 32)).symlink_to(kept)
    (folder / "kept" / ("b" * 32)).write_text("no folder", "utf-8")
    assert keep(folder / "kept", folder / "new") == [kept]
    assert not (folder / "new").exists()
    copy(kept, folder / "new")
    assert sorted(path.name for path in (folder / "new" / kept.name).iterdir()) == [
        "data.json", "index.html",
    ]  # fmt: skip

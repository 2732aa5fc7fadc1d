"""A published address never goes unsaid: a rename keeps it, a build tells of one that would go."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
MakeProject = Callable[..., Path]

ADDRESS = "site_url: https://g.example/\n"
WOULD_GO = (
    "/terms/t-001/ was published and would be gone; if it was renamed, write formerly: [t-001]"
)


def build(run: Run, project: Path, *options: str, code: int = 0) -> str:
    """Build the project; what was said."""
    done = run(project, "mkdocs", "build", *options)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def rename(project: Path, formerly: str = "") -> None:
    """The second term gets another id, and the first one links it there."""
    terms = project / "glossary/terms"
    text = (terms / "t-001.yml").read_text("utf-8")
    (terms / "one.yml").write_text(text + formerly, "utf-8")
    (terms / "t-001.yml").unlink()
    first = (terms / "t-000.yml").read_text("utf-8")
    (terms / "t-000.yml").write_text(first.replace("[[t-001]]", "[[one]]"), "utf-8")


def test_a_build_tells_of_an_address_that_would_go(make_project: MakeProject, run: Run) -> None:
    """And a strict one leaves the site as it is."""
    project = make_project(more=ADDRESS)
    assert "would be gone" not in build(run, project)
    rename(project)
    assert WOULD_GO in build(run, project, "--strict", code=1)
    assert (project / "site/terms/t-001/index.html").exists()
    assert WOULD_GO in build(run, project)
    assert not (project / "site/terms/t-001/index.html").exists()
    assert WOULD_GO not in build(run, project), "said once, where nothing else remembers it"


@pytest.mark.parametrize("directory_urls", [True, False])
def test_a_rename_keeps_the_address(
    make_project: MakeProject, run: Run, directory_urls: bool
) -> None:
    """The page leads on, and what others embed there is what has taken its place."""
    project = make_project(more=f"{ADDRESS}use_directory_urls: {str(directory_urls).lower()}\n")
    build(run, project)
    rename(project, "formerly: [t-001]\n")
    assert "would be gone" not in build(run, project, "--strict")
    ending = "/index.html" if directory_urls else ".html"
    page = (project / f"site/terms/t-001{ending}").read_text("utf-8")
    address = "https://g.example/terms/one" + ("/" if directory_urls else ".html")
    assert f'<meta http-equiv="refresh" content="0; url={address}">' in page
    assert f'<link rel="canonical" href="{address}">' in page
    embeds = project / "site/embed/v1/terms"
    assert (embeds / "t-001.html").read_bytes() == (embeds / "one.html").read_bytes()
    assert json.loads((embeds / "t-001.json").read_text("utf-8"))["id"] == "one"


def test_a_folder_of_the_publisher_remembers(make_project: MakeProject, run: Run) -> None:
    """Even where each build begins with an empty site; until its line is deleted."""
    project = make_project(more=ADDRESS)
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8").replace("  - termwise\n", "  - termwise: {pinned: kept}\n")
    config.write_text(text, "utf-8")
    build(run, project, "-d", "first")
    rename(project)
    for site in ("second", "third"):
        said = build(run, project, "-d", site)
        assert WOULD_GO in said
        assert f"delete its line in {project / 'kept/addresses.txt'}" in said
    memory = project / "kept/addresses.txt"
    assert memory.read_text("utf-8").splitlines() == ["terms/one", "terms/t-000", "terms/t-001"]
    memory.write_text("terms/one\nterms/t-000\n", "utf-8")
    assert WOULD_GO not in build(run, project, "-d", "fourth", "--strict")


def test_plain_files_tell_too(make_project: MakeProject, run: Run) -> None:
    project = make_project(more=ADDRESS)
    assert "would be gone" not in run(project, "termwise", "write", "out").stderr
    rename(project)
    assert WOULD_GO in run(project, "termwise", "write", "out").stderr

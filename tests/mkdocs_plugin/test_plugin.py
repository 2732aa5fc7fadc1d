"""The plugin in real builds: what becomes of the pages, of the site folder, and of mistakes."""

import gzip
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
MakeProject = Callable[..., Path]

TYPO = ("limits: It", "limmits: It")
"""A mistake that is an error."""

RAISES_MIDWAY = """\
def on_page_context(context, page, config, nav):
    if page.file.src_uri == "terms/t-001.md":
        raise RuntimeError("a template gave up")
    return context
"""


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with what is in it; folders that hold nothing have no bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in sorted(folder.rglob("*"))
    }


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def build(run: Run, project: Path, *options: str) -> str:
    """Build a project that is in order, and return what was said."""
    done = run(project, "mkdocs", "build", *options)
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    return said


def page(project: Path, path: str) -> str:
    return (project / "site" / path).read_text("utf-8")


def test_pages_are_virtual_and_nothing_is_written_but_the_site_and_a_cache(
    make_project: MakeProject, run: Run
) -> None:
    project = make_project()
    before = tree(project)
    build(run, project)
    after = tree(project)
    assert {name: after[name] for name in before} == before
    assert {name.split("/")[0] for name in after.keys() - before.keys()} == {".cache", "site"}
    assert "A number that is counted as 001." in page(project, "terms/t-001/index.html")


@pytest.mark.parametrize("nav", ["nav:\n  - Home: index.md\n", ""], ids=["nav", "no-nav"])
def test_a_page_does_not_change_when_other_terms_come(
    make_project: MakeProject, run: Run, nav: str
) -> None:
    """Nothing in a page grows with the number of terms, with or without a nav of one's own."""
    few, many = make_project(6, name="few"), make_project(60, name="many")
    for project in (few, many):
        edit(project / "mkdocs.yml", "nav:\n  - Home: index.md\n", nav)
        build(run, project)
    assert len(list((many / "site/terms").glob("t-*"))) == 60
    for path in ("terms/t-000/index.html", "terms/t-005/index.html", "levels/index.html"):
        found = [(project / "site" / path) for project in (few, many)]
        if found[0].exists():
            assert found[0].read_bytes() == found[1].read_bytes(), path


def test_no_page_has_terms_in_its_navigation(make_project: MakeProject, run: Run) -> None:
    project = make_project(6)
    build(run, project)
    pages = list((project / "site").rglob("*.html"))
    assert len(pages) > 6
    for path in pages:
        html = path.read_text("utf-8")
        menus = re.findall(r'<nav class="md-nav md-nav--primary.*?</nav>', html, re.DOTALL)
        assert menus, path
        assert "Number 00" not in "".join(menus), path


def test_a_build_repeated_is_the_same_byte_for_byte(
    reference_site: Path, root: Path, run: Run, tmp_path: Path
) -> None:
    again = tmp_path / "site"
    done = run(root, "mkdocs", "build", "--site-dir", str(again))
    assert done.returncode == 0
    first, second = tree(reference_site), tree(again)
    assert first.keys() == second.keys()
    for found in (first, second):  # what gzip notes of the file's name and time is not ours
        found["sitemap.xml.gz"] = gzip.decompress(found["sitemap.xml.gz"])
    assert [name for name in first if first[name] != second[name]] == []


# When a build fails, and when it merely warns


def _mistake(project: Path) -> tuple[str, ...]:
    edit(project / "glossary/terms/t-001.yml", *TYPO)
    return ()


def _syntax(project: Path) -> tuple[str, ...]:
    (project / "glossary/terms/t-000.yml").write_text("term: [one\n", "utf-8")
    return ()


def _warning_in_strictness(project: Path) -> tuple[str, ...]:
    edit(project / "glossary/terms/t-001.yml", "status: draft", "review_by: 2026-01-01")
    return ("--strict",)


def _late_warning_in_strictness(project: Path) -> tuple[str, ...]:
    (project / "content/index.md").write_text("# Home\n\n[nowhere](nowhere.md)\n", "utf-8")
    return ("--strict",)


def _failure_midway(project: Path) -> tuple[str, ...]:
    (project / "hooks.py").write_text(RAISES_MIDWAY, "utf-8")
    edit(project / "mkdocs.yml", "docs_dir", "hooks: [hooks.py]\ndocs_dir")
    return ()


def _address_that_runs(project: Path) -> tuple[str, ...]:
    call = 'call_to_action: {title: T, text: T, button: T, url: "JavaScript:alert(1)"}'
    edit(project / "mkdocs.yml", "- termwise\n", f"- termwise:\n      {call}\n")
    return ()


FAILURES = [
    _mistake,
    _syntax,
    _warning_in_strictness,
    _late_warning_in_strictness,
    _failure_midway,
    _address_that_runs,
]


@pytest.mark.parametrize("spoil", FAILURES, ids=lambda spoil: spoil.__name__.strip("_"))
def test_a_failing_build_leaves_the_site_as_it_was(
    make_project: MakeProject, run: Run, spoil: Callable[[Path], tuple[str, ...]]
) -> None:
    project = make_project()
    site = project / "site"
    site.mkdir()
    (site / "index.html").write_text("the last good site", "utf-8")
    (site / ".nojekyll").write_text("", "utf-8")
    (site / "old").mkdir()
    before = tree(site)
    options = spoil(project)
    failed = run(project, "mkdocs", "build", *options)
    assert failed.returncode != 0
    assert tree(site) == before
    assert list(project.glob(".*.termwise")) == []


@pytest.mark.parametrize("spoil", FAILURES, ids=lambda spoil: spoil.__name__.strip("_"))
def test_a_failing_build_makes_no_site_where_there_was_none(
    make_project: MakeProject, run: Run, spoil: Callable[[Path], tuple[str, ...]]
) -> None:
    project = make_project()
    options = spoil(project)
    assert run(project, "mkdocs", "build", *options).returncode != 0
    assert not (project / "site").exists()
    assert list(project.glob(".*.termwise")) == []


def problem_lines(said: str) -> list[str]:
    """The problems in what a command said, each without what the logger puts before it."""
    return re.findall(r"glossary/\S+: (?:error|warning)\[.*", said)


def test_a_mistake_fails_the_build_with_the_lines_of_check(
    make_project: MakeProject, run: Run
) -> None:
    project = make_project()
    edit(project / "glossary/terms/t-000.yml", *TYPO)
    edit(project / "glossary/terms/t-001.yml", "status: draft", "review_by: 2026-01-01")
    edit(project / "glossary/terms/t-001.yml", "[[t-000]]", "[[t-0000]]")
    checked = run(project, "termwise", "check")
    built = run(project, "mkdocs", "build")
    assert checked.returncode == 1
    assert built.returncode == 1
    assert len(problem_lines(checked.stdout)) >= 3
    assert problem_lines(built.stderr) == problem_lines(checked.stdout)
    assert "Traceback" not in built.stderr


def test_warnings_are_shown_and_fail_only_a_strict_build(
    make_project: MakeProject, run: Run
) -> None:
    project = make_project()
    edit(project / "glossary/terms/t-001.yml", "status: draft", "review_by: 2026-01-01")
    lines = problem_lines(run(project, "termwise", "check").stdout)
    assert len(lines) == 1
    assert "warning[" in lines[0]
    relaxed, strict = run(project, "mkdocs", "build"), run(project, "mkdocs", "build", "--strict")
    assert (relaxed.returncode, problem_lines(relaxed.stderr)) == (0, lines)
    assert (strict.returncode, problem_lines(strict.stderr)) == (1, lines)


def test_the_environment_s_day_decides_what_is_due(make_project: MakeProject, run: Run) -> None:
    project = make_project()
    edit(project / "glossary/terms/t-001.yml", "status: draft", "review_by: 2026-01-01")
    before = run(project, "mkdocs", "build", "--strict", env={"SOURCE_DATE_EPOCH": "1700000000"})
    assert before.returncode == 0, before.stderr
    assert problem_lines(before.stderr) == []
    assert "Due for review" not in page(project, "terms/t-001/index.html")


# The site's folder


def test_a_new_site_takes_the_old_one_s_place_and_keeps_hidden_files(
    make_project: MakeProject, run: Run
) -> None:
    """As MkDocs itself does it: what begins with a dot may belong to the publishing."""
    project = make_project()
    site = project / "site"
    (site / ".git").mkdir(parents=True)
    (site / ".git/HEAD").write_text("ref", "utf-8")
    (site / ".nojekyll").write_text("", "utf-8")
    (site / "gone.html").write_text("", "utf-8")
    build(run, project)
    assert (site / ".git/HEAD").read_text("utf-8") == "ref"
    assert (site / ".nojekyll").exists()
    assert not (site / "gone.html").exists()
    assert list(project.glob(".*.termwise")) == []


def test_hidden_files_of_the_site_itself_are_built_again_and_again(
    make_project: MakeProject, run: Run
) -> None:
    """A `.well-known` of the content meets the one that the last build left, and joins it."""
    project = make_project(more='exclude_docs: "!.well-known"\n')
    known = project / "content/.well-known"
    known.mkdir()
    for text in ("first", "second"):
        (known / "security.txt").write_text(text, "utf-8")
        build(run, project)
        written = project / "site/.well-known"
        assert (written / "security.txt").read_text("utf-8") == text
        (written / "not-ours.txt").write_text("kept", "utf-8")
    assert (project / "site/terms/t-001/index.html").exists()


def test_another_site_folder_is_respected(make_project: MakeProject, run: Run) -> None:
    project = make_project(more="site_dir: public\n")
    build(run, project)
    assert (project / "public/terms/t-000/index.html").exists()
    build(run, project, "--site-dir", "elsewhere/deep")
    assert (project / "elsewhere/deep/terms/t-000/index.html").exists()
    assert not (project / "site").exists()
    assert list(project.rglob("*.termwise")) == []


# What `mkdocs.yml` decides


def test_pages_without_directory_urls_reach_each_other(make_project: MakeProject, run: Run) -> None:
    project = make_project(more="use_directory_urls: false\n")
    build(run, project, "--strict")
    site = project / "site"
    assert 'href="t-001.html"' in page(project, "terms/t-000.html")
    broken = []
    for path in site.rglob("*.html"):
        html = path.read_text("utf-8")
        article = html[html.find("<article") : html.find("</article>")]
        for link in re.findall(r'href="([^"#:]+)(?:#[^"]*)?"', article):
            if path.name != "404.html" and not (path.parent / link).is_file():
                broken.append((path.name, link))
    assert broken == []


def test_the_navigation_may_name_generated_pages(make_project: MakeProject, run: Run) -> None:
    project = make_project()
    nav = "nav:\n  - Home: index.md\n  - The first: terms/t-000.md\n  - Terms: terms/index.md\n"
    edit(project / "mkdocs.yml", "nav:\n  - Home: index.md\n", nav)
    build(run, project, "--strict")
    home = page(project, "index.html")
    assert re.search(r'href="terms/t-000/"[^>]*>\s*(<[^>]*>\s*)*The first', home)
    term = page(project, "terms/t-000/index.html")
    assert "A number that is counted as 000." in term
    assert '<a href="../t-001/"' in term
    assert "The first" not in page(project, "terms/t-001/index.html").split("<article")[1]


CALL = """- termwise:
      call_to_action:
        title: Ask <us> anything
        text: We answer.
        button: Write
        url: https://example.org/?a=1&b=2
"""


def test_a_call_to_action_shows_only_where_it_is_set(make_project: MakeProject, run: Run) -> None:
    project = make_project()
    build(run, project)
    assert "tw-call" not in page(project, "terms/t-000/index.html")
    edit(project / "mkdocs.yml", "- termwise\n", CALL)
    build(run, project)
    term = page(project, "terms/t-000/index.html")
    assert "Ask &lt;us&gt; anything" in term
    assert 'href="https://example.org/?a=1&amp;b=2"' in term
    assert "tw-call" not in page(project, "index.html")


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ('url: "javascript:alert(1)"', "is not a web address"),
        ("url: 5", "call_to_action"),
        ("link: https://example.org", "title, text, button and url"),
    ],
)
def test_an_impossible_call_to_action_is_refused_in_words(
    make_project: MakeProject, run: Run, option: str, said: str
) -> None:
    project = make_project()
    edit(project / "mkdocs.yml", "- termwise\n", CALL)
    edit(project / "mkdocs.yml", "url: https://example.org/?a=1&b=2", option)
    done = run(project, "mkdocs", "build")
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_edit_links_lead_to_the_file_and_are_absent_by_default(
    make_project: MakeProject, run: Run
) -> None:
    project = make_project()
    build(run, project)
    assert "Suggest an edit" not in page(project, "terms/t-000/index.html")
    base = "https://example.org/edit/main/"
    edit(project / "mkdocs.yml", "- termwise\n", f"- termwise:\n      edit_base: {base}\n")
    build(run, project)
    term = page(project, "terms/t-000/index.html")
    links = re.findall(r'<a href="([^"]*)">Suggest an edit', term)
    assert links == [f"{base}glossary/terms/t-000.yml"]


def test_every_page_says_what_it_is(reference_site: Path) -> None:
    """Pages that make themselves, and pages that are MkDocs' own: once in the head, once below."""
    pages = [
        path
        for path in reference_site.rglob("*.html")
        if path.name != "404.html"
        and not path.is_relative_to(reference_site / "embed")
        and not path.is_relative_to(reference_site / "api")
    ]
    assert len(pages) > 60
    for path in pages:
        head, _end, rest = path.read_text("utf-8").partition("</head>")
        assert head.count('<meta property="og:title"') == 1, path
        assert head.count('<link rel="canonical"') == 1, path
        assert rest.count('<script type="application/ld+json"') == 1, path


def test_without_an_address_a_page_says_nothing(make_project: MakeProject, run: Run) -> None:
    """All that it would say is an address, or belongs to one."""
    project = make_project()
    assert run(project, "mkdocs", "build").returncode == 0
    for path in (project / "site").rglob("*.html"):
        assert not re.search("og:|ld[+]json|oembed", path.read_text("utf-8")), path


def test_sharing_needs_an_address_to_be_shared(make_project: MakeProject, run: Run) -> None:
    project = make_project()
    build(run, project)
    assert "Share:" not in page(project, "terms/t-000/index.html")
    edit(project / "mkdocs.yml", "docs_dir", "site_url: https://example.org/words\ndocs_dir")
    build(run, project)
    term = page(project, "terms/t-000/index.html")
    assert "https%3A%2F%2Fexample.org%2Fwords%2Fterms%2Ft-000%2F" in term


def test_the_glossary_may_be_in_another_folder(make_project: MakeProject, run: Run) -> None:
    project = make_project()
    (project / "glossary").rename(project / "words")
    failed = run(project, "mkdocs", "build")
    assert failed.returncode == 1
    assert (
        'error[no-glossary] plugins.termwise.glossary: there is no folder "glossary"; '
        "let the plugin's option glossary name words"
    ) in failed.stderr
    edit(project / "mkdocs.yml", "- termwise\n", "- termwise:\n      glossary: words\n")
    build(run, project)
    assert (project / "site/terms/t-000/index.html").exists()


HOOKS = """\
import pathlib

seen = []

def on_files(files, config):
    seen.append("files:" + str(sum(f.src_uri.startswith("terms/t-") for f in files)))
    return files

def on_page_content(html, page, config, files):
    seen.append("content:" + page.file.src_uri)
    return html + "<p>added by a hook</p>"

def on_post_page(output, page, config):
    seen.append("post:" + page.file.src_uri)
    return output.replace("</body>", "<!-- last words --></body>")

def on_post_build(config):
    site = pathlib.Path(config.site_dir)
    assert (site / "terms/t-000/index.html").exists()
    (site / "log.txt").write_text("\\n".join(seen))
"""


def test_other_plugins_get_their_events(make_project: MakeProject, run: Run) -> None:
    """What they do to a generated page and to the site's folder is in the finished site."""
    project = make_project()
    (project / "hooks.py").write_text(HOOKS, "utf-8")
    edit(project / "mkdocs.yml", "docs_dir", "hooks: [hooks.py]\ndocs_dir")
    build(run, project)
    log = page(project, "log.txt").split("\n")
    assert log[0] == "files:2"
    for path in ("index.md", "terms/t-000.md", "terms/index.md"):
        assert f"content:{path}" in log
        assert f"post:{path}" in log
    term = page(project, "terms/t-000/index.html")
    assert "<p>added by a hook</p>" in term
    assert "<!-- last words -->" in term


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs symbolic links")
def test_a_site_folder_that_is_a_link_stays_one(make_project: MakeProject, run: Run) -> None:
    """Publishing set-ups link the folder to where the server reads it."""
    project = make_project()
    (project / "served").mkdir()
    (project / "site").symlink_to("served", target_is_directory=True)
    build(run, project)
    assert (project / "site").is_symlink()
    assert (project / "served/terms/t-000/index.html").exists()

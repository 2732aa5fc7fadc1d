"""Sites with many plugins, in versions, in two languages, deployed, and built with ProperDocs."""

import difflib
import re
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

Tool = Callable[..., Any]
Commit = Callable[..., None]

SETTINGS = """\
site_name: Orchard
site_url: https://orchard.example/docs/
theme:
  name: material
  font: false
  palette: {primary: purple}
draft_docs: draft.md
extra: {version: {provider: mike}}
nav:
  - Home: index.md
  - Guide: [guide/first.md, guide/second.md]
  - Terms: terms.md
  - blog/index.md
plugins:
  - search
  - blog
  - tags
  - macros
  - table-reader
  - include-markdown
  - git-revision-date-localized
  - glightbox
  - redirects: {redirect_maps: {old.md: guide/first.md}}
"""
"""A site with nine plugins."""

PLAIN = """\
site_name: Orchard
theme: {name: material, font: false}
plugins: [search, termwise: {prefix: glossary}]
"""

PAGES = {
    "docs/index.md": "---\ntags: [start]\n---\n# Orchard\n\nSee [the guide](guide/first.md).\n",
    "docs/guide/first.md": "---\ntags: [start]\n---\n# First\n\n"
    "{{ config.site_name }} [next](second.md)\n\n{{ read_csv('docs/kinds.csv') }}\n\n"
    "## Section\n\n```python\nrows = [[1], [2]]\n```\n",
    "docs/guide/second.md": '# Second\n\n{% include-markdown "../terms.md" %}\n',
    "docs/kinds.csv": "kind,taste\nBramley,sour\n",
    "docs/terms.md": "# Terms of service\n\nOur own terms: [[none]], "
    "{% raw %}{{none}}{% endraw %}.\n",
    "docs/draft.md": "# Draft\n\nUNSAID\n",
    "docs/blog/index.md": "# Blog\n",
    "docs/blog/posts/one.md": "---\ndate: 2026-01-02\n---\n# One\n\nA post.\n\n"
    "<!-- more -->\n\nMore.\n",
    "docs/blog/posts/two.md": "---\ndate: 2026-01-03\ndraft: true\n---\n# Two\n\nUNSAID\n",
}

OURS = re.compile(
    r'\s*<(?:link rel="stylesheet"|script)[^>]*assets/[a-z-]+\.(?:css|js)"[^>]*>(?:</script>)?'
)
"""What a site's own page gains: the style sheets and the scripts of the glossary's components."""


def orchard(folder: Path, files: Mapping[str, str], settings: str, commit: Commit) -> Path:
    for name, text in {**PAGES, **files, "mkdocs.yml": settings}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    commit(folder, "2024-01-02", "docs")
    commit(folder, "2025-02-03", ".")
    return folder


def published(folder: Path, version: str) -> dict[str, bytes]:
    """The files that a branch `gh-pages` has for a version."""
    words = ["git", "archive", "--format=tar", "gh-pages", version]
    packed = subprocess.run(words, cwd=folder, capture_output=True, check=True).stdout
    unpack = ["tar", "--extract", "--one-top-level=published"]
    subprocess.run(unpack, cwd=folder, input=packed, check=True)
    top = folder / "published" / version
    return {
        path.relative_to(top).as_posix(): path.read_bytes()
        for path in sorted(top.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def data() -> dict[str, str]:
    """The files of the small glossary."""
    base = Path(__file__).parent.parent / "goldens/base.yml"
    files: dict[str, str] = yaml.safe_load(base.read_text("utf-8"))
    return {name: text for name, text in files.items() if name.startswith("glossary/")}


def test_a_site_with_nine_plugins_gains_a_glossary_and_loses_nothing(
    tmp_path: Path, tool: Tool, commit: Commit, data: Mapping[str, str]
) -> None:
    """And `mike` deploys it whole, at addresses with the version, wherever `mike` is listed."""
    found = []
    for name, more, files in (
        ("without", "  - mike\n", {}),
        ("with", "  - termwise: {prefix: glossary}\n  - mike\n", data),
    ):
        site = orchard(tmp_path / name, files, SETTINGS + more, commit)
        done = tool(site, "mike", "deploy", "1.0")
        assert done.returncode == 0, done.stdout + done.stderr
        found.append(published(site, "1.0"))
    without, beside = found
    assert not without.keys() - beside.keys()
    gained = {path.split("/")[0] for path in beside.keys() - without.keys()}
    assert gained == {"glossary"}
    assert not [path for path, content in beside.items() if b"UNSAID" in content]
    changed = {path for path in without if without[path] != beside[path]}
    for path in changed:
        if path.endswith(".html"):
            texts = [OURS.sub("", each[path].decode()) for each in found]
            lines = [re.sub(r"\s+", " ", text) for text in texts]
            assert lines[0] == lines[1], path + "\n".join(
                difflib.unified_diff(texts[0].splitlines(), texts[1].splitlines(), n=0)
            )
    lists = {"sitemap.xml", "sitemap.xml.gz", "search/search_index.json"}
    assert {path for path in changed if not path.endswith(".html")} <= lists
    term = beside["glossary/terms/apple/index.html"].decode()
    assert 'content="https://orchard.example/docs/1.0/glossary/terms/apple/"' in term


def test_gh_deploy_pushes_the_whole_site(
    tmp_path: Path, tool: Tool, commit: Commit, data: Mapping[str, str]
) -> None:
    remote = tmp_path / "remote.git"
    subprocess.run(["git", "init", "-q", "--bare", str(remote)], check=True)
    site = orchard(tmp_path / "site", data, PLAIN, commit)
    words = ["git", "remote", "add", "origin", str(remote)]
    subprocess.run(words, cwd=site, check=True)
    done = tool(site, "mkdocs", "gh-deploy", "-d", "elsewhere")
    assert done.returncode == 0, done.stdout + done.stderr
    pushed = subprocess.run(
        ["git", "ls-tree", "-r", "--name-only", "gh-pages"],
        cwd=remote,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert {"index.html", "glossary/terms/apple/index.html"} <= set(pushed)
    assert (site / "elsewhere/glossary/terms/apple/index.html").exists()
    assert not (site / "site").exists()


def test_properdocs_builds_and_publishes_nothing_that_its_strictness_refuses(
    tmp_path: Path, tool: Tool, commit: Commit, data: Mapping[str, str]
) -> None:
    site = orchard(tmp_path, data, PLAIN, commit)
    (site / "mkdocs.yml").rename(site / "properdocs.yml")
    for words in (("termwise", "check"), ("properdocs", "build")):
        done = tool(site, *words)
        assert done.returncode == 0, done.stdout + done.stderr
    good = (site / "site/glossary/terms/apple/index.html").read_text("utf-8")
    assert "A round fruit with a core." in good
    (site / "docs/terms.md").write_text("# Terms\n\n[nowhere](nowhere.md)\n", "utf-8")
    done = tool(site, "properdocs", "build", "--strict")
    assert done.returncode != 0
    assert "Our own terms" in (site / "site/terms/index.html").read_text("utf-8")


ENCRYPTED = """\
site_name: Orchard
site_url: https://orchard.example/
theme: {{name: material, font: false}}
plugins:
  - search
  - encryptcontent: {{{secret}}}
  - termwise: {{prefix: glossary, {options}}}
"""
SILENT = "embeds: false, api: false, feed: false, markdown: false, llms: false"


@pytest.mark.parametrize(
    ("secret", "options", "remedy"),
    [
        ("", "whole_site: true", "whole_site: false"),
        ("global_password: plum", "api: false", "markdown: false"),
        ("global_password: plum", SILENT, ""),
    ],
    ids=["whole-site", "global-password", "global-password-alone"],
)
def test_what_is_encrypted_never_stands_beside_itself_in_clear(
    tmp_path: Path,
    tool: Tool,
    commit: Commit,
    data: Mapping[str, str],
    secret: str,
    options: str,
    remedy: str,
) -> None:
    settings = ENCRYPTED.format(secret=secret, options=options)
    site = orchard(tmp_path, data, settings, commit)
    done = tool(site, "mkdocs", "build")
    said = done.stdout + done.stderr
    if remedy:
        assert done.returncode != 0
        assert remedy in said
        assert not (site / "site").exists()
        return
    assert done.returncode == 0, said
    texts = {path: path.read_bytes() for path in (site / "site").rglob("*") if path.is_file()}
    assert not [path for path, text in texts.items() if b"round fruit" in text]

"""Pages that are made beside MkDocs' loops are those that MkDocs makes in them.

A hook that listens to every event of a page has MkDocs make all pages itself; it changes nothing.
"""

from pathlib import Path
from typing import Any

import pytest

HOOK = """\
seen = []
def note(name, page, given=None):
    seen.append((name, page.file.src_uri))
    return given
def on_pre_page(page, **more): return note("pre_page", page, page)
def on_page_read_source(page, **more): return note("page_read_source", page)
def on_page_markdown(markdown, page, **more): return note("page_markdown", page, markdown)
def on_page_content(html, page, **more): return note("page_content", page, html)
def on_page_context(context, page, **more): return note("page_context", page, context)
def on_post_page(output, page, **more): return note("post_page", page, output)
def on_post_build(config):
    for event in sorted({name for name, page in seen}):
        pages = [page for name, page in seen if name == event]
        print("SEEN", event, "words/terms/fry.md" in pages, len(pages) == len(set(pages)))
"""
SEEN = """\
SEEN page_content True True
SEEN page_context True True
SEEN page_markdown True True
SEEN page_read_source False True
SEEN post_page True True
SEEN pre_page True True
"""
"""Each event once a page; the glossary's pages have no source that could be read."""

MATERIAL = "name: material\n  font: false"
SETTINGS = {
    "material": {},
    "instant": {
        "features: [navigation.tabs]": "features: [navigation.instant, navigation.indexes, "
        "navigation.path, toc.integrate, content.action.edit, navigation.footer]"
    },
    "mkdocs": {MATERIAL: "name: mkdocs"},
    "readthedocs": {MATERIAL: "name: readthedocs"},
    "termwise": {MATERIAL: "name: termwise\n  font: false"},
    "files": {"docs_dir: content": "docs_dir: content\nuse_directory_urls: false"},
    "permalinks": {
        "docs_dir: content": "docs_dir: content\nmarkdown_extensions:\n  - toc: {permalink: true, "
        "toc_depth: 2}"
    },
    "no address": {"site_url: https": "# site_url: https"},
    "own template": {MATERIAL: f"{MATERIAL}\n  custom_dir: theme"},
    "in the navigation": {"  - Home": "  - Fry: words/terms/fry.md\n  - Home"},
}
"""What is otherwise in the settings, by what it is about."""

QUICK = ("material", "own template")
MAIN = """\
{% extends "base.html" %}
{% block announce %}{{ page.url|upper }} {{ build_date_utc }} {{ page.title|length }}{% endblock %}
{% block content %}{{ super()|replace("pan", "PAN") }}{{ pages|length }}{% endblock %}
"""


def build(
    folder: Path, begin: Any, laid: Any, files: dict[str, str]
) -> tuple[dict[str, bytes], str]:
    folder.mkdir()
    laid.lay(files, folder)
    status, said = begin(folder).end()
    assert status == 0, said
    assert "Traceback" not in said
    return laid.site_files(folder / "site"), said


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=() if name in QUICK else pytest.mark.kills) for name in SETTINGS],
)
def test_a_plugin_that_listens_to_every_event_sees_the_same_pages(
    tmp_path: Path, begin: Any, laid: Any, everything: dict[str, str], name: str
) -> None:
    settings = everything["mkdocs.yml"]
    for old, new in SETTINGS[name].items():
        assert old in settings
        settings = settings.replace(old, new)
    files = {**everything, "mkdocs.yml": settings, "theme/main.html": MAIN}
    direct, _said = build(tmp_path / "direct", begin, laid, files)
    hooked = {**files, "mkdocs.yml": f"{settings}hooks: [content/hook.py]\n"}
    hooked["content/hook.py"] = HOOK
    whole, said = build(tmp_path / "whole", begin, laid, hooked)
    assert "".join(line for line in said.splitlines(True) if line.startswith("SEEN")) == SEEN
    del whole["hook.py"]
    assert direct.keys() == whole.keys()
    assert not [path for path, content in direct.items() if content != whole[path]]

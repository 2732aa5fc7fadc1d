"""The theme `termwise`: Material with its plugins and settings, in another look."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

Run = Callable[..., subprocess.CompletedProcess[str]]
MakeProject = Callable[..., Path]

MATERIAL = "theme:\n  name: material\n  font: false\n"


def build(project: Path, run: Run, theme: str, more: str = "") -> Path:
    """Build a project under a theme; its site."""
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8").replace(MATERIAL, f"theme: {theme}\n")
    config.write_text(text.replace("  - search\n", f"  - search\n{more}"), "utf-8")
    done = run(project, "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    return project / "site"


@pytest.mark.parametrize("theme", ["termwise", "{name: termwise}"])
def test_the_name_is_all_that_it_takes(make_project: MakeProject, run: Run, theme: str) -> None:
    site = build(make_project(), run, theme)
    home = (site / "index.html").read_text("utf-8")
    order = [home.index(f"assets/{name}.css") for name in ("termwise-theme", "termwise")]
    assert order == sorted(order)
    assert "assets/termwise-theme.js" in home
    assert (site / "assets/termwise-theme.css").is_file()
    assert (site / "assets/termwise-theme.js").is_file()
    assert 'data-md-color-primary="custom"' in home
    assert "fonts.googleapis.com" not in home
    assert '<html lang="en"' in home


def test_settings_of_material_go_on_working(make_project: MakeProject, run: Run) -> None:
    """Language, palette and features; what a site says wins over the theme."""
    theme = "{name: termwise, language: de, palette: {primary: teal}, features: [navigation.top]}"
    home = (build(make_project(), run, theme) / "index.html").read_text("utf-8")
    assert '<html lang="de"' in home
    assert "Zum Inhalt" in home
    assert 'data-md-color-primary="teal"' in home
    assert "navigation.top" in home


def test_plugins_of_material_are_found_by_their_names(make_project: MakeProject, run: Run) -> None:
    """`search` is Material's, whose templates show it, and terms are in its index; so is `tags`."""
    project = make_project()
    (project / "content/own.md").write_text("---\ntags: [one]\n---\n\n# Own\n", "utf-8")
    site = build(project, run, "termwise", "  - tags\n")
    assert 'data-md-component="search"' in (site / "index.html").read_text("utf-8")
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    entries = {entry["location"]: entry for entry in index["docs"]}
    assert "terms/t-000/" in entries
    assert entries["own/"]["tags"] == ["one"]


def test_templates_of_a_site_do_not_cost_it_the_look(make_project: MakeProject, run: Run) -> None:
    project = make_project()
    (project / "mine").mkdir()
    template = '{% extends "base.html" %}{% block announce %}News{% endblock %}'
    (project / "mine/main.html").write_text(template, "utf-8")
    home = build(project, run, "{name: termwise, custom_dir: mine}") / "index.html"
    text = home.read_text("utf-8")
    assert "News" in text
    assert "assets/termwise-theme.css" in text


def test_other_themes_get_none_of_it(make_project: MakeProject, run: Run) -> None:
    site = build(make_project(), run, "{name: material, font: false}")
    assert not list(site.rglob("termwise-theme*"))
    assert "termwise-theme" not in (site / "index.html").read_text("utf-8")


def test_written_out_it_is_material_with_a_style_sheet(make_project: MakeProject, run: Run) -> None:
    """For builders that have neither the plugin nor the theme."""
    project = make_project()
    config = project / "mkdocs.yml"
    theme = "theme: {name: termwise, features: [navigation.top]}\nextra_css: [own.css]\n"
    config.write_text(config.read_text("utf-8").replace(MATERIAL, theme), "utf-8")
    done = run(project, "termwise", "write", "out")
    assert done.returncode == 0, done.stderr
    written = yaml.safe_load((project / "out/mkdocs.yml").read_text("utf-8"))
    assert written["theme"]["name"] == "material"
    assert written["theme"]["features"] == ["navigation.top"]
    assert written["theme"]["font"] is False
    assert written["theme"]["palette"][1]["primary"] == "custom"
    assert "extends" not in written["theme"]
    assert written["extra_css"][0] == "assets/termwise-theme.css"
    assert written["extra_css"][-1] == "own.css"
    assert written["extra_javascript"][0] == "assets/termwise-theme.js"
    for asset in ("termwise-theme.css", "termwise-theme.js"):
        assert (project / "out/docs/assets" / asset).is_file()

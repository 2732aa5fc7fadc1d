"""The theme's frame is cut only where putting values in gives what the theme's templates give."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from babel import Locale
from mkdocs.commands.build import build
from mkdocs.config import load_config

from termwise.mkdocs_plugin import direct, frame
from termwise.mkdocs_plugin.frame import Frame
from termwise.mkdocs_plugin.plain_settings import plain
from termwise.site import workers

TEMPLATES = {
    "none of its own": "",
    "a value as it is": "{{ page.title }} {{ page.meta.description }}",
    "a value in capitals": "{{ page.title|upper }}",
    "a value escaped": "{{ page.title|e }}",
    "a value's length": "{{ page.content|length }}",
    "a value cut off": "{{ page.content|striptags|truncate(30) }}",
    "the address": "{{ page.url }}",
    "the file": "{{ page.file.src_uri }}",
    "the day": "{{ page.update_date }}",
    "headings": "{% for item in page.toc %}{{ item.title|upper }}{{ item.id }}{% endfor %}",
    "the place among all": "{{ pages|length }}",
}
"""What a theme's template may do with a page, by what it shows."""

CUT = ("none of its own", "a value as it is", "the place among all")
"""Of which the frame is cut still."""


@pytest.fixture
def project(tmp_path: Path, everything: dict[str, str], laid: Any) -> Callable[[str], Path]:
    """Makes a project with a template of its own."""

    def make(shown: str) -> Path:
        shown = "{% if page %}" + shown + "{% endif %}"
        main = '{% extends "base.html" %}{% block announce %}' + shown + "{% endblock %}"
        settings = everything["mkdocs.yml"].replace(
            "font: false", "font: false\n  custom_dir: theme"
        )
        laid.lay({**everything, "mkdocs.yml": settings, "theme/main.html": main}, tmp_path)
        return tmp_path

    return make


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch, command_environment: dict[str, str]) -> None:
    """It is the day on which all that is tested happens."""
    for name in ("SOURCE_DATE_EPOCH", "NO_MKDOCS_2_WARNING"):
        monkeypatch.setenv(name, command_environment[name])


def _pages(folder: Path) -> dict[str, bytes]:
    build(load_config(str(folder / "mkdocs.yml")))
    site = folder / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.html")}


@pytest.mark.slow
@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_gets_what_mkdocs_would_give_it(
    project: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Even where the project's templates were taken for ones of which everything is known."""
    folder = project(TEMPLATES[name])
    monkeypatch.setattr(workers, "processors", lambda: 1)
    monkeypatch.setattr(frame, "_KNOWN", (*frame._KNOWN, folder))
    cuts: list[Any] = []
    cut = Frame._cut
    monkeypatch.setattr(Frame, "_cut", lambda *given: cuts.__iadd__([cut(*given)])[-1])
    found = _pages(folder)
    assert any(each is not None for each in cuts) == (name in CUT)
    with monkeypatch.context() as patch:
        patch.setattr(direct, "choose", lambda *_given: None)
        whole = _pages(folder)
    assert found.keys() == whole.keys()
    assert not [path for path, content in found.items() if content != whole[path]]


def test_templates_that_are_not_known_are_never_cut(
    project: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "processors", lambda: 1)
    monkeypatch.setattr(Frame, "_cut", lambda *_given: pytest.fail("it was cut"))
    digests: list[Any] = []
    of = Frame.of.__func__  # type: ignore[attr-defined]
    monkeypatch.setattr(Frame, "of", classmethod(lambda *given: digests.__iadd__([of(*given)])[-1]))
    _pages(project("{{ page.title }}"))
    assert [each.digest for each in digests] == [None]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (datetime.date(2026, 1, 1), datetime.date(2026, 1, 2)),
        (Locale("de"), Locale("fr")),
        ({"a": [1]}, {"a": ["1"]}),
        ({"a": None}, {}),
        ([("a", "b")], [("a",), "b"]),
        (print, repr),
    ],
)
def test_settings_that_differ_are_told_apart(one: object, other: object) -> None:
    assert repr(plain({"x": one})) != repr(plain({"x": other}))

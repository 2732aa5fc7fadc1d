"""`mkdocs.yml` as Termwise reads it: forms, defaults, tags that are not its own, refusals."""

import datetime
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from termwise.mkdocs_plugin import TermwisePlugin
from termwise.model.problem import ProblemError
from termwise.model.site import CallToAction
from termwise.project import report
from termwise.project.options import OPTIONS
from termwise.project.settings import (
    read_settings,
    site_of,
    today_from_environment,
)
from termwise.project.tags import ConfigDumper

Write = Callable[[str], Path]


@pytest.fixture
def config(tmp_path: Path) -> Write:
    """Write a `mkdocs.yml` and return its path."""

    def write(text: str) -> Path:
        path = tmp_path / "mkdocs.yml"
        path.write_text(text, "utf-8")
        return path

    return write


def told(config_file: Path) -> str:
    """The line that says what is wrong with a configuration."""
    with pytest.raises(ProblemError) as caught:
        read_settings(config_file)
    [problem] = caught.value.problems
    return report.line(problem)


def test_folders_are_relative_to_the_configuration(config: Write, tmp_path: Path) -> None:
    folders = read_settings(config("site_name: x\nplugins: [termwise]\n")).folders
    assert folders.root == tmp_path.resolve()
    assert folders.glossary == tmp_path.resolve() / "glossary"
    assert folders.content == tmp_path.resolve() / "docs"


@pytest.mark.parametrize(
    "plugins",
    [
        "[search, {termwise: {glossary: words}}]",
        "{search: {}, termwise: {glossary: words}}",
        "[{termwise: {glossary: words}, search: {}}]",
    ],
)
def test_the_plugin_s_options_are_found_in_every_form(config: Write, plugins: str) -> None:
    text = f"site_name: x\ndocs_dir: content\nplugins: {plugins}\n"
    folders = read_settings(config(text)).folders
    assert (folders.glossary.name, folders.content.name) == ("words", "content")


@pytest.mark.parametrize(
    "plugins",
    ["[termwise]", "{termwise: }", "[{termwise: }]", "[{termwise: {glossary: }}]", "[search]", ""],
)
def test_without_options_there_are_defaults(config: Write, plugins: str) -> None:
    settings = read_settings(config(f"site_name: x\nplugins: {plugins}\n"))
    assert settings.folders.glossary.name == "glossary"
    assert settings.site.edit_base == ""
    assert settings.site.call_to_action is None


def test_the_environment_fills_in(config: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    text = 'site_name: x\nsite_url: !ENV [TERMWISE_TEST_URL, "https://default.example/"]\n'
    assert read_settings(config(text)).site.url == "https://default.example/"
    monkeypatch.setenv("TERMWISE_TEST_URL", "https://set.example/words")
    assert read_settings(config(text)).site.url == "https://set.example/words/"


TAGGED = """\
site_name: x
markdown_extensions:
- pymdownx.emoji:
    emoji_index: !!python/name:material.extensions.emoji.twemoji
    generator: !relative $docs_dir
    options: !!python/object/apply:os.system [exit 1]
- other: !mine {a: 1}
"""


def test_tags_of_others_are_kept_and_nothing_is_run(config: Write) -> None:
    """What MkDocs resolves itself is written out again as it stood."""
    settings = read_settings(config(TAGGED))
    written = yaml.dump(settings.config, Dumper=ConfigDumper, sort_keys=False)
    for kept in (
        "!!python/name:material.extensions.emoji.twemoji",
        "!relative",
        "$docs_dir",
        "!!python/object/apply:os.system",
        "!mine",
    ):
        assert kept in written
    again = read_settings(config(written))
    assert again.config == settings.config


def with_option(option: str) -> str:
    """A configuration with one option of the plugin."""
    return f"site_name: x\nplugins: [{{termwise: {{{option}}}}}]\n"


def test_mkdocs_knows_every_option(root: Path) -> None:
    """By the same defaults; and so does README's table."""
    plugin = TermwisePlugin()
    assert plugin.load_config({}) == ([], [])
    assert dict(plugin.config) == {option.name: option.default for option in OPTIONS}
    table = "\n".join(option.row for option in OPTIONS)
    assert f"| --- | --- | --- |\n{table}\n\n" in (root / "README.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("site_url: 5\n", "2:1: error[bad-setting] site_url: "),
        ("plugins:\n- termwise:\n    prefix: a b\n", "4:5: error[bad-setting] plugins.term"),
        ("plugins: {termwise: {feed: 1}}\n", "2:22: error[bad-setting] plugins.termwise.feed"),
        ("plugins: 5\n", "2:1: error[bad-setting] plugins: 5 is not a list"),
        ("INHERIT: base.yml\n", " error[bad-setting] site_url: "),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_the_line_of_the_setting(config: Write, text: str, place: str) -> None:
    """Where the file itself has the setting; else the setting is named."""
    file = config(f"site_name: x\n{text}")
    (file.parent / "base.yml").write_text("site_url: 5\n", "utf-8")
    assert told(file).startswith(f"mkdocs.yml:{place}")


@pytest.mark.parametrize(
    ("plugins", "place"),
    [
        ("- termwise:\n  prefix: words", "4:3: error[bad-setting] plugins.prefix: 'prefix' stands"),
        ("- termwise:\n- home: true", "4:3: error[bad-setting] plugins.home: 'home' stands beside"),
        ("- termwise prefix: x", "3:3: error[bad-setting] plugins.termwise prefix: there is no"),
        ("  -termwise: {home: true}", "3:3: error[bad-setting] plugins.-termwise: there is no"),
        ("- Termwise", "3:3: error[bad-setting] plugins.Termwise: there is no plugin 'Termwise'"),
        ("- termwise: prefix", "3:3: error[bad-setting] plugins.termwise: its options are"),
        ("- termwise\n    prefix: words", "4:11: error[yaml-syntax] this line has a key, but"),
    ],
)  # fmt: skip
def test_options_that_are_not_under_the_plugin_are_told(
    config: Write, plugins: str, place: str
) -> None:
    """For want of a colon or of indentation, MkDocs takes them for plugins of their own."""
    line = told(config(f"site_name: x\nplugins:\n{plugins}\n"))
    assert line.startswith(f"mkdocs.yml:{place}")
    assert "and a colon" in line or "a colon and" in line or "as key: value" in line


@pytest.mark.parametrize("base", ["https://x.example/edit/", "http://x/", "/edit/", "../edit/", ""])
def test_an_address_is_one_of_the_web_or_relative(config: Write, base: str) -> None:
    """Whatever else a browser would run or open is refused."""
    assert read_settings(config(with_option(f"edit_base: '{base}'"))).site.edit_base == base


@pytest.mark.parametrize(
    ("prefix", "means"),
    [("glossary", "glossary/"), ("/a/b/", "a/b/"), ("", ""), ("/", ""), ("./a", "a/")],
)
def test_a_prefix_is_a_folder_of_the_site(config: Write, prefix: str, means: str) -> None:
    """With or without slashes around it; the glossary's address is below it."""
    text = f"site_url: https://x.example\n{with_option(f'prefix: {prefix!r}')}"
    site = read_settings(config(text)).site
    assert (site.prefix, site.url) == (means, f"https://x.example/{means}")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("site_name: [x\n", "mkdocs.yml"),
        ("- a list\n", "no settings"),
        ("", "no settings"),
        (
            "site_name: x\nplugins: [{termwise: {call_to_action: {title: t}}}]\n",
            "write title, text",
        ),
        (
            "site_name: x\nplugins: [{termwise: {call_to_action: come}}]\n",
            "write title, text",
        ),
        ("site_name: x\nplugins: [{termwise: {glossary: [a, b]}}]\n", "glossary"),
        ("site_name: x\nplugins: [{termwise: {edit_base: 5}}]\n", "edit_base"),
        ("site_name: x\nplugins: [{termwise: words}]\n", "termwise"),
        ("site_name: 5\nplugins: [termwise]\n", "site_name"),
        ("site_name: x\nsite_url: [a]\nplugins: [termwise]\n", "site_url"),
        ("site_name: x\ndocs_dir: [a]\nplugins: [termwise]\n", "docs_dir"),
        ("site_name: x\nplugins: 5\n", "plugins: 5 is not a list"),
        ("site_name: x\nextra_css: 5\nplugins: [termwise]\n", "extra_css: 5 is not a list"),
        ("site_name: x\nmarkdown_extensions: 5\n", "markdown_extensions: 5 is not a list"),
        ("site_name: x\nsite_url: http://[\n", "site_url: .* is not a web address"),
        ("site_name: x\nsite_url: 'javascript:alert(1)'\n", "site_url: .* is not a web address"),
        (with_option("edit_base: 'javascript:alert(1)//'"), "edit_base: .* is not a web address"),
        (with_option("edit_base: 'JavaScript:alert(1)//'"), "edit_base: .* is not a web address"),
        (with_option("edit_base: 'data:text/html,x'"), "edit_base: .* is not a web address"),
        (with_option("edit_base: 'https://x/ \" onclick='"), "edit_base: .* is not a web address"),
        (with_option("prefix: ../out"), "prefix: .* is not a folder of the site"),
        (with_option("prefix: 'a b'"), "prefix: .* is not a folder of the site"),
        (with_option("links_prefix: '['"), "links_prefix: .* is not a prefix"),
        (with_option("embeds: sometimes"), "embeds: .* is neither true nor false"),
    ],
)
def test_what_cannot_be_is_said_in_words(config: Write, text: str, said: str) -> None:
    assert re.search(said, told(config(text)))


def test_a_file_that_is_not_there_or_no_text_is_said_in_words(tmp_path: Path) -> None:
    assert "mkdocs.yml" in told(tmp_path / "mkdocs.yml")
    (tmp_path / "mkdocs.yml").write_bytes(b"site_name: \xff\xfe\n")
    assert "mkdocs.yml" in told(tmp_path / "mkdocs.yml")


def _call(url: object) -> dict[str, object]:
    words = {"title": "Title", "text": "Text", "button": "Go"}
    return {"call_to_action": {**words, "url": url}}


@pytest.mark.parametrize(
    "url", ["https://example.org/", "http://example.org", "/contact/", "mailto:us@example.org"]
)
def test_a_call_to_action_leads_to_an_address(url: str) -> None:
    action = site_of({"site_name": "x"}, _call(url)).call_to_action
    assert action == CallToAction("Title", "Text", "Go", url)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "contact",
        "",
        5,
        None,
        ["https://example.org/"],
    ],
)
def test_a_call_to_action_leads_nowhere_else(url: object) -> None:
    with pytest.raises(ProblemError) as caught:
        site_of({"site_name": "x"}, _call(url))
    assert caught.value.problems[0].path[:3] == ("plugins", "termwise", "call_to_action")


@pytest.mark.parametrize(("said", "means"), [(None, True), (True, True), (False, False)])
def test_directory_urls_are_on_unless_turned_off(said: bool | None, means: bool) -> None:
    given = {} if said is None else {"use_directory_urls": said}
    assert site_of(given, {}).directory_urls is means


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        ("0", datetime.date(1970, 1, 1)),
        ("1795132799", datetime.date(2026, 11, 19)),
        ("1795132800", datetime.date(2026, 11, 20)),
    ],
)
def test_a_repeatable_build_has_its_own_day(
    monkeypatch: pytest.MonkeyPatch, epoch: str, day: datetime.date
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert today_from_environment() == day


@pytest.mark.parametrize("epoch", ["", "yesterday", "²", "99999999999999999999"])
def test_without_a_usable_day_it_is_today(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    before = datetime.date.today()
    assert before <= today_from_environment() <= datetime.date.today()

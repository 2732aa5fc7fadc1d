"""Every plugin that is said to work does, in a small site that has a glossary, too.

Every site has a page that links a term and one that shows a fact, and is built strictly unless the
plugin warns by itself.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

Tool = Callable[..., Any]
Commit = Callable[..., None]
Project = Callable[[Mapping[str, str | None]], Path]


@dataclass(frozen=True)
class Case:
    """A plugin's package, its line under `plugins`, and what files of the site then hold.

    What stands after a `!` they must not hold.
    """

    package: str
    plugins: str
    shows: Mapping[str, str]
    files: Mapping[str, str] = field(default_factory=dict)
    options: str = ""
    more: str = ""
    strict: bool = True


TERM = "terms/apple/index.html"
PAGE = "guide/index.html"
LINK = 'href="../terms/apple/"'
GENERATE = """\
import mkdocs_gen_files
with mkdocs_gen_files.open("made.md", "w") as file:
    print("# Made\\n\\nOf an [[apple]].", file=file)
"""

CASES = (
    Case("mkdocs-autorefs", "autorefs", {"guide/index.html": 'href="#keeping"'}),
    Case("mkdocs-awesome-nav", "awesome-nav", {PAGE: LINK, TERM: "round fruit"}),
    Case("mkdocs-awesome-pages-plugin", "awesome-pages", {PAGE: LINK, TERM: "round fruit"}),
    Case(
        "mkdocs-encryptcontent-plugin",
        "encryptcontent",
        {"secret/index.html": "!SECRET", PAGE: LINK, TERM: "round fruit"},
        {"content/secret.md": "---\npassword: plum\n---\n# Secret\n\nSECRET.\n"},
        strict=False,  # it warns of the password
    ),
    Case("mkdocs-enumerate-headings-plugin", "enumerate-headings", {PAGE: LINK}),
    Case(
        "mkdocs-exclude",
        "exclude: {glob: [left.md]}",
        {PAGE: LINK, TERM: "round fruit"},
        {"content/left.md": "# Left out\n"},
    ),
    Case(
        "mkdocs-ezlinks-plugin",
        "ezlinks: {wikilinks: false}",
        {PAGE: LINK},
    ),
    Case(
        "mkdocs-gen-files",
        "gen-files: {scripts: [gen.py]}",
        {"made/index.html": LINK},
        {"gen.py": GENERATE},
    ),
    Case(
        "mkdocs-git-authors-plugin",
        "git-authors",
        {PAGE: "A. Grower", TERM: "A. Grower"},
    ),
    Case(
        "mkdocs-git-revision-date-localized-plugin",
        "git-revision-date-localized: {enable_creation_date: true}",
        {PAGE: "January 2, 2024", TERM: "February 3, 2025", "terms/index.html": "!-date-"},
    ),
    Case("mkdocs-glightbox", "glightbox", {PAGE: LINK, TERM: "glightbox"}),
    Case(
        "mkdocs-htmlproofer-plugin",
        "htmlproofer: {raise_error: true, validate_external_urls: false}",
        {PAGE: LINK},
    ),
    Case(
        "mkdocs-include-markdown-plugin",
        "include-markdown",
        {"around/index.html": LINK},
        {"content/around.md": '# Around\n\n{% include-markdown "guide.md" %}\n'},
    ),
    Case(
        "mkdocs-literate-nav",
        "literate-nav: {nav_file: SUMMARY.md}",
        {PAGE: "Every apple", TERM: "round fruit"},
        {"content/SUMMARY.md": "* [Guide](guide.md)\n* [Every apple](terms/apple.md)\n"},
    ),
    Case(
        "mkdocs-llmstxt",
        "llmstxt: {sections: {Fruit: [terms/*.md], Guide: [guide.md]}}",
        {"llms.txt": "terms/apple/index.md", "terms/apple/index.md": "round fruit"},
        options="llms: false",
    ),
    Case(
        "mkdocs-macros-plugin",
        "macros: {on_undefined: strict, on_error_fail: true}",
        {PAGE: LINK, "macro/index.html": ">2–4 $<"},
        {
            "content/index.md": "# Fruit\n",
            "content/macro.md": "# Macro\n\n{{ config.site_name }} "
            "{% raw %}{{apple-price}}{% endraw %}\n",
        },
    ),
    Case("mkdocs-meta-descriptions-plugin", "meta-descriptions", {PAGE: LINK, TERM: "round fruit"}),
    Case("mkdocs-minify-plugin", "minify: {minify_html: true}", {PAGE: "terms/apple/"}),
    Case("mkdocs-monorepo-plugin", "monorepo", {PAGE: LINK, TERM: "round fruit"}),
    Case("mkdocs-open-in-new-tab", "open-in-new-tab", {PAGE: LINK}),
    Case(
        "mkdocs-print-site-plugin",
        "print-site",
        {"print_page/index.html": "A round fruit with a core."},
        more="nav: [index.md, guide.md, terms/apple.md]\n",
        strict=False,  # it warns unless it is the last plugin
    ),
    Case(
        "mkdocs-redirects",
        "redirects: {redirect_maps: {old.md: guide.md, fruit.md: terms/apple.md}}",
        {"old/index.html": "../guide/", "fruit/index.html": "../terms/apple/"},
    ),
    Case(
        "mkdocs-roamlinks-plugin",
        "roamlinks",
        {PAGE: LINK, "roam/index.html": 'href="../guide/"'},
        {"content/roam.md": "# Roam\n\n[[guide]]\n"},
        strict=False,  # it warns of each link that is not its own
    ),
    Case(
        "mkdocs-rss-plugin",
        "rss",
        {"feed_rss_created.xml": "https://fruit.example/terms/apple/", TERM: "round fruit"},
    ),
    Case("mkdocs-section-index", "section-index", {PAGE: LINK, TERM: "round fruit"}),
    Case(
        "mkdocs-static-i18n",
        "i18n: {docs_structure: suffix, languages: [{locale: en, name: English, default: true},"
        " {locale: fr, name: Français}]}",
        {
            PAGE: LINK,
            TERM: '<html lang="en"',
            "fr/guide/index.html": 'href="../../terms/apple/"',
            "sitemap.xml": "/terms/apple/</loc>",
            "search/search_index.json": '"location":"terms/apple/"',
        },
        {"content/guide.fr.md": "# Un guide\n\nUne [[apple]].\n\n## Fr\n"},
    ),
    Case("mkdocs-swagger-ui-tag", "swagger-ui-tag", {PAGE: LINK}),
    Case(
        "mkdocs-table-reader-plugin",
        "table-reader",
        {"table/index.html": "Bramley"},
        {
            "content/table.md": "# Table\n\n{{ read_csv('content/kinds.csv') }}\n",
            "content/kinds.csv": "kind,taste\nBramley,sour\n",
        },
    ),
    Case("mkdocs-video", "mkdocs-video", {PAGE: LINK}),
    Case(
        "mkdocstrings",
        "autorefs\n  - mkdocstrings",
        {"code/index.html": "Peel a fruit."},
        {
            "content/code.md": "# Code\n\n::: peel\n",
            "peel.py": '"""Peel a fruit."""\n',
        },
    ),
)
"""In the order of their packages."""

APART = ("mike", "properdocs")
"""Commands, with tests of their own."""


MKDOCS = """\
site_name: Fruit
site_url: https://fruit.example/
docs_dir: content
theme: {{name: material, font: false}}
validation: {{omitted_files: ignore}}
plugins:
  - search
  - {plugin}
  - termwise: {{{options}}}
{more}"""

OWN = {
    "content/index.md": "# Fruit\n\nA kilogram is {{apple-price}}.\n",
    "content/guide.md": "# Guide\n\nStart with the [[apple]].\n\n"
    "## Keeping\n\nSee [it][keeping].\n",
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.package)
def test_a_plugin_works_beside_the_glossary(
    case: Case, project: Project, tool: Tool, commit: Commit
) -> None:
    settings = MKDOCS.format(plugin=case.plugins, options=case.options, more=case.more)
    site = project({**OWN, **case.files, "mkdocs.yml": settings})
    commit(site, "2024-01-02", "content")
    commit(site, "2025-02-03", "glossary")
    done = tool(site, "mkdocs", "build", *(["--strict"] if case.strict else []))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    for path, text in case.shows.items():
        made = (site / "site" / path).read_text("utf-8")
        assert (text[1:] not in made) if text.startswith("!") else (text in made), path


def test_the_table_of_plugins_names_each_that_is_tried_in_its_version(root: Path) -> None:
    """`PLUGINS.md` gives a version for what is tried here and in the file beside, and no other."""
    table = (root / "PLUGINS.md").read_text("utf-8")
    told = dict(re.findall(r"^\| `([a-z0-9-]+)` \| ([0-9.]+) \|", table, re.M))
    lock = (root / "build_tools/locks/plugins.txt").read_text("utf-8")
    locked = dict(re.findall(r"^([a-z0-9-]+)==([^ ;]+)", lock, re.M))
    tried = {case.package for case in CASES} | set(APART)
    assert told == {package: locked[package] for package in tried}
    assert "not tried" in table

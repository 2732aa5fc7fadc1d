"""A glossary in a site that has other things in it takes nothing from it and gives nothing away.

The host is documentation with pages, drafts, a blog and a home page of its own.
"""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
MakeHost = Callable[..., Path]

SETTINGS = """\
site_name: Documentation
site_url: https://docs.example/x/
theme: {name: material, font: false, palette: {primary: purple}}
exclude_docs: secret.md
draft_docs: sketch.md
markdown_extensions:
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.superfences
  - pymdownx.snippets: {base_path: [snippets]}
plugins:
  - search
  - tags
  - blog
"""

HOME = """\
---
template: main.html
title: 404
---
# Our documentation

About [[rag]], {{price}}, [[Retrieval|finding things]] and [[some page of the wiki]].

=== "Tab"

    In a tab [[rag]], in code `[[rag]]`, and \\[[rag]].

    ```
    [[rag]] {{price}}
    ```

| A | B |
| - | - |
| [[rag\\|piped]] | {{ price }} |

--8<-- "words.md"
"""

POST = "---\ndate: 2026-01-02\n{0}---\n# {1}\n\nAbout [[rag]] at {{{{price}}}}.\n\n<!-- more -->\n"

FILES = {
    "docs/index.md": HOME,
    "docs/secret.md": "# Secret\n\nAbout [[rag]].\n",
    "docs/sketch.md": "# Sketch\n\nAbout [[rag]].\n",
    "docs/guide/README.md": "# Guide\n\nAbout [[rag]].\n",
    "docs/blog/posts/one.md": POST.format("", "Post one"),
    "docs/blog/posts/two.md": POST.format("draft: true\n", "Post two"),
    "snippets/words.md": "In a snippet [[rag]].\n",
    "glossary/taxonomy.yml": """\
categories: [{id: basics, title: Basics, description: Where to begin.}]
levels: [{id: beginner, title: Beginner, description: For everybody.}]
""",
    "glossary/sources.yml": "sources: [{id: us, title: Ours, kind: book}]\n",
    "glossary/facts/prices.yml": """\
title: Prices
facts:
  - id: price
    statement: What it costs.
    observations: [{value: 5, unit: USD, source: us, as_of: 2026}]
""",
    "glossary/terms/rag.yml": """\
term: RAG
category: basics
level: beginner
added: 2026-01-02
aliases: [Retrieval, retrieval-augmented generation]
definition: A way to answer. See [[retrieval-augmented generation]] at {{price}}.
""",
}


@pytest.fixture
def make_host(tmp_path: Path) -> MakeHost:
    """Make the host with the plugin's options, and files besides."""

    def make(options: str = "prefix: glossary", **files: str) -> Path:
        plugin = f"  - termwise: {{{options}}}\n"
        for name, text in {**FILES, "mkdocs.yml": SETTINGS + plugin, **files}.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, "utf-8")
        return tmp_path

    return make


def build(run: Run, host: Path, *options: str) -> Path:
    done = run(host, "mkdocs", "build", *options)
    assert done.returncode == 0, done.stdout + done.stderr
    return host / "site"


def article(page: Path) -> str:
    html = page.read_text("utf-8")
    return html[html.index("<article") : html.index("</article>")]


def paths(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def test_the_host_keeps_all_that_it_had(make_host: MakeHost, run: Run) -> None:
    """Below a prefix the glossary adds files there, and nothing else."""
    host = make_host(**{"docs/terms.md": "# Our terms of business\n"})
    own = SETTINGS.replace("draft_docs: sketch.md\n", "draft_docs: |\n  sketch.md\n")
    (host / "own.yml").write_text(f"{own}site_dir: own\n", "utf-8")
    assert run(host, "mkdocs", "build", "-f", "own.yml").returncode == 0
    with_glossary, without = paths(build(run, host)), paths(host / "own")
    assert without <= with_glossary
    added = {path.split("/")[0] for path in with_glossary - without}
    assert added == {"glossary"}
    kept = "terms/index.html"
    assert article(host / "site" / kept) == article(host / "own" / kept)
    texts = (path for path in with_glossary if path.endswith((".md", ".txt", ".json", ".xml")))
    everything = "".join((host / "site" / path).read_text("utf-8") for path in texts)
    for secret in ("Secret", "Sketch", "Post two"):
        assert secret not in everything
    assert not (host / "site/index.md").exists()
    assert "Our documentation" not in (host / "site/glossary/llms.txt").read_text("utf-8")


def test_links_in_pages_of_the_host(make_host: MakeHost, run: Run) -> None:
    """In prose, tabs, tables, snippets and posts; code and what is not ours stay as they are."""
    site = build(run, make_host())
    home = article(site / "index.html")
    assert home.count('href="glossary/terms/rag/"') == 5
    assert home.count('href="glossary/facts/prices/#price"') == 2
    for words in (">finding things</a>", ">piped</a>", "[[some page of the wiki]]", "and [[rag]]."):
        assert words in home
    assert "<code>[[rag]]</code>" in home
    assert "[[rag]] {{price}}" in re.sub(r"<[^>]*>", "", home)
    for page in ("blog/index.html", "blog/2026/01/02/post-one/index.html", "guide/index.html"):
        link = re.search(r'href="([^"]*terms/rag/)"', article(site / page))
        assert link, page
        assert ((site / page).parent / link[1] / "index.html").resolve().is_file()
    term = article(site / "glossary/terms/rag/index.html")
    assert re.findall(r'href="(\.\./[^"]*)">(?:Guide|Post one|404)<', term) == [
        "../../../blog/2026/01/02/post-one/", "../../../guide/", "../../../",
    ]  # fmt: skip
    assert "Guide: " not in term
    for link in re.findall(r'href="([^"#:]*)(?:#[^"]*)?"', term):
        target = (site / "glossary/terms/rag" / link).resolve()
        assert target.is_file() or (target / "index.html").is_file(), link


def test_what_is_not_published_is_not_linked_to(make_host: MakeHost, run: Run) -> None:
    """A term names the pages that mention it, but no draft."""
    site = build(run, make_host())
    term = (site / "glossary/terms/rag/index.html").read_text("utf-8")
    assert not re.search("secret|sketch|post-two", term, re.IGNORECASE)


def test_all_pages_can_be_asked_for(make_host: MakeHost, run: Run) -> None:
    """As Markdown and in `llms.txt`, but only what MkDocs publishes."""
    host = make_host("prefix: glossary, whole_site: true")
    site = build(run, host)
    copies = {path for path in paths(site) if path.endswith(".md")}
    own = {path for path in copies if not path.startswith("glossary/")}
    assert own == {
        "index.md", "guide/index.md", "blog/index.md", "blog/archive/2026/index.md",
        "blog/2026/01/02/post-one/index.md",
    }  # fmt: skip
    listed = (site / "glossary/llms.txt").read_text("utf-8")
    assert re.findall("^## .*es$", listed, re.MULTILINE) == ["## Other pages"]
    assert "https://docs.example/x/guide/index.md" in listed
    assert "https://docs.example/x/glossary/terms/rag/index.md" in listed
    assert not re.search("secret|sketch|post-two", listed, re.IGNORECASE)


CLASHES = ("terms.md", "facts.md", "categories/index.md", "sources/index.md", "terms/rag.md",
           "terms/README.md")  # fmt: skip


@pytest.mark.parametrize("page", CLASHES)
def test_an_address_in_use_is_a_problem(make_host: MakeHost, run: Run, page: str) -> None:
    """Told by the command as by a build, with both pages and the way out."""
    host = make_host("", **{f"docs/{page}": "# Ours\n"})
    checked = run(host, "termwise", "check")
    assert checked.returncode == 1
    [line] = [line for line in checked.stdout.splitlines() if "error[" in line]
    assert line.startswith(f"docs/{page}:1:1: error[address-taken] this page and ")
    assert "prefix: glossary" in line
    if page == "terms/rag.md":
        assert "glossary/terms/rag.yml" in line
        failed = run(host, "mkdocs", "build")
        assert failed.returncode == 1
        assert line in failed.stderr
        assert not (host / "site").exists()
    (host / "mkdocs.yml").write_text(SETTINGS + "  - termwise: {prefix: glossary}\n", "utf-8")
    assert run(host, "termwise", "check").returncode == 0


@pytest.mark.parametrize("own", ["terms.md", "assets/termwise.js"])
def test_where_a_prefix_is_set_another_is_proposed(make_host: MakeHost, run: Run, own: str) -> None:
    """To set one is no advice to who has one, and the glossary's own pages cannot be renamed."""
    host = make_host("prefix: words", **{f"docs/words/{own}": "# Ours\n"})
    for words in (("termwise", "check"), ("mkdocs", "build")):
        done = run(host, *words)
        said = done.stdout + done.stderr
        assert f"docs/words/{own}:1:1: error[address-taken]" in said
        assert 'rename one of them, or choose another prefix than "words"' in said


def test_a_file_at_the_place_of_a_script_is_a_problem(make_host: MakeHost, run: Run) -> None:
    """It would be replaced otherwise, and nobody would know why the page has changed."""
    host = make_host("", **{"docs/assets/termwise.js": "ours()"})
    checked, built = run(host, "termwise", "check"), run(host, "mkdocs", "build")
    assert "docs/assets/termwise.js:1:1: error[address-taken]" in checked.stdout
    assert "docs/assets/termwise.js:1:1: error[address-taken]" in built.stderr
    assert not (host / "site").exists()


@pytest.mark.parametrize(
    ("line", "option", "said"),
    [
        ("site_dir: glossary", "", "site_dir: each build replaces"),
        ("site_dir: glossary/terms", "", "site_dir: each build replaces"),
        ("site_dir: .", "", "site_dir: each build replaces"),
        ("", "pinned: docs", "pinned: builds write into"),
        ("", "pinned: glossary/terms", "pinned: builds write into"),
    ],
)
def test_no_folder_is_built_into_another(
    make_host: MakeHost, run: Run, line: str, option: str, said: str
) -> None:
    """A build replaces its site, so that a glossary within it would be gone."""
    host = make_host(option)
    text = (host / "mkdocs.yml").read_text("utf-8")
    (host / "mkdocs.yml").write_text(f"{line}\n{text}", "utf-8")
    for words in (("termwise", "check"), ("mkdocs", "build")):
        done = run(host, *words)
        assert done.returncode != 0
        assert said in done.stdout + done.stderr or "docs_dir" in done.stderr
        assert "Traceback" not in done.stderr
    assert (host / "glossary/terms/rag.yml").exists()


def test_the_plugin_stands_once(make_host: MakeHost, run: Run) -> None:
    host = make_host("")
    with (host / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("  - termwise\n")
    for words in (("termwise", "check"), ("mkdocs", "build")):
        done = run(host, *words)
        assert "plugins: the plugin termwise stands twice; keep one" in done.stderr, done
    assert not (host / "site").exists()


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (
            "prefx: words",
            "prefx: the plugin termwise has no option 'prefx'; did you mean \"prefix\"?",
        ),
        ("prefix: 5", "prefix: 5 is not a text; put it in quotes"),
    ],
)
def test_a_wrong_option_is_told_alike(
    make_host: MakeHost, run: Run, option: str, said: str
) -> None:
    """By a build as by the command: MkDocs' own words name Python's types, and no place."""
    host = make_host(option)
    checked, built = run(host, "termwise", "check"), run(host, "mkdocs", "build")
    [line] = checked.stderr.splitlines()
    assert re.fullmatch(r"mkdocs\.yml:\d+:16: error\[bad-setting\] plugins\.termwise\..*", line)
    assert line.endswith(said)
    assert line in built.stderr
    assert (checked.returncode, built.returncode) == (2, 1)


def test_the_home_page_is_the_host_s_unless_asked(make_host: MakeHost, run: Run) -> None:
    """Asked, the glossary adds to it, and its front matter stays in force."""
    host = make_host("")
    home = article(build(run, host) / "index.html")
    assert "Our documentation" in home
    assert "tw-find" not in home
    (host / "mkdocs.yml").write_text(
        SETTINGS.replace("name: material", "name: material, custom_dir: theme")
        + "  - termwise: {home: true}\n",
        "utf-8",
    )
    (host / "theme").mkdir()
    (host / "theme/bare.html").write_text("<main>{{ page.content }}</main>", "utf-8")
    (host / "docs/index.md").write_text(HOME.replace("main.html", "bare.html"), "utf-8")
    home = (build(run, host) / "index.html").read_text("utf-8")
    assert home.startswith("<main>")
    assert "Our documentation" in home
    assert "tw-find" in home


def test_below_a_prefix_the_home_page_is_not_called_like_the_site(
    make_host: MakeHost, run: Run
) -> None:
    """Whose own home page has that name already: in tabs, in search, on the way to a term."""
    site = build(run, make_host())
    home = (site / "glossary/index.html").read_text("utf-8")
    assert re.findall("<title>(.*?)</title>|<h1[^>]*>([^<]*)", home) == [
        ("Glossary - Documentation", ""), ("", "Glossary"),
    ]  # fmt: skip
    term = (site / "glossary/terms/rag/index.html").read_text("utf-8")
    way = re.findall(r'"position": ?(\d), ?"name": ?"([^"]*)"', term)
    assert way[:2] == [("1", "Glossary"), ("2", "All terms")]


def test_without_a_home_page_the_glossary_makes_one(make_host: MakeHost, run: Run) -> None:
    """A site of nothing but a glossary needs no page written by hand."""
    host = make_host("")
    for path in (host / "docs").rglob("*.md"):
        path.unlink()
    assert "tw-find" in article(build(run, host) / "index.html")


SWITCHES = {
    "embeds": (r"embed/|oembed|Embed this", r"embed/v1/.*"),
    "api": (r"api/v1", r"api/v1/.*"),
    "feed": (r"feed\.xml|atom", r"feed\.xml"),
    "markdown": (r"text/markdown", r".*\.md"),
    "llms": ("", r"llms\.txt"),
    "facts": (r"facts/", r"facts/.*"),
    "share": (r"Share:", ""),
}
"""What a switch turns off: what no page then says, and which files there are not."""


@pytest.mark.parametrize("switch", SWITCHES)
def test_each_switch_turns_something_off(make_host: MakeHost, run: Run, switch: str) -> None:
    """Off, neither a page nor a file has it; on, something does."""
    said, files = SWITCHES[switch]
    host = make_host("")
    site = build(run, host)
    shown = "".join(path.read_text("utf-8") for path in (site / "terms").rglob("*.html"))
    assert not said or re.search(said, shown)
    assert not files or any(re.fullmatch(files, path) for path in paths(site))
    (host / "mkdocs.yml").write_text(f"{SETTINGS}  - termwise: {{{switch}: false}}\n", "utf-8")
    site = build(run, host)
    shown = "".join(path.read_text("utf-8") for path in (site / "terms").rglob("*.html"))
    assert not said or not re.search(said, re.sub(r"<(?:link|script)[^>]*assets/[^>]*>", "", shown))
    assert not files or not any(re.fullmatch(files, path) for path in paths(site))


def test_links_may_be_marked_or_off(make_host: MakeHost, run: Run) -> None:
    """For sites that use brackets and braces themselves."""
    marked = "# M\n\n[[rag]] [[term:rag]] {{price}} {{term:price}} [[term:ragg]]\n"
    host = make_host("prefix: glossary, links_prefix: 'term:'", **{"docs/m.md": marked})
    done = run(host, "mkdocs", "build")
    assert 'docs/m.md:3:47: warning[unknown-term] no term "ragg"' in done.stderr
    page = article(host / "site/m/index.html")
    assert page.count("<a ") - page.count("headerlink") == 2
    assert "[[rag]] <a" in page
    off = f"{SETTINGS}  - termwise: {{prefix: glossary, links: false}}\n"
    (host / "mkdocs.yml").write_text(off, "utf-8")
    assert "terms/rag" not in article(build(run, host) / "index.html")
    (host / "mkdocs.yml").write_text(f"{SETTINGS}  - termwise: {{prefix: glossary}}\n", "utf-8")
    (host / "docs/m.md").write_text(f"---\nglossary_links: false\n---\n{marked}", "utf-8")
    assert "terms/rag" not in article(build(run, host) / "m/index.html")


def test_written_out_it_is_the_same(make_host: MakeHost, run: Run) -> None:
    """`termwise write` leaves what is excluded and snippets alone, and takes templates along."""
    theme = "name: material, custom_dir: theme"
    host = make_host("prefix: glossary", **{"theme/main.html": '{% extends "base.html" %}\n'})
    text = (host / "mkdocs.yml").read_text("utf-8")
    (host / "base.yml").write_text(text.replace("name: material", theme), "utf-8")
    (host / "mkdocs.yml").write_text("INHERIT: base.yml\nsite_name: Inherited\n", "utf-8")
    done = run(host, "termwise", "write", "out")
    assert done.returncode == 0, done.stderr
    for name in ("secret.md", "sketch.md", "blog/posts/two.md"):
        written = (host / "out/docs" / name).read_text("utf-8")
        assert written == (host / "docs" / name).read_text("utf-8")
    assert (host / "out/overrides/main.html").read_text("utf-8") == '{% extends "base.html" %}\n'
    built = run(host / "out", "mkdocs", "build", "--strict")
    assert built.returncode == 0, built.stderr
    home = article(host / "out/site/index.html")
    assert "In a snippet [[rag]]." in home
    assert home.count('href="glossary/terms/rag/"') == 4
    assert not (host / "out/site/secret").exists()
    assert "Inherited" in (host / "out/site/index.html").read_text("utf-8")

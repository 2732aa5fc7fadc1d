"""`termwise write`: plain files that MkDocs and Zensical build into what the plugin builds."""

import datetime
import html
import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest
import yaml

from termwise.project.checked import read_and_check
from termwise.project.library import library_of
from termwise.project.settings import read_settings
from termwise.site.write import write

Run = Callable[..., subprocess.CompletedProcess[str]]
MakeProject = Callable[..., Path]

HOST = "https://termwise.example/"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with what is in it, but for the cache."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in sorted(folder.rglob("*"))
        if ".cache" not in path.parts
    }


@pytest.fixture(scope="module")
def written(root: Path, run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reference glossary as plain files."""
    out = tmp_path_factory.mktemp("written") / "out"
    done = run(root, "termwise", "write", str(out))
    assert done.returncode == 0, done.stdout + done.stderr
    return out


@pytest.fixture(scope="module")
def by_mkdocs(written: Path, run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Those files, built by MkDocs without the plugin."""
    site = tmp_path_factory.mktemp("by-mkdocs") / "site"
    done = run(written, "mkdocs", "build", "--strict", "--site-dir", str(site))
    assert done.returncode == 0, done.stderr
    return site


@pytest.fixture(scope="module")
def by_zensical(written: Path, command_environment: dict[str, str]) -> Path:
    """Those files, built by Zensical, which puts its site beside them."""
    zensical = Path(sys.executable).with_name("zensical")
    done = subprocess.run(
        [zensical, "build", "--strict"],
        cwd=written,
        env=command_environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return written / "site"


EMPTY = {"br", "hr", "img", "input", "wbr"}


@dataclass
class Article(HTMLParser):
    """What a page says: the words, headings, links and ids of its article.

    Left out are a theme's own additions: the links of headings to themselves (their sign
    differs), and the element `__skip` that Zensical begins every article with. The data of a
    calculator is left out too, since its links are written for the place of the page. White
    space does not count.
    """

    address: str
    words: str = ""
    headings: list[tuple[str, str, str]] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[tuple[str, bool]] = []
        self._heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element says of itself."""
        attributes = {name: value or "" for name, value in attrs}
        if not self._open and tag != "article":
            return
        left_out = self._left_out or "headerlink" in attributes.get("class", "")
        left_out = left_out or attributes.get("class") == "tw-decision-data"
        if tag not in EMPTY:
            self._open.append((tag, left_out))
        if left_out:
            return
        if "href" in attributes:
            self.links.append((urljoin(HOST + self.address, attributes["href"]), ""))
        if attributes.get("id", "__skip") != "__skip":
            self.ids.append(attributes["id"])
        if re.fullmatch("h[1-6]", tag):
            self._heading = True
            self.headings.append((tag, attributes.get("id", ""), ""))

    def handle_endtag(self, tag: str) -> None:
        """End an element."""
        if self._open and tag not in EMPTY:
            assert self._open.pop()[0] == tag, f"{self.address}: </{tag}> ends nothing"
        if re.fullmatch("h[1-6]", tag):
            self._heading = False

    def handle_data(self, data: str) -> None:
        """Note words, those of links and headings with them too."""
        if not self._open or self._left_out:
            return
        text = "".join(data.split())
        self.words += text
        if self._heading:
            level, name, words = self.headings[-1]
            self.headings[-1] = (level, name, words + text)
        if self._open[-1][0] == "a":
            target, words = self.links[-1]
            self.links[-1] = (target, words + text)

    @property
    def _left_out(self) -> bool:
        return bool(self._open) and self._open[-1][1]


def articles(site: Path) -> dict[str, Article]:
    """The article of every page by the page's address; 404.html is the theme's.

    What is offered as Markdown is left out: only the plugin can publish that beside its pages.
    """
    found = {}
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        if name != "404.html" and not name.startswith("api/"):
            found[name] = Article(name.removesuffix("index.html"))
            found[name].feed(path.read_text("utf-8"))
            found[name].close()
            found[name].words = found[name].words.replace("Asdata:Markdown,", "Asdata:")
            found[name].links = [link for link in found[name].links if ".md" not in link[0]]
    return found


@pytest.fixture(scope="module")
def original(reference_site: Path) -> dict[str, Article]:
    return articles(reference_site)


BUILDERS = ["by_mkdocs", "by_zensical"]


@pytest.mark.parametrize("builder", BUILDERS)
def test_the_same_pages_say_the_same(
    builder: str, original: dict[str, Article], request: pytest.FixtureRequest
) -> None:
    """To the word, to the heading, to the link and its destination, to the anchor."""
    built = articles(request.getfixturevalue(builder))
    assert built.keys() == original.keys()
    assert len(built) > 60
    wrong = []
    for name, article in original.items():
        for part in ("words", "headings", "links", "ids"):
            ours, theirs = getattr(article, part), getattr(built[name], part)
            if ours != theirs:
                wrong.append(f"{name}: {part}: {_first_difference(ours, theirs)}")
    assert wrong == []


def _first_difference(ours: str | list[object], theirs: str | list[object]) -> str:
    size = min(len(ours), len(theirs))
    place = next((n for n in range(size) if ours[n] != theirs[n]), size)
    width = 60 if isinstance(ours, str) else 1
    return f"{ours[place : place + width]!r} became {theirs[place : place + width]!r}"


def test_mkdocs_makes_the_same_files_as_with_the_plugin(
    by_mkdocs: Path, reference_site: Path
) -> None:
    """But for Markdown, which MkDocs takes for pages."""
    markdown = {name for name in tree(reference_site) if name.endswith(".md")}
    assert "terms/rag/index.md" in markdown
    assert tree(by_mkdocs).keys() == tree(reference_site).keys() - markdown


def test_zensical_differs_only_in_its_own_files(by_zensical: Path, reference_site: Path) -> None:
    """It has a search of its own, and assets of its own; the rest of the files is the same."""

    def ours(site: Path) -> set[str]:
        found = {name for name, content in tree(site).items() if content}
        theirs = r"assets/(?!termwise)|search/|search\.json|sitemap\.xml\.gz|objects\.inv"
        return {name for name in found if not re.match(theirs, name)}

    assert ours(by_zensical) == {name for name in ours(reference_site) if name[-3:] != ".md"}


def test_the_search_finds_the_same_with_the_plugin_and_without(
    by_mkdocs: Path, reference_site: Path, original: dict[str, Article]
) -> None:
    """Pages made as HTML are indexed without a parser; the parser would find the same."""
    with_plugin, without = (_index(site, original) for site in (reference_site, by_mkdocs))
    assert with_plugin.keys() == without.keys()
    differing = [place for place, entry in with_plugin.items() if entry != without[place]]
    assert differing == []


def _index(site: Path, pages: dict[str, Article]) -> dict[str, str]:
    """What the search knows of each place.

    Where anything stands before a page's first heading (breadcrumbs), the theme has an entry
    for that, which is empty, and one for the heading. The plugin has one for both; so they are
    one here. Entities may be written in two ways.
    """
    firsts = {f"{page.address}#{page.headings[0][1]}": page.address for page in pages.values()}
    found: dict[str, str] = {}
    for entry in json.loads((site / "search/search_index.json").read_text("utf-8"))["docs"]:
        place = firsts.get(entry["location"], entry["location"])
        text = html.unescape("".join(entry["text"].split()))
        found[place] = found.get(place, "") + text
    return found


def heads(site: Path) -> dict[str, list[str]]:
    """What each page's head says to programs, but for where the page is as Markdown."""
    ours = re.compile(r'<(?:meta (?:property="og:|name="twitter:)|link rel="alternate ")[^>]*>')
    found = {}
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        if not name.startswith(("api/", "embed/")):
            head = path.read_text("utf-8").partition("</head>")[0]
            found[name] = [tag for tag in ours.findall(head) if "text/markdown" not in tag]
    return found


@pytest.mark.parametrize("builder", BUILDERS)
def test_heads_say_the_same(
    builder: str, reference_site: Path, request: pytest.FixtureRequest
) -> None:
    """Through a template of the theme's, as the plugin puts it there."""
    built = heads(request.getfixturevalue(builder))
    assert built == heads(reference_site)
    assert built["404.html"] == []
    assert len(built["terms/rag/index.html"]) > 6
    assert all(built[name] for name in built if name != "404.html")


# What is written


def test_writing_again_gives_the_same_bytes(
    root: Path, run: Run, written: Path, tmp_path: Path
) -> None:
    out = tmp_path / "again"
    for _time in range(2):
        assert run(root, "termwise", "write", str(out)).returncode == 0
        found = {name: text for name, text in tree(written).items() if not name.startswith("site")}
        found.pop(".cache", None)
        assert {**tree(out)} == {k: v for k, v in found.items() if not k.startswith(".cache")}
    assert list(tmp_path.glob(".*.termwise")) == []


def test_the_configuration_needs_no_plugin_of_ours(written: Path) -> None:
    config = yaml.safe_load((written / "mkdocs.yml").read_text("utf-8"))
    assert config["plugins"] == ["search"]
    assert config["docs_dir"] == "docs"
    assert config["site_name"] == "AI glossary"
    assert "termwise" not in str(config["plugins"])


@pytest.mark.parametrize(
    ("more", "theme"),
    [
        ("", {"name": "material", "font": False}),
        (
            "site_url: https://x.example/\n",
            {"name": "material", "font": False, "custom_dir": "overrides"},
        ),
        (
            "site_url: https://x.example/\ntheme: {name: material, custom_dir: mine}\n",
            {"name": "material", "custom_dir": "overrides"},
        ),
        (
            "site_url: https://x.example/\ntheme: readthedocs\n",
            {"name": "readthedocs", "custom_dir": "overrides"},
        ),
    ],
)
def test_templates_of_one_s_own_stay(
    more: str, theme: dict[str, object], make_project: MakeProject, run: Run
) -> None:
    """The theme's template is replaced only where nobody replaced it, and where there is need."""
    project = make_project()
    (project / "mine").mkdir()
    (project / "mine/main.html").write_text("ours", "utf-8")
    config = (project / "mkdocs.yml").read_text("utf-8")
    if "theme:" in more:
        config = config.replace("theme:\n  name: material\n  font: false\n", "")
    (project / "mkdocs.yml").write_text(config + more, "utf-8")
    assert run(project, "termwise", "write", "out").returncode == 0
    assert yaml.safe_load((project / "out/mkdocs.yml").read_text("utf-8"))["theme"] == theme
    main = project / "out/overrides/main.html"
    assert main.exists() == ("custom_dir" in theme)
    if "mine" in more:
        assert main.read_text("utf-8") == "ours"


def test_other_files_of_the_content_come_along(make_project: MakeProject, run: Run) -> None:
    project = make_project()
    (project / "content/pictures").mkdir()
    (project / "content/pictures/one.png").write_bytes(b"\x89PNG")
    done = run(project, "termwise", "write", "out")
    assert done.returncode == 0, done.stderr
    assert (project / "out/docs/pictures/one.png").read_bytes() == b"\x89PNG"
    assert "counted as 001" in (project / "out/docs/terms/t-001.md").read_text("utf-8")


def _mistake(project: Path) -> int:
    term = project / "glossary/terms/t-001.yml"
    term.write_text("term: [one\n", "utf-8")
    return 1


def _no_settings(project: Path) -> int:
    (project / "mkdocs.yml").write_text("- no\n- settings\n", "utf-8")
    return 2


def _in_the_way(project: Path) -> int:
    """A file of the content stands where a folder of pages has to be."""
    (project / "content/terms").write_text("a file", "utf-8")
    return 2


@pytest.mark.parametrize("spoil", [_mistake, _no_settings, _in_the_way])
def test_a_failing_write_leaves_everything_as_it_was(
    make_project: MakeProject, run: Run, spoil: Callable[[Path], int]
) -> None:
    project = make_project()
    assert run(project, "termwise", "write", "out").returncode == 0
    before = tree(project / "out")
    status = spoil(project)
    for out in ("out", "other"):
        done = run(project, "termwise", "write", out)
        assert done.returncode == status, done.stderr
        assert "Traceback" not in done.stderr
    assert tree(project / "out") == before
    assert not (project / "other").exists()
    assert list(project.glob(".*.termwise")) == []


def test_a_folder_of_other_files_is_never_replaced(make_project: MakeProject, run: Run) -> None:
    project = make_project()
    for out in (".", "content", "glossary"):
        before = tree(project)
        done = run(project, "termwise", "write", out)
        assert done.returncode == 2
        assert "did not write" in done.stderr
        assert tree(project) == before


def test_what_was_written_before_and_is_no_more_goes(make_project: MakeProject, run: Run) -> None:
    project = make_project(4)
    run(project, "termwise", "write", "out")
    (project / "glossary/terms/t-002.yml").unlink()
    (project / "glossary/terms/t-003.yml").unlink()
    assert run(project, "termwise", "write", "out").returncode == 0
    assert not (project / "out/docs/terms/t-002.md").exists()
    assert (project / "out/docs/terms/t-001.md").exists()


@pytest.mark.parametrize(
    ("site_url", "base"),
    [("", "/"), ("https://example.org", "/"), ("https://example.org/words", "/words/")],
)
def test_links_in_html_start_from_the_site_s_root(
    make_project: MakeProject, run: Run, site_url: str, base: str
) -> None:
    """MkDocs and Zensical agree on no others: one leaves them alone, the other does not."""
    project = make_project(more=f"site_url: '{site_url}'\n")
    assert run(project, "termwise", "write", "out").returncode == 0
    page = (project / "out/docs/terms/t-000.md").read_text("utf-8")
    assert f'<a href="{base}terms/">Glossary</a>' in page
    assert set(re.findall(r'href="([^":]*)"', page)) == {
        f"{base}{path}" for path in ("terms/", "categories/basics/", "levels/beginner/")
    }


def test_an_earlier_output_that_cannot_be_deleted_costs_nothing(
    make_project: MakeProject, today: datetime.date, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is moved out of the way whole: a part of it left behind would stop the new one."""
    project = make_project()
    settings = read_settings(project / "mkdocs.yml")
    checked = read_and_check(settings.folders, today)
    library = library_of(checked.glossary, settings.site, today, checked.examiner)
    write(library, settings, project / "out")
    (project / "out/docs/terms/t-001.md").write_text("spoilt", "utf-8")
    monkeypatch.setattr("shutil.rmtree", lambda *_given, **_more: None)
    write(library, settings, project / "out")
    assert "counted as 001" in (project / "out/docs/terms/t-001.md").read_text("utf-8")

"""Guides: the Markdown pages of the content folder, their titles and front matter."""

from pathlib import Path

import pytest

from termwise.loader.collect import Collector
from termwise.loader.guides import read_guides
from termwise.project.own_pages import OwnPages, own_pages


def read(folder: Path, text: str, name: str = "guides/choosing-a-fruit.md") -> Collector:
    """What is collected of one guide."""
    content = folder / "content"
    (content / name).parent.mkdir(parents=True, exist_ok=True)
    (content / name).write_text(text, "utf-8")
    return read_guides(own_pages(OwnPages(content), content.parent))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle: From the front\n---\n# From the heading\n", "From the front"),
        ("# From the heading #\n", "From the heading"),
        ("Words first.\n\n#  From the heading  \n", "From the heading"),
        ("---\nhide: [toc]\n---\n\n# From the heading\n", "From the heading"),
        ("No heading.\n\n## A part\n", "Choosing a fruit"),
        ("", "Choosing a fruit"),
    ],
)
def test_the_title_of_a_guide(tmp_path: Path, text: str, title: str) -> None:
    """From the front matter, else the first heading, else the file's name."""
    assert read(tmp_path, text).glossary().guides["guides/choosing-a-fruit"].title == title


def test_text_and_body(tmp_path: Path) -> None:
    """The text is kept as written; the body begins after the front matter."""
    text = "---\ntitle: T\nfeatured: [a, b]\ndescription: D\nicon: material/x\n---\nBody.\n"
    guide = read(tmp_path, text).glossary().guides["guides/choosing-a-fruit"]
    assert (guide.text, guide.text[guide.body :]) == (text, "Body.\n")
    assert (guide.featured, guide.description) == (("a", "b"), "D")


def test_a_rule_in_the_text_is_no_front_matter(tmp_path: Path) -> None:
    """Front matter begins in the first line."""
    guide = (
        read(tmp_path, "Words.\n\n---\ntitle: T\n---\n")
        .glossary()
        .guides["guides/choosing-a-fruit"]
    )
    assert (guide.body, guide.title) == (0, "Choosing a fruit")


@pytest.mark.parametrize(
    "front",
    ["a: &x b\nc: *x", "title: 404", "a: 1\na: 2", "title: 2026-11-20", "title: [a]", "a: b: c"],
)
def test_odd_front_matter_is_no_fault(tmp_path: Path, front: str) -> None:
    """MkDocs takes it, or passes over it; so do we."""
    found = read(tmp_path, f"---\n{front}\n---\n# Fruit\n")
    assert found.problems == []
    titles = {"title: 404": "404", "title: 2026-11-20": "2026-11-20"}
    assert found.glossary().guides["guides/choosing-a-fruit"].title == titles.get(front, "Fruit")


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("Title: Of pairs\nOther: x\n    more\n\nWords.\n", "Of pairs", "Words.\n"),
        ("---\ntitle: T\n...\nWords.\n", "T", "Words.\n"),
        ("# Fruit\n\nNote: this is text.\n", "Fruit", "# Fruit\n\nNote: this is text.\n"),
    ],
)
def test_front_matter_in_other_forms(tmp_path: Path, text: str, title: str, body: str) -> None:
    """As MkDocs reads them."""
    guide = read(tmp_path, text).glossary().guides["guides/choosing-a-fruit"]
    assert (guide.title, guide.text[guide.body :]) == (title, body)


@pytest.mark.parametrize(
    ("front", "code", "line"),
    [("a: b\nfeatured: a", "wrong-type", 3), ("featured: [A B]", "bad-id", 2),
     ("glossary_links: maybe", "wrong-type", 2)],
)  # fmt: skip
def test_faults_in_what_is_said_to_us_have_their_line(
    tmp_path: Path, front: str, code: str, line: int
) -> None:
    """The line is counted in the file, and the guide is there all the same."""
    found = read(tmp_path, f"---\n{front}\n---\n# Fruit\n")
    assert [(p.file, p.code, p.line) for p in found.problems] == [
        ("content/guides/choosing-a-fruit.md", code, line)
    ]
    assert found.glossary().guides["guides/choosing-a-fruit"].title == "Fruit"


def test_a_page_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    """Not UTF-8, or a link that leads out of the content."""
    (tmp_path / "out.txt").write_text("secret")
    content = tmp_path / "content"
    content.mkdir()
    (content / "a.md").write_bytes(b"\xff")
    (content / "b.md").symlink_to("../out.txt")
    found = read_guides(own_pages(OwnPages(content), tmp_path))
    assert [problem.code for problem in found.problems] == ["not-utf-8", "outside-folder"]
    assert found.glossary().guides == {}


def test_what_is_not_published_is_not_read(tmp_path: Path) -> None:
    """Excluded, drafts, hidden; and of two pages at one address the one that MkDocs takes."""
    content = tmp_path / "content"
    (content / "notes").mkdir(parents=True)
    for name in ("a.md", "notes/b.md", "c.draft.md", ".d.md", "index.md", "README.md"):
        (content / name).write_text("# Words\n", "utf-8")
    (content / "e.md").write_text("---\ndraft: true\n---\n# Words\n", "utf-8")
    pages = own_pages(OwnPages(content, ("notes/", "*.draft.md")), tmp_path)
    assert sorted(read_guides(pages).glossary().guides) == ["a", "index"]

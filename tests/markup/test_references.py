"""Sources as pages cite them."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from termwise.lookup.backlinks import Relations
from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.markup.forms import MarkdownForm
from termwise.markup.references import edit_url, source_line, source_lines, used_in
from termwise.markup.writer import Writer
from termwise.model.kinds import KINDS

WriterIn = Callable[..., Writer]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        (
            "book",
            'A. Cook, <em><a href="https://books.example/(1)">The book</a></em>, Press, 2020',
        ),
        ("web", "<em>The page</em>, read 4 March 2026"),
        ("bare", "Same, <em>No date</em>"),
    ],
)
def test_a_source_in_one_line(name: str, line: str, writer_in: WriterIn) -> None:
    """Author, title, publisher and date, as far as they are known, and none twice."""
    assert source_line(name, writer_in()) == line


def test_a_line_leads_to_what_the_source_says(writer_in: WriterIn) -> None:
    """To its entry on the page of sources."""
    assert source_lines(["web"], writer_in()) == [
        '<em>The page</em>, read 4 March 2026 · <a href="../../sources/#web">what it says</a>'
    ]
    markdown = writer_in(MarkdownForm("terms/fry.md", True))
    assert source_lines(["book"], markdown)[0].startswith(
        "A. Cook, *[The book](https://books.example/&#40;1&#41;)*, Press, 2020"
    )


def test_who_names_an_entry(writer_in: WriterIn) -> None:
    """Terms, then comparisons, then guides."""
    assert used_in(("fact", "agreed"), writer_in()) == [
        '<a href="../boil/">3-minute egg</a>',
        '<a href="../../compare/fry-or-oil/">Fry &quot;or&quot; oil</a>',
        '<a href="../../">Welcome</a>',
    ]


def test_every_kind_of_entry_with_a_page_is_named(reference: Library) -> None:
    """A learning path that cites a fact is a use of it as well as a term is."""
    glossary = reference.glossary
    kinds = [kind.id for kind in KINDS if not kind.within]
    users = tuple((kind, next(iter(glossary.of_kind(kind)))) for kind in kinds)
    fact = ("fact", next(iter(glossary.facts)))
    library = replace(reference, relations=Relations(lambda: {fact: users}))
    found = used_in(fact, Writer(Lookup(library), MarkdownForm("x.md", True)))
    assert len(found) == len(kinds) >= 6


def test_an_edit_leads_to_the_file(kitchen: Library) -> None:
    """Where there is somewhere to edit it."""
    assert edit_url(("fact", "agreed"), Lookup(kitchen)) == (
        "https://glossary.example/edit/glossary/facts/heat.yml"
    )
    bare = replace(kitchen, site=replace(kitchen.site, edit_base=""))
    assert edit_url(("fact", "agreed"), Lookup(bare)) == ""

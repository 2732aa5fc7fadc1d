"""Relations: who names whom is derived, and complete."""

from collections.abc import Callable, Mapping

from termwise.lookup.backlinks import keys_in, names_in_text, relate
from termwise.lookup.library import Library
from termwise.model.glossary import Glossary

TAXONOMY = (
    "categories: [{id: c, title: C, description: 'See [[a]].'}]\n"
    "levels: [{id: l, title: L, description: D.}]\n"
)
TERM = "{{term: {0}, category: c, level: l, definition: D.{1}}}\n"


def test_whatever_names_an_entry_is_known(
    make_library: Callable[[Mapping[str, str]], Library],
) -> None:
    """By a field, in a text, as a tag; sorted, once each, and never the entry itself."""
    library = make_library(
        {
            "glossary/taxonomy.yml": TAXONOMY,
            "glossary/sources.yml": "sources: [{id: s, title: S, kind: book}]\n",
            "glossary/facts/f.yml": "title: F\nfacts:\n  - {id: x, statement: 'Of [[b]].',"
            " observations: [{value: 1, source: s, as_of: 2020}]}\n",
            "glossary/terms/a.yml": TERM.format("a", ", limits: '[[a]] [[b]] [[b]] {{x}}'"),
            "glossary/terms/b.yml": TERM.format("b", ", tags: [t]"),
            "glossary/paths/p.yml": "{title: P, summary: S., steps: [{term: b, why: W.}]}\n",
            "content/g.md": "# G\n\n[[b|bees]] and {{x}}\n",
        }
    )
    named_by = library.relations.named_by
    assert named_by["term", "b"] == (
        ("fact", "x"), ("guide", "g"), ("path", "p"), ("term", "a"),
    )  # fmt: skip
    assert named_by["term", "a"] == (("category", "c"),)
    assert named_by["fact", "x"] == (("guide", "g"), ("term", "a"))
    assert named_by["source", "s"] == (("fact", "x"),)
    assert named_by["tag", "t"] == (("term", "b"),)
    assert library.relations.of(("term", "b"), "term") == ("a",)
    assert library.relations.of(("term", "nowhere"), "term") == ()


def test_nothing_is_derived_from_nothing() -> None:
    """An empty glossary has no relations."""
    assert relate(Glossary()).named_by == {}


def test_code_names_nothing() -> None:
    """What stands in backticks is shown, not linked."""
    text = "[[a]] `[[b]]` {{c}}\n\n```\n[[d]]\n```\n"
    assert list(names_in_text(text, keys_in(Glossary()))) == [("term", "a"), ("fact", "c")]

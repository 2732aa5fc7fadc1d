"""The table of kinds, from which all other lists of kinds follow."""

import pytest

from termwise.lookup.library import Library
from termwise.model.addresses import FOLDERS, list_of, page_of
from termwise.model.fact import FactFile
from termwise.model.glossary import Glossary
from termwise.model.kinds import FILE_TYPES, FOLDER_TYPES, KIND, KINDS, Kind
from termwise.model.source import SourceFile
from termwise.model.term import Term
from termwise.model.values import Entry, Reference


def test_what_a_kind_can_do_follows_from_its_fields() -> None:
    """Nobody has to say twice that an entry has a date, or former ids."""
    assert [KIND[name].dated for name in ("term", "decision", "fact", "path")] == [1, 1, 1, 0]
    assert [KIND[name].renameable for name in ("term", "decision", "path", "fact")] == [1, 1, 1, 0]
    assert not KIND["guide"].dated


def test_kinds_are_told_apart() -> None:
    """By id, by type, and by what a list of them is called."""
    for part in ("id", "entry_type", "plural"):
        assert len({getattr(kind, part) for kind in KINDS}) == len(KINDS), part


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_the_fields_that_a_kind_names_are_there(kind: Kind) -> None:
    """What says in a sentence what an entry is, and the list that it stands in."""
    fields = getattr(kind.entry_type, "__annotations__", {})
    assert not kind.lead or kind.lead in fields
    assert kind.within is None or kind.plural in kind.within.model_fields
    if issubclass(kind.entry_type, Entry):
        assert bool(kind.folder) is not bool(kind.within), "read from one place"


def test_every_type_of_file_is_read_from_one_place() -> None:
    """A folder of files, or a file beside the folders."""
    assert (FOLDER_TYPES["facts"], FILE_TYPES["sources.yml"]) == (FactFile, SourceFile)
    assert {kind.within for kind in KINDS if kind.within} <= {*FOLDER_TYPES.values(),
                                                             *FILE_TYPES.values()}  # fmt: skip


def test_a_place_is_where_an_author_would_add_an_entry() -> None:
    """As remedies name it."""
    places = {kind.id: kind.place for kind in KINDS if kind.id != "guide"}
    assert places["term"] == "terms/"
    assert places["fact"] == "a file in facts/"
    assert places["source"] == "sources.yml"
    assert places["region"] == "taxonomy.yml"


def test_pages_stand_in_folders_of_their_kinds() -> None:
    """A tag is nobody's entry, and has a page all the same."""
    assert page_of(("topic", "costs")) == "facts/costs.md"
    assert list_of("tag") == "tags/index.md"
    assert set(FOLDERS) - {"tag"} == {kind.id for kind in KINDS if kind.pages}


def test_references_name_kinds() -> None:
    """Each marker of a field is of a kind that there is."""
    named = {
        marker.kind
        for kind in Entry.__subclasses__()
        for field in kind.model_fields.values()
        for marker in field.metadata
        if isinstance(marker, Reference)
    }
    assert named
    assert named <= set(KIND)


def test_entries_are_found_by_kind_and_by_type(reference: Library) -> None:
    """In the same mapping; a kind without entries is empty, and no other is known."""
    glossary = reference.glossary
    assert glossary.terms is glossary.of_type(Term) is glossary.of_kind("term")
    assert glossary.of_type(FactFile) is glossary.topics
    assert Glossary().of_kind("path") == {}
    with pytest.raises(KeyError):
        glossary.of_kind("terms")
    other = glossary.with_entries(term={})
    assert (other.terms, other.facts) == ({}, glossary.facts)

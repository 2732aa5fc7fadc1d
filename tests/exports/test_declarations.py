"""What exports declare of themselves is so."""

from dataclasses import fields, replace

import pytest

from termwise.exports import DATA, EXPORTS
from termwise.exports.planned import Export
from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.model.site import Offers
from termwise.site.plan import plan_files


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: str(export.addresses))
def test_an_export_has_the_files_that_it_declares(export: Export, reference: Library) -> None:
    """Each at its place, where the glossary has something of every kind."""
    planned = [file.path for file in export.plan(Lookup(reference))]
    assert {file.path for file in export.files} <= set(planned)
    assert len(planned) == len(set(planned))


def test_no_two_exports_stand_at_one_place(reference: Library) -> None:
    """Nor go by one name on the command line, or in `llms.txt`."""
    planned = [file.path for file in plan_files(reference)]
    assert len(planned) == len(set(planned))
    files = [file for export in EXPORTS for file in export.files]
    for names in ([file.form for file in files], [file.name for file in files]):
        given = [name for name in names if name]
        assert len(given) == len(set(given))


def test_an_export_belongs_to_an_offer_that_there_is(reference: Library) -> None:
    """Whoever switches it off has none of its files; redirects are always there."""
    offers = {field.name for field in fields(Offers)}
    for export in EXPORTS:
        if export.offer:
            assert export.offer in offers
            off = replace(reference.site.offers, **{export.offer: False})
            library = replace(reference, site=replace(reference.site, offers=off))
            places = {file.path for file in plan_files(library)}
            assert not places & {file.path for file in export.plan(Lookup(library))}


def test_what_language_models_are_told_of_is_described() -> None:
    """A line of `llms.txt` has a name and says what the file is; the README tells of each."""
    for export in DATA:
        assert export.about
        assert all(bool(file.name) is bool(file.about) for file in export.files)

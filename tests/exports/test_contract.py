"""The contracts as they are published."""

import json

import pytest

from termwise.exports.contract import api_contract, contract, embed_contract
from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.site.make import make_file


@pytest.mark.parametrize(
    ("path", "file"),
    [("api/v1/schema.json", "api-v1.json"), ("embed/v1/schema.json", "embed-v1.json")],
)
def test_a_contract_stands_where_data_names_it(path: str, file: str, eggs: Library) -> None:
    """Under the address that is its own name, and otherwise as it is in the package."""
    lookup = Lookup(eggs)
    files = (*api_contract(lookup), *embed_contract(lookup))
    planned = {planned.path: planned for planned in files}[path]
    text = b"".join(make_file(planned, lookup)).decode()
    published = json.loads(text)
    assert published.pop("$id") == f"https://glossary.example/{path}"
    assert published == contract(file)
    assert len(text.splitlines()) > 100, "people read it too"

"""The contracts of the data, published beside it: what programs elsewhere may rely on."""

import json
from collections.abc import Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

import termwise
from termwise.exports.json_form import SCHEMA
from termwise.exports.planned import DataFile, Export, PlannedFile
from termwise.lookup.lookup import Lookup
from termwise.model.embed_addresses import MOVING

CONTRACT = Path(termwise.__file__).parent / "contract"
EMBEDDED = f"{MOVING}/schema.json"
PUBLISHED: Mapping[str, str] = {SCHEMA: "api-v1.json", EMBEDDED: "embed-v1.json"}
"""The place of each in a site, and its file."""


def api_contract(_lookup: Lookup) -> Iterator[PlannedFile]:
    """A JSON Schema for the JSON API."""
    yield _planned(SCHEMA)


def embed_contract(_lookup: Lookup) -> Iterator[PlannedFile]:
    """A JSON Schema for the data of embeds."""
    yield _planned(EMBEDDED)


API = Export(api_contract, offer="api", files=(DataFile(SCHEMA, form="schema"),))
EMBEDS = Export(embed_contract, offer="embeds", files=(DataFile(EMBEDDED),))


def _planned(path: str) -> PlannedFile:
    return PlannedFile(path, partial(_schema, path, PUBLISHED[path]))


@cache
def contract(file: str) -> Mapping[str, Any]:
    """A contract as it stands in the package."""
    found: Mapping[str, Any] = json.loads((CONTRACT / file).read_text("utf-8"))
    return found


def _schema(path: str, file: str, lookup: Lookup) -> str:
    """The contract, named by the address that it is published under."""
    named = {"$id": lookup.site.url + path, **contract(file)}
    return json.dumps(named, ensure_ascii=False, indent=2) + "\n"

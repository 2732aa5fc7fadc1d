"""`termwise schema`: what a file may hold, as JSON Schema."""

import json
from collections.abc import Mapping

import click

from termwise.cli.choice import OneOf
from termwise.model.kinds import FILE_TYPES, FOLDER_TYPES
from termwise.model.values import Entry

SCHEMAS: Mapping[str, type[Entry]] = {
    name: kind
    for place, kind in {**FOLDER_TYPES, **FILE_TYPES}.items()
    for name in (place.removesuffix(".yml").removesuffix("s"), place.removesuffix(".yml"))
}
"""What is described: by what a file holds, and by the folder's or file's name."""


@click.command()
@click.argument("kind", type=OneOf(dict.fromkeys(SCHEMAS, "")), metavar="KIND")
def schema(kind: str) -> None:
    """Print the JSON Schema of one KIND of file, for editors that complete and check YAML.

    KIND is term, comparison, decision, path, fact, source or taxonomy; terms does as well, and
    so on.
    """
    said = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    click.echo(json.dumps(said | SCHEMAS[kind].model_json_schema(), indent=2, ensure_ascii=False))

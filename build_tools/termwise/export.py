"""`termwise export FORMAT`: the glossary's data in one format, without building the site."""

from collections.abc import Iterator
from pathlib import Path

from termwise.build import make_file, plan_files
from termwise.producers.reading import Library
from termwise.publish import write_data

EXPORTS = {
    "json": "api/v1/glossary.json",
    "csv": "api/v1/terms.csv",
    "csv-facts": "api/v1/facts.csv",
    "skos": "api/v1/glossary.ttl",
    "tbx": "api/v1/glossary.tbx",
    "atom": "feed.xml",
    "llms": "llms.txt",
    "textlint": "api/v1/textlint.json",
    "vale": "api/v1/vale.zip",
    "schema": "api/v1/schema.json",
}
"""Formats that are one file, by the place of that file in the site."""

ALL = "all"
"""Every file that the site has beside its pages, in a folder."""


def export(library: Library, form: str) -> Iterator[bytes] | None:
    """The glossary in one of `EXPORTS`, in parts; None where it has nothing for that format."""
    for planned in plan_files(library, wanted=False):
        if planned.path == EXPORTS[form]:
            return make_file(planned, library)
    return None


def export_all(library: Library, folder: Path) -> None:
    """Write all data and embeds below a folder, as the site has them."""
    write_data(library, folder)

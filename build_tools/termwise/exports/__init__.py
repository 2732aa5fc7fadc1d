"""The glossary as data for other programs, a module for each format.

To add one, write a module with a function `Lookup -> Iterator[PlannedFile]` and an `EXPORT` that
declares it, and name it here.
"""

from termwise.exports import (
    contract,
    csv_files,
    feed,
    json_api,
    lint,
    llms,
    redirects,
    skos,
    tables,
    tbx,
)
from termwise.exports.planned import Export

DATA: tuple[Export, ...] = (
    json_api.EXPORT,
    tables.EXPORT,
    csv_files.EXPORT,
    skos.EXPORT,
    tbx.EXPORT,
    lint.EXPORT,
    feed.EXPORT,
)
"""The glossary in other formats, in the order in which the README and `llms.txt` list them."""

EXPORTS: tuple[Export, ...] = (
    *DATA,
    llms.export_of(DATA),
    contract.API,
    contract.EMBEDS,
    redirects.EXPORT,
)
"""All files beside the pages, embeds aside."""

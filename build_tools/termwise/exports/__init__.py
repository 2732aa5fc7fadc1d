"""The glossary as data for other programs, a module for each format.

To add one, write a module with a function `Library -> Iterator[PlannedFile]` and name it here.
"""

from termwise.exports.contract import api_contract, embed_contract
from termwise.exports.csv_files import csv_files
from termwise.exports.feed import feed_files
from termwise.exports.json_api import json_files
from termwise.exports.lint import lint_files
from termwise.exports.llms import llms_files
from termwise.exports.planned import FileProducer
from termwise.exports.redirects import redirect_files
from termwise.exports.skos import skos_files
from termwise.exports.tables import table_files
from termwise.exports.tbx import tbx_files

EXPORTS: tuple[tuple[FileProducer, str], ...] = (
    (api_contract, "api"),
    (csv_files, "api"),
    (embed_contract, "embeds"),
    (feed_files, "feed"),
    (json_files, "api"),
    (lint_files, "api"),
    (llms_files, "llms"),
    (redirect_files, ""),
    (skos_files, "api"),
    (table_files, "api"),
    (tbx_files, "api"),
)
"""The formats of the data, each with the offer of the site (`Offers`) that it belongs to."""

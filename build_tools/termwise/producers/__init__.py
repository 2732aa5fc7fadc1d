"""Page kinds and exports: producers of files from the glossary.

To add a kind of page, write a module with a function `Library -> Iterator[PlannedPage]` and name
it in `PAGES`; to add a format of the data, one with a function `Library -> Iterator[PlannedFile]`
and name it in `FILES`.
"""

from termwise.producers.document import FileProducer, Producer
from termwise.producers.exports.contract import api_contract, embed_contract
from termwise.producers.exports.csv_files import csv_files
from termwise.producers.exports.feed import feed_files
from termwise.producers.exports.json_api import json_files
from termwise.producers.exports.lint import lint_files
from termwise.producers.exports.llms import llms_files
from termwise.producers.exports.redirects import redirect_files
from termwise.producers.exports.skos import skos_files
from termwise.producers.exports.tables import table_files
from termwise.producers.exports.tbx import tbx_files
from termwise.producers.pages.categories import category_pages, level_pages, tag_pages
from termwise.producers.pages.comparisons import comparison_pages
from termwise.producers.pages.decisions import decision_pages
from termwise.producers.pages.facts import fact_pages
from termwise.producers.pages.guides import guide_pages
from termwise.producers.pages.home import home_page
from termwise.producers.pages.index import index_pages
from termwise.producers.pages.paths import path_pages
from termwise.producers.pages.sources import source_page
from termwise.producers.pages.terms import term_pages

PAGES: tuple[Producer, ...] = (
    home_page,
    index_pages,
    term_pages,
    category_pages,
    level_pages,
    tag_pages,
    comparison_pages,
    decision_pages,
    path_pages,
    fact_pages,
    source_page,
)

OWN_PAGES: tuple[Producer, ...] = (guide_pages,)
"""The site's own pages, where it is not MkDocs that makes them."""

FILES: tuple[tuple[FileProducer, str], ...] = (
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

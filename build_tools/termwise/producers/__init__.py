"""Page kinds, and later exports and embeds: producers of files from the glossary.

To add a kind of file, write a module with a function `Library -> Iterator[Planned]` and name
it in `PRODUCERS`.
"""

from termwise.producers.categories import category_pages, level_pages, tag_pages
from termwise.producers.comparisons import comparison_pages
from termwise.producers.decisions import decision_pages
from termwise.producers.document import Producer
from termwise.producers.facts import fact_pages
from termwise.producers.guides import guide_pages
from termwise.producers.home import home_page
from termwise.producers.index import index_pages
from termwise.producers.paths import path_pages
from termwise.producers.sources import source_page
from termwise.producers.terms import term_pages

PRODUCERS: tuple[Producer, ...] = (
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
    guide_pages,
)

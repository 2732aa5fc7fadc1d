"""The pages of the site, a module for each kind.

To add one, write a module with a function `Lookup -> Iterator[PlannedPage]` and name it here.
"""

from termwise.pages.categories import category_pages, level_pages, tag_pages
from termwise.pages.comparisons import comparison_pages
from termwise.pages.decisions import decision_pages
from termwise.pages.facts import fact_pages
from termwise.pages.guides import guide_pages
from termwise.pages.home import home_page
from termwise.pages.index import index_pages
from termwise.pages.paths import path_pages
from termwise.pages.planned import PageProducer
from termwise.pages.sources import source_page
from termwise.pages.terms import term_pages

PAGES: tuple[PageProducer, ...] = (
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

OWN_PAGES: tuple[PageProducer, ...] = (guide_pages,)
"""The site's own pages, where it is not MkDocs that makes them."""

"""A whole project without a builder of sites: the glossary and the pages beside it, checked."""

import datetime
import itertools
from dataclasses import replace

from termwise.loader import locate, shown_path
from termwise.model.addresses import url_of
from termwise.render import assets
from termwise.site.build import (
    Checked,
    asset_clash,
    clashes,
    library_of,
    read_and_check,
    with_pages,
)
from termwise.site.own_pages import own_pages
from termwise.site.settings import Settings


def assemble(settings: Settings, today: datetime.date) -> Checked:
    """The project's glossary and own pages, with everything that is wrong with them."""
    folders, own = settings.folders, settings.own
    checked = read_and_check(folders, today)
    pages = list(own_pages(own, folders.root))
    checked = with_pages(checked, pages, own.mark, folders.root)
    if checked.errors:
        return checked
    site = settings.site
    library = library_of(checked.glossary, site, today, checked.examiner)
    addresses = {
        url_of(place, directory_urls=site.directory_urls): source.shown
        for place, _file, source in pages
    }
    names = itertools.chain(*assets(decisions=bool(library.glossary.decisions), prefix=site.prefix))
    files = (folders.content / name for name in names)
    taken = (asset_clash(shown_path(file, folders.root)) for file in files if file.exists())
    found = (*checked.problems, *clashes(library, addresses), *taken)
    return replace(checked, problems=locate(found, folders.root))

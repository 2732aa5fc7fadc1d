"""A whole project without a builder of sites: the glossary and the pages beside it, checked."""

import datetime
import itertools
from dataclasses import replace

from termwise.loader import locate, shown_path
from termwise.model.addresses import url_of
from termwise.project.checked import Checked, read_and_check, with_pages
from termwise.project.library import library_of
from termwise.project.own_pages import own_pages
from termwise.project.settings import Settings
from termwise.render import assets
from termwise.site.clashes import asset_clash, clashes
from termwise.site.plan import plan_glossary


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
    taken = (asset_clash(shown_path(file, folders.root), site) for file in files if file.exists())
    found = (*checked.problems, *clashes(plan_glossary(library), site, addresses), *taken)
    return replace(checked, problems=locate(found, folders.root))

"""The library of a project: all that its pages are made of."""

import datetime
from dataclasses import replace

from termwise.decide.examiner import Examiner
from termwise.lookup.backlinks import relate
from termwise.lookup.library import Library
from termwise.model.addresses import HOME_ID
from termwise.model.glossary import Glossary
from termwise.model.site import Site
from termwise.words.catalogue import words_for


def library_of(
    glossary: Glossary, site: Site, today: datetime.date, examiner: Examiner | None = None
) -> Library:
    """All that pages are made of, from a glossary without errors.

    The home page is the glossary's where the site has none of its own.
    """
    home = site.home or ("guide", HOME_ID) not in glossary.origins
    site = replace(site, home=home)
    words = words_for(site.language)
    return Library(glossary, relate(glossary), site, today, examiner or Examiner(), words=words)

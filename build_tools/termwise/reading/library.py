"""All that the files of a site are made of."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from termwise.decide.examiner import Examiner
from termwise.model.glossary import Glossary
from termwise.model.site import Site
from termwise.reading.backlinks import Relations
from termwise.reading.pins import Pins


@dataclass(frozen=True)
class Library:
    """All that pages are made of: the glossary, what is derived from it, the site, the day.

    `markdown` says whether files of Markdown may stand beside the pages, `converted` has the HTML
    of the site's own pages that are parts of ours, by their ids.
    """

    glossary: Glossary
    relations: Relations
    site: Site
    today: datetime.date
    examiner: Examiner = field(default_factory=Examiner)
    pins: Pins = field(default_factory=Pins)
    markdown: bool = True
    converted: Mapping[str, str] = field(default_factory=dict)

    @property
    def plain_copies(self) -> bool:
        """Whether each page stands in the site as plain Markdown, too."""
        return self.markdown and self.site.offers.markdown

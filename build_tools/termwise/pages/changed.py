"""When what a page tells of was last changed, as its entry says."""

import datetime

from termwise.lookup.lookup import Lookup
from termwise.model.addresses import entry_at
from termwise.model.kinds import Reviewed
from termwise.model.term import Term


def last_changed(page: str, lookup: Lookup) -> datetime.date | None:
    """The newest day that the entry of a page, named by its Markdown file, names for itself.

    None where it names none that has come, and for pages that are no entry's own.
    """
    key = entry_at(page, lookup.has)
    entry = lookup.entry(key) if key else None
    if not isinstance(entry, Reviewed):
        return None
    days = [entry.reviewed]
    if isinstance(entry, Term):
        days += [entry.added, *(change.on for change in entry.changes)]
    return max((day for day in days if day and lookup.has_come(day)), default=None)

"""A learning path: an ordered walk through terms."""

from termwise.model.values import Entry, Id, LevelId, Name, TermId, Text


class Step(Entry):
    """One stop of the walk, and why it comes here."""

    term: TermId
    """The term to read."""
    why: Text
    """Why it comes here."""


class Path(Entry):
    """One entry of `paths/<id>.yml`."""

    title: Name
    """The heading of the page."""
    summary: Text
    """One sentence: where the path leads."""
    audience: Name | None = None
    """For whom it is."""
    level: LevelId | None = None
    """How much a reader should know beforehand."""
    steps: tuple[Step, ...]
    """The terms in their order."""
    formerly: tuple[Id, ...] = ()
    """Ids under which it stood before; their addresses lead here."""

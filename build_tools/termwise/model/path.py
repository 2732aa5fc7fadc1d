"""A learning path: an ordered walk through terms."""

from termwise.model.values import Entry, Id, LevelId, Name, TermId, Text


class Step(Entry):
    """One stop of the walk, and why it comes here."""

    term: TermId
    why: Text


class Path(Entry):
    """One entry of `paths/<id>.yml`."""

    title: Name
    summary: Text
    audience: Name | None = None
    level: LevelId | None = None
    steps: tuple[Step, ...]
    formerly: tuple[Id, ...] = ()

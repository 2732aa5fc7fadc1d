"""The glossary's own categories, levels, kinds of relation and regions."""

from termwise.model.values import Entry, Id, Name, Text


class Category(Entry):
    """A subject area; every term is in one."""

    id: Id
    """How terms name the category."""
    title: Name
    """What readers see."""
    description: Text
    """What belongs to it."""


class Level(Entry):
    """How much a reader should know beforehand; levels stand in ascending order."""

    id: Id
    """How terms and paths name the level."""
    title: Name
    """What readers see."""
    description: Text
    """For whom it is."""


class Relation(Entry):
    """A kind of link between two terms, as it reads on a page ("builds on", "contrasts with")."""

    id: Id
    """How terms name the kind of relation."""
    title: Name
    """How it reads on a page: `Builds on`."""


class Jurisdiction(Entry):
    """A region whose law may differ."""

    id: Id
    """How terms name the region."""
    title: Name
    """What readers see."""


class Taxonomy(Entry):
    """`taxonomy.yml`."""

    categories: tuple[Category, ...]
    """The subject areas, in the order in which they are listed."""
    levels: tuple[Level, ...]
    """The levels, in ascending order."""
    relations: tuple[Relation, ...] = ()
    """The kinds of relation between terms."""
    regions: tuple[Jurisdiction, ...] = ()
    """The regions whose law may differ."""

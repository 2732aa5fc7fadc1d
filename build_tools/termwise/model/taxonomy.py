"""The glossary's own categories, levels, kinds of relation and regions."""

from termwise.model.values import Entry, Id, Name, Text


class Category(Entry):
    """A subject area; every term is in one."""

    id: Id
    title: Name
    description: Text


class Level(Entry):
    """How much a reader should know beforehand; levels stand in ascending order."""

    id: Id
    title: Name
    description: Text


class Relation(Entry):
    """A kind of link between two terms, as it reads on a page ("builds on", "contrasts with")."""

    id: Id
    title: Name


class Jurisdiction(Entry):
    """A region whose law may differ."""

    id: Id
    title: Name


class Taxonomy(Entry):
    """`taxonomy.yml`."""

    categories: tuple[Category, ...]
    levels: tuple[Level, ...]
    relations: tuple[Relation, ...] = ()
    regions: tuple[Jurisdiction, ...] = ()

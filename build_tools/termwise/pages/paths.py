"""Learning paths, `/paths/<id>/`, and their list."""

from collections.abc import Iterator

from termwise.lookup.lookup import Lookup
from termwise.markup.document import Document
from termwise.markup.writer import Writer
from termwise.model import addresses
from termwise.model.path import Path
from termwise.pages.entries import list_page
from termwise.pages.linked_data import path_graph
from termwise.pages.planned import PlannedPage, entry_pages
from termwise.words.words import message

TITLE = message("Learning paths")


def path_pages(lookup: Lookup) -> Iterator[PlannedPage]:
    """A page a path, and the list of them."""
    yield from entry_pages("path", _page, lookup, PlannedPage(addresses.PATHS, _list))


def _page(name: str, writer: Writer) -> Document:
    path = writer.lookup.path(name)
    values = {
        "title": writer.name(path.title),
        "crumbs": [(writer.words.say(TITLE), writer.url(addresses.PATHS))],
        "summary": writer.line(path.summary),
        "audience": _audience(path, writer),
        "steps": [
            {
                "number": writer.form.strong(writer.name(f"{number}.")),
                "link": writer.term_link(step.term, writer.lookup.term(step.term).label),
                "why": writer.line(step.why),
                "definition": writer.line(writer.lookup.term(step.term).definition),
            }
            for number, step in enumerate(path.steps, 1)
        ],
    }
    meta = {"title": path.title, "description": writer.plain(path.summary)}
    linked = path_graph(name, ((writer.words.say(TITLE), addresses.PATHS),), writer)
    return Document("path.j2", values, meta, linked_data=linked)


def _audience(path: Path, writer: Writer) -> str:
    """For whom the path is, in one line; empty where it does not say."""
    parts = []
    if path.audience:
        parts.append(writer.words.say("For {audience}.", audience=writer.name(path.audience)))
    if path.level:
        level = writer.name(writer.lookup.level(path.level).title)
        parts.append(writer.words.say("Level: {level}.", level=level))
    return " ".join(parts)


def _list(writer: Writer) -> Document:
    lead = message("Terms in an order in which each one prepares the next.")
    return list_page("path", TITLE, lead, writer)

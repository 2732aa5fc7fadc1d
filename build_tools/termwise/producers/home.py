"""The home page: what this is, find a term, popular comparisons, the decision."""

from collections.abc import Iterator, Sequence

from termwise.linking import addresses
from termwise.producers.document import Document, Planned
from termwise.producers.entries import by_letter, counted
from termwise.producers.guides import HOME_ID, linked
from termwise.producers.index import letter_links
from termwise.producers.reading import Library, Reading


def home_page(library: Library) -> Iterator[Planned]:
    """The page at the site's root, around the text of the content folder's `index.md`."""
    source = library.glossary.origins.get(("guide", HOME_ID))
    yield Planned(addresses.HOME, _page, source.file if source else "")


def _page(reading: Reading) -> Document:
    written = HOME_ID in reading.every("guide")
    guide = reading.guide(HOME_ID) if written else None
    featured = guide.featured if guide else ()
    decisions = _first(guide.decision if guide else None, reading.every("decision"))
    comparisons = [*(featured or reading.every("comparison"))]
    choice = _decision(decisions[0], reading) if decisions else None
    if choice is None and comparisons:
        choice = _comparison(comparisons.pop(0), reading)
    meta: dict[str, object] = {"hide": ["navigation", "toc"]}
    meta["title"] = guide.title if guide else reading.site.name
    if guide and guide.description:
        meta["description"] = guide.description
    values = {
        "title": reading.name(reading.site.name),
        "intro": linked(guide.text[guide.body :], reading).strip() if guide else "",
        "count": counted(len(reading.every("term")), "term"),
        "letters": letter_links(by_letter(reading.every("term"), reading), reading),
        "index_url": reading.url(addresses.INDEX),
        "decision": choice,
        "decisions": [_decision(name, reading) for name in decisions[1:]],
        "comparisons": [_comparison(name, reading) for name in comparisons[:6]],
        "all_comparisons": reading.page_link(addresses.COMPARISONS),
        "categories": [
            {
                "title": reading.name(reading.category(name).title),
                "link": reading.link_to(("category", name)),
                "text": reading.line(reading.category(name).description),
                "note": counted(len(reading.naming(("category", name), "term")), "term"),
            }
            for name in reading.every("category")
        ],
        "paths": [
            {
                "title": reading.name(reading.path(name).title),
                "link": reading.link_to(("path", name)),
                "text": reading.line(reading.path(name).summary),
                "note": counted(len(reading.path(name).steps), "step"),
            }
            for name in reading.every("path")
        ],
    }
    return Document("home.j2", values, meta)


def _first(name: str | None, names: Sequence[str]) -> list[str]:
    """The names, the given one in front."""
    return sorted(names, key=lambda other: other != name)


def _decision(name: str, reading: Reading) -> dict[str, str]:
    decision = reading.decision(name)
    return {
        "title": reading.name(decision.title),
        "link": reading.link_to(("decision", name)),
        "text": reading.line(decision.summary),
        "note": "",
    }


def _comparison(name: str, reading: Reading) -> dict[str, str]:
    comparison = reading.comparison(name)
    return {
        "title": reading.name(comparison.title),
        "link": reading.link_to(("comparison", name)),
        "text": reading.line(comparison.summary),
        "note": "",
    }

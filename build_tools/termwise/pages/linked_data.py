"""What a page is about, for search engines: JSON-LD in the words of schema.org.

Each function gives the nodes of one page's graph; none where the site has no address, since all
that is named is named by its address.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from termwise.model.addresses import HOME, INDEX, page_of, published_url
from termwise.model.comparison import Comparison
from termwise.model.decision import Decision
from termwise.model.term import FrequentQuestion, Term
from termwise.reading.backlinks import links_of
from termwise.writing.reading import Reading

Node: TypeAlias = Mapping[str, object]
Graph: TypeAlias = Sequence[Node]
Trail: TypeAlias = Sequence[tuple[str, str]]
"""The pages above a page, home aside: the title and the Markdown file of each."""

CONTEXT = "https://schema.org"
"""The vocabulary that all names below are of."""


def page_data(
    reading: Reading,
    title: str,
    description: str = "",
    trail: Trail = (),
    *,
    kind: str = "CollectionPage",
    **more: object,
) -> Graph:
    """A page of any kind. `title` and `description` are plain text; what is empty is left out."""
    site = reading.site
    if not site.url:
        return ()
    here = published_url(reading.page, site)
    node = {
        "@type": kind,
        "@id": here,
        "url": here,
        "name": title,
        "description": description,
        "inLanguage": site.language,
        "isPartOf": _website(reading),
        "breadcrumb": _breadcrumbs(title, trail, reading),
        **more,
    }
    return ({key: value for key, value in node.items() if value},)


def home_data(reading: Reading, title: str, description: str) -> Graph:
    """The home page: the site, and the glossary that it publishes."""
    site = {**_website(reading), "inLanguage": reading.site.language}
    if reading.site.description:
        site["description"] = reading.site.description
    page = page_data(reading, title, description, kind="WebPage", about=_glossary(reading))
    return (site, *page) if page else ()


def index_data(reading: Reading, title: str) -> Graph:
    """The list of all terms: the glossary itself."""
    return page_data(reading, title, mainEntity=_glossary(reading))


def term_data(name: str, reading: Reading) -> Graph:
    """A term's page: the term, and its frequently asked questions."""
    term = reading.term(name)
    category = reading.category(term.category).title
    trail = (("All terms", INDEX), (category, page_of(("category", term.category))))
    description = reading.plain(term.definition)
    others = [title for title in (term.abbreviation, *term.aliases) if title]
    entity = {
        **_term(name, reading),
        "description": description,
        "termCode": name,
        "inDefinedTermSet": _glossary(reading),
        **({"alternateName": others} if others else {}),
    }
    return _reviewed(term, term.label, description, trail, reading, mainEntity=entity)


def comparison_data(name: str, trail: Trail, reading: Reading) -> Graph:
    """A comparison's page: about its subjects."""
    comparison = reading.comparison(name)
    about = _terms(comparison.subjects, reading)
    description = reading.plain(comparison.summary)
    return _reviewed(comparison, comparison.title, description, trail, reading, about=about)


def decision_data(name: str, trail: Trail, reading: Reading) -> Graph:
    """A decision's page: about the terms that it decides between."""
    decision = reading.decision(name)
    about = _terms((option.term for option in decision.options), reading)
    description = reading.plain(decision.summary)
    return _reviewed(decision, decision.title, description, trail, reading, about=about)


def path_data(name: str, trail: Trail, reading: Reading) -> Graph:
    """A learning path's page: about the terms that it leads through."""
    path = reading.path(name)
    about = _terms((step.term for step in path.steps), reading)
    description = reading.plain(path.summary)
    return page_data(reading, path.title, description, trail, kind="WebPage", about=about)


def guide_data(name: str, reading: Reading) -> Graph:
    """A hand-written page, which mentions terms."""
    guide = reading.guide(name)
    links = links_of(guide, reading.library.glossary)
    named = (found for _mention, (kind, found) in links if kind == "term")
    mentions = _terms(named, reading)
    return page_data(reading, guide.title, guide.description, kind="WebPage", mentions=mentions)


def _reviewed(
    entry: Term | Comparison | Decision,
    title: str,
    description: str,
    trail: Trail,
    reading: Reading,
    **more: object,
) -> Graph:
    """The page of an entry that is reviewed, and may have questions and answers."""
    modified = entry.reviewed.isoformat() if entry.reviewed else ""
    pages = page_data(
        reading, title, description, trail, kind="WebPage", dateModified=modified, **more
    )
    asked = () if isinstance(entry, Decision) else entry.faq
    return (*pages, _questions(asked, reading)) if pages and asked else pages


def _questions(asked: Sequence[FrequentQuestion], reading: Reading) -> Node:
    here = published_url(reading.page, reading.site)
    return {
        "@type": "FAQPage",
        "@id": f"{here}#faq",
        "mainEntity": [
            {
                "@type": "Question",
                "name": item.question,
                "acceptedAnswer": {"@type": "Answer", "text": reading.plain(item.answer)},
            }
            for item in asked
        ],
    }


def _website(reading: Reading) -> dict[str, object]:
    site = reading.site
    return {"@type": "WebSite", "@id": f"{site.url}#website", "name": site.name, "url": site.url}


def _glossary(reading: Reading) -> Node:
    """The set that all terms are in."""
    url = published_url(INDEX, reading.site)
    return {"@type": "DefinedTermSet", "@id": f"{url}#set", "name": reading.site.name, "url": url}


def _term(name: str, reading: Reading) -> Node:
    url = published_url(page_of(("term", name)), reading.site)
    return {
        "@type": "DefinedTerm",
        "@id": f"{url}#term",
        "name": reading.term(name).term,
        "url": url,
    }


def _terms(names: Iterable[str], reading: Reading) -> list[Node]:
    """Terms by name and address, each once."""
    return [_term(name, reading) for name in dict.fromkeys(names)]


def _breadcrumbs(title: str, trail: Trail, reading: Reading) -> Node | None:
    """The way from the home page to this one, which has none itself."""
    if reading.page == HOME:
        return None
    way = ((reading.site.name, HOME), *trail, (title, reading.page))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name,
             "item": {"@type": "WebPage", "@id": published_url(page, reading.site)}}
            for number, (name, page) in enumerate(way, 1)
        ],
    }  # fmt: skip

"""What a page is about, for search engines: JSON-LD in the words of schema.org.

Each function gives the nodes of one page's graph; none where the site has no address, since all
that is named is named by its address.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from termwise.lookup.backlinks import links_of
from termwise.markup.writer import Writer
from termwise.model.addresses import HOME, INDEX, page_of, published_url
from termwise.model.kinds import Reviewed
from termwise.model.term import FrequentQuestion

Node: TypeAlias = Mapping[str, object]
Graph: TypeAlias = Sequence[Node]
Trail: TypeAlias = Sequence[tuple[str, str]]
"""The pages above a page, home aside: the title and the Markdown file of each."""

CONTEXT = "https://schema.org"
"""The vocabulary that all names below are of."""


def page_graph(
    writer: Writer,
    title: str,
    description: str = "",
    trail: Trail = (),
    *,
    kind: str = "CollectionPage",
    **more: object,
) -> Graph:
    """A page of any kind. `title` and `description` are plain text; what is empty is left out."""
    site = writer.lookup.site
    if not site.url:
        return ()
    here = published_url(writer.page, site)
    node = {
        "@type": kind,
        "@id": here,
        "url": here,
        "name": title,
        "description": description,
        "inLanguage": site.language,
        "isPartOf": _website(writer),
        "breadcrumb": _breadcrumbs(title, trail, writer),
        **more,
    }
    return ({key: value for key, value in node.items() if value},)


def home_graph(writer: Writer, title: str, description: str) -> Graph:
    """The home page: the site, and the glossary that it publishes."""
    site = {**_website(writer), "inLanguage": writer.lookup.site.language}
    if writer.lookup.site.description:
        site["description"] = writer.lookup.site.description
    page = page_graph(writer, title, description, kind="WebPage", about=_glossary(writer))
    return (site, *page) if page else ()


def home_title(writer: Writer) -> str:
    """What the home page is called: as the site, unless that has another home page above it."""
    site = writer.lookup.site
    return writer.words.say("Glossary") if site.prefix else site.name


def index_graph(writer: Writer, title: str) -> Graph:
    """The list of all terms: the glossary itself."""
    return page_graph(writer, title, mainEntity=_glossary(writer))


def term_graph(name: str, writer: Writer) -> Graph:
    """A term's page: the term, and its frequently asked questions."""
    term = writer.lookup.term(name)
    category = writer.lookup.category(term.category).title
    trail = (
        (writer.words.say("All terms"), INDEX),
        (category, page_of(("category", term.category))),
    )
    description = writer.plain(term.definition)
    others = [title for title in (term.abbreviation, *term.aliases) if title]
    entity = {
        **_term(name, writer),
        "description": description,
        "termCode": name,
        "inDefinedTermSet": _glossary(writer),
        **({"alternateName": others} if others else {}),
    }
    return _reviewed(
        term, term.label, description, trail, writer, asked=term.faq, mainEntity=entity
    )


def comparison_graph(name: str, trail: Trail, writer: Writer) -> Graph:
    """A comparison's page: about its subjects."""
    comparison = writer.lookup.comparison(name)
    about = _terms(comparison.subjects, writer)
    description = writer.plain(comparison.summary)
    return _reviewed(
        comparison, comparison.title, description, trail, writer, asked=comparison.faq, about=about
    )


def decision_graph(name: str, trail: Trail, writer: Writer) -> Graph:
    """A decision's page: about the terms that it decides between."""
    decision = writer.lookup.decision(name)
    about = _terms((option.term for option in decision.options), writer)
    description = writer.plain(decision.summary)
    return _reviewed(decision, decision.title, description, trail, writer, about=about)


def path_graph(name: str, trail: Trail, writer: Writer) -> Graph:
    """A learning path's page: about the terms that it leads through."""
    path = writer.lookup.path(name)
    about = _terms((step.term for step in path.steps), writer)
    description = writer.plain(path.summary)
    return page_graph(writer, path.title, description, trail, kind="WebPage", about=about)


def guide_graph(name: str, writer: Writer) -> Graph:
    """A hand-written page, which mentions terms."""
    guide = writer.lookup.guide(name)
    links = links_of(guide, writer.lookup.key_of)
    named = (found for _mention, (kind, found) in links if kind == "term")
    mentions = _terms(named, writer)
    return page_graph(writer, guide.title, guide.description, kind="WebPage", mentions=mentions)


def _reviewed(
    entry: Reviewed,
    title: str,
    description: str,
    trail: Trail,
    writer: Writer,
    *,
    asked: Sequence[FrequentQuestion] = (),
    **more: object,
) -> Graph:
    """The page of an entry that is reviewed, and may have questions and answers."""
    modified = entry.reviewed.isoformat() if entry.reviewed else ""
    pages = page_graph(
        writer, title, description, trail, kind="WebPage", dateModified=modified, **more
    )
    return (*pages, _questions(asked, writer)) if pages and asked else pages


def _questions(asked: Sequence[FrequentQuestion], writer: Writer) -> Node:
    here = published_url(writer.page, writer.lookup.site)
    return {
        "@type": "FAQPage",
        "@id": f"{here}#faq",
        "mainEntity": [
            {
                "@type": "Question",
                "name": item.question,
                "acceptedAnswer": {"@type": "Answer", "text": writer.plain(item.answer)},
            }
            for item in asked
        ],
    }


def _website(writer: Writer) -> dict[str, object]:
    site = writer.lookup.site
    return {"@type": "WebSite", "@id": f"{site.url}#website", "name": site.name, "url": site.url}


def _glossary(writer: Writer) -> Node:
    """The set that all terms are in."""
    site = writer.lookup.site
    url = published_url(INDEX, site)
    return {"@type": "DefinedTermSet", "@id": f"{url}#set", "name": site.name, "url": url}


def _term(name: str, writer: Writer) -> Node:
    url = published_url(page_of(("term", name)), writer.lookup.site)
    return {
        "@type": "DefinedTerm",
        "@id": f"{url}#term",
        "name": writer.lookup.term(name).term,
        "url": url,
    }


def _terms(names: Iterable[str], writer: Writer) -> list[Node]:
    """Terms by name and address, each once."""
    return [_term(name, writer) for name in dict.fromkeys(names)]


def _breadcrumbs(title: str, trail: Trail, writer: Writer) -> Node | None:
    """The way from the home page to this one, which has none itself."""
    if writer.page == HOME:
        return None
    way = ((home_title(writer), HOME), *trail, (title, writer.page))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name,
             "item": {"@type": "WebPage", "@id": published_url(page, writer.lookup.site)}}
            for number, (name, page) in enumerate(way, 1)
        ],
    }  # fmt: skip

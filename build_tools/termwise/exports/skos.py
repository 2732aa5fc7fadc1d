"""The glossary as a SKOS concept scheme, `/api/v1/glossary.ttl`, for thesauri and RDF tools.

A concept's IRI is its page's address with `#term`, since the page is a document about it: the
two have different authors, dates and licences, and whoever opens the IRI gets the page.

Categories are collections of concepts, which say what stands together and no more. A kind of
relation is a word of the glossary's own, and nothing says which of them mean "broader"; so all
of them are `skos:related`, in both directions.
"""

from collections.abc import Iterator, Mapping

from termwise.exports.labels import labels, language_tag
from termwise.exports.planned import DataFile, Export, PlannedFile
from termwise.exports.turtle import about, day, iri, literal, prefixes
from termwise.lookup.lookup import Lookup
from termwise.markup.names import plain
from termwise.model.addresses import INDEX, SOURCES, page_of, published_url
from termwise.model.term import Term
from termwise.words.words import message

FILE = DataFile(
    "api/v1/glossary.ttl",
    form="skos",
    name=message("SKOS"),
    about=message("the terms and their relations as Turtle"),
)

VOCABULARIES = {
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def skos_files(lookup: Lookup) -> Iterator[PlannedFile]:
    """The one file."""
    if lookup.every("term"):
        yield PlannedFile(FILE.path, _turtle)


EXPORT = Export(skos_files, offer="api", files=(FILE,), about="SKOS as Turtle")


def concept(name: str, lookup: Lookup) -> str:
    """The IRI of a term as a concept, in angle brackets."""
    return iri(published_url(f"{page_of(('term', name))}#term", lookup.site))


def _turtle(lookup: Lookup) -> Iterator[str]:
    terms = {name: lookup.term(name) for name in lookup.every("term")}
    scheme = iri(published_url(f"{INDEX}#glossary", lookup.site))
    yield prefixes(VOCABULARIES)
    yield about(scheme, _scheme(lookup))
    for name in lookup.every("category"):
        members = [term_id for term_id, term in terms.items() if term.category == name]
        if members:
            yield about(_collection(name, lookup), _category(name, members, lookup))
    near = _related(terms)
    for name, term in terms.items():
        said = [
            ("a", "skos:Concept"),
            ("skos:inScheme", scheme),
            ("skos:topConceptOf", scheme),
            ("dct:identifier", literal(name)),
            *_labels(term, lookup),
            *(("skos:related", concept(other, lookup)) for other in sorted(near[name])),
            *_history(term, lookup),
            ("foaf:page", iri(published_url(page_of(("term", name)), lookup.site))),
        ]
        yield about(concept(name, lookup), said)


def _scheme(lookup: Lookup) -> Iterator[tuple[str, str]]:
    site = lookup.site
    language = language_tag(site.language)
    yield "a", "skos:ConceptScheme"
    yield "dct:title", literal(site.name, language)
    if site.description:
        yield "dct:description", literal(site.description, language)
    yield "dct:language", literal(language)
    yield "foaf:page", iri(published_url(INDEX, lookup.site))


def _collection(name: str, lookup: Lookup) -> str:
    return iri(published_url(f"{page_of(('category', name))}#collection", lookup.site))


def _category(name: str, members: list[str], lookup: Lookup) -> Iterator[tuple[str, str]]:
    category = lookup.category(name)
    language = language_tag(lookup.site.language)
    yield "a", "skos:Collection"
    yield "skos:prefLabel", literal(category.title, language)
    yield "skos:definition", literal(plain(category.description, lookup), language)
    yield "foaf:page", iri(published_url(page_of(("category", name)), lookup.site))
    for member in members:
        yield "skos:member", concept(member, lookup)


def _related(terms: Mapping[str, Term]) -> dict[str, set[str]]:
    """For each term those that it names as related, or that name it."""
    near: dict[str, set[str]] = {name: set() for name in terms}
    for name, term in terms.items():
        for link in term.related:
            if link.term != name:
                near[name].add(link.term)
                near[link.term].add(name)
    return near


def _labels(term: Term, lookup: Lookup) -> Iterator[tuple[str, str]]:
    for each in labels(term, lookup.site.language):
        yield "skos:prefLabel", literal(each.preferred, each.language)
        for name in (each.abbreviation, *each.others):
            if name:
                yield "skos:altLabel", literal(name, each.language)
        for name in each.avoided:
            yield "skos:hiddenLabel", literal(name, each.language)
        if each.definition:
            yield "skos:definition", literal(plain(each.definition, lookup), each.language)


def _history(term: Term, lookup: Lookup) -> Iterator[tuple[str, str]]:
    if term.added:
        yield "dct:created", day(term.added)
    if term.changes:
        yield "dct:modified", day(max(change.on for change in term.changes))
    if term.status == "deprecated":
        yield "owl:deprecated", "true"
    if term.replaced_by:
        yield "dct:isReplacedBy", concept(term.replaced_by, lookup)
    for name in dict.fromkeys(term.sources):
        address = lookup.source(name).url or published_url(f"{SOURCES}#{name}", lookup.site)
        yield "dct:source", iri(address)

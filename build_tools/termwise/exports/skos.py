"""The glossary as a SKOS concept scheme, `/api/v1/glossary.ttl`, for thesauri and RDF tools.

A concept's IRI is its page's address with `#term`, since the page is a document about it: the
two have different authors, dates and licences, and whoever opens the IRI gets the page.

Categories are collections of concepts, which say what stands together and no more. A kind of
relation is a word of the glossary's own, and nothing says which of them mean "broader"; so all
of them are `skos:related`, in both directions.
"""

from collections.abc import Iterator, Mapping

from termwise.exports.labels import labels, language_tag
from termwise.exports.planned import PlannedFile
from termwise.exports.turtle import about, day, iri, literal, prefixes
from termwise.model.addresses import INDEX, SOURCES, page_of
from termwise.model.term import Term
from termwise.reading.library import Library
from termwise.writing.reading import Reading

PATH = "api/v1/glossary.ttl"

VOCABULARIES = {
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def skos_files(library: Library) -> Iterator[PlannedFile]:
    """The one file."""
    if library.glossary.terms:
        yield PlannedFile(PATH, _turtle)


def concept(name: str, reading: Reading) -> str:
    """The IRI of a term as a concept, in angle brackets."""
    return iri(reading.url(f"{page_of(('term', name))}#term"))


def _turtle(reading: Reading) -> Iterator[str]:
    terms = {name: reading.term(name) for name in reading.every("term")}
    scheme = iri(reading.url(f"{INDEX}#glossary"))
    yield prefixes(VOCABULARIES)
    yield about(scheme, _scheme(reading))
    for name in reading.every("category"):
        members = [term_id for term_id, term in terms.items() if term.category == name]
        if members:
            yield about(_collection(name, reading), _category(name, members, reading))
    near = _related(terms)
    for name, term in terms.items():
        said = [
            ("a", "skos:Concept"),
            ("skos:inScheme", scheme),
            ("skos:topConceptOf", scheme),
            ("dct:identifier", literal(name)),
            *_labels(term, reading),
            *(("skos:related", concept(other, reading)) for other in sorted(near[name])),
            *_history(term, reading),
            ("foaf:page", iri(reading.url(page_of(("term", name))))),
        ]
        yield about(concept(name, reading), said)


def _scheme(reading: Reading) -> Iterator[tuple[str, str]]:
    site = reading.site
    language = language_tag(site.language)
    yield "a", "skos:ConceptScheme"
    yield "dct:title", literal(site.name, language)
    if site.description:
        yield "dct:description", literal(site.description, language)
    yield "dct:language", literal(language)
    yield "foaf:page", iri(reading.url(INDEX))


def _collection(name: str, reading: Reading) -> str:
    return iri(reading.url(f"{page_of(('category', name))}#collection"))


def _category(name: str, members: list[str], reading: Reading) -> Iterator[tuple[str, str]]:
    category = reading.category(name)
    language = language_tag(reading.site.language)
    yield "a", "skos:Collection"
    yield "skos:prefLabel", literal(category.title, language)
    yield "skos:definition", literal(reading.plain(category.description), language)
    yield "foaf:page", iri(reading.url(page_of(("category", name))))
    for member in members:
        yield "skos:member", concept(member, reading)


def _related(terms: Mapping[str, Term]) -> dict[str, set[str]]:
    """For each term those that it names as related, or that name it."""
    near: dict[str, set[str]] = {name: set() for name in terms}
    for name, term in terms.items():
        for link in term.related:
            if link.term != name:
                near[name].add(link.term)
                near[link.term].add(name)
    return near


def _labels(term: Term, reading: Reading) -> Iterator[tuple[str, str]]:
    for each in labels(term, reading.site.language):
        yield "skos:prefLabel", literal(each.preferred, each.language)
        for name in (each.abbreviation, *each.others):
            if name:
                yield "skos:altLabel", literal(name, each.language)
        for name in each.avoided:
            yield "skos:hiddenLabel", literal(name, each.language)
        if each.definition:
            yield "skos:definition", literal(reading.plain(each.definition), each.language)


def _history(term: Term, reading: Reading) -> Iterator[tuple[str, str]]:
    if term.added:
        yield "dct:created", day(term.added)
    if term.changes:
        yield "dct:modified", day(max(change.on for change in term.changes))
    if term.status == "deprecated":
        yield "owl:deprecated", "true"
    if term.replaced_by:
        yield "dct:isReplacedBy", concept(term.replaced_by, reading)
    for name in dict.fromkeys(term.sources):
        address = reading.source(name).url or reading.url(f"{SOURCES}#{name}")
        yield "dct:source", iri(address)

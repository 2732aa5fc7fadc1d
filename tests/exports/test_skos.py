"""The glossary as SKOS, read by rdflib: it says what the entries say and is a sound scheme."""

from collections.abc import Callable
from typing import TypeAlias

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, FOAF, OWL, RDF, SKOS, XSD

from termwise.exports.planned import FileProducer
from termwise.exports.skos import skos_files
from termwise.lookup.library import Library

MakeOnly: TypeAlias = Callable[[FileProducer, Library], bytes]

INTEGRITY = {
    "S9: no concept is a scheme": "?x a skos:Concept, skos:ConceptScheme",
    "S13: no label is of two kinds": """
        { ?x skos:prefLabel ?label ; skos:altLabel ?label } UNION
        { ?x skos:prefLabel ?label ; skos:hiddenLabel ?label } UNION
        { ?x skos:altLabel ?label ; skos:hiddenLabel ?label }""",
    "S14: one preferred label a language": """
        ?x skos:prefLabel ?one, ?two .
        FILTER (?one != ?two && lang(?one) = lang(?two))""",
    "S27: nothing related is broader": """
        ?x skos:related ?y .
        { ?x (skos:broader|^skos:narrower)+ ?y } UNION { ?y (skos:broader|^skos:narrower)+ ?x }""",
    "S37: no collection is a concept or a scheme": """
        ?x a skos:Collection . { ?x a skos:Concept } UNION { ?x a skos:ConceptScheme }""",
    "S46: no exact match is broader or related": """
        ?x skos:exactMatch ?y . { ?x skos:broadMatch ?y } UNION { ?x skos:relatedMatch ?y }""",
    "S23: what is related is so both ways": """
        ?x skos:related ?y . FILTER NOT EXISTS { ?y skos:related ?x }""",
    "nothing is related to itself": "?x skos:related ?x",
    "each related thing is a concept": """
        ?x skos:related ?y . FILTER NOT EXISTS { ?y a skos:Concept }""",
    "each concept is in a scheme and a collection": """
        ?x a skos:Concept .
        FILTER NOT EXISTS { ?x skos:inScheme ?s . ?c skos:member ?x . ?s a skos:ConceptScheme }""",
    "each concept has a preferred label and a definition": """
        ?x a skos:Concept .
        FILTER NOT EXISTS { ?x skos:prefLabel ?label ; skos:definition ?text }""",
}
"""What must not be found: the conditions of the SKOS reference by number, and some of ours."""

EGG = URIRef("https://glossary.example/terms/3-minute-egg/#term")
SKILLET = URIRef("https://glossary.example/terms/skillet/#term")
FRYPAN = URIRef("https://glossary.example/terms/frypan/#term")
SPIDER = URIRef("https://glossary.example/terms/spider/#term")


def faults(graph: Graph) -> dict[str, int]:
    """The conditions that do not hold, and how often."""
    found = {
        name: len(graph.query(f"SELECT * {{ {pattern} }}", initNs={"skos": SKOS}))
        for name, pattern in INTEGRITY.items()
    }
    return {name: count for name, count in found.items() if count}


@pytest.fixture
def graph(eggs: Library, make_only: MakeOnly) -> Graph:
    """The small glossary as a graph."""
    return Graph().parse(data=make_only(skos_files, eggs), format="turtle")


def test_the_reference_glossary_is_a_sound_scheme(reference: Library, make_only: MakeOnly) -> None:
    found = Graph().parse(data=make_only(skos_files, reference), format="turtle")
    assert faults(found) == {}
    concepts = list(found.subjects(RDF.type, SKOS.Concept))
    assert len(concepts) == len(reference.glossary.terms)


def test_the_small_glossary_is_a_sound_scheme(graph: Graph) -> None:
    """It has what could break one: terms related in one direction, languages named twice."""
    assert faults(graph) == {}


def test_the_conditions_see_what_breaks_them() -> None:
    """Otherwise the tests before would prove nothing."""
    broken = """
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        <x:a> a skos:Concept, skos:ConceptScheme, skos:Collection ;
          skos:prefLabel "a", "b" ; skos:altLabel "a" ;
          skos:broader <x:b> ; skos:related <x:c>, <x:a> ;
          skos:exactMatch <x:d> ; skos:broadMatch <x:d> .
        <x:b> skos:broader <x:c> .
    """
    assert set(faults(Graph().parse(data=broken, format="turtle"))) == set(INTEGRITY)


def test_a_concept_says_what_its_term_says(graph: Graph) -> None:
    def said(verb: URIRef) -> set[object]:
        return set(graph.objects(EGG, verb))

    assert said(SKOS.prefLabel) == {
        Literal("three-minute egg", lang="en"),
        Literal("oeuf mollet", lang="fr"),
        Literal("ovo quente", lang="pt-br"),
    }
    assert said(SKOS.altLabel) == {
        Literal("TME", lang="en"),
        Literal("iSoftEgg", lang="en"),
        Literal("soft egg", lang="en"),
        Literal("soft-boiled egg", lang="en"),
        Literal("ovo mole", lang="pt-br"),
    }
    assert said(SKOS.hiddenLabel) == {
        Literal("3 minute egg", lang="en"),
        Literal("egg of three minutes", lang="en"),
    }
    assert said(SKOS.definition) == {
        Literal('An egg that was boiled for "three" minutes.', lang="en"),
        Literal("Un oeuf.", lang="fr"),
    }
    assert said(DCTERMS.source) == {
        URIRef("https://books.example/a%7Cb"),
        URIRef("https://glossary.example/sources/#page"),
    }
    assert said(DCTERMS.created) == {Literal("2025-01-31", datatype=XSD.date)}
    assert said(DCTERMS.modified) == {Literal("2026-02-28", datatype=XSD.date)}
    assert said(FOAF.page) == {URIRef("https://glossary.example/terms/3-minute-egg/")}
    assert said(SKOS.related) == {SKILLET}


def test_related_terms_name_each_other(graph: Graph) -> None:
    """Also where one of them alone says so in the data."""
    assert set(graph.objects(SKILLET, SKOS.related)) == {EGG, FRYPAN}


def test_a_deprecated_term_says_what_replaced_it(graph: Graph) -> None:
    assert graph.value(FRYPAN, DCTERMS.isReplacedBy) == SPIDER
    assert set(graph.subjects(OWL.deprecated, Literal(True))) == {FRYPAN, SPIDER}


def test_a_category_is_a_collection_of_its_terms(graph: Graph) -> None:
    """One without terms is left out, since a collection without members says nothing."""
    [collection] = graph.subjects(RDF.type, SKOS.Collection)
    assert str(collection) == "https://glossary.example/categories/stove/#collection"
    assert set(graph.objects(collection, SKOS.member)) == {EGG, SKILLET, FRYPAN, SPIDER}
    assert graph.value(collection, SKOS.prefLabel) == Literal('Stove & "pan"', lang="en")


def test_no_text_bends_the_graph(
    hostile: str, spoil: Callable[[str], Library], make_only: MakeOnly
) -> None:
    """Names and texts stay literals, addresses stay addresses; no subject or property is new."""
    library = spoil(hostile)
    found = Graph().parse(data=make_only(skos_files, library), format="turtle")
    assert faults(found) == {}
    plain = Graph().parse(data=make_only(skos_files, spoil("word")), format="turtle")
    assert set(found.subjects()) == set(plain.subjects())
    assert set(found.predicates()) == set(plain.predicates())
    assert found.value(EGG, SKOS.prefLabel) == Literal(hostile, lang="und")

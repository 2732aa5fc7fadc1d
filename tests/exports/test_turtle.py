"""Turtle: whatever text it holds comes back from a reader of RDF as it was."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import XSD
from rdflib.term import Node

from termwise.exports.turtle import about, day, iri, literal, prefixes


def read(value: str) -> Node:
    """A value as rdflib understands it."""
    text = prefixes({"xsd": str(XSD)}) + about("<https://x.example/>", [("a", value)])
    [(_subject, _verb, found)] = Graph().parse(data=text, format="turtle")
    return found


@given(st.text())
def test_any_text_comes_back(text: str) -> None:
    """Quotes, backslashes, line ends, control characters and signs beyond the first plane."""
    assert read(literal(text)) == Literal(text)
    assert read(literal(text, "fr")) == Literal(text, lang="fr")


def test_a_hostile_text_stays_one_literal(hostile: str) -> None:
    assert read(literal(hostile, "en")) == Literal(hostile, lang="en")


@given(st.text())
def test_any_address_becomes_one_that_is_valid(text: str) -> None:
    """None of the signs that RFC 3987 leaves out of IRIs, and no end of the brackets."""
    found = read(iri(f"https://x.example/{text}"))
    assert isinstance(found, URIRef)
    assert not set(str(found)) & {*'<>"{}|^`\\', *map(chr, range(0x21))}


@pytest.mark.parametrize(
    "address",
    [
        "https://x.example/terms/rag/#term",
        "https://x.example/é?a=b&c=%20(1)'",
        "https://x.example/",
    ],
)
def test_an_address_that_is_valid_stays_as_it_is(address: str) -> None:
    assert read(iri(address)) == URIRef(address)


def test_a_day_is_a_date_of_xml_schema() -> None:
    assert read(day(datetime.date(2026, 3, 1))) == Literal("2026-03-01", datatype=XSD.date)

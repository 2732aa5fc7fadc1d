"""RDF as Turtle (W3C Recommendation of 2014): IRIs, literals, and what is said of a thing."""

import datetime
import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias

Said: TypeAlias = Iterable[tuple[str, str]]
"""Pairs of a property (`skos:prefLabel`) and a value that is written as Turtle already."""

_NOT_IN_IRI = re.compile(r"[\x00-\x20<>\"{}|^`\\]")
_NOT_IN_LITERAL = re.compile(r"[\x00-\x1f\x7f\"\\]")
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def iri(address: str) -> str:
    """An address in angle brackets; what may not stand there is percent-encoded."""
    return f"<{_NOT_IN_IRI.sub(lambda found: f'%{ord(found[0]):02X}', address)}>"


def literal(text: str, language: str = "") -> str:
    """A text in quotes, with the tag of its language where there is one."""
    quoted = f'"{_NOT_IN_LITERAL.sub(_escape, text)}"'
    return f"{quoted}@{language}" if language else quoted


def day(value: datetime.date) -> str:
    """A calendar day."""
    return f'"{value.isoformat()}"^^xsd:date'


def prefixes(names: Mapping[str, str]) -> str:
    """The lines that declare short names of vocabularies."""
    return "".join(f"@prefix {name}: {iri(address)} .\n" for name, address in names.items())


def about(subject: str, said: Said) -> str:
    """All that is said of a subject, after an empty line."""
    return f"\n{subject}\n" + " ;\n".join(f"  {name} {value}" for name, value in said) + " .\n"


def _escape(found: re.Match[str]) -> str:
    return _SHORT.get(found[0], f"\\u{ord(found[0]):04X}")

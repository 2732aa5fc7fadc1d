"""The glossary as TBX: the structure and the values that ISO 30042 and TBX-Basic allow.

The tables here are the rules of the core structure (version 3) and of the dialect TBX-Basic in
its style DCA, as far as we write their elements.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import TypeAlias
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from termwise.exports.planned import FileProducer
from termwise.exports.tbx import tbx_files
from termwise.lookup.library import Library

MakeOnly: TypeAlias = Callable[[FileProducer, Library], bytes]

NAMESPACE = "{urn:iso:std:iso:30042:ed-2}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

AUXILIARY = "(admin |descrip |note |ref |transacGrp |xref )*"
CONTENT = {
    "tbx": "tbxHeader text ",
    "tbxHeader": "fileDesc ",
    "fileDesc": "titleStmt sourceDesc ",
    "titleStmt": "title ",
    "sourceDesc": "p ",
    "text": "body ",
    "body": "(conceptEntry )+",
    "conceptEntry": f"{AUXILIARY}(langSec )+",
    "langSec": f"{AUXILIARY}(termSec )+",
    "termSec": f"term (termNote )*{AUXILIARY}",
    "transacGrp": "transac date ",
}
"""Elements that hold elements, and which, in their order; all others hold text alone."""

PLACES = {
    ("descrip", "subjectField"): {"conceptEntry"},
    ("descrip", "definition"): {"conceptEntry", "langSec"},
    ("admin", "source"): {"conceptEntry", "langSec", "termSec"},
    ("xref", "externalCrossReference"): {"conceptEntry", "langSec", "termSec"},
    ("ref", "crossReference"): {"conceptEntry", "termSec"},
    ("transac", "transactionType"): {"transacGrp"},
    ("termNote", "termType"): {"termSec"},
    ("termNote", "administrativeStatus"): {"termSec"},
}
"""Data categories, and the elements that they may stand in."""

VALUES = {
    "transactionType": {"origination", "modification"},
    "termType": {"fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"},
    "administrativeStatus": {
        "preferredTerm-admn-sts", "admittedTerm-admn-sts", "deprecatedTerm-admn-sts",
        "supersededTerm-admn-sts",
    },
}  # fmt: skip
"""Data categories whose values are listed."""


def local(element: Element) -> str:
    """The name of an element of TBX."""
    assert element.tag.startswith(NAMESPACE), element.tag
    return element.tag.removeprefix(NAMESPACE)


def faults(root: Element) -> Iterator[str]:
    """What is against the rules."""
    ids = Counter(each.get("id") for each in root.iter() if each.get("id"))
    for parent in root.iter():
        name = local(parent)
        held = "".join(f"{local(child)} " for child in parent)
        if not re.fullmatch(CONTENT.get(name, ""), held):
            yield f"<{name}> holds {held}"
        if name in CONTENT and (parent.text or "").strip():
            yield f"<{name}> holds text"
        yield from _kinds(parent)
        yield from _targets(parent, ids)
        yield from _attributes(parent)
    yield from (f"id {name} stands twice" for name, count in ids.items() if count > 1)


def _kinds(parent: Element) -> Iterator[str]:
    for child in parent:
        kind, name = child.get("type"), local(child)
        if kind and local(parent) not in PLACES.get((name, kind), set()):
            yield f"<{name} type={kind}> in <{local(parent)}>"
        if kind in VALUES and child.text not in VALUES[kind]:
            yield f"{kind}: {child.text}"
        if name in {each for each, _kind in PLACES} and not kind:
            yield f"<{name}> without a type"


def _targets(element: Element, ids: Counter[str | None]) -> Iterator[str]:
    target = element.get("target", "")
    if local(element) == "ref" and target not in ids:
        yield f"no id {target}"
    if local(element) == "xref" and not re.match("https?://.+", target):
        yield f"no address {target}"


def _attributes(element: Element) -> Iterator[str]:
    name = local(element)
    if name == "conceptEntry" and not re.fullmatch(r"[A-Za-z_][\w.-]*", element.get("id", "")):
        yield f"id {element.get('id')}"
    if name in ("langSec", "tbx") and not re.fullmatch(r"\w{2,8}(-\w+)*", element.get(LANG, "")):
        yield f"language {element.get(LANG)}"
    if name == "date" and not re.fullmatch(r"\d{4}-\d\d-\d\d", element.text or ""):
        yield f"date {element.text}"


def read(made: bytes) -> Element:
    """A file, parsed."""
    return ElementTree.fromstring(made)  # noqa: S314


def entry(root: Element, name: str) -> Element:
    """The entry with this id."""
    found = root.find(f".//{NAMESPACE}conceptEntry[@id='term-{name}']")
    assert found is not None
    return found


def names(section: Element) -> list[tuple[str, list[str]]]:
    """The names in one language, each with its notes."""
    return [
        (each[0].text or "", [note.text or "" for note in each[1:]])
        for each in section.findall(f"{NAMESPACE}termSec")
    ]


def language(concept: Element, tag: str) -> Element:
    """The section of one language."""
    [found] = [each for each in concept if each.get(LANG) == tag]
    return found


@pytest.fixture
def tbx(eggs: Library, make_only: MakeOnly) -> Element:
    """The small glossary."""
    return read(make_only(tbx_files, eggs))


def test_the_reference_glossary_keeps_the_rules(reference: Library, make_only: MakeOnly) -> None:
    found = read(make_only(tbx_files, reference))
    assert list(faults(found)) == []
    assert len(list(found.iter(f"{NAMESPACE}conceptEntry"))) == len(reference.glossary.terms)


def test_the_small_glossary_keeps_the_rules(tbx: Element) -> None:
    assert list(faults(tbx)) == []
    assert (tbx.get("type"), tbx.get("style"), tbx.get(LANG)) == ("TBX-Basic", "dca", "en")


def test_an_entry_says_what_its_term_says(tbx: Element) -> None:
    concept = entry(tbx, "3-minute-egg")
    said = [(local(each), each.get("type") or "", each.text) for each in concept[:-3]]
    assert said == [
        ("descrip", "subjectField", 'Stove & "pan"'),
        ("transacGrp", "", None),
        ("transacGrp", "", None),
        ("transacGrp", "", None),
        ("admin", "source", "A. Cook, The book, https://books.example/a|b"),
        ("admin", "source", "No author"),
        ("xref", "externalCrossReference", "Three-minute egg"),
        ("ref", "crossReference", "Skillet"),
    ]
    assert [(each[0].text, each[1].text) for each in concept[1:4]] == [
        ("origination", "2025-01-31"),
        ("modification", "2026-02-28"),
        ("modification", "2026-02-28"),
    ]


def test_names_have_their_status(tbx: Element) -> None:
    """The name to use, others that are right, and those to avoid, for whoever translates."""
    assert names(language(entry(tbx, "3-minute-egg"), "en")) == [
        ("three-minute egg", ["fullForm", "preferredTerm-admn-sts"]),
        ("TME", ["abbreviation", "admittedTerm-admn-sts"]),
        ("iSoftEgg", ["admittedTerm-admn-sts"]),
        ("soft egg", ["admittedTerm-admn-sts"]),
        ("soft-boiled egg", ["admittedTerm-admn-sts"]),
        ("3 minute egg", ["deprecatedTerm-admn-sts"]),
        ("egg of three minutes", ["deprecatedTerm-admn-sts"]),
    ]


def test_translations_stand_in_sections_of_their_own(tbx: Element) -> None:
    """One a language, although the data names one of them twice."""
    concept = entry(tbx, "3-minute-egg")
    french = language(concept, "fr")
    assert names(french) == [("oeuf mollet", ["preferredTerm-admn-sts"])]
    assert french[0].text == "Un oeuf."
    assert names(language(concept, "pt-BR")) == [
        ("ovo quente", ["preferredTerm-admn-sts"]),
        ("ovo mole", ["admittedTerm-admn-sts"]),
    ]


def test_a_deprecated_term_says_what_replaced_it(tbx: Element) -> None:
    concept = entry(tbx, "frypan")
    assert [each.get("target") for each in concept.findall(f"{NAMESPACE}ref")] == [
        "term-spider",
        "term-skillet",
    ]
    assert concept.findtext(f"{NAMESPACE}note") == "Replaced by Spider."
    assert dict(names(language(concept, "en")))["fry-pan"] == ["supersededTerm-admn-sts"]


def test_no_text_bends_the_file(
    hostile: str, spoil: Callable[[str], Library], make_only: MakeOnly
) -> None:
    """The same elements as with a harmless text, and the text in them."""
    found = read(make_only(tbx_files, spoil(hostile)))
    plain = read(make_only(tbx_files, spoil("word")))
    assert list(faults(found)) == []
    assert [each.tag for each in found.iter()] == [each.tag for each in plain.iter()]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('type="definition"', 'type="context"'),
        ("preferredTerm-admn-sts", "preferredTerm"),
        ('target="term-skillet"', 'target="term-gone"'),
        ('target="https:', 'target="javascript:'),
        ('id="term-skillet"', 'id="3-skillet"'),
        ('id="term-skillet"', 'id="term-frypan"'),
        ('xml:lang="fr"', 'xml:lang=""'),
        ("<termSec><term>", "<termSec><note/><term>"),
        ("2025-01-31", "January"),
    ],
)
def test_the_rules_see_what_breaks_them(
    old: str, new: str, eggs: Library, make_only: MakeOnly
) -> None:
    """Otherwise the tests before would prove nothing."""
    made = make_only(tbx_files, eggs).decode()
    assert old in made
    assert list(faults(read(made.replace(old, new).encode()))) != []

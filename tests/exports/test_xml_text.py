"""Text in XML: what XML can hold comes back, the rest does no harm."""

import re
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from termwise.exports.xml_text import DECLARATION, element

ALLOWED = (*range(0x20, 0xD800), *range(0xE000, 0xFFFE), 0x9, 0xA, 0xD)
"""The characters of XML 1.0, as far as they are in the first plane."""


def expected(text: str) -> str:
    """The text as XML can hold it."""
    return "".join(sign if ord(sign) > 0xFFFF or ord(sign) in KNOWN else "\ufffd" for sign in text)


KNOWN = frozenset(ALLOWED)


@given(st.text(), st.text())
def test_any_text_comes_back(text: str, value: str) -> None:
    """From an element and from an attribute, line ends and tabs as they were."""
    made = DECLARATION + element("p", text, xml_lang=value)
    found = ElementTree.fromstring(made.encode())  # noqa: S314
    assert (found.text or "") == expected(text)
    assert found.get("{http://www.w3.org/XML/1998/namespace}lang") == expected(value)


def test_a_hostile_text_stays_text(hostile: str) -> None:
    found = ElementTree.fromstring(element("p", hostile, title=hostile))  # noqa: S314
    assert found.text == expected(hostile)
    assert found.attrib == {"title": expected(hostile)}
    assert len(found) == 0


def test_an_element_without_text_is_empty() -> None:
    assert element("link", href="x") == '<link href="x"/>'
    assert not re.search("<p></p>", element("p"))

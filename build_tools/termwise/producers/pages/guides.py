"""The hand-written pages, with their links to terms and facts put in."""

import re
from collections.abc import Iterator
from functools import partial

from termwise.linking.tokens import tokens
from termwise.model.guide import Guide
from termwise.producers.document import Document, PlannedPage
from termwise.producers.plain_guide import plain_guide
from termwise.producers.reading import Library, Reading
from termwise.producers.structured_data import guide_data

HOME_ID = "index"


def guide_pages(library: Library) -> Iterator[PlannedPage]:
    """Each page of the content folder but the home page, at its own place."""
    for name, guide in library.glossary.guides.items():
        if name != HOME_ID:
            origin = library.glossary.origins["guide", name]
            yield PlannedPage(guide.path, partial(_page, name), origin.file)


def _page(name: str, reading: Reading) -> Document:
    guide = reading.guide(name)
    body = guide_text(guide, reading)
    head = guide.text[: guide.body]
    return Document("guide.j2", {"text": body}, head=head, linked_data=guide_data(name, reading))


def guide_text(guide: Guide, reading: Reading) -> str:
    """The text of a hand-written page in the form that it is read in."""
    text = _linked(guide.text[guide.body :], reading)
    return text if reading.form.for_screens else plain_guide(text, guide.title, reading)


def _linked(text: str, reading: Reading) -> str:
    """A hand-written text with `[[term]]` and `{{fact}}` replaced, and nothing else touched.

    Guides are Markdown of the site's own author: unlike fields from YAML they may hold HTML.
    """
    written, end = "", 0
    for token in tokens(text):
        if token.kind not in ("term", "fact"):
            continue
        marked = re.compile(r"\[\[[^\]\n]*\]\]|\{\{[^}\n]*\}\}").match(text, token.start)
        if marked:
            written += text[end : token.start] + reading.text(marked[0])
            end = marked.end()
    return written + text[end:]

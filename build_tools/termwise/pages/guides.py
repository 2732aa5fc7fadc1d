"""The hand-written pages, with their links to terms and facts put in."""

from collections.abc import Iterator
from functools import partial

from termwise.model.guide import Guide, Mention
from termwise.pages.linked_data import guide_data
from termwise.pages.plain_guide import plain_guide
from termwise.pages.planned import PlannedPage
from termwise.reading.backlinks import key_of
from termwise.reading.library import Library
from termwise.text.own_links import is_whole, replaced
from termwise.text.signs import begins_sentence
from termwise.writing.document import Document
from termwise.writing.reading import Reading

HOME_ID = "index"


def guide_pages(library: Library) -> Iterator[PlannedPage]:
    """Each page of the site's own but that which is a part of the home page, at its own place."""
    for name, guide in library.glossary.guides.items():
        if not (name == HOME_ID and library.site.home):
            origin = library.glossary.origins["guide", name]
            yield PlannedPage(guide.path, partial(_page, name), origin.file)


def _page(name: str, reading: Reading) -> Document:
    guide = reading.guide(name)
    body = guide_text(guide, reading)
    head = guide.text[: guide.body]
    data = guide_data(name, reading) if reading.site.whole else ()
    return Document("guide.j2", {"text": body}, head=head, linked_data=data)


def guide_text(guide: Guide, reading: Reading) -> str:
    """The text of a hand-written page in the form that it is read in.

    Only its links to terms and facts are written out: unlike fields from YAML it is Markdown of
    the site's own author, which may hold anything.
    """
    converted = reading.library.converted.get(guide.id)
    if converted is not None:
        return converted

    def write(mention: Mention) -> str | None:
        key = key_of(mention.kind, mention.name, reading.library.glossary)
        if not key or not is_whole(mention):
            return None
        starts = begins_sentence(guide.text, mention.start)
        if key[0] == "fact":
            return reading.form.fact(key[1], starts, reading)
        return reading.form.term(mention.name, mention.label, starts, reading)

    text = replaced(guide, write)
    return text if reading.form.for_screens else plain_guide(text, guide.title, reading)

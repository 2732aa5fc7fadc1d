"""The hand-written pages, with their links to terms and facts put in."""

from collections.abc import Iterator
from functools import partial

from termwise.lookup.lookup import Lookup
from termwise.markup.document import Document
from termwise.markup.writer import Writer
from termwise.model.addresses import HOME_ID
from termwise.model.guide import Guide, Mention
from termwise.pages.linked_data import guide_graph
from termwise.pages.plain_guide import plain_guide
from termwise.pages.planned import PlannedPage
from termwise.text.own_links import is_whole, replaced
from termwise.text.patterns import begins_sentence


def guide_pages(lookup: Lookup) -> Iterator[PlannedPage]:
    """Each page of the site's own but that which is a part of the home page, at its own place."""
    for name in lookup.every("guide"):
        if not (name == HOME_ID and lookup.site.home):
            file = lookup.file_of(("guide", name))
            yield PlannedPage(lookup.guide(name).path, partial(_page, name), file)


def _page(name: str, writer: Writer) -> Document:
    writer.lookup.rests_on("home")
    guide = writer.lookup.guide(name)
    body = guide_text(guide, writer)
    head = guide.text[: guide.body]
    data = guide_graph(name, writer) if writer.lookup.site.whole else ()
    return Document("guide.j2", {"text": body}, head=head, linked_data=data)


def guide_text(guide: Guide, writer: Writer) -> str:
    """The text of a hand-written page in the form that it is read in.

    Only its links to terms and facts are written out: unlike fields from YAML it is Markdown of
    the site's own author, which may hold anything.
    """
    converted = writer.lookup.converted(guide.id)
    if converted is not None:
        return converted

    def write(mention: Mention) -> str | None:
        key = writer.lookup.key_of(mention.kind, mention.name)
        if not key or not is_whole(mention):
            return None
        starts = begins_sentence(guide.text, mention.start)
        if key[0] == "fact":
            return writer.fact(key[1], starts)
        return writer.term(mention.name, mention.label, starts)

    text = replaced(guide, write)
    return text if writer.form.for_screens else plain_guide(text, guide.title, writer)

"""Term pages: `/terms/<id>/`."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from urllib.parse import quote

from termwise.embeds.snippets import embed_offer
from termwise.lookup.lookup import Lookup
from termwise.markup.comparison_table import comparison_table
from termwise.markup.document import Document
from termwise.markup.references import edit_url, review_dates, source_lines
from termwise.markup.writer import Writer
from termwise.model import addresses
from termwise.model.addresses import GUIDES
from termwise.model.fields import texts
from termwise.model.term import SECTIONS, Prompt, Term
from termwise.pages.linked_data import term_graph
from termwise.pages.planned import PlannedPage, entry_pages
from termwise.text.escape import html_text
from termwise.words.words import message

WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction, the average of 190 studies (Brysbaert, 2019)."""

FURTHER = {
    "decision": message("Decision"), "path": message("Learning path"), "guide": message("Guide"),
}  # fmt: skip
"""The kinds of entry that a term leads on to, where they name it, and what each is called."""

SHARE = (
    (message("Email"), "mailto:?subject={title}&body={url}"),
    ("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url={url}"),
    ("Bluesky", "https://bsky.app/intent/compose?text={title}%20{url}"),
    ("X", "https://x.com/intent/tweet?text={title}&url={url}"),
)
"""Where a page can be shared, as plain links: nothing is loaded from there."""


def term_pages(lookup: Lookup) -> Iterator[PlannedPage]:
    """A page a term."""
    yield from entry_pages("term", _page, lookup)


def _page(name: str, writer: Writer) -> Document:
    term = writer.lookup.term(name)
    words = writer.plain(term.definition)
    screens = writer.form.for_screens
    values = {
        "title": writer.name(term.label),
        "crumbs": _crumbs(term, writer),
        "meta_line": _meta_line(term, writer),
        "replaced_by": term.replaced_by and writer.term_link(term.replaced_by),
        "definition": writer.line(term.definition),
        "key_points": [writer.line(point) for point in term.key_points],
        "analogy": term.analogy and writer.line(term.analogy),
        "sections": _sections(term, writer),
        "comparisons": _comparisons(name, writer),
        "examples": [
            {"title": writer.name(e.title), "weak": _prompt(e.weak, writer),
             "strong": _prompt(e.strong, writer)}
            for e in term.examples
        ],
        "tips": [writer.line(tip) for tip in term.tips],
        "regions": _regions(term, writer),
        "faq": [(writer.name(q.question), writer.text(q.answer)) for q in term.faq],
        "confused_with": [
            (writer.term_link(c.term), writer.line(c.difference)) for c in term.confused_with
        ],
        "related": _related(term, writer),
        "tools": [
            (writer.form.link(writer.name(tool.name), tool.url), writer.line(tool.what))
            for tool in term.tools
        ],
        "further": _further(name, writer),
        "backlinks": [writer.term_link(other) for other in _backlinks(name, term, writer)],
        "translations": _translations(term, writer),
        "sources": source_lines(term.sources, writer),
        "call_to_action": writer.lookup.site.call_to_action,
        "share": _share(name, term, writer) if screens else [],
        "embed": embed_offer(("term", name), words, writer) if screens else None,
        "edit_url": edit_url(("term", name), writer.lookup),
    }  # fmt: skip
    meta = {"title": term.label, "description": words}
    linked = term_graph(name, writer) if screens else ()
    return Document("term.j2", values, meta, linked_data=linked)


def _crumbs(term: Term, writer: Writer) -> list[tuple[str, str]]:
    category = writer.lookup.category(term.category)
    level = writer.lookup.level(term.level)
    return [
        (writer.words.say("Glossary"), writer.url(addresses.INDEX)),
        (category.title, writer.url(addresses.page_of(("category", term.category)))),
        (level.title, writer.url(addresses.page_of(("level", term.level)))),
    ]


def _meta_line(term: Term, writer: Writer) -> dict[str, object]:
    return {
        "minutes": _minutes(term) if writer.form.for_screens else 0,
        **review_dates(term, writer.lookup),
        "reviewed_iso": term.reviewed and term.reviewed.isoformat(),
        "status": term.status,
        "aliases": term.aliases,
        "tags": [(tag, writer.url(addresses.page_of(("tag", tag)))) for tag in term.tags],
    }


def _minutes(term: Term) -> int:
    """How long the page takes to read."""
    words = sum(len(text.split()) for _path, text in texts(term))
    return max(1, round(words / WORDS_A_MINUTE))


def _sections(term: Term, writer: Writer) -> list[tuple[str, str]]:
    known = [(writer.words.say(title), getattr(term, field)) for field, title in SECTIONS]
    own = [(writer.name(section.title), section.text) for section in term.sections]
    return [(title, writer.text(text)) for title, text in (*known, *own) if text]


def _comparisons(name: str, writer: Writer) -> list[dict[str, str]]:
    """The comparisons that this term is a subject of, fewest subjects first."""
    found = []
    for comparison_id in writer.lookup.naming(("term", name), "comparison"):
        comparison = writer.lookup.comparison(comparison_id)
        if name in comparison.subjects:
            found.append((len(comparison.subjects), comparison_id))
    return [
        {
            "title": writer.form.cells.name(writer.lookup.comparison(comparison_id).title),
            "url": writer.url(addresses.page_of(("comparison", comparison_id))),
            "table": comparison_table(comparison_id, writer),
        }
        for _count, comparison_id in sorted(found)
    ]


def _prompt(prompt: Prompt, writer: Writer) -> dict[str, str]:
    shown = writer.form.cells.verbatim(prompt.prompt)
    return {"prompt": shown, "why": writer.cell(prompt.why)}


def _regions(term: Term, writer: Writer) -> list[dict[str, object]]:
    return [
        {
            "title": writer.name(writer.lookup.region_title(region.region)),
            "law": region.law and writer.name(region.law),
            "text": writer.text(region.text),
            "sources": [
                writer.form.link(
                    writer.name(writer.lookup.source(name).title),
                    writer.page_link(f"{addresses.SOURCES}#{name}"),
                )
                for name in region.sources
            ],
        }
        for region in term.regions
    ]


def _related(term: Term, writer: Writer) -> list[tuple[str, list[tuple[str, str]]]]:
    """Related terms under their kind of relation, in the order of first mention."""
    order = {kind: rank for rank, kind in reversed([*enumerate(r.kind for r in term.related)])}
    grouped = groupby(sorted(term.related, key=lambda r: order[r.kind]), key=lambda r: r.kind)
    return [
        (
            writer.name(writer.lookup.relation_title(kind)),
            [(writer.term_link(related.term), writer.line(related.why)) for related in members],
        )
        for kind, members in grouped
    ]


def _further(name: str, writer: Writer) -> list[tuple[str, str]]:
    """Decisions, paths and pages that pass through this term: what each is, and the link.

    Of a page of the site's own that is no guide, its title says enough.
    """
    return [
        (
            writer.words.say(words) if kind != "guide" or other.startswith(GUIDES) else "",
            writer.entry_link((kind, other), writer.lookup.entry_title((kind, other))),
        )
        for kind, words in FURTHER.items()
        for other in writer.lookup.naming(("term", name), kind)
        if (kind, other) != ("guide", addresses.HOME_ID)
    ]


def _backlinks(name: str, term: Term, writer: Writer) -> Sequence[str]:
    """Terms that link here and that the page has not named under related terms."""
    named = {related.term for related in term.related}
    named.update(confusion.term for confusion in term.confused_with)
    return [other for other in writer.lookup.naming(("term", name), "term") if other not in named]


def _translations(term: Term, writer: Writer) -> list[tuple[str, str, str]]:
    return [
        (
            writer.form.cells.attribute(language),
            writer.form.cells.name(word.term),
            writer.cell(word.definition) if word.definition else "",
        )
        for language, word in sorted(term.translations.items())
    ]


def _share(name: str, term: Term, writer: Writer) -> list[tuple[str, str]]:
    if not writer.lookup.site.url or not writer.lookup.site.offers.share:
        return []
    url = writer.lookup.site.url + addresses.url_of(
        addresses.page_of(("term", name)), directory_urls=writer.lookup.site.directory_urls
    )
    filled = {"title": quote(term.label, safe=""), "url": quote(url, safe="")}
    return [(writer.words.say(place), html_text(link.format(**filled))) for place, link in SHARE]

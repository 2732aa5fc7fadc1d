"""Term pages: `/terms/<id>/`."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from urllib.parse import quote

from termwise.embeds.snippets import embed_offer
from termwise.model import addresses
from termwise.model.fields import texts
from termwise.model.glossary import EntryKey
from termwise.model.term import Prompt, Term
from termwise.pages.guides import HOME_ID
from termwise.pages.linked_data import term_data
from termwise.pages.planned import PlannedPage
from termwise.reading.library import Library
from termwise.text.escape import html_text
from termwise.writing.comparison_table import comparison_table
from termwise.writing.document import Document
from termwise.writing.reading import Reading
from termwise.writing.references import edit_url, review_dates, source_lines

SECTIONS = (
    ("why_it_matters", "Why it matters"),
    ("how_it_works", "How it works"),
    ("use_cases", "Use cases"),
    ("when_to_use", "When to use it"),
    ("when_not_to_use", "When not to use it"),
    ("limits", "Limits"),
)
"""The well-known sections, in the order of the page."""

WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction, the average of 190 studies (Brysbaert, 2019)."""

SHARE = (
    ("Email", "mailto:?subject={title}&body={url}"),
    ("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url={url}"),
    ("Bluesky", "https://bsky.app/intent/compose?text={title}%20{url}"),
    ("X", "https://x.com/intent/tweet?text={title}&url={url}"),
)
"""Where a page can be shared, as plain links: nothing is loaded from there."""


def term_pages(library: Library) -> Iterator[PlannedPage]:
    """A page a term."""
    for name in library.glossary.terms:
        origin = library.glossary.origins["term", name]
        yield PlannedPage(addresses.page_of(("term", name)), partial(_page, name), origin.file)


def _page(name: str, reading: Reading) -> Document:
    term = reading.term(name)
    words = reading.plain(term.definition)
    screens = reading.form.for_screens
    values = {
        "title": reading.name(term.label),
        "crumbs": _crumbs(term, reading),
        "meta_line": _meta_line(term, reading),
        "replaced_by": term.replaced_by and reading.term_link(term.replaced_by),
        "definition": reading.line(term.definition),
        "key_points": [reading.line(point) for point in term.key_points],
        "analogy": term.analogy and reading.line(term.analogy),
        "sections": _sections(term, reading),
        "comparisons": _comparisons(name, reading),
        "examples": [
            {"title": reading.name(e.title), "weak": _prompt(e.weak, reading),
             "strong": _prompt(e.strong, reading)}
            for e in term.examples
        ],
        "tips": [reading.line(tip) for tip in term.tips],
        "regions": _regions(term, reading),
        "faq": [(reading.name(q.question), reading.text(q.answer)) for q in term.faq],
        "confused_with": [
            (reading.term_link(c.term), reading.line(c.difference)) for c in term.confused_with
        ],
        "related": _related(term, reading),
        "tools": [
            (reading.form.link(reading.name(tool.name), tool.url), reading.line(tool.what))
            for tool in term.tools
        ],
        "further": _further(name, reading),
        "backlinks": [reading.term_link(other) for other in _backlinks(name, term, reading)],
        "translations": _translations(term, reading),
        "sources": source_lines(term.sources, reading),
        "call_to_action": reading.site.call_to_action,
        "share": _share(name, term, reading) if screens else [],
        "embed": embed_offer(("term", name), words, reading) if screens else None,
        "edit_url": edit_url(("term", name), reading),
    }  # fmt: skip
    meta = {"title": term.label, "description": words}
    linked = term_data(name, reading) if screens else ()
    return Document("term.j2", values, meta, linked_data=linked)


def _crumbs(term: Term, reading: Reading) -> list[tuple[str, str]]:
    category = reading.category(term.category)
    level = reading.level(term.level)
    return [
        ("Glossary", reading.url(addresses.INDEX)),
        (category.title, reading.url(addresses.page_of(("category", term.category)))),
        (level.title, reading.url(addresses.page_of(("level", term.level)))),
    ]


def _meta_line(term: Term, reading: Reading) -> dict[str, object]:
    return {
        "minutes": _minutes(term) if reading.form.for_screens else 0,
        **review_dates(term, reading),
        "reviewed_iso": term.reviewed and term.reviewed.isoformat(),
        "status": term.status,
        "aliases": term.aliases,
        "tags": [(tag, reading.url(addresses.page_of(("tag", tag)))) for tag in term.tags],
    }


def _minutes(term: Term) -> int:
    """How long the page takes to read."""
    words = sum(len(text.split()) for _path, text in texts(term))
    return max(1, round(words / WORDS_A_MINUTE))


def _sections(term: Term, reading: Reading) -> list[tuple[str, str]]:
    known = [(title, getattr(term, field)) for field, title in SECTIONS]
    own = [(reading.name(section.title), section.text) for section in term.sections]
    return [(title, reading.text(text)) for title, text in (*known, *own) if text]


def _comparisons(name: str, reading: Reading) -> list[dict[str, str]]:
    """The comparisons that this term is a subject of, fewest subjects first."""
    found = []
    for comparison_id in reading.naming(("term", name), "comparison"):
        comparison = reading.comparison(comparison_id)
        if name in comparison.subjects:
            found.append((len(comparison.subjects), comparison_id))
    return [
        {
            "title": reading.form.cells.name(reading.comparison(comparison_id).title),
            "url": reading.url(addresses.page_of(("comparison", comparison_id))),
            "table": comparison_table(comparison_id, reading),
        }
        for _count, comparison_id in sorted(found)
    ]


def _prompt(prompt: Prompt, reading: Reading) -> dict[str, str]:
    shown = reading.form.cells.verbatim(prompt.prompt)
    return {"prompt": shown, "why": reading.cell(prompt.why)}


def _regions(term: Term, reading: Reading) -> list[dict[str, object]]:
    return [
        {
            "title": reading.name(reading.region_title(region.region)),
            "law": region.law and reading.name(region.law),
            "text": reading.text(region.text),
            "sources": [
                reading.form.link(
                    reading.name(reading.source(name).title),
                    reading.page_link(f"{addresses.SOURCES}#{name}"),
                )
                for name in region.sources
            ],
        }
        for region in term.regions
    ]


def _related(term: Term, reading: Reading) -> list[tuple[str, list[tuple[str, str]]]]:
    """Related terms under their kind of relation, in the order of first mention."""
    order = {kind: rank for rank, kind in reversed([*enumerate(r.kind for r in term.related)])}
    grouped = groupby(sorted(term.related, key=lambda r: order[r.kind]), key=lambda r: r.kind)
    return [
        (
            reading.name(reading.relation_title(kind)),
            [(reading.term_link(related.term), reading.line(related.why)) for related in members],
        )
        for kind, members in grouped
    ]


def _further(name: str, reading: Reading) -> list[tuple[str, str]]:
    """Decisions, paths and guides that pass through this term: what each is, and the link."""
    found: list[tuple[str, EntryKey, str]] = []
    for decision in reading.naming(("term", name), "decision"):
        found.append(("Decision", ("decision", decision), reading.decision(decision).title))
    for path in reading.naming(("term", name), "path"):
        found.append(("Learning path", ("path", path), reading.path(path).title))
    for guide in reading.naming(("term", name), "guide"):
        if guide != HOME_ID:
            found.append(("Guide", ("guide", guide), reading.guide(guide).title))
    return [(kind, reading.entry_link(key, title)) for kind, key, title in found]


def _backlinks(name: str, term: Term, reading: Reading) -> Sequence[str]:
    """Terms that link here and that the page has not named under related terms."""
    named = {related.term for related in term.related}
    named.update(confusion.term for confusion in term.confused_with)
    return [other for other in reading.naming(("term", name), "term") if other not in named]


def _translations(term: Term, reading: Reading) -> list[tuple[str, str, str]]:
    return [
        (
            reading.form.cells.attribute(language),
            reading.form.cells.name(word.term),
            reading.cell(word.definition) if word.definition else "",
        )
        for language, word in sorted(term.translations.items())
    ]


def _share(name: str, term: Term, reading: Reading) -> list[tuple[str, str]]:
    if not reading.site.url or not reading.site.offers.share:
        return []
    url = reading.site.url + addresses.url_of(
        addresses.page_of(("term", name)), directory_urls=reading.site.directory_urls
    )
    filled = {"title": quote(term.label, safe=""), "url": quote(url, safe="")}
    return [(place, html_text(link.format(**filled))) for place, link in SHARE]

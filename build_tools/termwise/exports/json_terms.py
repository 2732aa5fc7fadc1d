"""A term as JSON."""

from termwise.exports.json_facts import cited_facts, sources_data
from termwise.exports.json_form import (
    framed,
    named,
    named_term,
    questions,
    review,
    rich,
    rich_or_none,
    riches,
)
from termwise.model.addresses import page_of
from termwise.model.term import Prompt, Term
from termwise.pages.terms import SECTIONS
from termwise.writing.reading import Reading


def term_data(name: str, reading: Reading) -> dict[str, object]:
    """A term: all that its page says."""
    term = reading.term(name)
    category, level = reading.category(term.category), reading.level(term.level)
    return {
        **framed("term", reading.url(page_of(("term", name))), reading),
        "id": name,
        "formerly": list(term.formerly),
        "term": term.term,
        "title": term.title,
        "abbreviation": term.abbreviation,
        "aliases": list(term.aliases),
        "avoid": list(term.avoid),
        "status": term.status,
        "replaced_by": term.replaced_by and named_term(term.replaced_by, reading),
        "category": named(("category", term.category), category.title, reading),
        "level": named(("level", term.level), level.title, reading),
        "tags": [named(("tag", tag), tag, reading) for tag in term.tags],
        "definition": rich(term.definition, reading),
        "key_points": riches(term.key_points, reading),
        "analogy": rich_or_none(term.analogy, reading),
        "sections": _sections(term, reading),
        "regions": _regions(term, reading),
        "faq": questions(term.faq, reading),
        "tips": riches(term.tips, reading),
        "examples": [
            {"title": item.title, "weak": _prompt(item.weak, reading),
             "strong": _prompt(item.strong, reading)}
            for item in term.examples
        ],
        "tools": [
            {"name": tool.name, "url": tool.url, "what": rich(tool.what, reading)}
            for tool in term.tools
        ],
        "translations": [
            {"language": language, "term": word.term,
             "definition": rich_or_none(word.definition, reading)}
            for language, word in sorted(term.translations.items())
        ],
        **_neighbours(name, term, reading),
        "sources": sources_data(term.sources, reading),
        "facts": cited_facts(term, reading),
        "added": term.added.isoformat() if term.added else None,
        "changes": [
            {"on": change.on.isoformat(), "what": rich(change.what, reading)}
            for change in term.changes
        ],
        **review(term, reading),
    }  # fmt: skip


def _sections(term: Term, reading: Reading) -> list[dict[str, object]]:
    known = [(field.replace("_", "-"), title, getattr(term, field)) for field, title in SECTIONS]
    own = [(None, section.title, section.text) for section in term.sections]
    return [
        {"id": section, "title": title, "body": rich(text, reading)}
        for section, title, text in (*known, *own)
        if text
    ]


def _regions(term: Term, reading: Reading) -> list[dict[str, object]]:
    return [
        {
            "id": region.region,
            "title": reading.region_title(region.region),
            "law": region.law,
            "body": rich(region.text, reading),
            "sources": sources_data(region.sources, reading),
        }
        for region in term.regions
    ]


def _prompt(prompt: Prompt, reading: Reading) -> dict[str, object]:
    return {"prompt": prompt.prompt, "why": rich(prompt.why, reading)}


def _neighbours(name: str, term: Term, reading: Reading) -> dict[str, object]:
    """Other entries: those that the term names itself, and those that pass through it."""
    key = ("term", name)
    return {
        "related": [
            {
                "term": named_term(item.term, reading),
                "kind": {"id": item.kind, "title": reading.relation_title(item.kind)},
                "why": rich(item.why, reading),
            }
            for item in term.related
        ],
        "confused_with": [
            {"term": named_term(item.term, reading), "difference": rich(item.difference, reading)}
            for item in term.confused_with
        ],
        "comparisons": [
            named(("comparison", other), reading.comparison(other).title, reading)
            for other in reading.naming(key, "comparison")
            if name in reading.comparison(other).subjects
        ],
        "decisions": [
            named(("decision", other), reading.decision(other).title, reading)
            for other in reading.naming(key, "decision")
        ],
        "paths": [
            named(("path", other), reading.path(other).title, reading)
            for other in reading.naming(key, "path")
        ],
    }

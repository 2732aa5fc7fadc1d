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
from termwise.markup.writer import Writer
from termwise.model.addresses import page_of
from termwise.model.term import SECTIONS, Prompt, Term


def term_data(name: str, writer: Writer) -> dict[str, object]:
    """A term: all that its page says."""
    term = writer.lookup.term(name)
    category, level = writer.lookup.category(term.category), writer.lookup.level(term.level)
    return {
        **framed("term", writer.url(page_of(("term", name))), writer),
        "id": name,
        "formerly": list(term.formerly),
        "term": term.term,
        "title": term.title,
        "abbreviation": term.abbreviation,
        "aliases": list(term.aliases),
        "avoid": list(term.avoid),
        "status": term.status,
        "replaced_by": term.replaced_by and named_term(term.replaced_by, writer),
        "category": named(("category", term.category), category.title, writer),
        "level": named(("level", term.level), level.title, writer),
        "tags": [named(("tag", tag), tag, writer) for tag in term.tags],
        "definition": rich(term.definition, writer),
        "key_points": riches(term.key_points, writer),
        "analogy": rich_or_none(term.analogy, writer),
        "sections": _sections(term, writer),
        "regions": _regions(term, writer),
        "faq": questions(term.faq, writer),
        "tips": riches(term.tips, writer),
        "examples": [
            {"title": item.title, "weak": _prompt(item.weak, writer),
             "strong": _prompt(item.strong, writer)}
            for item in term.examples
        ],
        "tools": [
            {"name": tool.name, "url": tool.url, "what": rich(tool.what, writer)}
            for tool in term.tools
        ],
        "translations": [
            {"language": language, "term": word.term,
             "definition": rich_or_none(word.definition, writer)}
            for language, word in sorted(term.translations.items())
        ],
        **_neighbours(name, term, writer),
        "sources": sources_data(term.sources, writer),
        "facts": cited_facts(term, writer),
        "added": term.added.isoformat() if term.added else None,
        "changes": [
            {"on": change.on.isoformat(), "what": rich(change.what, writer)}
            for change in term.changes
        ],
        **review(term, writer),
    }  # fmt: skip


def _sections(term: Term, writer: Writer) -> list[dict[str, object]]:
    say = writer.words.say
    known = [
        (field.replace("_", "-"), say(title), getattr(term, field)) for field, title in SECTIONS
    ]
    own = [(None, section.title, section.text) for section in term.sections]
    return [
        {"id": section, "title": title, "body": rich(text, writer)}
        for section, title, text in (*known, *own)
        if text
    ]


def _regions(term: Term, writer: Writer) -> list[dict[str, object]]:
    return [
        {
            "id": region.region,
            "title": writer.lookup.region_title(region.region),
            "law": region.law,
            "body": rich(region.text, writer),
            "sources": sources_data(region.sources, writer),
        }
        for region in term.regions
    ]


def _prompt(prompt: Prompt, writer: Writer) -> dict[str, object]:
    return {"prompt": prompt.prompt, "why": rich(prompt.why, writer)}


def _neighbours(name: str, term: Term, writer: Writer) -> dict[str, object]:
    """Other entries: those that the term names itself, and those that pass through it."""
    key = ("term", name)
    return {
        "related": [
            {
                "term": named_term(item.term, writer),
                "kind": {"id": item.kind, "title": writer.lookup.relation_title(item.kind)},
                "why": rich(item.why, writer),
            }
            for item in term.related
        ],
        "confused_with": [
            {"term": named_term(item.term, writer), "difference": rich(item.difference, writer)}
            for item in term.confused_with
        ],
        "comparisons": [
            named(("comparison", other), writer.lookup.comparison(other).title, writer)
            for other in writer.lookup.naming(key, "comparison")
            if name in writer.lookup.comparison(other).subjects
        ],
        "decisions": [
            named(("decision", other), writer.lookup.decision(other).title, writer)
            for other in writer.lookup.naming(key, "decision")
        ],
        "paths": [
            named(("path", other), writer.lookup.path(other).title, writer)
            for other in writer.lookup.naming(key, "path")
        ],
    }

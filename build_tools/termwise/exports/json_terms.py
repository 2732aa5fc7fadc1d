"""A term as JSON."""

from termwise.exports.contract import contract
from termwise.exports.json_facts import cited_facts, sources_data
from termwise.exports.json_fields import fields_data, in_order, region_data
from termwise.exports.json_form import framed, named, review, rich, rich_or_none
from termwise.markup.writer import Writer
from termwise.model.addresses import page_of
from termwise.model.term import SECTIONS, Term

IN_OTHER_FORM = frozenset(
    ("tags", "sections", "regions", "translations", *(field for field, _title in SECTIONS))
)
"""The fields of a term that the data has in another form than the model."""


def term_data(name: str, writer: Writer) -> dict[str, object]:
    """A term: all that its page says."""
    term = writer.lookup.term(name)
    data = {
        **framed("term", writer.url(page_of(("term", name))), writer),
        "id": name,
        "title": term.title,
        **fields_data(term, writer, but=IN_OTHER_FORM),
        "tags": [named(("tag", tag), tag, writer) for tag in term.tags],
        "sections": _sections(term, writer),
        "regions": _regions(term, writer),
        "translations": [
            {"language": language, "term": word.term,
             "definition": rich_or_none(word.definition, writer)}
            for language, word in sorted(term.translations.items())
        ],
        **_passing_through(name, writer),
        "facts": cited_facts(term, writer),
        **review(term, writer),
    }  # fmt: skip
    return in_order("term", data)


def _sections(term: Term, writer: Writer) -> list[dict[str, object]]:
    """The sections in their order; those that the contract does not list have no id."""
    listed = contract("api-v1.json")["$defs"]["section"]["properties"]["id"]["enum"]
    ids = {field: field.replace("_", "-") for field, _title in SECTIONS}
    known = [
        (ids[field] if ids[field] in listed else None,
         writer.words.say(title), getattr(term, field))
        for field, title in SECTIONS
    ]  # fmt: skip
    own = [(None, section.title, section.text) for section in term.sections]
    return [
        {"id": section, "title": title, "body": rich(text, writer)}
        for section, title, text in (*known, *own)
        if text
    ]


def _regions(term: Term, writer: Writer) -> list[dict[str, object]]:
    return [
        {
            **region_data(region.region, writer),
            "law": region.law,
            "body": rich(region.text, writer),
            "sources": sources_data(region.sources, writer),
        }
        for region in term.regions
    ]


def _passing_through(name: str, writer: Writer) -> dict[str, object]:
    """Entries that pass through the term."""
    key = ("term", name)
    return {
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

"""The glossary as TBX, `/api/v1/glossary.tbx`, for translators' tools.

ISO 30042:2019, dialect TBX-Basic in its style DCA: an entry a term, in it a section a language,
in that a section a name. Parts of speech are left out, because the glossary does not know them.
"""

from collections.abc import Iterator

from termwise.exports.labels import Labels, labels, language_tag
from termwise.exports.planned import DataFile, Export, PlannedFile
from termwise.exports.xml_text import DECLARATION, element, xml_text
from termwise.lookup.lookup import Lookup
from termwise.markup.names import plain
from termwise.model.addresses import page_of, published_url
from termwise.model.source import Source
from termwise.model.term import Term
from termwise.words.words import message

FILE = DataFile(
    "api/v1/glossary.tbx",
    form="tbx",
    name=message("TBX"),
    about=message("the terms and their translations for translation tools"),
)

PREFERRED = "preferredTerm-admn-sts"
ADMITTED = "admittedTerm-admn-sts"
DEPRECATED = "deprecatedTerm-admn-sts"
SUPERSEDED = "supersededTerm-admn-sts"


def tbx_files(lookup: Lookup) -> Iterator[PlannedFile]:
    """The one file."""
    if lookup.every("term"):
        yield PlannedFile(FILE.path, _tbx)


EXPORT = Export(tbx_files, offer="api", files=(FILE,), about="TBX for translators")


def _tbx(lookup: Lookup) -> Iterator[str]:
    site = lookup.site
    yield DECLARATION
    yield '<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca"'
    yield f' xml:lang="{xml_text(language_tag(site.language))}">\n'
    yield "<tbxHeader><fileDesc>"
    yield f"<titleStmt>{element('title', site.name)}</titleStmt>"
    yield f"<sourceDesc>{element('p', site.url)}</sourceDesc>"
    yield "</fileDesc></tbxHeader>\n<text><body>\n"
    for name in lookup.every("term"):
        yield "\n".join(_entry(name, lookup)) + "\n"
    yield "</body></text>\n</tbx>\n"


def _entry(name: str, lookup: Lookup) -> Iterator[str]:
    term = lookup.term(name)
    yield f'<conceptEntry id="{_id(name)}">'
    yield element("descrip", lookup.category(term.category).title, type="subjectField")
    yield from _history(term)
    for source in dict.fromkeys(term.sources):
        yield element("admin", _cited(lookup.source(source)), type="source")
    address = published_url(page_of(("term", name)), lookup.site)
    yield element("xref", term.title, type="externalCrossReference", target=address)
    for other in _near(name, term):
        title = lookup.term(other).title
        yield element("ref", title, type="crossReference", target=_id(other))
    if term.replaced_by:
        replacing = lookup.term(term.replaced_by).title
        yield element("note", lookup.words.say("Replaced by {term}.", term=replacing))
    for each in labels(term, lookup.site.language):
        yield from _language(each, term, lookup)
    yield "</conceptEntry>"


def _near(name: str, term: Term) -> list[str]:
    """The terms that an entry points to: what replaced it, then what is related."""
    replaced = [term.replaced_by] if term.replaced_by else []
    named = dict.fromkeys([*replaced, *(link.term for link in term.related)])
    return [other for other in named if other != name]


def _id(name: str) -> str:
    """An id for XML, where none begins with a digit."""
    return f"term-{name}"


def _cited(source: Source) -> str:
    by = "" if source.by == source.title else f"{source.by}, "
    return f"{by}{source.title}{f', {source.url}' if source.url else ''}"


def _history(term: Term) -> Iterator[str]:
    told = [("origination", term.added)] if term.added else []
    told += [("modification", change.on) for change in term.changes]
    for kind, day in told:
        date = element("date", day.isoformat())
        yield f"<transacGrp>{element('transac', kind, type='transactionType')}{date}</transacGrp>"


def _language(each: Labels, term: Term, lookup: Lookup) -> Iterator[str]:
    used = term.status != "deprecated"
    yield f'<langSec xml:lang="{xml_text(each.language)}">'
    if each.definition:
        yield element("descrip", plain(each.definition, lookup), type="definition")
    full = "fullForm" if each.abbreviation else ""
    yield _name(each.preferred, PREFERRED if used else SUPERSEDED, full)
    if each.abbreviation:
        yield _name(each.abbreviation, ADMITTED if used else SUPERSEDED, "abbreviation")
    for name in each.others:
        yield _name(name, ADMITTED if used else SUPERSEDED)
    for name in each.avoided:
        yield _name(name, DEPRECATED)
    yield "</langSec>"


def _name(name: str, status: str, form: str = "") -> str:
    notes = element("termNote", form, type="termType") if form else ""
    notes += element("termNote", status, type="administrativeStatus")
    return f"<termSec>{element('term', name)}{notes}</termSec>"

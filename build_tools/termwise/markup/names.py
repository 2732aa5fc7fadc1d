"""What a text says where it names a term or a fact, in whatever form it is written."""

from collections.abc import Callable
from dataclasses import dataclass

from termwise.lookup.lookup import Lookup
from termwise.markup.citation import Cited
from termwise.markup.quantities import fact_label
from termwise.text.as_words import as_words
from termwise.text.parse import parse

HOVER = 500
"""How many characters of a definition a link says on hover; many links may say them."""


@dataclass(frozen=True)
class Names:
    """The words for terms and facts as one file looks them up."""

    lookup: Lookup

    def term_id(self, written: str) -> str:
        """The id of the term that a link names by id, name, alias or abbreviation."""
        return self.lookup.term_id(written)

    def words(self, name: str, label: str | None, starts: bool) -> str:
        """The words that stand for a term in a sentence; a name as written stands for itself."""
        found = self.term_id(name)
        term = self.lookup.term(found)
        return label or (name if name != found else term.title if starts else term.term)

    def title(self, name: str) -> str:
        """What a link to a term says on hover: its definition, as far as anybody reads there."""
        found = self.term_id(name)
        return self.lookup.once(("hover", found), lambda lookup: Names(lookup).hover(found))

    def hover(self, term: str) -> str:
        """The beginning of a term's definition as plain text."""
        words = self.plain(self.lookup.term(term).definition)
        return words if len(words) <= HOVER else words[:HOVER].rsplit(" ", 1)[0] + "…"

    def plain(self, text: str) -> str:
        """A text field as one line of plain text."""
        return as_words(parse(text).blocks, self.words, self._fact_words)

    def _fact_words(self, name: str, starts: bool) -> str:
        label = fact_label(self.lookup.fact(name), self.lookup.words)
        return label[:1].upper() + label[1:] if starts else label

    def cited(self, name: str, starts: bool, url: Callable[[str], str]) -> Cited:
        """A fact as a sentence cites it; `url` gives the address of a page."""
        lookup = self.lookup
        fact = lookup.fact(name)
        sources = {seen.source: lookup.source(seen.source) for seen in fact.observations}
        target = url(lookup.fact_place(name))
        words = self._fact_words(name, starts)
        return Cited(fact, words, sources, target, lookup.is_due(fact.review_by), lookup.words)


def plain(text: str, lookup: Lookup) -> str:
    """A text field as one line of plain text."""
    return Names(lookup).plain(text)

"""What a term is called and how it is defined, language by language."""

import re
from dataclasses import dataclass, field

from termwise.model.term import Term

_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
UNDETERMINED = "und"
"""The tag of BCP 47 for a language that nobody told."""


@dataclass
class Labels:
    """A term in one language: the name to use, others that are right, some that are not.

    No name stands twice. `definition` is a text field, or empty.
    """

    language: str
    preferred: str
    abbreviation: str = ""
    others: list[str] = field(default_factory=list)
    avoided: list[str] = field(default_factory=list)
    definition: str = ""

    def admit(self, name: str) -> None:
        """Take up one more name."""
        if name not in (self.preferred, self.abbreviation, *self.others):
            self.others.append(name)


def language_tag(language: str) -> str:
    """A language as a tag of BCP 47 that any format takes."""
    return language if _TAG.fullmatch(language) else UNDETERMINED


def labels(term: Term, language: str) -> list[Labels]:
    """A term in its own language, and then in those that it is translated to, by their tags.

    Tags that differ in capitals name one language; its first name is the one to use.
    """
    own = Labels(language_tag(language), term.term, definition=term.definition)
    if term.abbreviation and term.abbreviation != term.term:
        own.abbreviation = term.abbreviation
    for name in term.aliases:
        own.admit(name)
    right = {own.preferred, own.abbreviation, *own.others}
    own.avoided = [name for name in dict.fromkeys(term.avoid) if name not in right]
    found = {own.language.lower(): own}
    for tag, translation in sorted(term.translations.items()):
        known = language_tag(tag)
        first = found.get(known.lower())
        if first:
            first.admit(translation.term)
        else:
            definition = translation.definition or ""
            found[known.lower()] = Labels(known, translation.term, definition=definition)
    return list(found.values())

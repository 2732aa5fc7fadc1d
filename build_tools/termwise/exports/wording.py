"""What prose should not say, and what in its place, as regular expressions.

The patterns mean the same in JavaScript (textlint), in regexp2 (Vale) and in Python: nothing is
in them but literal text, white space and lookarounds. They are to be matched in any case.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from termwise.lookup.lookup import Lookup
from termwise.model.term import Term

_LETTERS = r"\w\u00c0-\u1fff"
"""What a word goes on with; to JavaScript `\\w` is ASCII alone."""

_BEFORE = rf"(?<![{_LETTERS}./@#=&%-])" + r"(?<!\[\[|\{\{)"
_AFTER = rf"(?![{_LETTERS}/@=]|[.:]\w)"
"""Around words of prose, not around a part of an address, of a file's name or of a compound, nor
around an id in a link or fact of ours."""

_SPACE, _ONE_SPACE = r"\s+", r"\s"

_SPECIAL = re.compile(r"[\\^$.*+?()\[\]{}|]")

SHORTEST = 4
"""Shorter names in unusual capitals are left alone: "CoT" in small letters is a bed."""


@dataclass(frozen=True)
class Wording:
    """Words that prose should not use, and those that it should.

    Where only capitals matter the two are the same, and the pattern finds the right ones too.
    Nothing is found inside the phrases of `within`, which are right, or wrong as a whole.
    """

    wrong: str
    right: str
    within: tuple[str, ...] = ()

    @property
    def is_casing(self) -> bool:
        """Whether only capitals matter."""
        return self.wrong == self.right

    @property
    def pattern(self) -> str:
        """The regular expression."""
        words = _literal(self.wrong, _SPACE)
        spared = (guard for phrase in self.within for guard in _guards(self.wrong, phrase))
        return f"{_BEFORE}{''.join(spared)}{words}{_AFTER}"


def wordings(lookup: Lookup) -> tuple[Wording, ...]:
    """All that the glossary knows, in the order of the alphabet."""
    terms = {name: lookup.term(name) for name in lookup.every("term")}
    names = [name for term in terms.values() if term.status != "deprecated" for name in term.names]
    right = {name.casefold() for name in names}
    wrong: dict[str, tuple[str, str]] = {}
    for term in terms.values():
        for old in (*(term.names if term.status == "deprecated" else ()), *term.avoid):
            if old.casefold() not in right:
                wrong.setdefault(old.casefold(), (old, _in_use(term, terms).term))
    wrong_phrases = [old for old, _new in wrong.values()]
    phrases, amiss = Phrases([*names, *wrong_phrases]), Phrases(wrong_phrases)
    found = [Wording(old, new, phrases.holding(old)) for old, new in wrong.values()]
    found += [Wording(word, word, amiss.holding(word)) for word in _unusual(names)]
    return tuple(sorted(found, key=lambda item: (item.wrong.casefold(), item.wrong)))


def _in_use(term: Term, terms: Mapping[str, Term]) -> Term:
    """The term itself, or what replaced it in the end."""
    while term.replaced_by:
        term = terms[term.replaced_by]
    return term


class Phrases:
    """Phrases by their words, so that no two of a whole glossary need be compared."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self.all = tuple(dict.fromkeys(phrases))
        self.by_word: dict[str, list[str]] = {}
        for phrase in self.all:
            for word in set(_words(phrase)):
                self.by_word.setdefault(word, []).append(phrase)

    def holding(self, part: str) -> tuple[str, ...]:
        """The phrases that some words are a part of."""
        near = [self.by_word.get(word, ()) for word in _words(part)]
        rarest = min(near, key=len) if near else self.all
        folded = part.casefold()
        return tuple(
            each for each in rarest if folded in each.casefold() and folded != each.casefold()
        )


def _words(phrase: str) -> list[str]:
    return re.findall(r"\w+", phrase.casefold())


def _unusual(names: Iterable[str]) -> list[str]:
    """The words with a capital after a small letter, as far as they are always spelt alike."""
    spellings: dict[str, set[str]] = {}
    for name in names:
        for word in re.findall(r"\w+", name):
            spellings.setdefault(word.casefold(), set()).add(word)
    alike = [word for found in spellings.values() if len(found) == 1 for word in found]
    return [
        word
        for word in alike
        if len(word) >= SHORTEST and any(a.islower() and b.isupper() for a, b in pairwise(word))
    ]


def _guards(words: str, phrase: str) -> Iterator[str]:
    """For each place of the words in a phrase, a condition that it is not this phrase."""
    alone = f"{_BEFORE}{_literal(words, _SPACE)}{_AFTER}"
    for found in re.finditer(alone, phrase, re.IGNORECASE):
        before, after = phrase[: found.start()], phrase[found.end() :]
        # Python wants a lookbehind of one length; so here white space is one sign.
        lookbehind = f"(?<={_literal(before, _ONE_SPACE)})" if before else ""
        yield f"(?!{lookbehind}{_literal(words + after, _SPACE)}{_AFTER})"


def _literal(text: str, space: str) -> str:
    """A regular expression that finds this text, its white space as `space` finds it."""
    escaped = _SPECIAL.sub(lambda found: f"\\{found[0]}", text)
    return re.sub(r"\s+", lambda _found: space, escaped)

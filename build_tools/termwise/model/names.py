"""Names: how they are folded to be compared, and what a misspelt one may have meant."""

import difflib
import re
import unicodedata
from collections.abc import Iterable


def fold(name: str) -> str:
    """A name without case, accents' encoding, hyphens and spaces: "Fine-Tuning" is "finetuning"."""
    return re.sub(r"[\s\-_‐‑–]+", "", unicodedata.normalize("NFKC", name).casefold())


LONGEST = 200
"""How much of a word is compared: no name is longer."""


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` most likely meant, or None where none is near.

    One that differs in capitals, hyphens and spaces alone is nearest of all.
    """
    word = word[:LONGEST]
    words, folded = sorted(known), fold(word)
    if same := next((one for one in words if fold(one) == folded), None):
        return same
    spelt = {one.casefold(): one for one in reversed(words)}
    found = difflib.get_close_matches(word.casefold(), spelt, n=1, cutoff=0.6)
    return spelt[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """The remedy for an unknown word."""
    near = closest(word, known)
    return f'did you mean "{near}"?' if near else otherwise


def listed(known: Iterable[str], most: int = 12) -> str:
    """Known words for a remedy, in their order, as many as a reader would read."""
    words = list(known)
    more = f" and {len(words) - most} more" if len(words) > most else ""
    return ", ".join(words[:most]) + more


def id_from(text: str) -> str:
    """The id nearest to a text, "An alias" being `an-alias`; empty where it has no letters."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def anchor(text: str) -> str:
    """An id for a heading or letter: lower-case words joined by hyphens, never empty."""
    return id_from(text) or "other"

"""Names: how they are folded to be compared, and what a misspelt one may have meant."""

import difflib
import re
import unicodedata
from collections.abc import Iterable


def fold(name: str) -> str:
    """A name without case, accents' encoding, hyphens and spaces: "Fine-Tuning" is "finetuning"."""
    return re.sub(r"[\s\-_‐‑–]+", "", unicodedata.normalize("NFKC", name).casefold())


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` most likely meant, or None where none is near."""
    found = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """The remedy for an unknown word."""
    near = closest(word, known)
    return f'did you mean "{near}"?' if near else otherwise


def anchor(text: str) -> str:
    """An id for a heading or letter: lower-case words joined by hyphens, never empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "other"

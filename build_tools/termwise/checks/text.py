"""The text fields."""

from collections.abc import Iterator
from itertools import islice

from termwise.checks.examined import Examined
from termwise.checks.references import remedy
from termwise.linking.dangers import faults
from termwise.linking.tokens import Token, tokens
from termwise.model.glossary import Origin
from termwise.model.problem import FieldPath, Problem
from termwise.model.values import Markdown, shortened

MOST = 50
"""How many faults of one kind are told of one text."""


def what_text_links_exists(examined: Examined) -> Iterator[Problem]:
    """Every `[[term]]` and `{{fact}}` in a text exists."""
    for origin, path, text in _texts(examined):
        if "[[" not in text and "{{" not in text:
            continue
        unknown = (
            token
            for token in tokens(text)
            if token.kind in ("term", "fact") and not examined.knows_link(token.kind, token.value)
        )
        for token in islice(unknown, MOST):
            yield origin.problem(
                f"unknown-{token.kind}",
                f'no {token.kind} "{shortened(token.value)}"',
                remedy(examined, token.kind, token.value[:200]),
                path=path,
                needle=_as_written(text, token),
            )


def _as_written(text: str, token: Token) -> str:
    """The link from its brackets to the sign after its id, which no longer id shares."""
    end = text.index(token.value, token.start) + len(token.value)
    return text[token.start : end + 1]


def text_holds_no_markup_of_its_own(examined: Examined) -> Iterator[Problem]:
    """No text holds raw HTML, images, headings, attribute lists or links with other schemes."""
    for origin, path, text in _texts(examined):
        for code, fault, what_to_do, needle in islice(faults(text), MOST):
            yield origin.problem(code, fault, what_to_do, path=path, needle=needle)


def _texts(examined: Examined) -> Iterator[tuple[Origin, FieldPath, str]]:
    for origin, path, text, marker in examined.fields():
        if isinstance(marker, Markdown):
            yield origin, path, text

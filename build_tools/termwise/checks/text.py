"""The text fields."""

from collections.abc import Callable, Iterator

from termwise.checks.examined import Examined
from termwise.checks.references import first_of_each, remedy
from termwise.model.glossary import Origin
from termwise.model.problem import FieldPath, Problem
from termwise.model.values import Markdown, shortened
from termwise.text.dangers import faults
from termwise.text.nesting import too_deep
from termwise.text.tokens import Token, tokens, unfinished

Fault = tuple[str, str, str, str]
"""Code, fault, remedy and the offending words."""


def what_text_links_exists(examined: Examined) -> Iterator[Problem]:
    """Every `[[term]]` and `{{fact}}` in a text exists."""
    unknown = (
        (origin, path, text, token)
        for origin, path, text in _texts(examined)
        if "[[" in text or "{{" in text
        for token in tokens(text)
        if token.kind in ("term", "fact") and not examined.knows_link(token.kind, token.value)
    )
    for origin, path, text, token in first_of_each(unknown):
        yield origin.problem(
            f"unknown-{token.kind}",
            f'no {token.kind} "{shortened(token.value)}"',
            remedy(examined, token.kind, token.value),
            path=path,
            needle=_as_written(text, token),
        )


def _as_written(text: str, token: Token) -> str:
    """The link from its brackets to the sign after its id, which no longer id shares."""
    end = text.index(token.value, token.start) + len(token.value)
    return text[token.start : end + 1]


def text_holds_no_markup_of_its_own(examined: Examined) -> Iterator[Problem]:
    """No text holds raw HTML, images, headings, attribute lists or links with other schemes."""
    return _all(faults, examined)


def links_in_text_are_finished(examined: Examined) -> Iterator[Problem]:
    """Every `[[` and `{{` begins a link or a value that is closed and says what it shows."""
    return _all(_unfinished, examined)


def _unfinished(text: str) -> Iterator[Fault]:
    for words in unfinished(text) if "[[" in text or "{{" in text else ():
        form = "[[id]] or [[id|words]]" if words.startswith("[") else "{{id}}"
        fault = f'"{words.strip()}" is no whole link'
        remedy = f"write {form}; put a backslash before it if readers should see it"
        yield "unfinished-link", fault, remedy, words.strip()


def text_nests_within_bounds(examined: Examined) -> Iterator[Problem]:
    """No text has lists, quotes or emphasis within each other past a bound."""
    return _all(too_deep, examined)


def _all(look: Callable[[str], Iterator[Fault]], examined: Examined) -> Iterator[Problem]:
    found = (
        (origin, path, fault) for origin, path, text in _texts(examined) for fault in look(text)
    )
    for origin, path, (code, fault, what_to_do, needle) in first_of_each(found):
        yield origin.problem(code, fault, what_to_do, path=path, needle=needle)


def _texts(examined: Examined) -> Iterator[tuple[Origin, FieldPath, str]]:
    for origin, path, text, marker in examined.fields():
        if isinstance(marker, Markdown):
            yield origin, path, text

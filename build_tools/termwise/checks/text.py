"""The text fields."""

from collections.abc import Iterator

from termwise.checks.examined import Examined
from termwise.checks.references import remedy
from termwise.linking.fields import texts
from termwise.linking.markup import faults, tokens
from termwise.model.glossary import Origin
from termwise.model.guide import Guide
from termwise.model.problem import FieldPath, Problem


def what_text_links_exists(examined: Examined) -> Iterator[Problem]:
    """Every `[[term]]` and `{{fact}}` in a text exists."""
    for origin, path, text in _texts(examined):
        if "[[" not in text and "{{" not in text:
            continue
        for token in tokens(text):
            if token.kind in ("term", "fact") and not examined.knows(token.kind, token.value):
                yield origin.problem(
                    f"unknown-{token.kind}",
                    f'no {token.kind} "{token.value}"',
                    remedy(examined, token.kind, token.value),
                    path=path,
                    needle=token.value,
                )


def text_holds_no_markup_of_its_own(examined: Examined) -> Iterator[Problem]:
    """No text holds raw HTML, images, headings, attribute lists or links with other schemes."""
    for origin, path, text in _texts(examined):
        for code, fault, what_to_do, needle in faults(text):
            yield origin.problem(code, fault, what_to_do, path=path, needle=needle)


def _texts(examined: Examined) -> Iterator[tuple[Origin, FieldPath, str]]:
    glossary = examined.glossary
    for key, entry in glossary.entries():
        if isinstance(entry, Guide):
            continue
        for path, text in texts(entry):
            if not (key[0] == "topic" and path[0] == "facts"):
                yield glossary.origins[key], path, text

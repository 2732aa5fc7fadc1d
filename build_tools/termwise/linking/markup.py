"""A text field written out: as Markdown with its links and values put in, or as plain text.

Code is recognised first, by the same pattern as Python-Markdown's fenced code, and code spans
that hold anything but plain characters are written out as escaped HTML, so that no other reading
of the backticks can bring their content to life.
"""

import re
from collections.abc import Callable

from termwise.linking.dangers import harmless
from termwise.linking.tokens import begins_sentence, tokens

TermLink = Callable[[str, str | None, bool], str]
"""Id, label (or None) and whether a sentence begins here, to a Markdown link."""

FactValue = Callable[[str, bool], str]
"""A fact's id and whether a sentence begins here, to Markdown with its value and citation."""

_PLAIN_CODE = re.compile(r"[\w .,:;=/()+%$@?'\"-]*")


def to_markdown(text: str, term: TermLink, fact: FactValue) -> str:
    """The field as Markdown that any builder may convert, its links and values put in."""
    written = ""
    for token in tokens(text):
        match token.kind:
            case "text":
                written += harmless(text, token)
            case "code":
                written += _code(token.value)
            case "fence":
                written += f"```{token.label or ''}\n{_fenced(token.value)}```"
            case "term":
                if written.endswith("!"):  # would make the link an image
                    written = f"{written[:-1]}&#33;"
                written += term(token.value, token.label, begins_sentence(text, token.start))
            case "fact":
                written += fact(token.value, begins_sentence(text, token.start))
    return written


def to_plain(text: str, term: TermLink, fact: FactValue) -> str:
    """The field as one line of plain text: for titles of links, descriptions, search."""
    plain = ""
    for token in tokens(text):
        match token.kind:
            case "text":
                value = re.sub(r"\[([^\]]*)\]\([^)\s]*\)", r"\1", token.value)
                plain += re.sub(r"\*+(?=\S)|(?<=\S)\*+|(?<!\w)_(?=\w)|(?<=\w)_(?!\w)", "", value)
            case "term":
                plain += term(token.value, token.label, begins_sentence(text, token.start))
            case "fact":
                plain += fact(token.value, begins_sentence(text, token.start))
            case _:
                plain += token.value
    return " ".join(plain.split())


def _code(code: str) -> str:
    if _PLAIN_CODE.fullmatch(code):
        return f"`{code.strip()}`" if code.strip() else "<code>&#32;</code>"
    shown = re.sub(r"[^\w\s]|_", lambda found: f"&#{ord(found[0])};", code.strip())
    return f"<code>{shown}</code>"


def _fenced(code: str) -> str:
    """Fenced code; a run of backticks inside is broken up, since the fence is of three."""
    return code.replace("```", "`\u200b`\u200b`")

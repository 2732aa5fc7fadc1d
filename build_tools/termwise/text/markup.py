"""A text field written out: as Markdown with its links and values put in, or as plain text.

Code is recognised first, by the same pattern as Python-Markdown's fenced code, and code spans
that hold anything but plain characters are written out as escaped HTML, so that no other reading
of the backticks can bring their content to life.
"""

import html
import re
from collections.abc import Callable

from termwise.text.brackets import brackets_of_links
from termwise.text.dangers import harmless
from termwise.text.held import Held
from termwise.text.tokens import begins_sentence, tokens

TermLink = Callable[[str, str | None, bool], str]
"""Id, label (or None) and whether a sentence begins here, to a Markdown link."""

FactValue = Callable[[str, bool], str]
"""A fact's id and whether a sentence begins here, to Markdown with its value and citation."""

_PLAIN_CODE = re.compile(r"[\w .,:;=/()+%$@?'\"-]*")
_EMPHASIS = re.compile(
    r"\\(?P<escaped>[\\`*_{}\[\]()>#+.!|-])"
    r"|\*+(?=\S)|(?<=\S)\*+|(?<!\w)_(?=\w)|(?<=\w)_(?!\w)"
)
"""Signs of emphasis, and signs that are to be seen."""

_LITERAL = re.compile(
    r"\\(?P<escaped>[\\`*_{}\[\]()>#+.!|-])|&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z0-9]+);|`"
)
"""What stands for one sign, and means nothing else."""


def to_markdown(text: str, term: TermLink, fact: FactValue) -> str:
    """The field as Markdown that any builder may convert, its links and values put in."""
    written = ""
    found = list(tokens(text))
    links = brackets_of_links(found)
    for token in found:
        match token.kind:
            case "text":
                written += harmless(text, token, links)
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


def to_held_markdown(text: str, term: TermLink, fact: FactValue, held: Held) -> str:
    """The same for our own converter, where `term` and `fact` give HTML.

    All that is finished is in `held`; what is left to convert is what makes paragraphs, lists
    and tables, links out of the site, and emphasis.
    """
    written = ""
    found = list(tokens(text))
    links = brackets_of_links(found)
    for token in found:
        starts = begins_sentence(text, token.start)
        match token.kind:
            case "text":
                markdown = harmless(text, token, links)
                written += _LITERAL.sub(lambda sign: _held_sign(sign, held), markdown)
            case "code":
                written += held.hold(_code_html(token.value), f"`{token.value}`")
            case "fence":
                written += held.hold_block(_fence_html(token.value, token.label or ""))
            case "term":
                typed = f"{token.value}|{token.label}" if token.label else token.value
                written += held.hold(term(token.value, token.label, starts), f"[[{typed}]]")
            case "fact":
                written += held.hold(fact(token.value, starts), f"{{{{{token.value}}}}}")
    return written


def to_plain(text: str, term: TermLink, fact: FactValue) -> str:
    """The field as one line of plain text: for titles of links, descriptions, search."""
    plain = ""
    for token in tokens(text):
        match token.kind:
            case "text":
                value = re.sub(r"\[([^\[\]]*+)\]\([^\s()\[\]]*+\)", r"\1", token.value)
                plain += _EMPHASIS.sub(lambda sign: sign["escaped"] or "", value)
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


def _held_sign(sign: re.Match[str], held: Held) -> str:
    """A sign as HTML: what a backslash was before, or the reference that it is."""
    if sign["escaped"]:
        return held.hold(html.escape(sign["escaped"], quote=False), sign[0])
    return held.hold(sign[0], html.unescape(sign[0]))


def _code_html(code: str) -> str:
    """Code within a line."""
    written = _code(code)
    return f"<code>{written[1:-1]}</code>" if written.startswith("`") else written


def _fence_html(code: str, language: str) -> str:
    """A block of code, as Python-Markdown has it."""
    named = f' class="language-{language}"' if language else ""
    shown = html.escape(_fenced(code).expandtabs(4), quote=False).replace('"', "&quot;")
    return f"<pre><code{named}>{shown}</code></pre>"

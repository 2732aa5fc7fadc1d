"""A text field parsed into its tree: CommonMark with tables, and the additions of `signs`.

markdown-it-py finds blocks and pairs emphasis, in a time in proportion to the text. Its rules for
raw HTML, images, headings and definitions are never asked.
"""

import re
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, hr
from markdown_it.rules_inline import emphasis, entity, escape
from markdown_it.token import Token

from termwise.text.builder import Builder
from termwise.text.escape import PLACEHOLDER
from termwise.text.patterns import BAR
from termwise.text.signs import brackets, code, emphasis_of, entity_of, escaped, words
from termwise.text.tree import Field, Inlines, Paragraph, Words

_DEPTH = 60
"""How many elements the parser goes into: a list and its item are two."""

_KEPT = 16_384
"""How many fields are kept parsed; a large glossary's are parsed more than once."""

_HYPHENS = re.compile(r"[ \t>]*-+[ \t]*$")
_EMPTY_LINE = re.compile(r"(?<=\n)[^\S\n]+(?=\n)")
_PLAIN = re.compile(r"[A-Za-z](?:[\w ,.;()'\"’“”?%/$+=–—-]|:(?!/))*", re.ASCII)
"""A line in which nothing has a meaning: half of all fields, 30 times as fast."""

_BARS = re.compile(r"(\[\[[^\[\]|{}\\\n]{1,200})\|(?=[^\[\]{}\n]*\]\])")


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line across; hyphens under words are none, so that they are told of."""
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    return not (silent and _HYPHENS.match(line)) and hr(state, start, end, silent)


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"maxNesting": _DEPTH})
    parser.block.ruler.enableOnly(
        ["table", "code", "fence", "blockquote", "hr", "list", "paragraph"]
    )
    within = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.at("hr", _rule, {"alt": within})
    line = parser.inline.ruler
    line.enableOnly(["text", "newline", "escape", "backticks", "emphasis", "link", "entity"])
    line.at("text", words)
    line.at("escape", escaped(escape))
    line.at("backticks", code)
    line.at("emphasis", emphasis_of(emphasis.tokenize))
    line.at("link", brackets)
    line.at("entity", entity_of(entity))
    parser.inline.ruler2.enableOnly(["balance_pairs", "emphasis"])
    return parser


_PARSER = _parser()


def is_plain(text: str) -> bool:
    """Whether a text is one line, of words and signs that mean nothing."""
    return _PLAIN.fullmatch(text) is not None


@lru_cache(_KEPT)
def parse(text: str) -> Field:
    """The tree of a text field."""
    source = PLACEHOLDER.sub("", text).replace("\r\n", "\n").replace("\r", "\n").strip()
    if is_plain(source):
        return Field((Paragraph((Words(source),)),), ())
    source = _EMPTY_LINE.sub("", source)
    if "[[" in source and "|" in source:
        source = _BARS.sub(rf"\1{BAR}", source)
    tokens: list[Token] = []
    _PARSER.block.parse(f"{source}\n", _PARSER, {}, tokens)
    builder = Builder(_PARSER, source.split("\n"))
    blocks = builder.blocks(iter(tokens), 0)
    return Field(blocks, tuple(builder.refused))


@lru_cache(_KEPT)
def parse_line(text: str) -> Inlines:
    """The words of a text field shown on one line, where no list, quote or rule begins."""
    folded = " ".join(PLACEHOLDER.sub("", text).split())
    match parse(folded).blocks:
        case (Paragraph(inside),):
            return inside
        case _:
            return Builder(_PARSER, []).inlines(folded, cell=False)

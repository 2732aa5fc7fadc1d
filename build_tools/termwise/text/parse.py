"""A text field parsed into its tree: CommonMark with tables, and the additions of `signs`.

markdown-it-py finds blocks and pairs emphasis, in a time in proportion to the text. Its rules for
raw HTML, images, headings and definitions are never asked.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, hr
from markdown_it.rules_inline import emphasis, entity, escape
from markdown_it.token import Token

from termwise.text.emphasis import MOST_UNPAIRED
from termwise.text.escape import PLACEHOLDER
from termwise.text.signs import (
    BAR,
    Line,
    brackets,
    code,
    emphasis_of,
    entity_of,
    escaped,
    unclosed,
    words,
)
from termwise.text.tree import (
    Block,
    Blocks,
    Break,
    CodeBlock,
    Emphasis,
    Field,
    Inline,
    Inlines,
    List,
    Paragraph,
    Quote,
    Refused,
    Rule,
    Table,
    WebLink,
    Words,
)

MOST_LEVELS = 20
"""How many lists and quotes may stand within each other."""

_DEPTH = 60
"""How many elements the parser goes into: a list and its item are two."""

_KEPT = 16_384
"""How many fields are kept parsed; a large glossary's are parsed more than once."""

_HYPHENS = re.compile(r"[ \t>]*-+[ \t]*$")
_EMPTY_LINE = re.compile(r"(?<=\n)[^\S\n]+(?=\n)")
_LANGUAGE = re.compile(r"[\w#.+-]*")
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


@lru_cache(_KEPT)
def parse(text: str) -> Field:
    """The tree of a text field."""
    source = PLACEHOLDER.sub("", text).replace("\r\n", "\n").replace("\r", "\n").strip()
    source = _EMPTY_LINE.sub("", source)
    if "[[" in source and "|" in source:
        source = _BARS.sub(rf"\1{BAR}", source)
    tokens: list[Token] = []
    _PARSER.block.parse(f"{source}\n", _PARSER, {}, tokens)
    builder = _Builder(source.split("\n"))
    blocks = builder.blocks(iter(tokens), 0)
    return Field(blocks, tuple(builder.refused))


@lru_cache(_KEPT)
def parse_line(text: str) -> Inlines:
    """The words of a text field that is shown on one line, where it is no list, quote or rule."""
    folded = " ".join(PLACEHOLDER.sub("", text).split())
    match parse(folded).blocks:
        case (Paragraph(inside),):
            return inside
        case _:
            return _Builder([]).inlines(folded, cell=False)


class _Builder:
    """Builds the blocks of one field from the parser's tokens; notes what is refused in them."""

    def __init__(self, lines: list[str]) -> None:
        self.refused: list[Refused] = []
        self._lines = lines
        self._told = False
        self._spaced = False

    def blocks(self, tokens: Iterator[Token], level: int) -> Blocks:
        """The blocks up to the end of the element that they stand in."""
        made: list[Block] = []
        spaced = False
        for token in tokens:
            if token.nesting < 0:
                break
            if token.type in ("bullet_list_open", "ordered_list_open", "blockquote_open"):
                self._refuse_depth(token, level + 1)
            match token.type:
                case "paragraph_open":
                    spaced = spaced or not token.hidden
                    made.append(Paragraph(self.inlines(next(tokens).content, cell=False)))
                    next(tokens)
                case "bullet_list_open" | "ordered_list_open":
                    made.append(self._list(token, tokens, level + 1))
                case "blockquote_open":
                    made.append(Quote(self.blocks(tokens, level + 1)))
                case "fence":
                    made.append(self._fence(token))
                case "code_block":
                    made.append(CodeBlock(token.content.replace(BAR, "|"), ""))
                case "table_open":
                    made.append(self._table(tokens))
                case _:
                    made.append(Rule())
        self._spaced = spaced
        return tuple(made)

    def _list(self, opened: Token, tokens: Iterator[Token], level: int) -> List:
        items = []
        loose = False
        for token in tokens:
            if token.nesting < 0:
                break
            items.append(self.blocks(tokens, level))
            loose = loose or self._spaced
        start = int(opened.attrs.get("start", 1)) if opened.tag == "ol" else None
        return List(tuple(items), loose, start)

    def _fence(self, token: Token) -> CodeBlock:
        first, end = token.map or [0, 0]
        language = token.info.strip()
        named = _LANGUAGE.fullmatch(language)
        if end - first != token.content.count("\n") + 2 or not named:
            line = self._lines[first].replace(BAR, "|")
            self.refused.append(unclosed(line[line.index(token.markup) :][:40].strip()))
        return CodeBlock(token.content.replace(BAR, "|"), language if named else "")

    def _table(self, tokens: Iterator[Token]) -> Table:
        rows: list[list[Inlines]] = []
        sides: list[str] = []
        for token in tokens:
            if token.type == "table_close":
                break
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(self.inlines(token.content, cell=True))
            elif token.type == "th_open":
                sides.append(str(token.attrs.get("style", "")).removeprefix("text-align:"))
        return Table(tuple(map(tuple, rows)), tuple(sides))

    def _refuse_depth(self, token: Token, level: int) -> None:
        if level > MOST_LEVELS and not self._told:
            self._told = True
            first, _end = token.map or [0, 0]
            fault = f"lists and quotes nest more than {MOST_LEVELS} deep"
            needle = self._lines[first].strip().replace(BAR, "|")[:40].strip()
            self.refused.append(Refused("too-deep", fault, "flatten this part", needle))

    def inlines(self, source: str, *, cell: bool) -> Inlines:
        """The words of a paragraph or a cell."""
        line = Line(source, cell)
        tokens: list[Token] = []
        _PARSER.inline.parse(source, _PARSER, {"line": line}, tokens)
        self.refused += line.refused
        return _inlines(tokens)


def _inlines(tokens: list[Token]) -> Inlines:
    """The nodes of a line. Emphasis within too much other is the signs that it is made of."""
    around: list[tuple[list[Inline], str] | None] = []
    made: list[Inline] = []
    words: list[str] = []

    def end_words() -> None:
        if text := "".join(words):
            made.append(Words(text.replace(BAR, "|")))
        words.clear()

    for token in tokens:
        match token.nesting:
            case 1 if len(around) < MOST_UNPAIRED:
                end_words()
                around.append((made, token.meta.get("url", "")))
                made = []
            case 1:
                around.append(None)
                words.append(token.markup)
            case -1 if outer := around.pop():
                end_words()
                inside, (made, url) = tuple(made), outer
                made.append(
                    WebLink(inside, url) if url else Emphasis(inside, token.tag == "strong")
                )
            case _ if token.type == "softbreak":
                words.append("\n")
            case _ if token.type == "hardbreak":
                words[:] = ["".join(words).rstrip()]
                end_words()
                if made and made[-1] != Break():
                    made.append(Break())
            case _ if token.type == "node":
                end_words()
                made.append(token.meta["node"])
            case _:
                words.append(token.content or token.markup)
    end_words()
    return tuple(made)

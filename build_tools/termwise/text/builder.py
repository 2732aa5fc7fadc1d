"""The tree of a field, built from what its parser found."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from termwise.text import refusals
from termwise.text.emphasis import MOST_UNPAIRED
from termwise.text.line import Line
from termwise.text.patterns import BAR
from termwise.text.tree import (
    Block,
    Blocks,
    Break,
    CodeBlock,
    Emphasis,
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

_LANGUAGE = re.compile(r"[\w#.+-]*")


class Builder:
    """Builds the blocks of one field from the parser's tokens; notes what is refused in them."""

    def __init__(self, parser: MarkdownIt, lines: list[str]) -> None:
        self._parser = parser
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
            line = self._lines[first]
            self.refused.append(refusals.unclosed(line, line.index(token.markup)))
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
            line = self._lines[first].strip()
            self.refused.append(refusals.too_deep(fault, "flatten this part", line, 0))

    def inlines(self, source: str, *, cell: bool) -> Inlines:
        """The words of a paragraph or a cell."""
        line = Line(source, cell)
        tokens: list[Token] = []
        self._parser.inline.parse(source, self._parser, {"line": line}, tokens)
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

"""The signs within a line of a text field that CommonMark does not know, or that we refuse.

Links to terms and values of facts are added; links out of the site are only those to plain web and
mail addresses; raw HTML, images and attributes are no more than the signs that they are made of.
What is refused is noted, and its signs stay words.
"""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from markdown_it.rules_inline import StateInline

from termwise.text.emphasis import MOST_UNPAIRED, Pairs
from termwise.text.tree import Code, FactValue, Inline, Refused, TermLink

WEB = r"(?:https?://|mailto:)[^\s()<>\[\]{}|\\\"'`*]+"
"""An address that a text may link."""

BAR = "\x02"
"""Stands for the bar of a link to a term, which does not end a cell of a table."""

_TERM_LINK = (
    rf"\[\[[ ]*+(?P<term>[^\[\]|{{}}\\\n{BAR}]++)"
    rf"(?:(?:\\?\||{BAR})[ ]*+(?P<label>[^\[\]{{}}\n]++))?\]\]"
)
_FACT_VALUE = r"\{\{[ ]*+(?P<fact>[^{}\n]++)\}\}"
_AUTOLINK = rf"<(?P<address>(?!mailto:){WEB}|mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>"

TERM = re.compile(_TERM_LINK)
FACT = re.compile(_FACT_VALUE)
AUTOLINK = re.compile(_AUTOLINK)
TICKS = re.compile("`+")
_NEXT = re.compile(r"[\n\\`*_\[{<&]|\](?=\()|!(?=\[)")
_END_OF_LINE = re.compile(r"[ \t]*\n[ \t]*")
_TARGET = re.compile(rf"\]\(({WEB})\)")
_ADDRESS = re.compile(r"[ ]*([^\s()]*(?:\([^\s()]*\)[^\s()]*)*)")
_BRACKETS = re.compile(
    rf"\\.|(?P<ticks>`+)|{_TERM_LINK}|{_FACT_VALUE}|{_AUTOLINK}"
    rf"|(?P<open>\[)|\](?:\((?P<url>{WEB})\))?",
    re.DOTALL,
)
_UNFINISHED = re.compile(
    r"(?<![\\\[])\[\[(?!\[)(?![^\[\]\n]{0,200}\](?:\(|\[(?!\[)))[^\[\]\n]{0,40}(?:\]\]?)?"
    r"|(?<![\\{])\{\{(?!\{)[^{}\n]{0,40}(?:\}\}?)?"
)
_SENTENCE_START = re.compile(
    r"(?:\A|(?<=[.!?])\s+|\n\s*\n|\n[ ]*(?=[-*+\d]))(?:[-*+]\s+|\d+\.\s+)?[*_]*\Z"
)


def begins_sentence(text: str, start: int) -> bool:
    """Whether a sentence, a paragraph or a list item begins at `start`."""
    return bool(_SENTENCE_START.search(text, max(0, start - 12), start))


@dataclass(frozen=True)
class _Refusal:
    """A sign that a line must not hold, or where it `starts` not begin with, and why."""

    code: str
    pattern: re.Pattern[str]
    fault: str
    remedy: str
    starts: bool = False


_REFUSALS = {
    "<": (
        _Refusal(
            "raw-html",
            re.compile(r"<[A-Za-z/!?]"),
            "raw HTML is not allowed in text",
            "use Markdown, or put it in `backticks` if readers should see it",
        ),
    ),
    "!": (
        _Refusal(
            "image",
            re.compile(rf"!(?!{_TERM_LINK})\["),
            "images are not allowed in text fields",
            "put the image into a guide and link to it",
        ),
    ),
    "[": (
        _Refusal(
            "link-definition",
            re.compile(r"\[[^\[\]]*\]:"),
            "link definitions are not allowed",
            "write the link in place: [words](https://…)",
            starts=True,
        ),
    ),
    "{": (
        _Refusal(
            "attribute-list",
            re.compile(r"\{(?:[:#.]|[ ]*\w+=)"),
            "attribute lists are not allowed",
            "take out the braces, or put them in `backticks`",
        ),
    ),
    "#": (
        _Refusal(
            "heading",
            re.compile(r"#{1,6}(?:[ \t\n]|\Z)"),
            "headings are not allowed in text fields",
            "use sections: with a title and a text",
            starts=True,
        ),
    ),
    "-": (
        _Refusal(
            "heading",
            re.compile(r"(?<=[ \t\n])-+[ ]*(?:\n|\Z)"),
            "hyphens under a line make it a heading",
            "put an empty line between them",
            starts=True,
        ),
    ),
    "=": (
        _Refusal(
            "heading",
            re.compile(r"(?<=[ \t\n])=+[ ]*(?:\n|\Z)"),
            "equals signs under a line make it a heading",
            "put an empty line between them",
            starts=True,
        ),
    ),
}


def unclosed(needle: str) -> Refused:
    """A block of code whose end is missing, or whose beginning says more than a language."""
    fault = "a code block is opened and never closed"
    return Refused(
        "unclosed-code", fault, "close it with the same marks on a line of their own", needle
    )


@dataclass
class Line:
    """What is known of the source of some words, while they are parsed.

    `cell` is whether they are a cell of a table, where no line begins. Each lookup takes a time in
    proportion to what it passes, whatever the words are made of.
    """

    source: str
    cell: bool
    refused: list[Refused] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    told_until: int = 0
    pairs: Pairs = field(default_factory=Pairs)

    @cached_property
    def ticks(self) -> dict[int, list[int]]:
        """For each number of backticks in a row, where there are so many."""
        places: dict[int, list[int]] = {}
        for run in TICKS.finditer(self.source):
            places.setdefault(len(run[0]), []).append(run.start())
        return places

    def end_of_code(self, start: int, length: int) -> int:
        """Where the backticks end that close as many at `start`, or -1."""
        places = self.ticks.get(length, [])
        index = bisect_left(places, start + length)
        return places[index] + length if index < len(places) else -1

    @cached_property
    def web_links(self) -> dict[int, tuple[int, str]]:
        """For each bracket that opens a link out of the site, where it closes, and its address.

        Of links within links the outermost is one.
        """
        waiting: list[int] = []
        made: list[tuple[int, int, str]] = []
        place = 0
        while sign := _BRACKETS.search(self.source, place):
            place = sign.end()
            if sign["ticks"]:
                place = max(place, self.end_of_code(sign.start(), len(sign["ticks"])))
            elif sign["open"]:
                waiting.append(sign.start())
            elif sign[0][0] == "]" and waiting:
                start = waiting.pop()
                if sign["url"]:
                    while made and made[-1][0] > start:
                        made.pop()
                    made.append((start, sign.start(), sign["url"]))
        return {start: (end, url) for start, end, url in made}

    def begins(self, place: int) -> bool:
        """Whether a line begins here, but for spaces."""
        if self.cell:
            return False
        while place and self.source[place - 1] in " \t":
            place -= 1
        return place == 0 or self.source[place - 1] == "\n"

    def starts(self, place: int) -> bool:
        """Whether a sentence begins here; that of a cell is none."""
        if self.cell and place <= 12 and not self.source[:place].strip("*_"):
            return False
        return begins_sentence(self.source, place)

    def needle(self, place: int) -> str:
        """By which what stands here is found in its file."""
        return self.source[place : place + 40].strip().split("\n", 1)[0].strip().replace(BAR, "|")

    def refuse(self, place: int) -> None:
        """Note what a field must not hold, if it stands here."""
        for refusal in _REFUSALS.get(self.source[place], ()):
            if refusal.pattern.match(self.source, place) and (
                not refusal.starts or self.begins(place)
            ):
                self.note(refusal.code, refusal.fault, refusal.remedy, self.needle(place))
        if self.source[place] == "]" and self.source.startswith("](", place):
            self._refuse_target(place)

    def refuse_unfinished(self, place: int) -> None:
        """Note what begins as a link to a term or a value, and is unclosed or without words."""
        found = _UNFINISHED.match(self.source, place) if place >= self.told_until else None
        if found:
            self.told_until = found.end()
            self.unfinished(found[0])

    def unfinished(self, written: str) -> None:
        """Note a link to a term or a value that is none."""
        words = written.strip().replace(BAR, "|")
        form = "[[id]] or [[id|words]]" if words.startswith("[") else "{{id}}"
        remedy = f"write {form}; put a backslash before it if readers should see it"
        self.note("unfinished-link", f'"{words}" is no whole link', remedy, words)

    def note(self, code: str, fault: str, remedy: str, needle: str) -> None:
        """Note what is refused: of one fault the first."""
        if fault not in self.told:
            self.told.add(fault)
            self.refused.append(Refused(code, fault, remedy, needle))

    def _refuse_target(self, place: int) -> None:
        if _TARGET.match(self.source, place):
            return
        found = _ADDRESS.match(self.source, place + 2, place + 502)
        shown, address = (found[0][:60], found[1][:60]) if found else ("", "")
        if address.startswith(("https://", "http://", "mailto:")):
            fault = f'the link to "{address}" holds more than an address'
            remedy = "write no title, and ( and ) in the address as %28 and %29"
        else:
            fault = f'a link leads to "{address}"'
            remedy = "links lead to https://… or mailto:…; link a term as [[id]]"
        self.note("bad-link", fault, remedy, f"]({shown}")


Rule = Callable[[StateInline, bool], bool]


def _line(state: StateInline) -> Line:
    line: Line = state.env["line"]
    return line


def _push(state: StateInline, node: Inline, end: int) -> bool:
    state.push("node", "", 0).meta["node"] = node
    state.pos = end
    return True


def words(state: StateInline, silent: bool) -> bool:
    """What stands for itself, up to the next sign that might not."""
    del silent
    line, start = _line(state), state.pos
    if line.source[start] in "#-=":
        line.refuse(start)
    found = _NEXT.search(line.source, start, state.posMax)
    state.pos = found.start() if found else state.posMax
    state.pending += line.source[start : state.pos]
    return state.pos > start


def code(state: StateInline, silent: bool) -> bool:
    """Code between backticks, to the letter but for spaces at its ends."""
    del silent
    line, start = _line(state), state.pos
    if line.source[start] != "`":
        return False
    run = TICKS.match(line.source, start)
    ticks = run[0] if run else "`"
    end = line.end_of_code(start, len(ticks))
    if 0 <= end <= state.posMax:
        inside = line.source[start + len(ticks) : end - len(ticks)].replace(BAR, "|")
        return _push(state, Code(_END_OF_LINE.sub("\n", inside.strip()) or " "), end)
    if len(ticks) > 2 and line.begins(start):
        line.refused.append(unclosed(line.needle(start)))
    state.pending += ticks
    state.pos = start + len(ticks)
    return True


def brackets(state: StateInline, silent: bool) -> bool:
    """Links to terms, values of facts, links out of the site."""
    del silent
    line, start = _line(state), state.pos
    sign = line.source[start]
    if sign == "[":
        if found := TERM.match(line.source, start, state.posMax):
            return _push_term(state, found)
        line.refuse_unfinished(start)
        if start in line.web_links:
            line.refuse(start)
            end, url = line.web_links[start]
            return _push_web(state, url, start + 1, end, end + len(url) + 3)
    elif sign == "{":
        if found := FACT.match(line.source, start, state.posMax):
            fact = FactValue(found["fact"].rstrip(), line.starts(start), found[0])
            return _push(state, fact, found.end())
        line.refuse_unfinished(start)
    elif sign == "<" and (found := AUTOLINK.match(line.source, start, state.posMax)):
        url = found["address"]
        shown = start + 1 + (len("mailto:") if url.startswith("mailto:") else 0)
        return _push_web(state, url, shown, found.end() - 1, found.end(), plain=True)
    line.refuse(start)
    return False


def _push_term(state: StateInline, found: re.Match[str]) -> bool:
    line = _line(state)
    label = found["label"] and found["label"].rstrip().replace(BAR, "|")
    if label and label.startswith("|"):
        line.unfinished(found[0])
    typed = found[0].replace(BAR, "|")
    term = TermLink(found["term"].rstrip(), label, line.starts(found.start()), typed)
    return _push(state, term, found.end())


def _push_web(
    state: StateInline, url: str, start: int, end: int, behind: int, *, plain: bool = False
) -> bool:
    """A link around the words from `start` to `end`, which are an address where it is `plain`."""
    most = state.posMax
    state.push("link_open", "a", 1).meta["url"] = url
    if plain:
        state.pending = _line(state).source[start:end]
    else:
        state.pos, state.posMax = start, end
        state.md.inline.tokenize(state)
        state.posMax = most
    state.push("link_close", "a", -1)
    state.pos = behind
    return True


def escaped(rule: Rule) -> Rule:
    """The rule for backslashes, before which nothing else is than what they stand before."""

    def escape(state: StateInline, silent: bool) -> bool:
        start = state.pos
        line = _line(state)
        if line.source[start] == "\\" and line.source[start + 1 : start + 2] in set("<!{]"):
            line.refuse(start + 1)
        return rule(state, silent)

    return escape


def entity_of(rule: Rule) -> Rule:
    """The rule for character references, of which none stands for white space."""

    def entity(state: StateInline, silent: bool) -> bool:
        done = rule(state, silent)
        if done and not silent and (made := state.tokens[-1]).content in set("\t\n\f\r \v"):
            made.content = made.markup
        return done

    return entity


def emphasis_of(rule: Rule) -> Rule:
    """The rule for signs of emphasis, which counts those that have no partner."""

    def emphasis(state: StateInline, silent: bool) -> bool:
        line, start = _line(state), state.pos
        if line.source[start] not in "*_" or not rule(state, silent):
            return False
        source, end = line.source, state.pos
        if not line.pairs.told:
            line.pairs.take(
                source[start:end], source[max(0, start - 1) : start], source[end : end + 1]
            )
            if line.pairs.told:
                fault = (
                    f"more than {MOST_UNPAIRED} signs of emphasis in this paragraph have no partner"
                )
                remedy = "close each, or put them in `backticks`"
                line.note("too-deep", fault, remedy, line.needle(start))
        return True

    return emphasis

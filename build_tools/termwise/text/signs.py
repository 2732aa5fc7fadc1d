"""The signs within a line of a text field that CommonMark does not know, or that we refuse.

These are rules for the parser. Links to terms and values of facts are added; links out of the site
are only those to plain web and mail addresses; of what is refused the signs stay words.
"""

import re
from collections.abc import Callable

from markdown_it.rules_inline import StateInline

from termwise.text import refusals
from termwise.text.emphasis import MOST_UNPAIRED
from termwise.text.line import TICKS, Line
from termwise.text.patterns import AUTOLINK, BAR, FACT_VALUE, TERM_LINK
from termwise.text.tree import Code, FactValue, Inline, TermLink

_TERM = re.compile(TERM_LINK)
_FACT = re.compile(FACT_VALUE)
_ADDRESS = re.compile(AUTOLINK)
_NEXT = re.compile(r"[\n\\`*_\[{<&]|\](?=\()|!(?=\[)")
_END_OF_LINE = re.compile(r"[ \t]*\n[ \t]*")

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
        line.note(refusals.unclosed(line.source, start))
    state.pending += ticks
    state.pos = start + len(ticks)
    return True


def brackets(state: StateInline, silent: bool) -> bool:
    """Links to terms, values of facts, links out of the site."""
    del silent
    line, start = _line(state), state.pos
    sign = line.source[start]
    if sign == "[":
        if found := _TERM.match(line.source, start, state.posMax):
            return _push_term(state, found)
        line.refuse_unfinished(start)
        if start in line.web_links:
            line.refuse(start)
            end, url = line.web_links[start]
            return _push_web(state, url, start + 1, end, end + len(url) + 3)
    elif sign == "{":
        if found := _FACT.match(line.source, start, state.posMax):
            fact = FactValue(found["fact"].rstrip(), line.starts(start), found[0])
            return _push(state, fact, found.end())
        line.refuse_unfinished(start)
    elif sign == "<" and (found := _ADDRESS.match(line.source, start, state.posMax)):
        url = found["address"]
        shown = start + 1 + (len("mailto:") if url.startswith("mailto:") else 0)
        return _push_web(state, url, shown, found.end() - 1, found.end(), plain=True)
    line.refuse(start)
    return False


def _push_term(state: StateInline, found: re.Match[str]) -> bool:
    line = _line(state)
    label = found["label"] and found["label"].rstrip().replace(BAR, "|")
    if label and label.startswith("|"):
        line.note(refusals.unfinished(found[0]))
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
                line.note(refusals.too_deep(fault, remedy, source, start))
        return True

    return emphasis

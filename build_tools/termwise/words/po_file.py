"""A file of gettext's (`.po`): its entries as they stand, and what cannot be read.

Babel's reader makes something of every line: it cuts the last letter off a text whose quote is
open, takes one of two entries for the same text, and leaves out headers that it does not know. What
a translator wrote is worth more than that, so nothing is guessed here, and all of it is written
again.
"""

import re
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from babel.messages.pofile import normalize

Lines: TypeAlias = tuple[str, ...]

_WIDTH = 100
_COMMENT = re.compile(r"#(?!~)|#~\|")
_BEGIN = re.compile(r"(?:#~\s*)?msgid\b")
_TEXT = re.compile(r'(?:(msgid|msgid_plural|msgstr|msgstr\[\d\])\s*)?"((?:[^"\\]|\\.)*)"')
_ESCAPED = re.compile(r'\\([\\trn"])')
_SIGNS = {"t": "\t", "r": "\r", "n": "\n"}
_WRITE = 'write msgid or msgstr and a text between straight quotes ("), with “ ” or « » within it'


@dataclass(frozen=True)
class Fault:
    """What is wrong in a line of a file, counted from 1, and what to do about it."""

    line: int
    what: str
    remedy: str


@dataclass(frozen=True)
class Entry:
    """A text and its translation; one about a number has two texts, and a translation a form.

    `comments` are the translator's, as they stand; `notes` are for translators, and `files` say
    the text. An obsolete entry is one whose text nothing says any longer. The header is the entry
    of the empty text.
    """

    texts: Lines
    said: Lines
    comments: Lines = ()
    notes: Lines = ()
    files: Lines = ()
    flags: Lines = ()
    obsolete: bool = False
    line: int = 0

    @property
    def fuzzy(self) -> bool:
        """Whether somebody has yet to look at the translation."""
        return "fuzzy" in self.flags

    @property
    def translated(self) -> bool:
        """Whether readers see the translation."""
        return all(self.said) and not self.fuzzy and not self.obsolete


def parse(text: str) -> Iterator[Entry | Fault]:
    """The entries of a file, in their order; for one that cannot be read, what is wrong in it."""
    about: list[str] = []
    lines: list[tuple[int, str]] = []
    for number, line in enumerate(map(str.strip, text.split("\n")), 1):
        comment = _COMMENT.match(line)
        if lines and (comment or _BEGIN.match(line)):
            yield from _entry(about, lines)
            about, lines = [], []
        if comment:
            about.append(line)
        elif line:
            lines.append((number, line))
    if lines:
        yield from _entry(about, lines)
    elif about:
        yield Fault(number, "these comments stand at no text", "put them above one, or delete them")


def _entry(about: list[str], lines: list[tuple[int, str]]) -> Iterator[Entry | Fault]:
    parts: dict[str, str] = {}
    name = ""
    sound = True
    for number, line in lines:
        found = _TEXT.fullmatch(line.removeprefix("#~").strip())
        if not found or not (found[1] or name) or found[1] in parts:
            yield Fault(number, f"this line cannot be read: {line}", _WRITE)
            sound = False
            continue
        name = found[1] or name
        text = _ESCAPED.sub(lambda sign: _SIGNS.get(sign[1], sign[1]), found[2])
        parts[name] = parts.get(name, "") + text
    plural = "msgid_plural" in parts
    names = list(_names(1 + plural, max(len(parts) - 2, 1)))
    if sound and [*parts] == names:
        said = tuple(parts.values())
        first, begin = lines[0]
        obsolete = begin.startswith("#~")
        yield Entry(said[: 1 + plural], said[1 + plural :], *_about(about), obsolete, first)
    elif sound:
        what = f"{', '.join(parts)}: this is no entry"
        remedy = "write msgid and msgstr; for a number msgid, msgid_plural, msgstr[0], msgstr[1], …"
        yield Fault(lines[0][0], what, remedy)


def _names(texts: int, forms: int) -> Iterator[str]:
    """The words before the parts of an entry."""
    yield "msgid"
    if texts == 1:
        yield "msgstr"
    else:
        yield "msgid_plural"
        yield from (f"msgstr[{form}]" for form in range(forms))


def _about(lines: list[str]) -> tuple[Lines, Lines, Lines, Lines]:
    """What stands above an entry: comments, notes, files and flags."""
    marked: dict[str, list[str]] = {".": [], ":": [], ",": []}
    comments = []
    for line in lines:
        if (mark := line[1:2]) in marked:
            marked[mark].append(line[2:].strip())
        else:
            comments.append(line)
    files = " ".join(marked[":"]).split()
    flags = [flag for line in marked[","] for flag in re.split(r"[\s,]+", line) if flag]
    return tuple(comments), tuple(marked["."]), tuple(files), tuple(flags)


def written(entries: Iterable[Entry]) -> str:
    """A file of these entries, in this order."""
    return "\n".join("".join(f"{line}\n" for line in _lines(entry)) for entry in entries)


def _lines(entry: Entry) -> Iterator[str]:
    yield from entry.comments
    for mark, texts in ((".", entry.notes), (":", (" ".join(entry.files),))):
        for text in texts:
            wrapped = textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
            yield from (f"#{mark} {line}" for line in wrapped)
    if entry.flags:
        yield f"#, {', '.join(sorted(entry.flags))}"
    before = "#~ " if entry.obsolete else ""
    names = _names(len(entry.texts), len(entry.said))
    for name, text in zip(names, (*entry.texts, *entry.said), strict=True):
        yield f"{before}{name} {normalize(text, prefix=before, width=_WIDTH)}"

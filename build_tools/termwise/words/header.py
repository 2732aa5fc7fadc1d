"""The header of a catalogue: how its file is written, and the plurals of its language."""

import re
from collections.abc import Iterator

from babel import Locale

from termwise.words.plurals import Plurals, read_plurals, usual_plurals
from termwise.words.po_file import Entry, Fault

ENCODING = "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n"
_CHARSET = re.compile(r"charset=([^\s;]+)")


def usual_header(locale: Locale) -> Entry:
    """What a catalogue begins with."""
    lines = f"Language: {locale}\n{ENCODING}{usual_plurals(locale)}\n"
    return Entry(("",), (lines,))


def read_header(header: Entry, locale: Locale) -> Iterator[Plurals | Fault]:
    """The plurals that a header says, and what is wrong in it."""
    said = {}
    for line in header.said[0].split("\n"):
        name, _, value = line.partition(":")
        said[name.strip().lower()] = value.strip()
    charset = _CHARSET.search(said.get("content-type", ""))
    if charset and charset[1].lower() not in ("utf-8", "utf8"):
        what = f"the header has charset={charset[1]}"
        yield Fault(header.line, what, "save the file as UTF-8, and write charset=UTF-8")
    language = said.get("language") or str(locale)
    if re.split("[-_@]", language)[0].lower() != locale.language:
        what = f"the header has Language: {language}, and the file is named for {locale}"
        yield Fault(header.line, what, f"write Language: {locale}, or give the file another name")
    rule = said.get("plural-forms")
    try:
        if rule is None:
            raise ValueError("the header lacks Plural-Forms")
        yield read_plurals(rule, locale)
    except ValueError as error:
        usual = f'usual for the language is "{usual_plurals(locale)}\\n"'
        yield Fault(header.line, str(error), usual)

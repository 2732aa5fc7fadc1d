"""The catalogue of a language: `<language>.po` beside this module, as translators write it.

There is none for English, whose texts stand in the code; `messages.pot` is all of them, and
`build_tools/words.py` makes it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError

from termwise.words.header import read_header, usual_header
from termwise.words.plurals import Plurals
from termwise.words.po_file import Entry, Fault, parse
from termwise.words.refusals import faults_of
from termwise.words.words import ENGLISH, Forms, Words

FOLDER = Path(__file__).parent

_LANGUAGE = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")


class CatalogueError(ValueError):
    """Catalogues that cannot be used: by file, what is wrong in it."""

    def __init__(self, faults: Iterable[tuple[Path, Fault]]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(told(file, fault) for file, fault in self.faults))


def told(file: Path, fault: Fault) -> str:
    """A fault in a line of its own."""
    return " ".join(f"{file}:{fault.line}: {fault.what}; {fault.remedy}".split())


@dataclass(frozen=True)
class Catalogue:
    """All that stands in a file. Its header is the usual one where the file is empty."""

    locale: Locale
    header: Entry
    entries: tuple[Entry, ...]
    plurals: Plurals


@cache
def words_for(language: str, folder: Path = FOLDER) -> Words:
    """The words for a site in `language` (BCP 47): its own, its language's, else English.

    Raises `CatalogueError`.
    """
    files, faults = files_in(folder)
    if faults:
        raise CatalogueError(faults)
    if known := _locale(language):
        for name in (str(known), f"{known.language}_{known.script}", known.language):
            if name in files:
                return read_words(files[name])
    return ENGLISH


def files_in(folder: Path) -> tuple[Mapping[str, Path], list[tuple[Path, Fault]]]:
    """The catalogues in a folder by their languages, and those whose name cannot be."""
    files: dict[str, Path] = {}
    faults = []
    for file in sorted(folder.glob("*.po")):
        known = _locale(file.stem)
        if not known:
            what = f"{file.stem!r} is no language"
            faults.append((file, Fault(1, what, "name the file as de.po or pt_BR.po is")))
        elif str(known) in files:
            what = f"{files[str(known)].name} is of the same language"
            faults.append((file, Fault(1, what, "put all into one, and delete the other")))
        else:
            files[str(known)] = file
    return files, faults


def _locale(language: str) -> Locale | None:
    """The language as Babel knows it, in whatever case and with either sign between."""
    try:
        known = _LANGUAGE.fullmatch(language)
        return Locale.parse(language.replace("-", "_")) if known else None
    except (ValueError, UnknownLocaleError):
        return None


def read_words(file: Path) -> Words:
    """The words of a catalogue that is named as its language. What it lacks is said in English.

    Raises `CatalogueError`.
    """
    catalogue = read_catalogue(file)
    by_category = catalogue.plurals.by_category
    texts = {
        entry.texts[0]: _forms(entry, by_category)
        for entry in catalogue.entries
        if entry.translated
    }
    return Words(str(catalogue.locale).replace("_", "-"), texts)


def _forms(entry: Entry, by_category: Mapping[str, int]) -> Forms:
    if len(entry.texts) == 1:
        return {"other": entry.said[0]}
    return {category: entry.said[form] for category, form in by_category.items()}


def read_catalogue(file: Path) -> Catalogue:
    """A catalogue that is named as its language. Raises `CatalogueError`, with all its faults."""
    locale = _locale(file.stem) or Locale("en")
    found = [*parse(_text_of(file))]
    entries = [each for each in found if isinstance(each, Entry)]
    # A new language begins with an empty file.
    header = next((each for each in entries if not each.texts[0]), usual_header(locale))
    said = [*read_header(header, locale)]
    faults = [each for each in (*found, *said) if isinstance(each, Fault)]
    plurals = next((each for each in said if isinstance(each, Plurals)), None)
    if entries and not header.line:
        plurals = None
        what, remedy = "there is no header", "begin as messages.pot does, and add Plural-Forms"
        faults += [] if faults else [Fault(1, what, remedy)]
    faults += _repeated(entries)
    texts = tuple(each for each in entries if each.texts[0])
    faults += (fault for entry in texts for fault in faults_of(entry, plurals))
    if faults or not plurals:
        in_order = sorted(faults, key=lambda fault: fault.line)
        raise CatalogueError((file, fault) for fault in in_order)
    return Catalogue(locale, header, texts, plurals)


def _text_of(file: Path) -> str:
    try:
        content = file.read_bytes()
        return content.decode("utf-8-sig")
    except OSError as error:
        fault = Fault(1, f"the file cannot be read ({error.strerror})", "see to its permissions")
        raise CatalogueError([(file, fault)]) from error
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        fault = Fault(line, "the file is not UTF-8", "save it as UTF-8, and write charset=UTF-8")
        raise CatalogueError([(file, fault)]) from error


def _repeated(entries: Iterable[Entry]) -> Iterator[Fault]:
    """Of two translations only one can be said, and the other would be lost."""
    first: dict[str, int] = {}
    for entry in entries:
        text = entry.texts[0]
        if not entry.obsolete and first.setdefault(text, entry.line) != entry.line:
            what = f"{text!r} stands in line {first[text]} already"
            yield Fault(entry.line, what, "keep one of the two")

"""Collects what the interface says, and brings the catalogues of all languages up to it.

    python build_tools/words.py

Writes `termwise/words/messages.pot` (every text, with the files that say it); the catalogues
beside it, in which texts that are new wait for their translator; and `widgets/src/english.js`,
what scripts say in English. An empty file `<language>.po` becomes a new catalogue. Nothing is
written while a catalogue has a fault.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from babel.messages import Catalog
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir

from termwise.words.browser import ARTICLE, CALCULATOR, DIALOG, browser_words
from termwise.words.catalogue import Catalogue, CatalogueError, files_in, read_catalogue, told
from termwise.words.header import ENCODING
from termwise.words.po_file import Entry, Fault, Lines, written
from termwise.words.words import ENGLISH

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "build_tools/termwise"
WORDS = PACKAGE / "words"

METHODS = [("**.py", "python"), ("**.j2", "jinja2.ext:babel_extract")]
KEYWORDS: Mapping[str, tuple[int, ...] | None] = {
    "say": None, "message": None, "chained": None, "counted": (1, 2), "plural": (1, 2),
    "Heading": None,
}  # fmt: skip
"""The functions whose texts are collected, and which of their arguments are texts."""

NOTES = ("Translators:",)
"""What comments begin with that are for translators."""

SETS = {"CALCULATOR": CALCULATOR, "ARTICLE": ARTICLE, "DIALOG": DIALOG}


def main() -> None:
    """Write all that has changed, and say how far each language is. Ends with 1 for faults."""
    texts = template()
    try:
        catalogues = read_all(WORDS)
    except CatalogueError as error:
        for file, fault in error.faults:
            print(told(file.relative_to(ROOT), fault), file=sys.stderr)
        sys.exit(1)
    for file, text in all_files(texts, catalogues).items():
        file.write_text(text, "utf-8")
    for file, catalogue in catalogues.items():
        print(f"{file.stem}: {_how_far(brought_up(catalogue, texts)[1:], len(texts))}")


def _how_far(entries: Iterable[Entry], texts: int) -> str:
    entries = [*entries]
    done = sum(entry.translated for entry in entries)
    kept = sum(entry.obsolete for entry in entries)
    said = f"{done} of {texts} texts are translated"
    verb = "is" if kept == 1 else "are"
    return f"{said}; {kept} that the program does not say {verb} kept at the end" if kept else said


def read_all(folder: Path) -> Mapping[Path, Catalogue]:
    """The catalogues in a folder. Raises `CatalogueError`, with what is wrong in any of them."""
    known, named_wrong = files_in(folder)
    faults: list[tuple[Path, Fault]] = [*named_wrong]
    catalogues = {}
    for file in known.values():
        try:
            catalogues[file] = read_catalogue(file)
        except CatalogueError as error:
            faults += error.faults
    if faults:
        raise CatalogueError(faults)
    return catalogues


def all_files(texts: Sequence[Entry], catalogues: Mapping[Path, Catalogue]) -> dict[Path, str]:
    """What each of the files is to hold."""
    header = Entry(("",), (ENCODING,))
    return {
        WORDS / "messages.pot": written([header, *texts]),
        **{file: written(brought_up(each, texts)) for file, each in catalogues.items()},
        ROOT / "widgets/src/english.js": "".join(english()),
    }


def template() -> list[Entry]:
    """Every text, with the files that say it, in their order."""
    collected = Catalog()
    folder = extract_from_dir(
        PACKAGE, METHODS, keywords=KEYWORDS, comment_tags=NOTES, strip_comment_tags=True,
        options_map={"**.j2": {"trimmed": "true"}},
    )  # fmt: skip
    for name, _line, text, comments, _context in sorted(folder, key=str):
        collected.add(text, None, [(name, 1)], auto_comments=comments)
    return sorted((_waiting(each) for each in collected if each.id), key=lambda each: each.texts)


def _waiting(message: Message) -> Entry:
    """A text that waits for its translator."""
    texts = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    files = tuple(dict.fromkeys(name for name, _line in message.locations))
    return Entry(
        texts,
        ("",) * len(texts),
        notes=tuple(message.auto_comments),
        files=files,
        flags=tuple(message.flags),
    )


def brought_up(catalogue: Catalogue, texts: Iterable[Entry]) -> list[Entry]:
    """A catalogue with the texts that there are, and with all that its translators wrote.

    A text that nothing says is kept as obsolete, and taken up again once something says it. That
    holds for one without a translation too: somebody may have typed it over the English text. A
    text of which a sign is another is another text.
    """
    known: dict[Lines, list[Entry]] = {}
    for entry in sorted(catalogue.entries, key=lambda each: (not any(each.said), each.obsolete)):
        known.setdefault(entry.texts, []).append(entry)
    found = []
    rest: list[Entry] = []
    for text in texts:
        first, *others = known.pop(text.texts, [text])
        rest += [each for each in others if any(each.said)]
        said_not = [each for each in others if not any(each.said)]
        comments = (line for each in (first, *said_not) for line in each.comments)
        forms = catalogue.plurals.forms if len(text.texts) > 1 else 1
        said = (*first.said, *[""] * forms)[:forms]
        flags = tuple({*text.flags, *first.flags})
        found.append(replace(text, said=said, comments=tuple(comments), flags=flags))
    rest += [each for entries in known.values() for each in entries]
    obsolete = [
        replace(each, notes=(), files=(), obsolete=True)
        for each in sorted(rest, key=lambda each: (each.texts, each.said))
    ]
    return [catalogue.header, *found, *obsolete]


def english() -> Iterator[str]:
    """The module of what scripts say in English."""
    yield "/** What scripts say in English: made by `make words` of `words/browser.py`. */\n"
    for name, table in SETS.items():
        said = json.dumps(browser_words(table, ENGLISH), ensure_ascii=False, indent=2)
        yield f"\nexport const {name} = {said};\n"


if __name__ == "__main__":
    main()

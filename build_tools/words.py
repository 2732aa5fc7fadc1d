"""Collects what the interface says, and brings the catalogues of all languages up to it.

    python build_tools/words.py

Writes `termwise/words/messages.pot` (every text, with the files that say it), which a new
language begins with; the catalogues beside it, in which texts that are new wait for their
translator; and `widgets/src/english.js`, what scripts say in English.
"""

import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from termwise.words.browser import ARTICLE, CALCULATOR, DIALOG, browser_words
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

SETS = {"CALCULATOR": CALCULATOR, "ARTICLE": ARTICLE, "DIALOG": DIALOG}


def main() -> None:
    """Write all that has changed."""
    for file, text in all_files().items():
        file.write_text(text, "utf-8")


def all_files() -> dict[Path, str]:
    """What each of the files is to hold."""
    collected = template()
    found = {WORDS / "messages.pot": written(collected)}
    for file in sorted(WORDS.glob("*.po")):
        with file.open("rb") as opened:
            catalogue = read_po(opened, locale=file.stem.replace("-", "_"))
        catalogue.update(collected, no_fuzzy_matching=True, update_creation_date=False)
        found[file] = written(catalogue)
    found[ROOT / "widgets/src/english.js"] = "".join(english())
    return found


def template() -> Catalog:
    """Every text, with the files that say it. It names no line, nor when it was made."""
    collected = Catalog(project="termwise", charset="utf-8")
    folder = extract_from_dir(
        PACKAGE, METHODS, keywords=KEYWORDS, options_map={"**.j2": {"trimmed": "true"}}
    )
    for name, _line, text, comments, context in sorted(folder, key=str):
        collected.add(text, None, [(name, 1)], auto_comments=comments, context=context)
    return collected


def written(catalogue: Catalog) -> str:
    """A catalogue as a file that is the same wherever and whenever it is made."""
    output = io.BytesIO()
    write_po(output, catalogue, width=100, sort_output=True, include_lineno=False, omit_header=True)
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    if catalogue.locale:
        head += f'"Plural-Forms: {catalogue.plural_forms}\\n"\n'
    return f"{head}\n{output.getvalue().decode().rstrip()}\n"


def english() -> Iterator[str]:
    """The module of what scripts say in English."""
    yield "/** What scripts say in English: made by `make words` of `words/browser.py`. */\n"
    for name, table in SETS.items():
        said = json.dumps(browser_words(table, ENGLISH), ensure_ascii=False, indent=2)
        yield f"\nexport const {name} = {said};\n"


if __name__ == "__main__":
    main()

"""The catalogue of a language: `<language>.po` beside this module, as translators write it.

There is none for English, whose texts stand in the code; `messages.pot` is all of them, and
`build_tools/words.py` makes it.
"""

from collections.abc import Mapping
from functools import cache
from gettext import c2py
from pathlib import Path

from babel import Locale
from babel.messages import Catalog
from babel.messages.pofile import read_po

from termwise.words.words import ENGLISH, Forms, Words

FOLDER = Path(__file__).parent

_TRIED = 1_000
"""Up to which number one of each plural category is looked for; all rules repeat before it."""


@cache
def words_for(language: str, folder: Path = FOLDER) -> Words:
    """The words for a site in `language` (BCP 47): its own, its language's, else English."""
    for name in (language, language.partition("-")[0]):
        file = folder / f"{name}.po"
        if name.replace("-", "").isalnum() and file.is_file():
            return read_words(file)
    return ENGLISH


def read_words(file: Path) -> Words:
    """The words of a catalogue that is named as its language. What it lacks is said in English."""
    with file.open("rb") as opened:
        catalogue = read_po(opened, locale=file.stem.replace("-", "_"))
    places = _places(catalogue, file.stem)
    texts = {}
    for entry in catalogue:
        one = entry.id if isinstance(entry.id, str) else entry.id[0]
        if one and entry.string and not entry.fuzzy:
            texts[one] = _forms(entry.string, places)
    return Words(file.stem, {one: forms for one, forms in texts.items() if all(forms.values())})


def _forms(string: str | tuple[str, ...] | list[str], places: Mapping[str, int]) -> Forms:
    if isinstance(string, str):
        return {"other": string}
    return {category: string[place] for category, place in places.items()}


def _places(catalogue: Catalog, language: str) -> Mapping[str, int]:
    """At which place of gettext the form for each plural category of CLDR stands."""
    place = c2py(catalogue.plural_expr)
    category = Locale.parse(language, sep="-").plural_form
    found = {category(number): place(number) for number in range(_TRIED, -1, -1)}
    # A category that only fractions have is as that of most whole numbers.
    return {"other": place(_TRIED - 1), **found}

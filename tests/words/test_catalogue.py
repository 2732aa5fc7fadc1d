"""The catalogue: all that the interface says, in English and in any other language."""

import ast
import re
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages import Catalog
from babel.messages.pofile import read_po

from termwise.words.browser import ARTICLE, CALCULATOR, browser_words, other_words
from termwise.words.catalogue import FOLDER, CatalogueError, read_words, words_for
from termwise.words.words import ENGLISH, Words, places

POLISH = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && "
"(n%100<10 || n%100>=20) ? 1 : 2);\n"

msgid "{n} term"
msgid_plural "{n} terms"
msgstr[0] "{n} termin"
msgstr[1] "{n} terminy"
msgstr[2] "{n} terminów"

msgid "Used in {places}."
msgstr "{places}: tu."

msgid "{one}, {other}"
msgstr "{one}; {other}"

msgid "Sources"
msgstr ""

#, fuzzy
msgid "Tips"
msgstr "Rady?"
"""


@pytest.fixture(scope="module")
def polish(tmp_path_factory: pytest.TempPathFactory) -> Words:
    """A language with three plurals, of which a translator has done a part."""
    file = tmp_path_factory.mktemp("words") / "pl.po"
    file.write_text(POLISH, "utf-8")
    return read_words(file)


def shipped() -> list[Catalog]:
    """The template, and the catalogue of each language."""
    found = []
    for file in sorted(FOLDER.glob("*.po*")):
        with file.open("rb") as opened:
            found.append(read_po(opened))
    assert found
    return found


def test_the_catalogues_are_current(tool: ModuleType) -> None:
    """What the code says is in them, and scripts know it in English; `make words` sees to it."""
    files: dict[Path, str] = tool.all_files(tool.template(), tool.read_all(FOLDER))
    stale = [file.name for file, text in files.items() if file.read_text("utf-8") != text]
    assert stale == [], "run: make words"


@pytest.mark.parametrize("catalogue", shipped(), ids=lambda each: str(each.locale))
def test_texts_are_words_alone(catalogue: Catalog) -> None:
    """They stand in HTML and in Markdown as they are. Translations keep the places of values."""
    for entry in catalogue:
        ids = [entry.id] if isinstance(entry.id, str) else list(entry.id)
        said = [entry.string] if isinstance(entry.string, str) else list(entry.string or ())
        stress = any("browser" in file for file, _line in entry.locations)
        for text in filter(None, [*ids, *said] if entry.id else []):
            plain = re.sub(r"\{\w+\}", "", text.replace("*", "", 2) if stress else text)
            assert not set(plain) & set('<>&"`*_[]\\|#\n'), text
            assert places(text) == places(ids[-1]) or text == ids[0]


def test_every_text_that_the_code_says_is_in_the_catalogue(tool: ModuleType) -> None:
    """Within f-strings, where it is not looked for, too."""
    with (FOLDER / "messages.pot").open("rb") as opened:
        catalogue = read_po(opened)
    known = {
        text
        for entry in catalogue
        for text in ([entry.id] if isinstance(entry.id, str) else entry.id)
    }
    said = {
        argument.value
        for file in FOLDER.parent.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", getattr(node.func, "id", "")) in tool.KEYWORDS
        for argument in node.args[:2]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }
    assert len(said) > 200
    assert sorted(said - known) == []


def test_english_is_what_the_code_says() -> None:
    """With values in their places, and numbers as they are written."""
    assert ENGLISH.say("Used in {places}.", places="a {b}") == "Used in a {b}."
    assert ENGLISH.counted("{n} term", "{n} terms", 1) == "1 term"
    assert ENGLISH.counted("{n} term", "{n} terms", 1234.5) == "1,234.5 terms"
    assert ENGLISH.chained("{one} or {other}", ["a", "b", "c"]) == "a or b or c"


@pytest.mark.parametrize(
    ("value", "english", "greek"),
    [
        ("2026", "2026", "2026"),
        ("2026-03", "March 2026", "Μάρτιος 2026"),
        ("2026-03-31", "31 March 2026", "31 Μαρτίου 2026"),
    ],
)
def test_a_date_is_as_exact_as_it_was_given(value: str, english: str, greek: str) -> None:
    assert ENGLISH.date(value) == english
    assert Words("el").date(value) == greek


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1 termin"), (3, "3 terminy"), (5, "5 terminów"), (22, "22 terminy")],
)
def test_a_language_has_its_own_plurals(polish: Words, number: float, said: str) -> None:
    """Not as many as English has, nor at the same numbers."""
    assert polish.counted("{n} term", "{n} terms", number) == said


def test_what_a_translator_left_open_is_said_in_english(polish: Words) -> None:
    """Nothing is left out, and nothing said that nobody has looked at."""
    assert polish.say("Used in {places}.", places="A") == "A: tu."
    assert polish.chained("{one}, {other}", ["a", "b"]) == "a; b"
    for text in ("Sources", "Tips", "Other"):
        assert polish.say(text) == text


def test_a_site_gets_the_words_of_its_language(tmp_path: Path) -> None:
    """Of its region, else of its language, else English; whatever a theme calls its language."""
    (tmp_path / "pl.po").write_text(POLISH, "utf-8")
    for language in ("pl", "pl-PL"):
        assert words_for(language, tmp_path).say("Used in {places}.", places="A") == "A: tu."
    for language in ("en", "en-US", "xx", "", "../pl"):
        assert words_for(language, tmp_path) is ENGLISH


@pytest.mark.parametrize(
    ("name", "language", "tag"),
    [
        ("pt_BR", "pt-BR", "pt-BR"),
        ("PT-br", "pt_br", "pt-BR"),
        ("pt", "pt-BR", "pt"),
        ("zh_TW", "zh-TW", "zh-Hant-TW"),
        ("zh_Hant", "zh-TW", "zh-Hant"),
    ],
)
def test_a_catalogue_is_named_as_locales_are(
    tmp_path: Path, name: str, language: str, tag: str
) -> None:
    """As gettext spells them or as browsers do, in any case; browsers get their own."""
    header = POLISH.partition("\n\n")[0]
    text = f'{header}\n\nmsgid "Sources"\nmsgstr "Fontes"\n'
    (tmp_path / f"{name}.po").write_text(text, "utf-8")
    words = words_for(language, tmp_path)
    assert (words.say("Sources"), words.language) == ("Fontes", tag)


def test_a_name_that_is_no_language_is_told(tmp_path: Path) -> None:
    """And so is a second catalogue for one language, which nobody would read."""
    for name in ("french", "pt-BR", "pt_BR", "de.old"):
        (tmp_path / f"{name}.po").write_text("", "utf-8")
    with pytest.raises(CatalogueError) as caught:
        words_for("de", tmp_path)
    assert str(caught.value).replace(f"{tmp_path}/", "").split("\n") == [
        "de.old.po:1: 'de.old' is no language; name the file as de.po or pt_BR.po is",
        "french.po:1: 'french' is no language; name the file as de.po or pt_BR.po is",
        "pt_BR.po:1: pt-BR.po is of the same language; put all into one, and delete the other",
    ]


def test_a_language_begins_with_an_empty_file(tmp_path: Path) -> None:
    """Which says nothing yet, but numbers."""
    (tmp_path / "de.po").write_text("", "utf-8")
    words = words_for("de", tmp_path)
    assert words.counted("{n} term", "{n} terms", 1234.5) == "1.234,5 terms"


def test_a_script_gets_the_plurals_of_its_language(polish: Words) -> None:
    """By the categories that browsers know, with the language by which to choose."""
    said = browser_words({"terms": ("{n} term", "{n} terms")}, polish)
    assert said["locale"] == "pl"
    assert said["terms"] == {
        "one": "{n} termin", "few": "{n} terminy", "many": "{n} terminów", "other": "{n} terminów",
    }  # fmt: skip
    english = browser_words(CALCULATOR, ENGLISH)
    assert english["points"] == {"one": "{n} point", "other": "{n} points"}
    assert other_words(ARTICLE, ENGLISH) is None

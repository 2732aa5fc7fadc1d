"""What a translator got wrong is told with its line, all of it, and never reaches a page."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termwise.words.catalogue import CatalogueError, read_words

HEADER = r"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""
POLISH = "nplurals=3; plural=n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2;"
ARABIC = (
    "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
    "n%100>=11 ? 4 : 5;"
)


def entry(said: str, text: str = "Used in {places}.") -> str:
    """A translation, in the sixth line of a file."""
    return f'{HEADER}msgid "{text}"\nmsgstr "{said}"\n'


def counted(language: str, *forms: str, rule: str = POLISH) -> tuple[str, str]:
    """A language, and its catalogue with a text about a number."""
    texts = 'msgid "{n} term in {place}"\nmsgid_plural "{n} terms in {place}"\n'
    said = "".join(f'msgstr[{form}] "{text}"\n' for form, text in enumerate(forms))
    return language, header(rule) + texts + said


def header(rule: str) -> str:
    """A header with this rule."""
    return HEADER.replace("nplurals=2; plural=(n != 1);", rule)


def told(folder: Path, text: str | bytes, language: str = "de") -> list[str]:
    """What is told of a catalogue: a line each, without the folder."""
    file = folder / f"{language}.po"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(CatalogueError) as caught:
        read_words(file)
    lines = str(caught.value).split("\n")
    assert all("; " in line for line in lines), "each has a remedy"
    return [line.removeprefix(f"{folder}/").partition("; ")[0] for line in lines]


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("In {place}.", "'In {place}.' has the place {place}, which"),
        ("Dort.", "'Dort.' lacks the place {places} of 'Used in {places}.'"),
        ("In {places.", "'In {places.' lacks the place {places} of"),
        ("In {places}}.", "'In {places}}.' has the signs }, which are markup"),
        ("In {p{places}}.", "'In {p{places}}.' has the signs { }, which are markup"),
        ("<b>In</b> {places}.", "'<b>In</b> {places}.' has the signs < >, which are markup"),
        ("In &nbsp;{places}.", "'In &nbsp;{places}.' has the signs &, which are markup"),
        ('In \\"{places}\\".', '\'In "{places}".\' has the signs ", which are markup'),
        ("*In* {places}.", "'*In* {places}.' has the signs *, which are markup"),
        ("[In](x) {places}.", "'[In](x) {places}.' has the signs [ ], which are markup"),
        ("In {places}.\\n", "'In {places}.\\n' holds an invisible sign, or a line of its own"),
        ("In \u202e{places}.", "'In \\u202e{places}.' holds an invisible sign"),
        (" In {places}.", "' In {places}.' begins or ends with a space"),
    ],
)
def test_a_translation_is_words_with_the_places_of_its_text(
    tmp_path: Path, said: str, what: str
) -> None:
    """A page says a misspelt place as it stands, and takes markup for markup."""
    assert any(line.startswith(f"de.po:6: {what}") for line in told(tmp_path, entry(said)))


def test_a_translation_may_have_the_signs_of_its_text(tmp_path: Path) -> None:
    """Stress, of which there may be none, and quotes of the language."""
    file = tmp_path / "de.po"
    for said in ("*Zuerst:* {question}", "Zuerst: {question}", "« {question} »"):
        file.write_text(entry(said, "*Answer this next:* {question}"), "utf-8")
        assert read_words(file).texts
    [line] = told(tmp_path, entry("*Zuerst: {question}", "*Answer this next:* {question}"))
    assert line.startswith("de.po:6: '*Zuerst: {question}' has 1 asterisks")


def test_nobody_sees_what_is_fuzzy_or_obsolete(tmp_path: Path) -> None:
    """So it may be half done; a fault would have it finished or deleted."""
    half = entry("<b>").replace("msgid", "#, fuzzy\nmsgid", 2).replace("#, fuzzy\n", "", 1)
    file = tmp_path / "de.po"
    file.write_text(f'{half}\n#~ msgid "Gone {{n}}"\n#~ msgstr "Weg"\n', "utf-8")
    assert read_words(file).texts == {}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        counted("pl", "termin w {place}", "{n} terminy w {place}", "{n} terminów w {place}"),
        counted("ar", "a {place}", "b {place}", "c {place}", *["{n} {place}"] * 3, rule=ARABIC),
        counted("pl", "", "", ""),
        counted("pl", "", ""),
        counted("ja", "", "", rule="nplurals=1; plural=0;"),
    ],
)
def test_the_form_of_one_number_need_not_name_it(tmp_path: Path, language: str, text: str) -> None:
    """As Arabic's for two does not; and a template's two forms stand until they are translated."""
    file = tmp_path / f"{language}.po"
    file.write_text(text, "utf-8")
    read_words(file)


@pytest.mark.parametrize(
    ("catalogue", "what"),
    [
        (counted("pl", "{n} {place}", "termin {place}", "{n} {place}"),
         "'termin {place}' lacks the place {n} of"),
        (counted("fr", "{place}", "{n} {place}", rule="nplurals=2; plural=(n > 1);"),
         "'{place}' lacks the place {n} of"),
        (counted("ru", "{place}", "{n} {place}", rule="nplurals=2; plural=(n != 1);"),
         "'{place}' lacks the place {n} of"),
        (counted("da", "{place}", "{n} {place}", rule="nplurals=2; plural=(n != 1);"),
         "'{place}' lacks the place {n} of"),
        (counted("pl", "{n}", "{n} {place}", "{n} {place}"), "'{n}' lacks the place {place} of"),
        (counted("pl", "{n} {place}", "{n} {place}", ""), "2 of 3 forms of"),
        (counted("pl", "{n} {place}", "{n} {place}"), "2 of 3 forms of"),
        (counted("pl", *["{n} {place}"] * 4),
         "'{n} term in {place}' has msgstr[3], and the language 3"),
        (counted("ja", "{n} {place}", "{n} {place}", rule="nplurals=1; plural=0;"),
         "'{n} term in {place}' has msgstr[1], and the language 1"),
    ],
)  # fmt: skip
def test_the_forms_of_a_number_are_those_of_the_language(
    tmp_path: Path, catalogue: tuple[str, str], what: str
) -> None:
    """All of them or none; and one that stands for several numbers says which it is."""
    language, text = catalogue
    [line] = told(tmp_path, text, language)
    assert line.startswith(f"{language}.po:6: {what}")


@pytest.mark.parametrize(
    ("rule", "what"),
    [
        ("nplurals=2", "Plural-Forms is not of the form nplurals=…"),
        ("nplurals=two; plural=0;", "Plural-Forms is not of the form nplurals=…"),
        ("nplurals=2; plural=n !=;", "the rule in Plural-Forms cannot be computed ("),
        ("nplurals=2; plural=n % 0;", "the rule in Plural-Forms cannot be computed ("),
        ("nplurals=2; plural=__import__(1);", "the rule in Plural-Forms cannot be computed ("),
        ("nplurals=2; plural=0;", "Plural-Forms has nplurals=2, and its rule the forms 0"),
        ("nplurals=999; plural=n != 1;", "Plural-Forms has nplurals=999, and its rule the forms"),
        (POLISH.replace("3", "2", 1), "Plural-Forms has nplurals=2, and its rule the forms 0, 1"),
    ],
)  # fmt: skip
def test_a_rule_of_plurals_that_cannot_be_is_told(tmp_path: Path, rule: str, what: str) -> None:
    """With what is usual for the language."""
    [line] = told(tmp_path, header(rule) + entry("In {places}.").removeprefix(HEADER))
    assert line.startswith(f"de.po:1: {what}")


def test_no_form_is_cut_off_of_what_nobody_sees_yet(tmp_path: Path) -> None:
    """A catalogue that is written anew has as many forms as its header says."""
    _, text = counted("pl", *["{n}"] * 4)
    half = text.replace('msgid "{n}', '#, fuzzy\nmsgid "{n}').replace(
        'msgstr[1] "{n}"', 'msgstr[1] ""'
    )
    [line] = told(tmp_path, half, "pl")
    assert line.startswith("pl.po:7: '{n} term in {place}' has msgstr[3], and the language 3")


MARKS = ('"', "\\", "\n", "msgid ", "msgstr[9] ", "#~ ", "{", "\0", "nplurals=9", "(", "%0", ";")


@given(st.data())
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_file_ends_in_a_traceback(tmp_path: Path, data: st.DataObject) -> None:
    """However it was cut, and whatever was put in: it is read, or told with its lines."""
    text = counted("pl", "{n} {place}", "{n} {place}", "{n} {place}")[1]
    for _time in range(data.draw(st.integers(1, 3))):
        begin = data.draw(st.integers(0, len(text)))
        end = begin + data.draw(st.integers(0, 9))
        text = text[:begin] + data.draw(st.sampled_from(MARKS)) + text[end:]
    (tmp_path / "pl.po").write_bytes(text.encode() + data.draw(st.binary(max_size=3)))
    lines = [1]
    try:
        read_words(tmp_path / "pl.po")
    except CatalogueError as error:
        lines = [fault.line for _file, fault in error.faults]
    assert min(lines) > 0


def test_a_form_for_millions_is_one_that_is_used(tmp_path: Path) -> None:
    """As French has it by CLDR."""
    file = tmp_path / "fr.po"
    rule = "nplurals=3; plural=n <= 1 ? 0 : n % 1000000 == 0 ? 1 : 2;"
    file.write_text(counted("fr", *["{n} {place}"] * 3, rule=rule)[1], "utf-8")
    assert read_words(file).texts


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (entry("In {places}.").replace("charset=UTF-8", "charset=iso-8859-1"),
         "1: the header has charset=iso-8859-1"),
        (entry("Für {places}.").encode("latin-1"), "7: the file is not UTF-8"),
        (entry("In {places}.").encode("utf-16"), "1: the file is not UTF-8"),
        (entry("In {places}.").replace("Plural-Forms", "Plural"),
         "1: the header lacks Plural-Forms"),
        (entry("In {places}.").removeprefix(HEADER), "1: there is no header"),
        (entry("In {places}.") + 'msgid "Used in {places}."\nmsgstr "Dort: {places}."\n',
         "8: 'Used in {places}.' stands in line 6 already"),
        (HEADER + HEADER, "6: '' stands in line 1 already"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_told_apart_is_not_guessed_at(
    tmp_path: Path, text: str | bytes, what: str
) -> None:
    """Its signs, its header, and which of two translations is meant."""
    assert told(tmp_path, text) == [f"de.po:{what}"]


def test_a_file_that_is_none_is_told(tmp_path: Path) -> None:
    """Where others would have a traceback."""
    (tmp_path / "de.po").mkdir()
    with pytest.raises(CatalogueError, match=r"de\.po:1: the file cannot be read"):
        read_words(tmp_path / "de.po")


def test_a_mark_of_utf8_does_no_harm(tmp_path: Path) -> None:
    """Some editors begin a file with it."""
    file = tmp_path / "de.po"
    file.write_text(entry("In {places}."), "utf-8-sig")
    assert read_words(file).say("Used in {places}.", places="A") == "In A."


def test_all_faults_of_a_file_are_told(tmp_path: Path) -> None:
    """In the order of its lines, whatever they are."""
    text = entry("<In {place}.").replace("charset=UTF-8", "charset=latin1")
    text += '\nmsgid "Tips\nmsgstr "Rat"\n\nmsgid "Tools"\nmsgstr "Werkzeug "\n'
    lines = [line.split(":")[1] for line in told(tmp_path, text)]
    assert lines == ["1", "6", "6", "9", "12"]


@pytest.mark.parametrize(
    ("language", "text", "remedy"),
    [
        (*counted("fr", "{place}", "{n} {place}", rule="nplurals=2; plural=(n > 1);"),
         "the form is for 0 and 1 alike"),
        (*counted("fr", "{n} {place}", "{n} {place}", rule="nplurals=1; plural=0;"),
         'usual for the language, "Plural-Forms: nplurals=2; plural=(n > 1);\\n"'),
        (*counted("fr", "{n} {place}", "{n} {place}"),
         'usual for the language, "Plural-Forms: nplurals=2; plural=(n > 1);\\n"'),
        ("fr", entry("{places}").replace('"Content', '"Language: de\\n"\n"Content', 1),
         "the header has Language: de, and the file is named for fr; write Language: fr"),
        ("fr", entry("x").replace('"x"', '"Dit "en bref""'), "with “ ” or « » within it"),
        ("fr", entry("x").replace('"x"', "“En bref”"), 'a text between straight quotes (")'),
        ("fr", entry("In {place}."), "as they are in English: {places}"),
    ],
)  # fmt: skip
def test_a_remedy_is_one_that_helps(tmp_path: Path, language: str, text: str, remedy: str) -> None:
    """It gives the reason, leads to no other fault, and has no right translation deleted."""
    (tmp_path / f"{language}.po").write_text(text, "utf-8")
    with pytest.raises(CatalogueError) as caught:
        read_words(tmp_path / f"{language}.po")
    [line] = str(caught.value).split("\n")
    assert remedy in line

"""A translator's file is read to the letter, and written again with all that was in it."""

import io

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from termwise.words.catalogue import FOLDER
from termwise.words.po_file import Entry, Fault, parse, written

FILE = r"""# Words of a garden.
#
# Anna <anna@x.example>, 2026.
#, fuzzy
msgid ""
msgstr ""
"Last-Translator: Anna <anna@x.example>\n"
"X-Poedit-Basepath: .\n"

# Looked at twice.
#. What a tree bears.
#: garden.py orchard.py
#, fuzzy, python-brace-format
#| msgid "{n} plum"
msgid "{n} fruit"
msgid_plural "{n} fruits"
msgstr[0] "{n} \"Frucht\""
msgstr[1] "{n} Früchte\t\\"

#, fuzzy
#~ msgid "A tree"
#~ msgstr "Ein Baum"
"""

ENTRIES = (
    Entry(
        ("",),
        ("Last-Translator: Anna <anna@x.example>\nX-Poedit-Basepath: .\n",),
        ("# Words of a garden.", "#", "# Anna <anna@x.example>, 2026."),
        flags=("fuzzy",),
        line=5,
    ),
    Entry(
        ("{n} fruit", "{n} fruits"),
        ('{n} "Frucht"', "{n} Früchte\t\\"),
        ("# Looked at twice.", '#| msgid "{n} plum"'),
        ("What a tree bears.",),
        ("garden.py", "orchard.py"),
        ("fuzzy", "python-brace-format"),
        line=15,
    ),
    Entry(("A tree",), ("Ein Baum",), flags=("fuzzy",), obsolete=True, line=21),
)


def test_everything_in_a_file_is_read() -> None:
    """Comments, notes, flags, headers that nobody knows, obsolete entries, and their lines."""
    assert tuple(parse(FILE)) == ENTRIES
    assert tuple(parse(FILE.replace("\n", "\r\n"))) == ENTRIES


def test_what_was_read_is_written() -> None:
    """In the same words; only comments of a translator's tool come before those of ours."""
    again = written(ENTRIES)
    assert [line for line in FILE.splitlines() if line not in again.splitlines()] == []
    assert written(each for each in parse(again) if isinstance(each, Entry)) == again


TEXTS = st.text(min_size=1, max_size=150)
TRANSLATIONS = st.dictionaries(TEXTS, st.tuples(TEXTS, st.booleans()), max_size=4)


@given(TRANSLATIONS)
def test_any_text_is_read_as_it_was_written(translations: dict[str, tuple[str, bool]]) -> None:
    """With quotes, signs that end a line somewhere, and spaces at its ends."""
    entries = [
        Entry((text, f"{text}s"), (said, said)) if plural else Entry((text,), (said,))
        for text, (said, plural) in translations.items()
    ]
    file = written(entries)
    read = [each for each in parse(file) if isinstance(each, Entry)]
    assert [(each.texts, each.said) for each in read] == [
        (each.texts, each.said) for each in entries
    ]


def test_babel_reads_what_we_write() -> None:
    """And so does whatever else reads gettext's files."""
    catalogue = read_po(io.BytesIO(written(ENTRIES).encode()), abort_invalid=True)
    assert catalogue.last_translator == "Anna <anna@x.example>"
    [fruit] = [entry for entry in catalogue if entry.id]
    assert (fruit.id, fruit.string) == (ENTRIES[1].texts, ENTRIES[1].said)
    assert fruit.auto_comments == ["What a tree bears."]
    assert fruit.flags == {"fuzzy", "python-brace-format"}
    assert [entry.string for entry in catalogue.obsolete.values()] == ["Ein Baum"]


def test_the_template_is_written_as_it_is_read() -> None:
    """To the byte: wrapped texts and long lists of files."""
    text = (FOLDER / "messages.pot").read_text("utf-8")
    assert written(each for each in parse(text) if isinstance(each, Entry)) == text


@pytest.mark.parametrize(
    ("file", "line", "what"),
    [
        ('msgid "a"\nmsgstr "b', 2, 'this line cannot be read: msgstr "b'),
        ('msgid "a"\nmsgstr b"', 2, 'this line cannot be read: msgstr b"'),
        ('msgid "a"\nmsgstr "b"c"', 2, 'this line cannot be read: msgstr "b"c"'),
        ('msgid "a"\nmsgstr "b\\"', 2, 'this line cannot be read: msgstr "b\\"'),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"', 3, 'this line cannot be read: msgstr "c"'),
        ('msgctxt "x"\nmsgid "a"\nmsgstr "b"', 1, 'this line cannot be read: msgctxt "x"'),
        ('msgid "a"\nmsgstring "b"', 2, 'this line cannot be read: msgstring "b"'),
        ('"b"', 1, 'this line cannot be read: "b"'),
        ("<<<<<<< HEAD", 1, "this line cannot be read: <<<<<<< HEAD"),
        ('msgid "a"\n\nmsgid "b"\nmsgstr "c"', 1, "msgid: this is no entry"),
        ('msgid "a"\nmsgid_plural "b"\n', 1, "msgid, msgid_plural: this is no entry"),
        ('msgid "a"\nmsgstr[0] "b"\n', 1, "msgid, msgstr[0]: this is no entry"),
        (
            'msgid "a"\nmsgid_plural "b"\nmsgstr[1] "c"\n', 1,
            "msgid, msgid_plural, msgstr[1]: this is no entry",
        ),
        ('msgstr "b"', 1, "msgstr: this is no entry"),
        ('msgid "a"\nmsgstr "b"\n\n# Who wrote this?\n', 5, "these comments stand at no text"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_not_guessed(file: str, line: int, what: str) -> None:
    """Neither cut off, nor left out, nor put elsewhere."""
    found = [each for each in parse(file) if isinstance(each, Fault)]
    assert [(each.line, each.what) for each in found] == [(line, what)]
    assert found[0].remedy


def test_all_that_cannot_be_read_is_found() -> None:
    """And the rest is read."""
    file = 'msgid "a\nmsgstr "b"\n\nmsgid "c"\nmsgstr d"\n\nmsgid "e"\nmsgstr "f"\n'
    found = list(parse(file))
    assert [each.line for each in found] == [1, 5, 7]
    assert found[2] == Entry(("e",), ("f",), line=7)

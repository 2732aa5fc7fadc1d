"""`make words`: what translators wrote outlasts every change of what the code says."""

import re
import shutil
import subprocess
import textwrap
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from termwise.words.catalogue import read_catalogue
from termwise.words.po_file import Entry, written

Run = Callable[..., subprocess.CompletedProcess[str]]

HEADER = r"""# Anna’s words, with care.
#
msgid ""
msgstr ""
"Language: de\n"
"X-Generator: by hand\n"
"Last-Translator: Anna <anna@x.example>\n"
"Language-Team: German <de@x.example>\n"
"PO-Revision-Date: 2026-01-02 03:04+0100\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"""

MINE = r"""
msgid "Yes"
msgstr "Ja"

# Not “Hinweise”.
#, fuzzy
msgid "Tips"
msgstr "Rat"

msgid "Gone"
msgstr "Fort"

# Half done.
#, fuzzy
msgid "{n} hare"
msgid_plural "{n} hares"
msgstr[0] "Hase"
msgstr[1] ""

msgid "Gone for good"
msgstr ""

#~ msgid "No"
#~ msgstr "Nein"
"""

TEXTS = (
    Entry(("No",), ("",), files=("a.py",), notes=("The answer to a question.",)),
    Entry(("Tips",), ("",), files=("a.py",)),
    Entry(("Yes",), ("",), files=("a.py", "b.py")),
    Entry(("{n} term", "{n} terms"), ("", ""), flags=("python-brace-format",)),
)

BROUGHT_UP = (
    HEADER
    + r"""
#. The answer to a question.
#: a.py
msgid "No"
msgstr "Nein"

# Not “Hinweise”.
#: a.py
#, fuzzy
msgid "Tips"
msgstr "Rat"

#: a.py b.py
msgid "Yes"
msgstr "Ja"

#, python-brace-format
msgid "{n} term"
msgid_plural "{n} terms"
msgstr[0] ""
msgstr[1] ""

#~ msgid "Gone"
#~ msgstr "Fort"

#~ msgid "Gone for good"
#~ msgstr ""

# Half done.
#, fuzzy
#~ msgid "{n} hare"
#~ msgid_plural "{n} hares"
#~ msgstr[0] "Hase"
#~ msgstr[1] ""
"""
)


def brought_up(tool: ModuleType, file: Path, texts: tuple[Entry, ...]) -> str:
    """A catalogue after `make words`, which it is given to once more."""
    for _time in range(2):
        made = written(tool.brought_up(read_catalogue(file), texts))
        file.write_text(made, "utf-8")
    return made


@pytest.fixture
def german(tmp_path: Path) -> Path:
    """A catalogue that has lived."""
    file = tmp_path / "de.po"
    file.write_text(HEADER + MINE, "utf-8")
    return file


def test_what_a_translator_wrote_is_kept(tool: ModuleType, german: Path) -> None:
    """Headers, comments and fuzzy flags; what is said no longer is obsolete, and comes back."""
    assert brought_up(tool, german, TEXTS) == BROUGHT_UP


def test_no_text_that_comes_and_goes_is_lost(tool: ModuleType, german: Path) -> None:
    """Where all of the interface is gone, and is there again; or is about a number for a while."""
    before = brought_up(tool, german, TEXTS)
    numbered = tuple(Entry((each.texts[0], "more"), ("", "")) for each in TEXTS)
    for other in ((), numbered):
        changed = brought_up(tool, german, other)
        for said in ("Nein", "Rat", "Ja", "Fort", "Hase", "# Not “Hinweise”.", "# Half done."):
            assert said in changed
        again = brought_up(tool, german, TEXTS)
        assert set(before.rstrip().split("\n\n")) <= set(again.rstrip().split("\n\n"))


def test_two_translations_of_a_text_are_kept(tool: ModuleType, german: Path) -> None:
    """The one that stands is said, also where an earlier one was obsolete."""
    german.write_text(f'{HEADER}{MINE}\nmsgid "No"\nmsgstr "Nee"\n', "utf-8")
    made = brought_up(tool, german, TEXTS)
    assert 'msgid "No"\nmsgstr "Nee"\n' in made
    assert '#~ msgid "No"\n#~ msgstr "Nein"\n' in made
    brought_up(tool, german, ())
    assert brought_up(tool, german, TEXTS).count("Nee") == 1


def test_a_new_text_has_as_many_forms_as_the_language(tool: ModuleType, tmp_path: Path) -> None:
    """An empty file becomes a catalogue, by the rule that is usual."""
    file = tmp_path / "pl.po"
    file.write_text("", "utf-8")
    made = brought_up(tool, file, TEXTS)
    assert made.startswith('msgid ""\nmsgstr ""\n"Language: pl\\n"\n')
    assert '"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : ' in made
    assert 'msgstr[2] ""' in made


@pytest.fixture
def checkout(root: Path, tmp_path: Path) -> Path:
    """As much of the project as `make words` reads and writes."""
    for name in ("build_tools", "widgets/src"):
        left_out = shutil.ignore_patterns("__pycache__", "node_modules")
        shutil.copytree(root / name, tmp_path / name, ignore=left_out)
    return tmp_path


def test_make_words_makes_a_catalogue_and_says_how_far_it_is(checkout: Path, run: Run) -> None:
    """And changes nothing when it is run again."""
    words = checkout / "build_tools/termwise/words"
    (words / "pt_BR.po").write_text("", "utf-8")
    for translated in (0, 1):
        done = run(checkout / "build_tools", "words")
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith(f"pt_BR: {translated} of ")
        assert done.stdout.endswith(" texts are translated\n")
        made = (words / "pt_BR.po").read_text("utf-8")
        text = made.replace('msgid "Sources"\nmsgstr ""', 'msgid "Sources"\nmsgstr "Fontes"')
        (words / "pt_BR.po").write_text(text, "utf-8")
    assert (words / "pt_BR.po").read_text("utf-8") == made


def test_what_was_typed_over_english_is_kept_and_told(checkout: Path, run: Run) -> None:
    """It is no text of the program, and has no translation, but somebody wrote it."""
    file = checkout / "build_tools/termwise/words/fr.po"
    file.write_text("", "utf-8")
    run(checkout / "build_tools", "words")
    file.write_text(file.read_text("utf-8").replace('msgid "Sources"', 'msgid "Origines"'), "utf-8")
    done = run(checkout / "build_tools", "words")
    assert done.stdout.endswith("; 1 that the program does not say is kept at the end\n")
    assert file.read_text("utf-8").endswith('#~ msgid "Origines"\n#~ msgstr ""\n')


def test_a_translation_that_is_taken_up_again_is_counted_at_once(checkout: Path, run: Run) -> None:
    """The figure is that of the file as it was written."""
    file = checkout / "build_tools/termwise/words/fr.po"
    file.write_text("", "utf-8")
    run(checkout / "build_tools", "words")
    text = file.read_text("utf-8")
    file.write_text(f'{text}\n#~ msgid "Sources"\n#~ msgstr "Origines"\n', "utf-8")
    assert run(checkout / "build_tools", "words").stdout.startswith("fr: 1 of ")


def test_make_words_writes_nothing_while_there_is_a_fault(checkout: Path, run: Run) -> None:
    """In any catalogue; all of them are told, each with its place and what to do."""
    words = checkout / "build_tools/termwise/words"
    (words / "messages.pot").write_text("", "utf-8")
    (words / "de.po").write_text(HEADER.replace("UTF-8", "latin1") + MINE, "utf-8")
    (words / "fr.po").write_text('msgid "Yes"\nmsgstr "Oui', "utf-8")
    (words / "french.po").write_text("", "utf-8")
    (words / "it.po").write_text("", "utf-8")
    before = {file: file.read_bytes() for file in checkout.rglob("*") if file.is_file()}
    done = run(checkout / "build_tools", "words", env={"PYTHONDONTWRITEBYTECODE": "1"})
    assert {file: file.read_bytes() for file in before} == before
    assert (done.returncode, done.stdout) == (1, "")
    assert [line.split("; ")[0].removeprefix("build_tools/termwise/words/")
            for line in done.stderr.splitlines()] == [
        "french.po:1: 'french' is no language",
        "de.po:3: the header has charset=latin1",
        'fr.po:2: this line cannot be read: msgstr "Oui',
    ]  # fmt: skip


def test_a_newcomer_s_translations_are_as_contributing_shows_them(
    tool: ModuleType, root: Path, tmp_path: Path
) -> None:
    """They translate texts that there are, and none of them is refused."""
    document = (root / "CONTRIBUTING.md").read_text("utf-8")
    [shown] = re.findall(r"```po\n(.*?)```", document, re.DOTALL)
    file = tmp_path / "de.po"
    file.write_text(f"{HEADER}\n{textwrap.dedent(shown)}", "utf-8")
    entries = tool.brought_up(read_catalogue(file), tool.template())
    assert sum(entry.translated for entry in entries[1:]) == shown.count("msgid ") == 3
    assert not any(entry.obsolete for entry in entries)


def test_what_english_leaves_open_is_said_to_translators(tool: ModuleType) -> None:
    """Of Python and of templates: whether a word is a verb, and what it stands beside."""
    notes = {entry.texts[0]: entry.notes for entry in tool.template()}
    assert notes["Copy"] == ("A button; a verb.",)
    assert notes["Share: {places}"] == ("A verb: send the page to others, by {places}.",)
    assert 30 < sum(map(bool, notes.values())) < 60

"""The command: its exit codes, its formats, and that it destroys nobody's files."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from termwise.cli import main
from termwise.project.report import FORMATS
from termwise.project.settings import today_from_environment
from termwise.site.export import FORMATS as EXPORTED

Make = Callable[..., Path]
PLUM = "term: plum\ncategory: stone-fruit\nlevel: beginner\ndefinition: A fruit.\n"
WITH_ERROR = {"glossary/terms/plum.yml": PLUM + "colour: blue\n"}
WITH_WARNING = {"glossary/terms/plum.yml": PLUM + "review_by: 2026-11-19\n"}


def termwise(*words: str | Path, today: str = "2026-11-20") -> Result:
    """What the command does; an exception is a failure of the test, never an exit code."""
    day = ["--today", today] if words[0] in ("check", "write") else []
    arguments = [str(words[0]), *day, *map(str, words[1:])]
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def check(folder: Path, *words: str, today: str = "2026-11-20") -> Result:
    """`termwise check` of a project."""
    return termwise("check", "--config", folder / "mkdocs.yml", *words, today=today)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("files", "code", "strict_code"), [({}, 0, 0), (WITH_WARNING, 0, 1), (WITH_ERROR, 1, 1)]
)
def test_exit_code_0_without_errors_and_1_with(
    project: Make, files: dict[str, str], code: int, strict_code: int, form: str
) -> None:
    """In every format alike; --strict lets warnings count."""
    folder = project(files)
    assert check(folder, "--format", form).exit_code == code
    assert check(folder, "--format", form, "--strict").exit_code == strict_code


def test_the_formats_tell_the_same_problem(project: Make) -> None:
    """On standard output, whole and parseable."""
    folder = project(WITH_ERROR)
    plain = check(folder).stdout
    assert plain.startswith("glossary/terms/plum.yml:5:1: error[unknown-key] colour: ")
    assert plain.endswith("\n1 error\n")
    assert check(folder, "--format", "text").stdout == plain
    assert [row["code"] for row in json.loads(check(folder, "--format", "json").stdout)] == [
        "unknown-key"
    ]
    log = json.loads(check(folder, "--format", "sarif").stdout)
    assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["unknown-key"]
    assert check(folder, "--format", "github").stdout.startswith(
        "::error file=glossary/terms/plum.yml,line=5,col=1,title=unknown-key::colour: "
    )


def test_without_problems_each_format_is_still_well_formed(project: Make) -> None:
    """GitHub has nothing to annotate; JSON has an empty list."""
    folder = project()
    assert check(folder).stdout == "no problems\n"
    assert json.loads(check(folder, "--format", "json").stdout) == []
    assert check(folder, "--format", "github").stdout == ""


def test_today_decides_what_is_due(project: Make) -> None:
    """So that a build can be repeated."""
    folder = project(WITH_WARNING)
    assert check(folder, "--strict", today="2026-11-19").exit_code == 0
    assert check(folder, "--strict", today="2026-11-20").exit_code == 1


def test_source_date_epoch_decides_where_today_is_not_given(
    project: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The convention of reproducible builds; the day is UTC's."""
    config = str(project(WITH_WARNING) / "mkdocs.yml")
    for epoch, code in (("1795132799", 0), ("1795132800", 1)):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        result = CliRunner().invoke(main, ["check", "--strict", "--config", config])
        assert (str(today_from_environment()), result.exit_code) == (
            "2026-11-19" if code == 0 else "2026-11-20", code
        )  # fmt: skip


@pytest.mark.parametrize(
    "config",
    [None, "", "- a\n", "a: [\n", "site_name: &x [*x]\nplugins: 5\ndocs_dir: content\nx: [\n",
     "plugins: [{termwise: {glossary: nowhere}}]\n", "plugins: [{termwise: nonsense}]\n",
     "plugins: [{termwise: {call_to_action: {title: T}}}]\n", "site_url: 5\n",
     "plugins: [{termwise: {call_to_action: {title: T, text: T, button: B, url: 'data:x'}}}]\n",
     "date: 2026-99-99\n"],
)  # fmt: skip
def test_exit_code_2_where_it_could_not_run(project: Make, config: str | None) -> None:
    """Settings at fault are told in a line, and are not mistaken for problems of the glossary."""
    folder = project({"mkdocs.yml": config})
    for command in (["check"], ["write", str(folder / "out")]):
        result = termwise(*command, "--config", folder / "mkdocs.yml")
        assert (result.exit_code, result.stdout) == (2, "")
        assert re.match(r"(mkdocs\.yml(:\d+:\d+)?: )?error\[[a-z-]+\] ", result.stderr)
    assert not (folder / "out").exists()


def test_settings_at_fault_are_told_in_every_format(project: Make) -> None:
    """Whoever has a machine read the problems has it read this one, too."""
    folder = project({"mkdocs.yml": "site_name: x\nsite_url: 5\n"})
    [row] = json.loads(check(folder, "--format", "json").stdout)
    assert (row["file"], row["line"], row["code"]) == ("mkdocs.yml", 2, "bad-setting")
    result = check(folder, "--format", "sarif")
    [told] = json.loads(result.stdout)["runs"][0]["results"]
    assert (result.exit_code, told["ruleId"]) == (2, "bad-setting")
    assert check(folder, "--format", "github").stdout.startswith("::error file=mkdocs.yml,line=2,")


def test_exit_code_2_for_words_that_it_does_not_know(project: Make) -> None:
    """Unknown formats, days and kinds of file."""
    folder = project()
    assert check(folder, "--format", "xml").exit_code == 2
    assert check(folder, today="20 November").exit_code == 2
    assert termwise("schema", "wish").exit_code == 2
    assert termwise("unknown").exit_code == 2


def test_the_command_is_installed(project: Make, run: Callable[..., Any]) -> None:
    """As a module in a process of its own, with mkdocs.yml found in the current folder."""
    done = run(project(WITH_ERROR), "termwise", "check")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("glossary/terms/plum.yml:5:1: error[unknown-key]")


SCHEMAS = ["terms", "comparisons", "decisions", "paths", "facts", "sources", "taxonomy"]


@pytest.mark.parametrize("kind", SCHEMAS)
def test_schema_prints_json_schema(kind: str) -> None:
    """Editors complete and check YAML with it: closed mappings, descriptions, required keys."""
    result = termwise("schema", kind)
    schema = json.loads(result.stdout)
    assert result.exit_code == 0
    assert (schema["type"], schema["additionalProperties"]) == ("object", False)
    assert schema["required"]
    for name, part in schema.get("$defs", {}).items():
        assert part.get("additionalProperties") is False, name


def test_schema_names_the_choices() -> None:
    """So that an editor offers them."""
    schema = json.loads(termwise("schema", "terms").stdout)
    assert schema["properties"]["status"]["enum"] == ["draft", "reviewed", "deprecated"]


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its content, but for the cache."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".cache" not in path.parts
    }


def write(folder: Path, out: Path) -> Result:
    """`termwise write` of a project."""
    return termwise("write", "--config", folder / "mkdocs.yml", out)


def test_write_writes_and_replaces_what_it_wrote(project: Make) -> None:
    """The second run takes away a page whose term has gone, and changes nothing else."""
    folder = project({"glossary/terms/plum.yml": PLUM})
    assert write(folder, folder / "out").exit_code == 0
    first = files_of(folder / "out")
    (folder / "glossary/terms/plum.yml").unlink()
    assert write(folder, folder / "out").exit_code == 0
    assert set(first) - set(files_of(folder / "out")) == {"docs/terms/plum.md"}
    (folder / "glossary/terms/plum.yml").write_text(PLUM)
    assert write(folder, folder / "out").exit_code == 0
    assert files_of(folder / "out") == first


@pytest.fixture
def foreign(project: Make) -> Iterator[tuple[Path, Path]]:
    """A project, and a folder of somebody else's files beside it; nothing may change in either."""
    folder = project()
    other = folder / "other"
    other.mkdir()
    (other / "thesis.txt").write_text("years of work")
    before = files_of(folder)
    yield folder, other
    assert files_of(folder) == before


def test_write_refuses_a_folder_of_other_files(foreign: tuple[Path, Path]) -> None:
    """It would have to delete them."""
    result = write(*foreign)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "choose an empty folder" in result.stderr


@pytest.mark.parametrize("place", [".", "glossary", "content", "glossary/.."])
def test_write_refuses_the_project_itself(foreign: tuple[Path, Path], place: str) -> None:
    """A project has a mkdocs.yml too, but not one that `write` wrote."""
    folder, _other = foreign
    assert write(folder, folder / place).exit_code == 2


def test_write_refuses_another_site(foreign: tuple[Path, Path]) -> None:
    """Somebody's MkDocs site is not an earlier output."""
    folder, other = foreign
    site = other.with_name("site")
    site.mkdir()
    (site / "mkdocs.yml").write_text("site_name: Mine\n")
    assert write(folder, site).exit_code == 2
    assert files_of(site) == {"mkdocs.yml": b"site_name: Mine\n"}
    (site / "mkdocs.yml").unlink()


def test_write_refuses_a_file(foreign: tuple[Path, Path]) -> None:
    """A folder is wanted."""
    folder, other = foreign
    assert write(folder, other / "thesis.txt").exit_code == 2


def test_write_fills_an_empty_folder(project: Make) -> None:
    """An empty folder is what the message asks for."""
    folder = project()
    (folder / "out").mkdir()
    result = write(folder, folder / "out")
    assert result.exit_code == 0
    assert (folder / "out/docs/terms/apple.md").is_file()
    assert f"written to {folder / 'out'}" in result.stdout


def test_write_stops_at_errors_and_leaves_what_was_there(project: Make) -> None:
    """Half a site is worse than yesterday's; the problems are those of `check`."""
    folder = project()
    write(folder, folder / "out")
    before = files_of(folder / "out")
    project(WITH_ERROR)
    result = write(folder, folder / "out")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == check(folder).stdout
    assert files_of(folder / "out") == before


def test_write_goes_on_after_warnings_and_shows_them(project: Make) -> None:
    """A review that is due does not stop a site."""
    folder = project(WITH_WARNING)
    result = write(folder, folder / "out")
    assert result.exit_code == 0
    assert "warning[review-due]" in result.stderr


def test_the_version_is_told() -> None:
    """Whoever reports a bug is asked for it."""
    assert "version" in CliRunner().invoke(main, ["--version"]).output


SNACK = """\
title: Apple or pear?
summary: Which to eat.
options:
  - {id: an-apple, title: An apple, term: apple}
  - {id: a-pear, title: A pear, term: pear}
questions:
  - {id: sharp, ask: Do you like it sharp?, kind: yes_no}
  - {id: many, ask: How many?, kind: number, unit: fruits per month, max: 100}
assumptions:
  - {id: price, label: Price, unit: USD per fruit, low: 1, typical: 2, high: 3, because: A guess.}
rules:
  - {when: {sharp: "yes"}, favours: {an-apple: 2}, because: Apples are sharp.}
  - {when: {sharp: "no"}, favours: {a-pear: 2}, because: Pears are sweet.}
  - {when: {many: "> 50"}, rules_out: [a-pear], because: They rot.}
costs:
  - {option: an-apple, per_month: [{label: Fruit, formula: many * price}]}
"""
WITH_DECISION = {"glossary/decisions/snack.yml": SNACK}


def decide(folder: Path, *words: str) -> Result:
    """`termwise decide` of a project."""
    return termwise("decide", "--config", folder / "mkdocs.yml", *words)


def test_decide_says_what_answers_come_to(project: Make) -> None:
    """In sentences, with whatever is not answered left open."""
    folder = project(WITH_DECISION)
    result = decide(folder, "snack", "--answer", "sharp=yes")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("An apple leads, and no open answer can change that.\n")
    assert "Still open:\n  How many?" in result.stdout
    assert decide(folder, "snack").stdout.startswith("A tie: An apple and A pear.\n")


def test_decide_prints_json(project: Make) -> None:
    """Own numbers and months count as answers do."""
    words = [f"--answer={pair}" for pair in ("sharp=no", "many=10", "price=5", "horizon=2")]
    result = decide(project(WITH_DECISION), "snack", "--json", *words)
    data = json.loads(result.stdout)
    assert (result.exit_code, data["leaders"], data["settled"]) == (0, ["a-pear"], True)
    assert data["answers"] == {"sharp": "no", "many": 10.0, "price": 5.0, "horizon": 2.0}
    assert data["options"][0]["total"] == [100, 100, 100]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["snak"], 'there is no decision "snak"; did you mean "snack"?'),
        (["other"], 'there is no decision "other"; termwise check says what is wrong'),
        (["snack", "--answer", "shrp=yes"], 'no question "shrp"; did you mean "sharp"?'),
        (["snack", "--answer", "sharp=maybe"], '"maybe" is not an answer; write one of: yes, no'),
        (["snack", "--answer", "sharp"], "write the question, = and the answer, such as sharp=yes"),
        (["snack", "--answer", "many=101"], "write a number from 0 to 100"),
        (["snack", "--answer", "many=nan"], "write a number from 0 to 100"),
        (["snack", "--answer", "price=inf"], '"inf" is not an answer; write a number'),
        (["snack", "--answer", "horizon=0"], "write a number from 1 to 60"),
    ],
)
def test_decide_gives_up_on_what_it_cannot_read(project: Make, words: list[str], said: str) -> None:
    """In one line, with what to write instead, and exit code 2."""
    result = decide(project(WITH_DECISION), *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Usage: ")
    assert said in result.stderr


def test_decide_gives_up_on_a_decision_with_faults(project: Make) -> None:
    """What it would say could be wrong."""
    faulty = {"glossary/decisions/snack.yml": SNACK.replace("many * price", "many * prise")}
    result = decide(project(faulty), "snack")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "termwise check lists them" in result.stderr


@pytest.mark.parametrize(
    ("command", "misspelt", "meant"), [("export", "jsn", "json"), ("schema", "tern", "term")]
)
def test_a_misspelt_word_is_answered_by_the_nearest(
    command: str, misspelt: str, meant: str
) -> None:
    """As a misspelt id is; without any near, by all there are."""
    result = termwise(command, misspelt)
    assert f'"{misspelt}" is not one of the choices; did you mean "{meant}"?' in result.stderr
    assert f"choose one of: {'json, csv' if command == 'export' else 'term, terms'}" in (
        termwise(command, "quux").stderr
    )


def test_without_a_format_all_are_named() -> None:
    """With the file that each is in the site, so that one can choose."""
    result = termwise("export")
    assert result.exit_code == 2
    assert all(re.search(rf"^  {form} +{path}$", result.stderr, re.MULTILINE)
               for form, path in EXPORTED.items())  # fmt: skip
    assert "\n  all " in result.stderr

"""The command `termwise`."""

import datetime
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from termwise import __version__
from termwise.cli import explain
from termwise.decide.program import compile_decision
from termwise.decide.situations import read_answers
from termwise.model.kinds import FILE_TYPES, FOLDER_TYPES
from termwise.model.names import did_you_mean
from termwise.model.values import Entry
from termwise.publishing.file import write_whole
from termwise.publishing.stops import stoppable
from termwise.reading.library import Library
from termwise.site import report
from termwise.site.assembly import assemble
from termwise.site.build import Checked, library_of
from termwise.site.config_file import find_config
from termwise.site.export import ALL, FORMATS, export, export_all
from termwise.site.settings import Settings, SettingsError, read_settings, today_from_environment
from termwise.site.write import loses_pinned
from termwise.site.write import write as write_files

PROBLEMS, COULD_NOT_RUN = 1, 2

SCHEMAS: Mapping[str, type[Entry]] = {
    name: kind
    for place, kind in {**FOLDER_TYPES, **FILE_TYPES}.items()
    for name in (place.removesuffix(".yml").removesuffix("s"), place.removesuffix(".yml"))
}
"""What `termwise schema` describes: by what a file holds, and by the folder's or file's name."""

config_option = click.option(
    "--config",
    "config_file",
    type=click.Path(path_type=Path),
    default=None,
    show_default="properdocs.yml or mkdocs.yml",
    help="The site's configuration; folders are relative to it.",
)
today_option = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    default=None,
    help="The day as of which reviews are due (default: SOURCE_DATE_EPOCH, else today).",
)


@click.group()
@click.version_option(__version__)
def main() -> None:
    """A folder of YAML becomes a glossary site that helps people decide."""
    click.get_current_context().with_resource(stoppable())


@main.command()
@config_option
@today_option
@click.option("--format", "form", type=click.Choice(list(report.FORMATS)), default="text")
@click.option("--strict", is_flag=True, help="Let warnings fail the check too.")
def check(
    config_file: Path | None, today: datetime.datetime | None, form: str, strict: bool
) -> None:
    """Report every problem of the glossary. Exits with 0, 1 (problems) or 2 (could not run)."""
    checked = _read(_settings(config_file), today)
    shown = report.FORMATS[form](checked.problems)
    if shown:
        click.echo(shown)
    sys.exit(PROBLEMS if checked.errors or (strict and checked.problems) else 0)


@main.command()
@config_option
@today_option
@click.argument("out", type=click.Path(path_type=Path, file_okay=False))
def write(config_file: Path | None, today: datetime.datetime | None, out: Path) -> None:
    """Write the site's pages as plain Markdown into OUT, with a configuration beside them.

    OUT/mkdocs.yml builds with MkDocs or Zensical and needs no plugin. OUT is replaced.
    """
    settings = _settings(config_file)
    if loses_pinned(settings, out):
        pinned = settings.folders.pinned
        _give_up(f"pinned: {out} is replaced, and {pinned} with it; name a folder outside it")
    library = _library(settings, today)
    try:
        written = write_files(library, settings, out)
    except OSError as error:
        _give_up(f"{out} could not be written: {error}")
        return
    _warn(written.warnings)
    click.echo(f"{written.pages} pages written to {out}")


@main.command("export")
@config_option
@today_option
@click.argument("form", metavar="FORMAT", type=click.Choice([*FORMATS, ALL]))
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    help="The file to write; for `all` the folder.  [default: standard output]",
)
def export_command(
    config_file: Path | None, today: datetime.datetime | None, form: str, output: Path | None
) -> None:
    """Write the glossary's data in one FORMAT, or in `all`, as the site has it."""
    settings = _settings(config_file)
    if not settings.site.url:
        _give_up("set site_url in mkdocs.yml: exported entries are named by their address")
    if form == ALL and not output:
        _give_up("all of the data is many files; name a folder with --output")
    library = _library(settings, today)
    try:
        if form == ALL and output:
            _warn(export_all(library, output))
        else:
            parts = export(library, form)
            if parts is None:
                _give_up(f"the glossary has nothing that {form} could say")
                return
            if output and str(output) != "-":
                write_whole(output, parts)
            else:
                sys.stdout.buffer.writelines(parts)
    except OSError as error:
        _give_up(f"{output or 'the output'} could not be written: {error}")


@main.command("decide")
@config_option
@click.argument("name", metavar="ID")
@click.option(
    "--answer", "given", multiple=True, metavar="QUESTION=ANSWER", help="May be repeated."
)
@click.option("--json", "wants_json", is_flag=True, help="Print the whole outcome as JSON.")
def decide_command(
    config_file: Path | None, name: str, given: tuple[str, ...], wants_json: bool
) -> None:
    """Say what the decision ID comes to for the answers given; the rest is not sure.

    Own numbers for assumptions, and `horizon` in months, are given in the same way.
    """
    checked = _read(_settings(config_file), None)
    decision = checked.glossary.decisions.get(name)
    if decision is None:
        known = did_you_mean(name, checked.glossary.decisions, "termwise check says what is wrong")
        _give_up(f'there is no decision "{name}"; {known}')
        return
    compiled = compile_decision(decision, checked.glossary.facts)
    if any(fault.severity == "error" for fault in compiled.faults):
        _give_up(f'the decision "{name}" has faults; termwise check lists them')
    if bare := next((answer for answer in given if "=" not in answer), None):
        _give_up(f"--answer {bare}: write the question, = and the answer, such as {bare}=yes")
    pairs = [answer.partition("=") for answer in given]
    answers, wrong = read_answers(decision, {key: value for key, _sign, value in pairs})
    if wrong:
        _give_up("; ".join(f"{fault.field}: {fault.fault}; {fault.remedy}" for fault in wrong))
    program = compiled.program
    as_text = explain.as_text(decision, program, answers)
    click.echo(explain.as_json(program, answers) if wants_json else as_text)


@main.command()
@click.argument("kind", type=click.Choice(list(SCHEMAS)), metavar="KIND")
def schema(kind: str) -> None:
    """Print the JSON Schema of one KIND of file, for editors that complete and check YAML.

    KIND is term, comparison, decision, path, fact, source or taxonomy; terms does as well, and
    so on.
    """
    said = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    click.echo(json.dumps(said | SCHEMAS[kind].model_json_schema(), indent=2, ensure_ascii=False))


def _library(settings: Settings, today: datetime.datetime | None) -> Library:
    """The glossary, ready to be written; its problems are shown, and errors end the program."""
    checked = _read(settings, today)
    for problem in checked.problems:
        click.echo(report.line(problem), err=True)
    if checked.errors:
        click.echo(report.summary(checked.problems), err=True)
        sys.exit(PROBLEMS)
    return library_of(checked.glossary, settings.site, _day(today), checked.examiner)


def _day(today: datetime.datetime | None) -> datetime.date:
    return today.date() if today else today_from_environment()


def _settings(config_file: Path | None) -> Settings:
    try:
        return read_settings(config_file or find_config(Path()))
    except SettingsError as error:
        _give_up(str(error))
        raise


def _read(settings: Settings, today: datetime.datetime | None) -> Checked:
    if not settings.folders.glossary.is_dir():
        _give_up(f"there is no folder {settings.folders.glossary}")
    return assemble(settings, _day(today))


def _warn(warnings: Iterable[str]) -> None:
    for warning in warnings:
        click.echo(f"warning: {warning}", err=True)


def _give_up(message: str) -> None:
    click.echo(f"termwise: {message}", err=True)
    sys.exit(COULD_NOT_RUN)

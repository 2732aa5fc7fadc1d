"""What the commands share: the options that name a project, and reading it."""

import datetime
from collections.abc import Iterable
from pathlib import Path

import click

from termwise.cli.refusal import PROBLEMS
from termwise.lookup.library import Library
from termwise.model.problem import Problem
from termwise.project import report
from termwise.project.checked import Checked
from termwise.project.config_file import find_config
from termwise.project.glossary_folder import require_glossary
from termwise.project.library import library_of
from termwise.project.settings import Settings, located, today_from_environment
from termwise.site.assembly import assemble


def _config(_context: click.Context, _option: click.Parameter, file: Path | None) -> Path:
    return file or find_config(Path())


def _day(
    _context: click.Context, _option: click.Parameter, day: datetime.datetime | None
) -> datetime.date:
    return day.date() if day else today_from_environment()


config_option = click.option(
    "--config",
    "config_file",
    type=click.Path(path_type=Path),
    default=None,
    show_default="properdocs.yml or mkdocs.yml",
    callback=_config,
    help="The site's configuration; folders are relative to it.",
)
today_option = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    default=None,
    callback=_day,
    help="The day as of which reviews are due (default: SOURCE_DATE_EPOCH, else today).",
)


def read(settings: Settings, today: datetime.date) -> Checked:
    """The project with all that is wrong with it. Raises `ProblemError`."""
    with located(settings.file):
        require_glossary(settings.folders)
    return assemble(settings, today)


def read_library(settings: Settings, today: datetime.date) -> Library:
    """The glossary, ready to be written; its problems are shown, and errors end the program."""
    checked = read(settings, today)
    show(checked.problems)
    if checked.errors:
        click.echo(report.summary(checked.problems), err=True)
        click.get_current_context().exit(PROBLEMS)
    return library_of(checked.glossary, settings.site, today, checked.examiner)


def show(problems: Iterable[Problem]) -> None:
    """Show problems, a line each, beside what a command writes."""
    for problem in problems:
        click.echo(report.line(problem), err=True)

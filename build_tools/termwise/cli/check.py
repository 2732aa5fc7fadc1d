"""`termwise check`: every problem of the glossary."""

import datetime
from pathlib import Path

import click

from termwise.cli.project import config_option, read, today_option
from termwise.cli.refusal import COULD_NOT_RUN, PROBLEMS
from termwise.model.problem import ProblemError
from termwise.project import report
from termwise.project.settings import read_settings


@click.command()
@config_option
@today_option
@click.option("--format", "form", type=click.Choice(list(report.FORMATS)), default="text")
@click.option("--strict", is_flag=True, help="Let warnings fail the check too.")
@click.pass_context
def check(
    context: click.Context, config_file: Path, today: datetime.date, form: str, strict: bool
) -> None:
    """Report every problem of the glossary. Exits with 0, 1 (problems) or 2 (could not run)."""
    try:
        checked = read(read_settings(config_file), today)
    except ProblemError as error:
        if form == "text":
            raise
        click.echo(report.FORMATS[form](error.problems))
        context.exit(COULD_NOT_RUN)
    shown = report.FORMATS[form](checked.problems)
    if shown:
        click.echo(shown)
    context.exit(PROBLEMS if checked.errors or (strict and checked.problems) else 0)

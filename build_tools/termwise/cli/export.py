"""`termwise export`: the glossary's data in one format, or in all."""

import datetime
import sys
from pathlib import Path

import click

from termwise.cli.choice import OneOf
from termwise.cli.project import config_option, read_library, show, today_option
from termwise.cli.refusal import not_written
from termwise.lookup.library import Library
from termwise.model.problem import Problem, ProblemError
from termwise.project.settings import located, read_settings
from termwise.publishing.file import write_whole
from termwise.site.export import ALL, FORMATS, export_all
from termwise.site.export import export as export_one


@click.command()
@config_option
@today_option
@click.argument("form", metavar="FORMAT", type=OneOf({**FORMATS, ALL: "all files, in a folder"}))
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    help="The file to write; for `all` the folder.  [default: standard output]",
)
def export(config_file: Path, today: datetime.date, form: str, output: Path | None) -> None:
    """Write the glossary's data in one FORMAT, or in `all`, as the site has it."""
    if form == ALL and not output:
        raise click.UsageError("all of the data is many files; name a folder with --output")
    settings = read_settings(config_file)
    if not settings.site.url:
        fault = "the site has no address, by which exported entries are named"
        remedy = "set site_url in mkdocs.yml"
        with located(config_file):
            raise ProblemError(Problem("no-address", fault, remedy, path=("site_url",)))
    library = read_library(settings, today)
    try:
        if form == ALL and output:
            show(export_all(library, output))
        else:
            _write_one(library, form, output)
    except OSError as error:
        raise not_written(output or "the output", error) from error


def _write_one(library: Library, form: str, output: Path | None) -> None:
    parts = export_one(library, form)
    if parts is None:
        fault = f"the glossary has nothing that {form} could say"
        raise ProblemError(Problem("nothing-to-export", fault))
    if output and str(output) != "-":
        write_whole(output, parts)
    else:
        sys.stdout.buffer.writelines(parts)

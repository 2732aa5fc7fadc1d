"""`termwise write`: the site's pages as plain files."""

import datetime
from pathlib import Path

import click

from termwise.cli.project import config_option, read_library, show, today_option
from termwise.cli.refusal import not_written
from termwise.project.options import read_options
from termwise.project.settings import located, read_settings
from termwise.site.write import loses_pinned
from termwise.site.write import write as write_files
from termwise.words.numbers import AUTHORS


@click.command()
@config_option
@today_option
@click.argument("out", type=click.Path(path_type=Path, file_okay=False))
def write(config_file: Path, today: datetime.date, out: Path) -> None:
    """Write the site's pages as plain Markdown into OUT, with a configuration beside them.

    OUT/mkdocs.yml builds with MkDocs or Zensical and needs no plugin. OUT is replaced.
    """
    settings = read_settings(config_file)
    if loses_pinned(settings, out):
        fault = f"{out} is replaced, and {settings.folders.pinned} with it"
        with located(config_file):
            raise read_options({}).refused("pinned", fault, "name a folder outside it")
    library = read_library(settings, today)
    try:
        written = write_files(library, settings, out)
    except OSError as error:
        raise not_written(out, error) from error
    show(written.warnings)
    click.echo(f"{AUTHORS.figure(written.pages)} pages written to {out}")

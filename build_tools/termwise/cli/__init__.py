"""The command `termwise`."""

import click

from termwise import __version__
from termwise.cli.check import check
from termwise.cli.decide import decide
from termwise.cli.export import export
from termwise.cli.refusal import Commands
from termwise.cli.schema import schema
from termwise.cli.write import write
from termwise.publishing.stops import stoppable

COMMANDS = (check, write, export, decide, schema)


@click.group(cls=Commands)
@click.version_option(__version__)
@click.pass_context
def main(context: click.Context) -> None:
    """A folder of YAML becomes a glossary site that helps people decide."""
    context.with_resource(stoppable())


for command in COMMANDS:
    main.add_command(command)

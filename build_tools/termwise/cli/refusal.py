"""How a command ends that could not run: the problems on standard error, and status 2."""

from collections.abc import Sequence
from typing import IO, Any

import click

from termwise.model.problem import Problem, ProblemError
from termwise.project import report

PROBLEMS, COULD_NOT_RUN = 1, 2


class CouldNotRun(click.ClickException):
    """Problems for which a command did nothing, each told in a line as `termwise check` does."""

    exit_code = COULD_NOT_RUN

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(report.line, problems)))

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the lines as they are, so that editors make links of them."""
        click.echo(self.message, file=file, err=file is None)


class Commands(click.Group):
    """A group of commands, any of which may raise `ProblemError`."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except ProblemError as error:
            raise CouldNotRun(error.problems) from error


def not_written(place: object, error: OSError) -> ProblemError:
    """The error for a file or folder that could not be written, with the system's reason."""
    return ProblemError(Problem("not-written", f"{place} could not be written: {error}"))

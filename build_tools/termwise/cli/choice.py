"""A word of the command line that is one of a few."""

from collections.abc import Mapping

import click

from termwise.model.names import did_you_mean, listed


class OneOf(click.Choice):  # type: ignore[type-arg]  # generic from click 8.2 on
    """One of some names, with what is said of each where none is given.

    Of a misspelt one the nearest is named, as everywhere else.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__(list(names))
        self._names = names

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """The name; anything else ends the command."""
        name = str(value)
        if name not in self._names:
            choices = f"choose one of: {listed(self._names, len(self._names))}"
            self.fail(
                f'"{name}" is not one of the choices; {did_you_mean(name, self._names, choices)}',
                param,
                ctx,
            )
        return name

    def get_missing_message(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """The names, a line each."""
        del param, ctx
        width = max(map(len, self._names))
        lines = (f"  {name:{width}}  {said}".rstrip() for name, said in self._names.items())
        return "\n".join(("Choose one of:", *lines))

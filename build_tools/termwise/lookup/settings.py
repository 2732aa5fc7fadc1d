"""The site's settings as one file sees them."""

from collections.abc import Callable
from typing import Any

from termwise.model.site import Offers, Site


class SeenSettings:
    """Stands for a `Site`, or for its `Offers`: each setting that is asked for is recorded."""

    def __init__(
        self, settings: Site | Offers, take: Callable[[str], Any], above: str = ""
    ) -> None:
        self._given = settings
        self._take = take
        self._above = above

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - settings are of any type
        value = getattr(self._given, name)
        if isinstance(value, Offers):
            seen = SeenSettings(value, self._take, f"{name}.")
        else:
            seen = self._take(self._above + name)
        vars(self)[name] = seen  # which is on record from now on
        return seen

"""Settings as they were given, read key by key; whatever is impossible is told with its place."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from termwise.model.problem import FieldPath, Problem, ProblemError

_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True)
class Given:
    """A mapping of settings, and its path in the configuration. Each method raises `ProblemError`.

    What is not set is an empty text, an empty list, or the default that is asked for.
    """

    values: Mapping[str, Any]
    path: FieldPath = ()

    def refused(self, key: str, fault: str, remedy: str = "") -> ProblemError:
        """The error for a setting that cannot be as it is."""
        return ProblemError(Problem("bad-setting", fault, remedy, path=(*self.path, key)))

    def text(self, key: str) -> str:
        """A setting that is a text."""
        value = self.values.get(key)
        if value is not None and not isinstance(value, str):
            raise self.refused(key, f"{value!r} is not a text", "put it in quotes")
        if value and _UNSEEN.search(value):
            raise self.refused(key, f"{value!r} holds an invisible sign", "type the text again")
        return value or ""

    def folder(self, key: str) -> str:
        """A setting that names a file or folder."""
        path = self.text(key)
        if any(len(os.fsencode(part)) > 255 for part in Path(path).parts):
            fault = f"{path[:40]!r}… is too long for the name of a folder"
            raise self.refused(key, fault, "choose a shorter one")
        return path

    def address(self, key: str) -> str:
        """A setting that is an address on the web, or relative to the site."""
        url = self.text(key).strip()
        remedy = "write https://…"
        try:
            scheme = urlsplit(url).scheme
        except ValueError as error:
            fault = f"{url!r} is not a web address ({error})"
            raise self.refused(key, fault, remedy) from error
        plain = not re.search(r"[\s\x00-\x1f\\<>\"]", url)
        if not plain or scheme not in ("", "http", "https"):
            raise self.refused(key, f"{url!r} is not a web address", remedy)
        return url

    def switch(self, key: str, *, default: bool) -> bool:
        """A setting that is on or off."""
        value = self.values.get(key)
        if value is not None and not isinstance(value, bool):
            fault = f"{value!r} is neither true nor false"
            raise self.refused(key, fault, "write one of them, without quotes")
        return default if value is None else value

    def items(self, key: str) -> list[tuple[str, Any]]:
        """A setting that is a list of names, some of them with settings of their own: in pairs."""
        value = self.values.get(key)
        if isinstance(value, dict):
            return [(str(name), settings) for name, settings in value.items()]
        pairs: list[tuple[str, Any]] = []
        for entry in self.listed(key):
            pairs += list(entry.items()) if isinstance(entry, dict) else [(str(entry), {})]
        return pairs

    def listed(self, key: str) -> list[Any]:
        """A setting that is a list."""
        value = self.values.get(key)
        if value is not None and not isinstance(value, list):
            raise self.refused(key, f"{value!r} is not a list", "write - before each item")
        return value or []

"""What the fields of an entry mean, in its JSON Schema: the words below each in its class."""

import ast
import inspect
import textwrap
from collections.abc import Iterator
from itertools import pairwise
from typing import Any


def describe(schema: dict[str, Any], kind: type) -> None:
    """Give each property of a kind's schema the description that stands below the attribute.

    The source is read when a schema is asked for; pydantic would read it at every start.
    """
    for each in reversed(kind.__mro__):
        if each.__module__.startswith("termwise."):
            for name, text in _described(each):
                schema["properties"][name]["description"] = " ".join(text.split())


def _described(kind: type) -> Iterator[tuple[str, str]]:
    """The attributes that a class itself declares, with the words below each."""
    body = ast.parse(textwrap.dedent(inspect.getsource(kind))).body[0]
    for field, words in pairwise(body.body if isinstance(body, ast.ClassDef) else ()):
        match field, words:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                yield name, text

"""Equal values have equal digests, in every process; different ones have different digests."""

import datetime
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termwise.lookup.digests import Digests, written
from termwise.lookup.library import Library
from termwise.lookup.reads import READ_KINDS, value_of

leaves = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.dates()
)
values = st.recursive(
    leaves,
    lambda inner: (
        st.tuples(inner, inner)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text(max_size=3), inner, max_size=3)
        | st.frozensets(st.text(max_size=3), max_size=3)
    ),
    max_leaves=6,
)


def typed(value: Any) -> Any:
    """A value that equals no value of another type, as `True` does 1; order is a part of it."""
    if isinstance(value, tuple):
        return ("tuple", *map(typed, value))
    if isinstance(value, dict):
        return ("dict", *((key, typed(each)) for key, each in value.items()))
    return type(value).__name__, repr(value) if isinstance(value, float) else value


@given(one=values, two=values)
def test_digests_are_equal_as_values_are(one: Any, two: Any) -> None:
    assert (written(one) == written(two)) == (typed(one) == typed(two))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (1, "1"),
        (1, True),
        (None, "None"),
        (datetime.date(2026, 1, 1), "2026-01-01"),
        (("a", "b"), ("a,b",)),
        (("a',", "b"), ("a", "',b")),
        ((("a",), "b"), ("a", ("b",))),
        ({"a": "b"}, {"a:b": ""}),
        ((), {}),
        (({},), ()),
    ],
)
def test_values_that_look_alike_differ(one: Any, two: Any) -> None:
    assert written(one) != written(two)


def test_a_value_of_which_nothing_is_known_is_no_digest() -> None:
    """Rather than one that is another in each process, or the same of all."""

    class Other:
        pass

    @dataclass
    class Holder:
        inner: object

    for value in (Other(), Other, Holder(Other()), lambda: None):
        with pytest.raises(TypeError):
            written(value)


def reads_of(library: Library) -> list[tuple[str, ...]]:
    """A read of each kind and entry that there is."""
    found: list[tuple[str, ...]] = []
    for kind, name in [key for key, _entry in library.glossary.entries()]:
        found += [(kind, name), ("has", kind, name), ("title", kind, name), ("pin", kind, name)]
        found += [("file", kind, name), ("naming", kind, name, "term"), ("every", kind)]
    found += [("setting", name) for name in ("name", "url", "offers", "call_to_action")]
    found += [("words",), ("markdown",), ("due", "2026-11-20"), ("all-moved",), ("news",)]
    return sorted({*found, ("shared-pins",), ("moved", "term", "x")})


SCRIPT = """
import datetime, sys
from pathlib import Path
from termwise.checks.examined import Examined
from termwise.loader import load
from termwise.lookup.digests import Digests
from termwise.model.site import Site
from termwise.project.library import library_of
root = Path(sys.argv[1])
loaded = load(root / "glossary", root=root)
site = Site("Glossary", "https://g.example/", "", home=True, whole=True)
library = library_of(loaded.glossary, site, datetime.date(2026, 11, 20))
digests = Digests(library)
for line in sys.stdin:
    print(digests.of(tuple(line.rstrip("\\n").split("\\t"))))
"""


def test_digests_are_the_same_in_every_process(
    reference: Library, root: Any, command_environment: dict[str, str]
) -> None:
    """Whatever order sets have there; of all reads in the reference glossary."""
    asked = "".join("\t".join(read) + "\n" for read in reads_of(reference))
    answers = []
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(root)],
            input=asked,
            env={
                **command_environment,
                "PYTHONHASHSEED": seed,
                "PYTHONPATH": os.pathsep.join(sys.path),
            },
            capture_output=True,
            text=True,
            check=True,
        )
        answers.append(done.stdout.splitlines())
    assert answers[0] == answers[1]
    assert len(set(answers[0])) > 100


def test_every_kind_of_read_has_a_digest(kitchen: Library) -> None:
    """Equal digests of two reads say that they give the same."""
    digests = Digests(kitchen)
    found: dict[str, object] = {}
    for read in reads_of(kitchen):
        value = value_of(read, kitchen)
        assert typed(found.setdefault(digests.of(read), value)) == typed(value)
    assert {kind.name for kind in READ_KINDS} >= {read[0] for read in reads_of(kitchen)}

"""Fields of entries as JSON, as the model says what they hold."""

from typing import get_args

from termwise.exports.json_fields import REFERENCES, in_order
from termwise.model import values
from termwise.model.values import Reference


def test_whatever_a_field_can_name_can_be_written() -> None:
    """One more field that names an entry needs nothing here, whatever its kind."""
    marks = (mark for each in vars(values).values() for mark in get_args(each))
    kinds = {mark.kind for mark in marks if isinstance(mark, Reference)}
    assert {"term", "region"} <= kinds
    assert kinds == set(REFERENCES)


def test_keys_stand_as_the_contract_has_them() -> None:
    """What it does not promise yet comes last, and what an entry lacks is not made up."""
    data = in_order("term", {"nickname": 1, "url": 2, "schema": 3})
    assert list(data.items()) == [("schema", 3), ("url", 2), ("nickname", 1)]

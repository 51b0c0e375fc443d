"""The types of the descriptor's parts and the closed lists of its keys say the same."""

import pytest

from data.checks import descriptor_fields, descriptor_keys
from data.package.resource import Constraints, Field, Package, Resource, Schema


@pytest.mark.parametrize(
    ("part", "keys"),
    [
        (Package, descriptor_keys.OF_PACKAGE),
        (Resource, descriptor_keys.OF_RESOURCE),
        (Schema, descriptor_keys.OF_SCHEMA),
        (Field, descriptor_fields.OF_FIELD),
    ],
    ids=lambda part: getattr(part, "__name__", ""),
)
def test_keys_of_a_part_are_those_that_may_stand_there(part, keys):
    assert part.__required_keys__ == {key for key, (is_required, *_) in keys.items() if is_required}
    assert part.__optional_keys__ == {key for key, (is_required, *_) in keys.items() if not is_required}


def test_keys_of_constraints_are_those_that_may_stand_there():
    assert set(Constraints.__annotations__) == set(descriptor_fields.OF_CONSTRAINTS)

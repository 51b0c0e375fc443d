"""Sums, differences and quotients of two series: missing with a missing part, as weak as the weaker part."""

import pandas as pd
from pandas.testing import assert_frame_equal

from data import derived


def _part(*rows):
    return pd.DataFrame(rows, columns=derived.COLUMNS)


FIRST = _part(
    ("KAZ", 2023, 10.0, "actual", "a"),
    ("KAZ", 2024, 20.0, "rounded", "a"),
    ("UZB", 2024, float("nan"), "not_reported", ""),
)
SECOND = _part(
    ("KAZ", 2024, 5.0, "claim", "b;a"),
    ("KGZ", 2024, 1.0, "actual", "b"),
    ("UZB", 2024, 4.0, "actual", "b"),
)


def test_total_has_only_what_both_parts_have():
    assert_frame_equal(derived.total(FIRST, SECOND), _part(("KAZ", 2024, 25.0, "claim", "a;b")))


def test_difference_takes_the_second_from_the_first():
    assert_frame_equal(derived.difference(FIRST, SECOND), _part(("KAZ", 2024, 15.0, "claim", "a;b")))


def test_quotient_is_missing_where_the_second_is_zero():
    zero = _part(("KAZ", 2023, 0.0, "actual", "b"), ("KAZ", 2024, 5.0, "actual", "b"))
    assert_frame_equal(derived.quotient(FIRST, zero, 100), _part(("KAZ", 2024, 400.0, "rounded", "a;b")))

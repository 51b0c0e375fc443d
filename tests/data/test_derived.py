"""Values made of others: missing with a missing part, as weak as the weakest part, with the sources of all."""

import pandas as pd
from pandas.testing import assert_frame_equal

from data.subjects import arithmetic
from data.subjects.base import DRAWN_COLUMNS


def _part(*rows):
    return pd.DataFrame([(*row, "KAZ", "national") if len(row) == 5 else row for row in rows], columns=DRAWN_COLUMNS)


OWN, BOTH = ("KAZ", "national"), ("KAZ;USA", "national;customs")
FIRST = _part(
    ("KAZ", 2023, 10.0, "actual", "a"),
    ("KAZ", 2024, 20.0, "rounded", "a"),
    ("UZB", 2024, float("nan"), "not_reported", ""),
)
SECOND = _part(
    ("KAZ", 2024, 5.0, "claim", "b;a", "USA", "customs"),
    ("KGZ", 2024, 1.0, "actual", "b"),
    ("UZB", 2024, 4.0, "actual", "b"),
)


def test_total_has_only_what_both_parts_have():
    assert_frame_equal(arithmetic.total(FIRST, SECOND), _part(("KAZ", 2024, 25.0, "claim", "a;b", *BOTH)))


def test_difference_takes_the_second_from_the_first():
    assert_frame_equal(arithmetic.difference(FIRST, SECOND), _part(("KAZ", 2024, 15.0, "claim", "a;b", *BOTH)))


def test_quotient_is_missing_where_the_second_is_zero():
    zero = _part(("KAZ", 2023, 0.0, "actual", "b"), ("KAZ", 2024, 5.0, "actual", "b"))
    assert_frame_equal(arithmetic.quotient(FIRST, zero, 100), _part(("KAZ", 2024, 400.0, "rounded", "a;b")))


def test_rows_by_country_and_year_are_as_weak_as_the_weakest_and_name_every_source():
    rows = _part(
        ("UZB", 2024, 4.0, "actual", "b"),
        ("KAZ", 2024, 1.0, "actual", "a"),
        ("KAZ", 2024, 2.0, "claim", "b;a"),
        ("KAZ", 2023, 8.0, "rounded", "a"),
    )
    expected = pd.DataFrame(
        [
            ("KAZ", 2023, 8.0, "rounded", "a", *OWN, 1),
            ("KAZ", 2024, 3.0, "claim", "a;b", *OWN, 2),
            ("UZB", 2024, 4.0, "actual", "b", *OWN, 1),
        ],
        columns=[*DRAWN_COLUMNS, "parts"],
    )
    assert_frame_equal(arithmetic.by_country_year(rows, sum), expected)

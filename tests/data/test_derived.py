"""Values made of others: missing with a missing part, as weak as the weakest part, with the sources of all."""

import pandas as pd
from pandas.testing import assert_frame_equal

from data import indicators
from data.subjects import arithmetic
from data.subjects.base import DRAWN_COLUMNS


def _part(*rows):
    """Rows of drawn columns; the reporter and basis of a short one are those of Kazakhstan, its place follows from its
    source, as that of a part, unless it is given."""
    whole = [(*row, "KAZ", "national") if len(row) == 5 else row for row in rows]
    made = [row if isinstance(row[-1], tuple) else (*row, f"p. {row[4]}" if row[4] else "") for row in whole]
    return pd.DataFrame(made, columns=DRAWN_COLUMNS).astype({"locator": "object"})


OWN, BOTH = ("KAZ", "national"), ("KAZ;USA", "national;customs")
A, B, B_AND_A = ("a", "p. a"), ("b", "p. b"), ("b;a", "p. b;a")
PLACES = (A, B_AND_A)
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
    assert_frame_equal(arithmetic.total(FIRST, SECOND), _part(("KAZ", 2024, 25.0, "claim", "a;b", *BOTH, PLACES)))


def test_difference_takes_the_second_from_the_first():
    assert_frame_equal(arithmetic.difference(FIRST, SECOND), _part(("KAZ", 2024, 15.0, "claim", "a;b", *BOTH, PLACES)))


def test_quotient_is_missing_where_the_second_is_zero():
    zero = _part(("KAZ", 2023, 0.0, "actual", "b"), ("KAZ", 2024, 5.0, "actual", "b"))
    assert_frame_equal(
        arithmetic.quotient(FIRST, zero, 100), _part(("KAZ", 2024, 400.0, "rounded", "a;b", *OWN, (A, B)))
    )


def test_rows_by_country_and_year_are_as_weak_as_the_weakest_and_name_every_source():
    rows = _part(
        ("UZB", 2024, 4.0, "actual", "b"),
        ("KAZ", 2024, 1.0, "actual", "a"),
        ("KAZ", 2024, 2.0, "claim", "b;a"),
        ("KAZ", 2023, 8.0, "rounded", "a"),
    )
    expected = pd.DataFrame(
        [
            ("KAZ", 2023, 8.0, "rounded", "a", *OWN, (A,), 1),
            ("KAZ", 2024, 3.0, "claim", "a;b", *OWN, PLACES, 2),
            ("UZB", 2024, 4.0, "actual", "b", *OWN, (B,), 1),
        ],
        columns=[*DRAWN_COLUMNS, "parts"],
    )
    assert_frame_equal(arithmetic.by_country_year(rows, sum), expected)


def test_place_of_every_value_is_that_of_the_records_it_is_made_of():
    """The newest value of the first countries of every series, against the panel that every number opens."""
    faults = {}
    for one in list(indicators.registry())[::9]:
        values, located = indicators.values(one).dropna(subset=["value"]), indicators.located(one)
        assert set(located) >= set(zip(values["iso3"], values["year"], strict=True)), one
        last = values.iloc[-1]
        records = indicators.alternatives(one, last["iso3"], int(last["year"]))
        used = records.loc[records["preferred"].astype(bool), ["source_id", "locator"]].dropna()
        told = located[last["iso3"], int(last["year"])]
        if set(told) != set(used.itertuples(index=False, name=None)):
            faults[one] = (told, used.to_numpy().tolist())
    assert faults == {}

"""Differences between two years: exact, missing where a part is, with the weaker status and the sources of both."""

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from data import indicators
from data.analysis import comparison
from data.analysis.comparison import Side
from data.faults import UnknownId
from data.output import frames
from data.package import licensing

VALUES = pd.DataFrame(
    [
        ("KAZ", 2020, 10.1, "actual", "a"),
        ("KAZ", 2024, 12.3, "estimated", "b"),
        ("KGZ", 2020, None, "not_reported", ""),
        ("KGZ", 2024, 5.0, "actual", "b"),
        ("TJK", 2020, 4.0, "actual", "a"),
        ("TJK", 2024, None, "withheld", ""),
        ("TKM", 2020, None, "not_reported", ""),
        ("TKM", 2024, None, "withheld", ""),
        ("USA", 2020, None, "not_applicable", ""),
        ("USA", 2024, None, "not_applicable", ""),
        ("UZB", 2020, 0.0, "actual", "a"),
        ("UZB", 2024, 3.0, "rounded", "a"),
        ("RUS", 2024, 1.0, "actual", "b"),
        ("CHN", 2020, -2.0, "actual", "a"),
        ("CHN", 2024, -1.0, "actual", "a"),
    ],
    columns=["iso3", "year", "value", "status", "source_id"],
)
OTHER = {"unit": "USD", "reporter": "USA", "basis": "customs"}


@pytest.fixture
def known(monkeypatch):
    """US imports with the figures above in place of their own."""
    monkeypatch.setattr(
        indicators,
        "values",
        lambda _one, year: VALUES[VALUES["year"] == year].assign(**OTHER).reset_index(drop=True),
    )


def test_difference_is_exact_and_says_which_year_is_missing(known):
    expected = pd.DataFrame(
        [
            ("CHN", 2024, 1.0, "USD", "actual", "a", "USA", "customs"),
            ("KAZ", 2024, 2.2, "USD", "estimated", "a;b", "USA", "customs"),
            ("KGZ", 2024, None, "USD", "no_first", "b", "USA", "customs"),
            ("RUS", 2024, None, "USD", "no_first", "b", "USA", "customs"),
            ("TJK", 2024, None, "USD", "no_second", "a", "USA", "customs"),
            ("TKM", 2024, None, "USD", "no_both", "", "USA", "customs"),
            ("USA", 2024, None, "USD", "not_applicable", "", "USA", "customs"),
            ("UZB", 2024, 3.0, "USD", "rounded", "a", "USA", "customs"),
        ],
        columns=indicators.COLUMNS,
    )
    assert_frame_equal(comparison.between("us_imports_usd", 2020, 2024), expected, check_dtype=False)


def test_percent_needs_a_first_figure_above_zero(known):
    found = comparison.between("us_imports_usd", 2020, 2024, "percent").set_index("iso3")
    assert found.loc["KAZ", "value"] == pytest.approx(21.7821782)
    assert list(found.loc[["UZB", "CHN"], "status"]) == ["no_base", "no_base"]
    assert found.loc[["UZB", "CHN", "KGZ", "USA"], "value"].isna().all()


def test_pair_tells_the_change_from_the_earlier_to_the_later_year_whatever_the_order(known):
    later_first = comparison.pair(Side("us_imports_usd", 2024), Side("us_imports_usd", 2020)).set_index("iso3")
    assert later_first.loc["KAZ", ["first_value", "second_value", "change"]].tolist() == [12.3, 10.1, 2.2]
    assert later_first.loc["RUS", "second_status"] == "not_covered"
    assert later_first.index.tolist() == ["KAZ", "KGZ", "TJK", "TKM", "UZB", "USA", "RUS", "CHN"]


def test_two_indicators_have_no_difference():
    rows = comparison.pair(Side("us_imports_usd", 2024), Side("us_exports_usd", 2023))
    assert rows["change"].isna().all()
    assert set(rows["change_status"]) == {""}


def test_memberships_stand_side_by_side_and_have_no_difference():
    rows = comparison.pair(Side("member.wto", 2024), Side("member.wto", 2010)).set_index("iso3")
    assert rows.loc["KAZ", "first_value"] == "member"
    assert set(rows["change_status"]) == {""}
    assert comparison.change_kinds("member.wto") == ()
    with pytest.raises(UnknownId):
        comparison.between("member.wto", 2010, 2024)


def test_percent_is_offered_for_amounts_only():
    for indicator in indicators.registry().values():
        has_percent = comparison.PERCENT in comparison.change_kinds(indicator.id)
        assert not (
            has_percent
            and (indicator.kind in ("share", "rank", "balance", "membership") or indicator.unit == "percent")
        )
    assert comparison.change_kinds("us_imports_usd") == comparison.CHANGE_KINDS
    assert comparison.unit("us_trade_share_pct") == "percentage points"


def test_united_states_has_no_trade_with_itself_to_compare():
    found = comparison.between("us_imports_usd", 2023, 2024).set_index("iso3")
    assert found.loc["USA", "status"] == "not_applicable"


def test_difference_equals_that_of_the_drawn_values():
    drawn = {year: indicators.values("us_imports_usd", year).set_index("iso3")["value"] for year in (2023, 2024)}
    found = comparison.between("us_imports_usd", 2023, 2024).set_index("iso3")["value"]
    assert found["KAZ"] == drawn[2024]["KAZ"] - drawn[2023]["KAZ"]


def test_other_edition_is_named():
    assert "KAZ" in comparison.mixed("us_imports_usd", 2018, 2024)
    assert comparison.mixed("us_imports_usd", 2015, 2016) == []


def test_other_source_or_basis_of_a_partner_is_named():
    mixed = comparison.mixed("exports_by_partner_usd.kaz", 2017, 2018)
    assert {"CHN", "ITA"} <= set(mixed)
    assert "ARE" not in mixed


def test_figure_of_another_reporter_is_named_though_its_source_is_the_same(monkeypatch):
    rows = pd.DataFrame(
        [("KAZ", 2020, 1.0, "actual", "a", "KAZ", "national"), ("KAZ", 2024, 2.0, "actual", "a", "CHN", "national")],
        columns=["iso3", "year", "value", "status", "source_id", "reporter", "basis"],
    )
    monkeypatch.setattr(indicators, "values", lambda _one, year: rows[rows["year"] == year].reset_index(drop=True))
    assert comparison.mixed("us_imports_usd", 2020, 2024) == ["KAZ"]


def test_change_that_rests_on_a_restricted_figure_does_not_leave(monkeypatch):
    first, second = Side("us_imports_usd", 2024), Side("us_imports_usd", 2015)
    rows = comparison.pair(first, second)
    held = set(rows.loc[rows["iso3"] == "KAZ", "second_source_id"])
    monkeypatch.setattr(licensing.sources, "is_downloadable", lambda ids: not held & set(ids.split(";")))
    left = frames.pair_download(rows, first, second, comparison.ABSOLUTE).set_index("iso3")
    assert left.loc["KAZ", "first_value"] != ""
    assert left.loc["KAZ", ["second_value", "change"]].tolist() == ["", ""]
    assert left.loc["KAZ", "change_status"] == frames.WITHHELD

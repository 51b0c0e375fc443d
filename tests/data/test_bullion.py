"""Bars of precious metal in US imports: said where they are a large part, and only of figures that hold them."""

import pytest

from data import indicators
from data.subjects import bullion


@pytest.mark.parametrize(
    ("iso3", "year", "million", "share"),
    # US Census, general imports at customs value, chapter 71, in million dollars and percent of all imports.
    [("KAZ", 2025, 2630.5, 64.6), ("UZB", 2025, 510.5, 88.8)],
)
def test_jump_of_2025_is_of_precious_metals(iso3, year, million, share):
    found = bullion.part("us_imports_usd", iso3, year)
    assert (round(found.value_usd / 1e6, 1), round(found.share_pct, 1)) == (million, share)
    imports = indicators.values("us_imports_usd", year).set_index("iso3").loc[iso3, "value"]
    assert found.value_usd / imports * 100 == pytest.approx(found.share_pct, abs=0.01)
    assert found.before_usd < found.value_usd / 8


@pytest.mark.parametrize(("iso3", "year"), [("KAZ", 2024), ("KAZ", 2010), ("TKM", 2025), ("USA", 2025)])
def test_small_part_or_none_on_record_is_not_told(iso3, year):
    assert bullion.part("us_imports_usd", iso3, year) is None


def test_only_figures_that_hold_imports_are_concerned():
    told = [indicator_id for indicator_id in indicators.registry() if bullion.part(indicator_id, "UZB", 2025)]
    assert set(told) == {
        "us_imports_usd",
        "us_trade_usd",
        "us_balance_usd",
        "us_reported_share_pct",
        "us_trade_gdp_pct",
        "gap_exports_usd",
        "gap_exports_ratio",
    }

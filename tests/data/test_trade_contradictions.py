"""Every contradiction on trade and money that the facts name stands beside a number it concerns."""

import pytest

from data import indicators
from data.package import contradictions

PLACES = (
    ("us_balance_usd", "kaz-balance"),
    ("mirror_imports_usd", "kgz-imports-2023"),
    ("mirror_exports_usd", "uzb-series"),
    ("us_exports_usd", "baci-tajikistan"),
    ("us_imports_usd.hs2709", "kaz-oil-2024"),
    ("us_imports_share_pct.hs811010", "antimony-us-share"),
    ("trade_by_partner_usd.kgz", "china-kyrgyzstan"),
    ("us_fdi_cumulative_usd", "us-investment-kazakhstan"),
    ("us_companies_count", "us-companies-kazakhstan"),
    ("us_tariff_additional_pct", "s122-last-day"),
    ("us_tariff_observed_pct", "tariff-model"),
)


@pytest.mark.parametrize(("indicator_id", "contradiction_id"), PLACES)
def test_contradiction_is_told_where_the_number_is(indicator_id, contradiction_id):
    assert contradiction_id in {one.id for one in contradictions.of(indicators.get(indicator_id).id)}


def test_bars_of_2025_are_told_with_us_imports():
    assert "bars_2025" in indicators.get("us_imports_usd").caveats
    assert "bars_2025" in indicators.get("us_imports_usd.hs71").caveats

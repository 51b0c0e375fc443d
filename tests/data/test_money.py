"""Duties, investment, aid, deals, output and shares: printed values, and what must stay missing or apart."""

import pytest

from data import indicators
from data.package import countries, tables
from data.subjects import deals, tariffs


def _row(indicator_id, iso3, year):
    frame = indicators.values(indicator_id, year)
    return frame[frame["iso3"] == iso3].iloc[0]


@pytest.mark.parametrize(
    ("indicator_id", "iso3", "year", "value", "status"),
    [
        ("us_tariff_observed_pct", "KGZ", 2025, 4.376, "actual"),
        ("us_tariff_additional_pct", "KAZ", 2025, 25, "actual"),
        ("us_tariff_additional_pct", "UZB", 2025, 10, "actual"),
        ("us_tariff_model_pct", "KAZ", 2025, 2.854, "estimated"),
        ("us_fdi_stock_usd", "KAZ", 2021, 39.5e9, "rounded"),
        ("us_fdi_flow_gross_usd", "KAZ", 2022, 5.1e9, "rounded"),
        ("us_fdi_flow_gross_usd", "TJK", 2024, 118.9e6, "actual"),
        ("us_fdi_cumulative_usd", "KAZ", 2022, 62e9, "claim"),
        ("us_companies_count", "UZB", 2025, 335, "actual"),
        ("by_investor.companies_count.uzb", "CHN", 2025, 4250, "actual"),
        ("us_aid_usd", "KAZ", 1993, 14_719_297, "actual"),
        ("us_aid_usd", "UZB", 2025, 7_907_285, "provisional"),
        ("us_aid_disbursed_usd", "UZB", 2024, 90_885_287, "actual"),
        ("us_trade_share_pct", "KAZ", 2024, 100 * (1.974025623 + 2.245840305) / (82.471 + 59.133), "rounded"),
        ("partner_share_pct.exports.kaz", "ITA", 2024, 22.9, "actual"),
    ],
)
def test_printed_value_is_drawn(indicator_id, iso3, year, value, status):
    row = _row(indicator_id, iso3, year)
    assert row["value"] == pytest.approx(value)
    assert row["status"] == status


@pytest.mark.parametrize(
    ("indicator_id", "iso3", "year"),
    [
        ("us_fdi_flow_gross_usd", "TJK", 2014),  # January to June only
        ("gdp_per_head_usd", "AFG", 1999),  # population, but no output on record
        ("us_trade_gdp_pct", "KAZ", 2025),  # no US exports
        ("us_trade_share_pct", "UZB", 2025),  # goods and services against goods
        ("us_trade_share_pct", "TJK", 2023),
        ("us_companies_count", "TKM", 2018),  # projects, not companies
        ("us_tariff_additional_pct", "KAZ", 2026),  # not over
        ("us_deals_count", "KGZ", 2018),
    ],
)
def test_no_value_is_made_up(indicator_id, iso3, year):
    frame = indicators.values(indicator_id)
    assert frame.loc[(frame["iso3"] == iso3) & (frame["year"] == year), "value"].isna().all()


def test_gross_domestic_product_per_head_is_that_of_its_parts():
    gdp, people = _row("gdp_usd", "UZB", 2020)["value"], _row("population", "UZB", 2020)["value"]
    assert _row("gdp_per_head_usd", "UZB", 2020)["value"] == pytest.approx(gdp / people)


def test_money_that_a_row_repeats_is_not_added():
    rows = tables.load("deals").set_index("deal_id")
    repeated = ["D014", "D020", "D024", "D029", "D030", "D031", "D032", "D035", "D036", "D064"]
    assert sorted(rows.index[rows["repeats_deal_id"].notna()]) == repeated
    frame = deals.values(indicators.get("us_deals_usd"))
    own = rows[(rows["iso3"] == "UZB") & rows["announced"].str.startswith("2025")]
    drawn = frame.loc[(frame["iso3"] == "UZB") & (frame["year"] == 2025), "value"].iloc[0]
    assert drawn == own["value_usd"].sum() - rows.loc["D020", "value_usd"]


def test_letters_to_finance_a_project_are_not_added_to_its_cost():
    rows = tables.load("deals").set_index("deal_id")
    letters = rows[rows["stage"] == "letter of interest"]
    assert set(letters["repeats_deal_id"]) == {"D025"}
    assert letters["value_usd"].sum() > rows.loc["D025", "value_usd"]


def test_duty_that_was_never_charged_is_a_record_only():
    records = indicators.alternatives("us_tariff_additional_pct", "KAZ", 2025)
    assert list(records.loc[records["preferred"], "value"]) == [25.0]
    assert {27.0, 25.0, 10.0} == set(records["value"])
    assert 2026 not in set(tariffs.drawn("additional_duty")["year"])


def test_measures_and_units_of_investment_are_never_mixed():
    frame = tables.load("investment")
    for indicator in indicators.registry().values():
        if indicator.table != "investment":
            continue
        key, host = indicator.series
        measure, unit = key.split(" ")
        rows = frame[(frame["measure"] == measure) & (frame["unit"] == unit)]
        investor = {"": "USA", "all investors": "WLD"}.get(host)
        rows = rows[rows["investor"] == investor] if investor else rows[rows["host"] == host]
        assert set(indicators.values(indicator.id)["value"].dropna()) <= set(rows["value"])


@pytest.mark.parametrize("table", ["macro", "investment", "trade_partners", "trade_partner_shares", "trade_mirror"])
def test_aggregates_never_reach_the_map(table):
    ids = [indicator.id for indicator in indicators.registry().values() if indicator.table == table]
    assert ids
    assert all(countries.is_country(code) for one in ids for code in set(indicators.values(one)["iso3"]))


def test_shares_of_one_list_stay_within_a_hundred():
    for indicator in indicators.registry().values():
        if indicator.table == "trade_partner_shares":
            sums = indicators.values(indicator.id).groupby("year")["value"].sum()
            assert (sums <= 100).all(), indicator.id


def test_indicator_opens_at_a_year_that_is_not_wholly_provisional():
    newest = indicators.values("us_aid_usd", indicators.years("us_aid_usd")[-1])
    assert set(newest.loc[newest["value"].notna(), "status"]) == {"provisional"}
    assert indicators.default_year("us_aid_usd") == indicators.years("us_aid_usd")[-2]
    # The year before is provisional too: no reason to go back.
    assert indicators.default_year("member.aiib") == indicators.years("member.aiib")[-1]


def test_place_of_an_investor_is_the_order_in_which_the_source_names_them():
    rows = indicators.values("by_investor.fdi_flow_gross_rank.kaz", 2022).dropna(subset=["value"])
    named = ["NLD", "USA", "CHE", "BEL", "RUS", "KOR", "CHN", "FRA", "GBR", "DEU"]
    assert list(rows.sort_values("value")["iso3"]) == named
    assert set(rows["status"]) == {"claim"}
    assert indicators.get("by_investor.fdi_flow_gross_rank.kaz").title.endswith(
        "gross inflow (order in which an official named them)"
    )


def test_antimony_reserves_of_the_editions_of_2022_and_2023_are_those_that_were_printed():
    found = {year: indicators.values("reserves.antimony", year).set_index("iso3")["value"] for year in (2021, 2022)}
    assert found[2021][["CHN", "RUS", "BOL", "AUS", "TJK"]].tolist() == [480e3, 350e3, 310e3, 100e3, 50e3]
    assert found[2022][["CHN", "RUS", "BOL", "AUS", "TJK"]].tolist() == [350e3, 350e3, 310e3, 120e3, 50e3]

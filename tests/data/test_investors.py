"""Who invests most, by measure: printed places, ties, and the same places as the evidence on the claim has."""

import pandas as pd
import pytest

from data import indicators
from data.analysis import aid_by_agency, investors
from data.package import tables


def _newest(host, measure, unit="USD"):
    rows = investors.by_measure(host)
    return rows[(rows["measure"] == measure) & (rows["unit"] == unit)].set_index("investor")


def test_newest_year_of_each_measure_in_kazakhstan():
    rows = investors.by_measure("KAZ")
    first = rows[rows["rank"] == 1].set_index(["measure", "unit"])[["year", "investor", "on_record"]]
    assert first.to_dict("index") == {
        ("fdi_stock", "EUR"): {"year": 2021, "investor": "NLD", "on_record": 12},
        ("fdi_stock", "USD"): {"year": 2021, "investor": "NLD", "on_record": 4},
        ("fdi_flow_net", "EUR"): {"year": 2021, "investor": "USA", "on_record": 5},
        ("fdi_flow_gross", "USD"): {"year": 2022, "investor": "NLD", "on_record": 10},
        ("fdi_cumulative", "USD"): {"year": 2019, "investor": "NLD", "on_record": 7},
    }
    assert _newest("KAZ", "fdi_stock", "EUR").loc["USA", ["value", "rank"]].tolist() == [35_140_669_745, 2]


def test_order_as_told_stands_before_the_few_amounts():
    """Of 2022 three amounts are known and the United States has the largest; the Netherlands were named before it."""
    rows = _newest("KAZ", "fdi_flow_gross")
    assert rows.loc["USA", ["value", "rank", "rank_basis"]].tolist() == [5.1e9, 2, "as_told"]
    assert pd.isna(rows.loc["NLD", "value"])
    assert rows.loc["NLD", ["rank", "status", "source_id"]].tolist() == [1, "claim", "trend-2023-06-04-fdi"]
    assert rows.loc["RUS", "source_id"] == "tass-2023-07-20-kazfdi;trend-2023-06-04-fdi"


@pytest.mark.parametrize(
    ("measure", "unit", "indicator_id"),
    [
        ("fdi_stock", "EUR", "by_investor.fdi_stock_eur.kaz"),
        ("fdi_flow_net", "EUR", "by_investor.fdi_flow_net_eur.kaz"),
        ("fdi_cumulative", "USD", "by_investor.fdi_cumulative_usd.kaz"),
    ],
)
def test_places_are_those_of_the_series_that_test_the_claim(measure, unit, indicator_id):
    """CL004 is judged by these series (`claim_tests.csv`)."""
    rows = investors.us_rank("KAZ")
    own = rows[(rows["measure"] == measure) & (rows["unit"] == unit)]
    for row in own.to_dict("records"):
        values = indicators.values(indicator_id, row["year"])
        mine = values.loc[values["iso3"] == "USA", "value"].iloc[0]
        assert row["rank"] == 1 + int((values["value"] > mine).sum())
        assert row["on_record"] == values["value"].notna().sum()


def test_years_in_which_the_united_states_came_first_in_kazakhstan():
    rows = investors.us_rank("KAZ")
    first = rows[rows["rank"] == 1].groupby("measure")["year"].agg(list).to_dict()
    assert first == {
        "fdi_stock": [2003, 2004, 2005, 2006],
        "fdi_flow_net": [2003, 2014, 2017, 2018, 2019, 2020, 2021],
    }


def test_equal_amounts_share_a_place(monkeypatch):
    rows = pd.DataFrame({"investor": ["AAA", "BBB", "CCC", "DDD"], "value": [5.0, 7.0, 5.0, 1.0]})
    placed = investors._by_amount(rows)
    assert placed["investor"].tolist() == ["BBB", "AAA", "CCC", "DDD"]
    assert placed["rank"].tolist() == [1, 2, 2, 4]
    assert placed["is_tied"].tolist() == [False, True, True, False]


def test_hosts_without_investors_on_record():
    assert investors.hosts() == ("KAZ", "KGZ", "TJK", "UZB")
    assert investors.by_measure("TKM").empty
    assert investors.us_rank("KGZ").empty


def test_part_of_a_year_and_all_investors_together_are_in_no_order():
    for host in investors.hosts():
        rows = investors.ranked(host)
        assert not rows["investor"].isin(["WLD"]).any()
        assert "2014-06-ytd" not in set(tables.load("investment").merge(rows, how="inner")["period"])


def test_aid_has_both_views_and_the_newest_full_year():
    rows = aid_by_agency.of("KAZ").set_index("fiscal_year")
    assert rows.loc[1993, "obligations_usd"] == 14_719_297
    assert pd.isna(rows.loc[1993, "disbursements_usd"])
    assert rows.index.is_unique
    newest = aid_by_agency.by_partner()
    assert newest["iso3"].tolist() == ["TJK", "UZB", "KGZ", "KAZ", "TKM"]
    assert set(newest["fiscal_year"]) == {2024}
    assert aid_by_agency.agencies("UZB") == ("All US agencies",)

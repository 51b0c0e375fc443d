"""The count of critical minerals: what is counted, and where there is none."""

import pandas as pd

from data import indicators
from data.package import tables


def _counts(year: int) -> pd.DataFrame:
    return indicators.values("critical_minerals_count", year).set_index("iso3")


def test_count_is_the_number_of_listed_minerals_with_an_output():
    records = indicators.alternatives("critical_minerals_count", "TJK", 2023)
    counted = records[records["preferred"]]
    minerals = set(counted["basis"].map(str).str.split(",").str[0])
    assert minerals == {"aluminum", "antimony", "copper", "lead"}
    assert _counts(2023).loc["TJK", "value"] == 4
    lists = tables.load("critical_lists")
    assert minerals <= set(lists.loc[(lists["list_id"] == "us_2025") & lists["is_listed"], "mineral"])
    assert (counted["value"] > 0).all()


def test_estimated_amount_above_zero_is_surely_counted():
    row = _counts(2025).loc["KGZ"]
    assert row["value"] == 1
    records = indicators.alternatives("critical_minerals_count", "KGZ", 2025)
    assert set(row["source_id"].split(";")) == set(records["source_id"])
    assert (set(records["status"]), row["status"]) == ({"estimated"}, "actual")


def test_estimated_zero_leaves_the_count_in_doubt():
    records = indicators.alternatives("critical_minerals_count", "KGZ", 2021)
    assert ((records["value"] == 0) & (records["status"] == "estimated")).any()
    assert _counts(2021).loc["KGZ", "status"] == "estimated"


def test_no_listed_mineral_on_record_is_no_count_of_zero():
    row = _counts(2023).loc["TKM"]
    assert pd.isna(row["value"])
    assert row["status"] == "not_reported"


def test_united_states_is_not_counted():
    assert _counts(2023).loc["USA", "status"] == "not_applicable"
    assert indicators.values("critical_minerals_count")["iso3"].nunique() == 6


def test_us_lists_have_the_lengths_they_were_published_with():
    lists = tables.load("critical_lists")
    lengths = lists[lists["is_listed"]].groupby("list_id")["mineral"].size()
    assert (lengths["us_2022"], lengths["us_2025"]) == (50, 60)

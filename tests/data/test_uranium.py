"""Uranium for US reactors: single countries only, each figure with its own source."""

from data import indicators


def test_printed_shares_of_2024():
    values = indicators.values("us_uranium_share_pct", 2024).dropna(subset=["value"])
    shares = dict(zip(values["iso3"], values["value"], strict=True))
    assert shares == {"AUS": 17, "CAN": 36, "KAZ": 24, "NAM": 4, "RUS": 4, "USA": 8, "UZB": 9}


def test_group_of_countries_reaches_none_of_its_members():
    values = indicators.values("us_uranium_share_pct", 2017).set_index("iso3")
    assert values.loc["USA", "value"] == 7
    assert values.loc[["KAZ", "UZB"], "value"].isna().all()
    assert "RUS" not in values.index


def test_price_names_the_source_of_the_price():
    records = indicators.alternatives("us_uranium_price_usd_per_lb", "USA", 2011)
    assert records[["value", "source_id", "locator"]].to_numpy().tolist() == [
        [52.12, "eia-umar-prices-csv", "uranium_purchase_price_us.csv, row 2011, column U.S.-origin uranium"]
    ]


def test_quantities_stand_where_they_were_found():
    values = indicators.values("us_uranium_quantity_klb")
    kazakh = values[(values["iso3"] == "KAZ") & values["value"].notna()]
    assert dict(zip(kazakh["year"], kazakh["value"], strict=True)) == {
        2013: 6500,
        2014: 12000,
        2015: 11000,
        2018: 8200,
    }

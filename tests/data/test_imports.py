"""Reliance and sources of US imports: bounds are no percentages, periods stand at their last year."""

import pandas as pd
import pytest

from data import indicators


def _cell(indicator_id: str, iso3: str, year: int) -> pd.Series:
    values = indicators.values(indicator_id, year)
    return values[values["iso3"] == iso3].iloc[0]


@pytest.mark.parametrize(
    ("indicator_id", "share"),
    [
        ("us_import_share.beryllium", 31),
        ("us_import_share.chromium", 11),
        ("us_import_share.chromium.ferrochromium", 24),
        ("us_import_share.chromium.chromium_containing_chemicals", 25),
        ("us_import_share.rhenium.ammonium_perrhenate", 24),
        ("us_import_share.sulfur", 5),
        ("us_import_share.tantalum.tantalum_metal_and_powder", 16),
        ("us_import_share.titanium", 8),
    ],
)
def test_kazakh_shares_of_2021_to_2024_stand_at_2024(indicator_id, share):
    assert indicators.years(indicator_id) == [2024]
    row = _cell(indicator_id, "KAZ", 2024)
    assert (row["value"], row["unit"], row["status"]) == (share, "percent", "rounded")
    assert "four years to the year shown" in indicators.get(indicator_id).title


def test_title_names_the_form_where_it_says_more_than_the_mineral():
    titles = [indicators.get(f"us_import_share.{one}").title for one in ("helium", "gallium")]
    assert titles == [
        "Helium: share of US imports, four years to the year shown",
        "Gallium: share of US imports, metal, four years to the year shown",
    ]


def test_country_that_is_not_named_has_no_share_and_the_importer_none_either():
    assert pd.isna(_cell("us_import_share.antimony", "TJK", 2024)["value"])
    assert _cell("us_import_share.antimony", "TJK", 2024)["status"] == "not_reported"
    assert _cell("us_import_share.antimony", "USA", 2024)["status"] == "not_applicable"


def test_place_of_the_earlier_period_is_a_record_without_a_share():
    records = indicators.alternatives("us_import_share.titanium", "KAZ", 2024)
    assert records["basis"].map(str).tolist() == [
        "sponge metal, 2021-2024, place 3",
        "sponge metal, 2020-2023, place 2",
    ]
    assert records["value"].isna().tolist() == [False, True]
    assert records["preferred"].tolist() == [True, False]


def test_reliance_is_a_figure_of_the_united_states_only():
    values = indicators.values("us_import_reliance.antimony", 2024).set_index("iso3")
    assert values.loc["USA", "value"] == 86
    assert (values.drop("USA")["status"] == "not_applicable").all()


def test_bound_is_not_a_percentage_and_is_told_beside_the_number():
    row = _cell("us_import_reliance.titanium", "USA", 2024)
    assert pd.isna(row["value"])
    assert row["status"] == "bound"
    records = indicators.alternatives("us_import_reliance.titanium", "USA", 2024)
    assert str(records.loc[0, "basis"]) == "sponge metal, above 95 percent"


def test_net_exporter_has_no_percentage():
    row = _cell("us_import_reliance.beryllium", "USA", 2024)
    assert pd.isna(row["value"])
    assert row["status"] == "net_exporter"
    assert indicators.default_year("us_import_reliance.beryllium") == 2022

"""The join keeps every country, doubles none and names what does not fit."""

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from pandas.testing import assert_frame_equal

from geo import join

SHAPES = gpd.GeoDataFrame(
    {"iso3": ["KAZ", "KGZ", "UZB"], "name": ["Kazakhstan", "Kyrgyzstan", "Uzbekistan"]},
    geometry=[shapely.box(i, 0, i + 1, 1) for i in range(3)],
    crs=4326,
)
COLUMNS = ["iso3", "year", "value", "unit", "status", "source_id"]


def values(*rows) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=COLUMNS)


def test_join_keeps_countries_without_value_with_their_status():
    given = values(("UZB", 2024, 3.5, "t", "actual", "s1"), ("KAZ", 2024, None, "t", "withheld", ""))
    expected = pd.DataFrame(
        {
            "iso3": ["KAZ", "KGZ", "UZB"],
            "name": ["Kazakhstan", "Kyrgyzstan", "Uzbekistan"],
            "year": [2024, 2024, 2024],
            "value": [None, None, 3.5],
            "unit": ["t", "t", "t"],
            "status": ["withheld", "not_covered", "actual"],
            "source_id": ["", "", "s1"],
        }
    )
    joined = join.attach(SHAPES, given)
    assert isinstance(joined, gpd.GeoDataFrame)
    assert_frame_equal(pd.DataFrame(joined.drop(columns="geometry")), expected, check_dtype=False)


def test_zero_stays_zero_and_missing_stays_missing():
    joined = join.attach(SHAPES, values(("UZB", 2024, 0.0, "t", "actual", "s1")))
    assert joined["value"].tolist()[2] == 0
    assert joined["value"].isna().tolist() == [True, True, False]


def test_unknown_code_is_named():
    with pytest.raises(join.JoinFault, match="WLD, ZZZ"):
        join.attach(SHAPES, values(("ZZZ", 2024, 1, "t", "actual", "s"), ("WLD", 2024, 1, "t", "actual", "s")))


def test_doubled_code_is_named_with_its_year():
    with pytest.raises(join.JoinFault, match="KAZ in 2024"):
        join.attach(SHAPES, values(("KAZ", 2024, 1, "t", "actual", "s"), ("KAZ", 2024, 2, "t", "actual", "s")))


def test_values_of_two_years_are_refused():
    with pytest.raises(join.JoinFault, match="2023, 2024"):
        join.attach(SHAPES, values(("KAZ", 2024, 1, "t", "actual", "s"), ("UZB", 2023, 2, "t", "actual", "s")))


def test_covered_rows_stand_in_reading_order_without_geometry():
    given = values(
        ("UZB", 2024, None, "t", "withheld", ""),
        ("FRA", 2024, 3.0, "t", "actual", "s1"),
        ("CHN", 2024, 9.0, "t", "actual", "s1"),
    )
    six_and_others = gpd.GeoDataFrame(
        {"iso3": ["CHN", "FRA", "KAZ", "UZB"], "name": ["China", "France", "Kazakhstan", "Uzbekistan"]},
        geometry=[shapely.box(i, 0, i + 1, 1) for i in range(4)],
        crs=4326,
    )
    expected = pd.DataFrame(
        {
            "iso3": ["UZB", "CHN", "FRA"],
            "name": ["Uzbekistan", "China", "France"],
            "year": [2024] * 3,
            "value": [None, 9.0, 3.0],
            "unit": ["t"] * 3,
            "status": ["withheld", "actual", "actual"],
            "source_id": ["", "s1", "s1"],
        }
    )
    assert_frame_equal(join.covered(join.attach(six_and_others, given)), expected, check_dtype=False)

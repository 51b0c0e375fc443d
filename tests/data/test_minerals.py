"""Editions of the mineral tables are told apart, and what is known to be contradictory is said beside the number."""

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from data import indicators, sources, tables


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (
            2023,
            [
                ("MCS2025", 17000.0, "actual", True),
                ("MCS2024", 21000.0, "estimated", False),
                ("BGS2026", 31721.0, "actual", False),
            ],
        ),
        (2024, [("MCS2026", 22000.0, "estimated", True), ("MCS2025", 17000.0, "estimated", False)]),
    ],
)
def test_tajik_antimony_keeps_first_estimates_beside_the_revised_figure(year, expected):
    records = indicators.alternatives("production.antimony", "TJK", year)
    columns = ["vintage", "value", "status", "preferred"]
    assert_frame_equal(records[columns], pd.DataFrame(expected, columns=columns), check_dtype=False)


def test_drawn_tajik_antimony_is_that_of_the_newest_edition():
    drawn = indicators.values("production.antimony")
    drawn = drawn[(drawn["iso3"] == "TJK") & drawn["year"].isin([2023, 2024])]
    assert list(zip(drawn["year"], drawn["value"], drawn["source_id"], strict=True)) == [
        (2023, 17000.0, "usgs-mcs-2025-world"),
        (2024, 22000.0, "usgs-mcs-2026-data"),
    ]


def test_restricted_source_is_never_drawn_over_an_open_one():
    frame = tables.load("minerals_production")
    frame = frame[frame["value"].notna()]
    cell = ["iso3", "mineral", "stage", "year"]
    is_open = frame["source_id"].map(sources.is_downloadable).astype(bool)
    has_open = is_open.groupby([frame[one] for one in cell]).transform("any")
    assert frame[frame["latest"] & ~is_open & has_open].empty
    assert (frame["latest"] & ~is_open).any()


@pytest.mark.parametrize(
    ("indicator_id", "caveat"),
    [
        ("production.antimony", "antimony_place"),
        ("world_rank.antimony", "antimony_place"),
        ("reserves.antimony", "antimony_reserves"),
        ("production.mercury", "mercury_first"),
        ("reserves.chromium", "chromium_reserves"),
        ("reserves.aluminum", "bauxite_reserves"),
        ("reserves.gold", "gold_reserves"),
        ("production.gold", "gold_kyrgyz"),
        ("production.uranium", "uranium_uzbekistan"),
        ("us_uranium_share_pct", "uranium_shares_rounded"),
        ("production.clays", "kaolin_total"),
        ("production.manganese", "not_named"),
        ("production.lead", "not_named"),
        ("production.boron", "not_named"),
    ],
)
def test_each_known_contradiction_is_a_caveat_of_its_indicator(indicator_id, caveat):
    assert caveat in indicators.get(indicator_id).caveats


def test_caveat_of_one_mineral_is_not_shown_at_another():
    assert indicators.get("production.copper").caveats == ("editions", "usgs_estimate")

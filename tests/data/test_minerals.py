"""Editions of the mineral tables are told apart, and what is known to be contradictory is said beside the number."""

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from data import indicators
from data.package import contradictions, sources, tables


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
    ("indicator_id", "contradiction"),
    [
        ("production.antimony", "antimony-bgs"),
        ("world_rank.antimony", "antimony-first"),
        ("reserves.antimony", "antimony-reserves-tonnes"),
        ("production.mercury", "mercury-2015"),
        ("production.rhenium", "rhenium-2024"),
        ("reserves.chromium", "chromium-reserves"),
        ("reserves.aluminum", "bauxite-reserves"),
        ("reserves.gold", "gold-reserves"),
        ("production.gold", "gold-kyrgyzstan"),
        ("production.uranium", "uranium-uzbekistan"),
        ("us_uranium_share_pct", "uranium-shares-2024"),
        ("world_share.clays.kaolin_mine", "kaolin-total"),
        ("production.manganese", "manganese-named"),
        ("production.lead", "lead-named"),
        ("production.boron", "boron-named"),
    ],
)
def test_each_known_contradiction_is_told_beside_its_indicator(indicator_id, contradiction):
    assert contradiction in [one.id for one in contradictions.of(indicator_id)]


def test_shares_that_add_up_to_more_than_the_world_are_told_to_be_upper_bounds():
    shares = [
        indicator for indicator in indicators.registry().values() if indicator.id.startswith("world_reserves_share.")
    ]
    sums = {share.id: indicators.values(share.id).groupby("year")["value"].sum().max() for share in shares}
    # Reserves and their totals are printed to two digits, so a sum may be a few percent off.
    assert [share.id for share in shares if sums[share.id] > 105 and "share_ceiling" not in share.caveats] == []
    assert sums["world_reserves_share.antimony"] > 105


@pytest.mark.parametrize(
    ("indicator_id", "is_ceiling"),
    [
        ("world_reserves_share.antimony", True),
        ("world_reserves_share.chromium", True),
        ("world_reserves_share.gold", False),
        ("reserves.antimony", False),
        ("world_share.antimony", False),
    ],
)
def test_only_a_share_of_a_bound_is_a_ceiling(indicator_id, is_ceiling):
    assert ("share_ceiling" in indicators.get(indicator_id).caveats) == is_ceiling


@pytest.mark.parametrize(
    ("indicator_id", "is_without"),
    [
        # The World total of barite, bauxite, iodine, selenium, silicon metal says "excludes U.S. production".
        ("world_share.barite", True),
        ("world_share.selenium", True),
        ("world_share.antimony", False),
        ("production.barite", False),
    ],
)
def test_a_share_of_a_total_without_the_us_says_so(indicator_id, is_without):
    assert ("world_without_us" in indicators.get(indicator_id).caveats) == is_without

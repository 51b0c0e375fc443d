"""The lens of minerals, the ranking, US sources and origins of uranium: values by hand from the printed tables."""

import pandas as pd
import pytest

from data.analysis import mineral_lens, mineral_parts, producers, uranium_origins, us_sources
from data.package.countries import C5

CELLS = mineral_lens.cells().set_index(["mineral", "iso3"])
ROWS = mineral_lens.rows().set_index("mineral")


@pytest.mark.parametrize(
    ("mineral", "iso3", "share"),
    [
        # 22,000 of 110,000 t, 800 and 700 t: MCS 2026, chapter ANTIMONY, mine production 2025.
        ("antimony", "TJK", 22000 / 110000 * 100),
        ("antimony", "KAZ", 800 / 110000 * 100),
        ("antimony", "KGZ", 700 / 110000 * 100),
        # 23,270 and 4,000 of 60,213 tU: World Nuclear Association, 2024.
        ("uranium", "KAZ", 23270 / 60213 * 100),
        ("uranium", "UZB", 4000 / 60213 * 100),
        # 7,000 of 51,000 kt: MCS 2026, chapter CHROMIUM.
        ("chromium", "KAZ", 7000 / 51000 * 100),
        # 7,000 of 81,000 kg: MCS 2026, chapter RHENIUM.
        ("rhenium", "UZB", 7000 / 81000 * 100),
    ],
)
def test_share_of_the_world_is_the_printed_figure_over_the_printed_total(mineral, iso3, share):
    assert CELLS.loc[(mineral, iso3), "share_pct"] == pytest.approx(share)
    assert CELLS.loc[(mineral, iso3), "source_id"]


def test_every_mineral_has_a_cell_for_each_of_the_five_and_a_gap_is_no_zero():
    every = mineral_lens.cells()
    assert len(ROWS) == 32
    assert (every.groupby("mineral")["iso3"].agg(tuple) == C5).all()
    gaps = every[every["value"].isna()]
    assert set(gaps["status"]) == {"not_covered"}
    assert gaps["share_pct"].isna().all()
    assert pd.isna(CELLS.loc[("uranium", "TJK"), "value"])


@pytest.mark.parametrize(
    ("mineral", "relation", "pct", "year", "is_listed"),
    [
        # MCS 2026: antimony 91 (2025), barite more than 75, cadmium less than 25, gold net exporter (2024).
        ("antimony", "equal", 91, 2025, True),
        ("barite", "above", 75, 2025, True),
        ("cadmium", "below", 25, 2025, False),
        ("gold", "net_exporter", None, 2024, False),
        ("asbestos", "equal", 100, 2025, False),
    ],
)
def test_reliance_is_a_percentage_a_bound_or_none(mineral, relation, pct, year, is_listed):
    row = ROWS.loc[mineral]
    assert (row["reliance_relation"], row["reliance_year"], row["is_us_listed"]) == (relation, year, is_listed)
    assert (row["reliance_pct"] == pct) if pct else pd.isna(row["reliance_pct"])


def test_reliance_of_uranium_is_not_on_record():
    assert ROWS.loc["uranium", ["reliance_form", "reliance_relation", "reliance_pct"]].isna().all()
    assert ROWS.loc["uranium", "is_us_listed"]


def test_sum_of_the_five_leaves_out_what_is_missing():
    assert ROWS.loc["antimony", "five_share_pct"] == pytest.approx((22000 + 800 + 700) / 110000 * 100)
    assert ROWS.loc["uranium", "five_share_pct"] == pytest.approx((23270 + 4000) / 60213 * 100)
    assert list(ROWS.index[:3]) == ["uranium", "asbestos", "antimony"]


def test_reserves_over_a_total_that_is_a_lower_bound_are_ceilings():
    cells = mineral_lens.cells(producers.RESERVES).set_index(["mineral", "iso3"])
    # MCS 2026: 60,000 t of more than 2,000,000 t.
    assert cells.loc[("antimony", "TJK"), "share_pct"] == pytest.approx(3)
    assert cells.loc[("antimony", "TJK"), "is_ceiling"]
    assert not cells.loc[("gold", "KAZ"), "is_ceiling"]


def test_figures_without_a_world_total_are_named_apart():
    lone = set(mineral_lens.without_total()["mineral"])
    assert lone == {"boron", "bromine", "coal", "graphite"}
    assert not lone & set(ROWS.index)


# The place of Tajikistan in antimony mined in the world table of each January edition, newest year.
TAJIK_PLACES = {
    "MCS2016": 5,
    "MCS2017": 3,
    "MCS2018": 2,
    "MCS2019": 2,
    "MCS2020": 3,
    "MCS2021": 3,
    "MCS2022": 3,
    "MCS2023": 3,
    "MCS2024": 2,
    "MCS2025": 2,
    "MCS2026": 3,
}


def test_place_of_tajikistan_in_antimony_by_edition():
    editions = producers.by_edition("antimony", "TJK").set_index("vintage")
    assert editions["place_named"].to_dict() == TAJIK_PLACES
    # Russia and Tajikistan both 14,000 t in 2018; in 2025 the United States is withheld, so no rank is certain.
    assert editions.index[editions["is_tied"]].tolist() == ["MCS2019"]
    assert editions.index[editions["world_rank"].isna()].tolist() == ["MCS2026"]


def test_edition_that_does_not_name_the_country_is_a_gap():
    editions = producers.by_edition("antimony", "KGZ").set_index("vintage")
    assert pd.isna(editions.loc["MCS2021", "value"])
    assert editions.loc["MCS2021", "status"] == "not_covered"


def test_ranking_has_the_largest_eight_the_five_and_the_rest_of_the_world():
    rows = producers.ranking("gold")
    named = rows[rows["kind"] == "country"]
    assert {"KAZ", "UZB"} <= set(named["iso3"])
    assert rows["value"].sum() == pytest.approx(3300)
    assert rows["kind"].tolist()[-1] == "not_named"
    lead = producers.ranking("lead")
    assert "TJK" in set(lead["iso3"])


def test_mineral_without_data_is_empty_everywhere():
    assert producers.ranking("cerium").empty
    assert producers.by_edition("cerium", "KAZ").empty
    assert us_sources.of("cerium").empty
    assert mineral_parts.forms("cerium") == mineral_parts.stages("cerium") == ()


def test_sources_of_antimony_metal_and_oxide_as_printed():
    rows = us_sources.of("antimony", "total metal and oxide")
    assert list(zip(rows["partner"].fillna(""), rows["share_pct"], strict=True)) == [
        ("CHN", 55),
        ("BEL", 12),
        ("THA", 8),
        ("IND", 6),
        ("", 19),
    ]
    assert set(rows["period"]) == {"2021-2024"}


def test_the_five_are_named_in_nine_forms():
    assert len(us_sources.of_the_five()) == 9


ORIGINS = uranium_origins.origins()


def shares(year: int) -> dict[str, float]:
    rows = ORIGINS[ORIGINS["year"] == year]
    return dict(zip(rows["members"], rows["share_pct"], strict=True))


def test_origins_of_us_uranium_in_2024():
    # EIA, as repeated by ExchangeMonitor on 14 October 2025.
    assert shares(2024) == {"KAZ": 24, "UZB": 9, "CAN": 36, "AUS": 17, "USA": 8, "NAM": 4, "RUS": 4}


def test_year_without_origins_is_there_without_a_share():
    rows = ORIGINS[ORIGINS["year"].between(2002, 2009)]
    assert len(rows) == 8
    assert rows["share_pct"].isna().all()
    assert set(rows["kind"]) == {"untold"}
    assert sorted(set(ORIGINS["year"])) == list(range(2002, 2025))


def test_group_is_never_divided_and_shown_only_where_no_member_is_named():
    assert shares(2019) == {"KAZ;RUS;UZB": 42, "AUS;CAN": 39, "": 19}
    # In 2013 Kazakhstan and Russia are named alone: the group that both are in is left out.
    assert "KAZ;RUS;UZB" not in shares(2013)
    assert shares(2013)["KAZ"] == 11.3
    named = ORIGINS[ORIGINS["kind"] != "untold"].groupby("year")["members"].agg(";".join)
    assert all(len(set(one.split(";"))) == len(one.split(";")) for one in named)


def test_what_nobody_is_named_for_is_what_is_left_of_the_whole():
    assert shares(2020)[""] == pytest.approx(100 - (22 + 8 + 22 + 16 + 11 + 5))
    assert "" not in shares(2024)

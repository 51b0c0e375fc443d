"""Deals counted once: the summit of 2025 worked out by hand, days that cut through it, what agrees with the claims."""

import random
from datetime import date, timedelta
from itertools import pairwise

import pandas as pd
import pytest

from data import indicators
from data.analysis import deals, deals_ladder
from data.analysis.deals import Asked
from data.package import countries, tables

SUMMIT = "2025-11-06"
# From the file itself: ids of what is counted with a value, of what is told as "up to", of what has no value and of
# what is left out, and the sums in millions of US dollars worked out by hand.
BY_HAND = {
    # D023 7,000 + D025 1,100 + D026 200 + D028 250 + D033 2,500; D027 up to 3,700; left out 900 + 700 + 2,000 + 1,000.
    "KAZ": (
        "D023 D025 D026 D028 D033",
        "D027",
        "D034",
        "D024 D029 D030 D031 D032 D035",
        (11_050, 3_700, 4_600),
    ),
    # D036 repeats the railway of February, D017; D037 has no value.
    "KGZ": ("", "", "D037", "D036", (None, None, None)),
    # D038 3,200 + D039 32.5 + D043 9.
    "TJK": ("D038 D039 D043", "", "D040 D041 D042", "", (3_241.5, None, None)),
    "TKM": ("", "", "", "", (None, None, None)),
    # D044 8,500 + D047 5,000 + D051 300; D045 2,000 + D048 3,000 + D049 400.
    "UZB": (
        "D044 D047 D051",
        "D045 D048 D049",
        "D046 D050 D052 D053 D054 D055 D056 D057 D058 D059",
        "",
        (13_800, 5_400, None),
    ),
}


def on_the_day(iso3: str) -> Asked:
    return Asked(iso3, SUMMIT, SUMMIT)


def total(asked: Asked) -> deals_ladder.Total:
    return deals_ladder.total(deals_ladder.ladder(asked))


@pytest.mark.parametrize("iso3", countries.C5)
def test_summit_of_2025_comes_to_what_is_worked_out_by_hand(iso3):
    known, up_to, without, left_out, sums = BY_HAND[iso3]
    rows = deals.listed(on_the_day(iso3))
    counted = rows[rows["reason"] == deals.COUNTED]
    is_known = counted["value_usd"].notna() & ~counted["is_up_to"]
    is_up_to = counted["value_usd"].notna() & counted["is_up_to"]
    assert set(counted.loc[is_known, "deal_id"]) == set(known.split())
    assert set(counted.loc[is_up_to, "deal_id"]) == set(up_to.split())
    assert set(counted.loc[counted["value_usd"].isna(), "deal_id"]) == set(without.split())
    assert set(rows.loc[rows["reason"].isin(["repeated", "superseded"]), "deal_id"]) == set(left_out.split())
    whole = total(on_the_day(iso3))
    told = (whole.known_usd, whole.up_to_usd, whole.left_out_usd)
    assert told == tuple(None if one is None else one * 1e6 for one in sums)
    assert (whole.known_deals, whole.up_to_deals) == (len(known.split()), len(up_to.split()))
    assert (whole.without_value, whole.left_out) == (len(without.split()), len(left_out.split()))


def test_rungs_of_the_summit_in_kazakhstan():
    rows = deals_ladder.ladder(on_the_day("KAZ")).set_index("rung")
    assert rows["known_usd"].dropna().to_dict() == {"signed": 4.05e9, "announced": 7e9}
    assert rows["up_to_usd"].dropna().to_dict() == {"announced": 3.7e9}
    assert rows["left_out_usd"].dropna().to_dict() == {"memorandum": 4.6e9}
    assert rows["deals"].to_dict() == {
        "started": 0,
        "signed": 5,
        "memorandum": 0,
        "announced": 2,
        "talks": 0,
        "superseded": 0,
    }


@pytest.mark.parametrize("iso3", ["KAZ", "TJK", "UZB"])
def test_ladder_of_the_day_is_the_evidence_of_the_claim_on_it(iso3):
    """CL007 is tested by this indicator, which adds what is known and what is "up to"."""
    drawn = indicators.values("us_deals_summit_usd", 2025).set_index("iso3")["value"]
    whole = total(on_the_day(iso3))
    assert (whole.known_usd or 0) + (whole.up_to_usd or 0) == drawn[iso3]


def test_year_comes_to_the_indicator_of_the_year():
    drawn = indicators.values("us_deals_usd").set_index(["iso3", "year"])["value"].dropna()
    for (iso3, year), value in drawn.items():
        whole = total(Asked(iso3, str(year), str(year)))
        assert (whole.known_usd or 0) + (whole.up_to_usd or 0) == value


def test_repeat_brings_no_money_where_its_original_is_of_another_day():
    rows = deals.listed(on_the_day("KGZ")).set_index("deal_id")
    assert rows.loc["D036", ["reason", "repeats_deal_id", "repeats_announced"]].tolist() == [
        "repeated",
        "D017",
        "2025-02-19",
    ]
    assert not rows.loc["D036", "is_repeated_here"]
    assert total(on_the_day("KGZ")).left_out_elsewhere == 1
    assert total(Asked("KGZ", "2025-02", "2025-11")).left_out_elsewhere == 0
    assert total(Asked("KGZ", "2025-02", "2025-11")).known_usd == 3e9


def test_superseded_plan_is_in_no_sum_even_of_its_own_day():
    whole = total(Asked("KAZ", "2024-06-14", "2024-06-14"))
    assert (whole.deals, whole.known_usd, whole.left_out_usd, whole.left_out_elsewhere) == (0, None, 160e6, 1)
    assert total(Asked("UZB", "2025-09-22", "2025-09-22")).left_out_usd == 8.5e9


def test_deal_of_an_unknown_day_is_listed_and_counted_only_where_its_month_is_whole():
    whole, part = Asked("UZB", "2023-09", "2023-09"), Asked("UZB", "2023-09-10", "2023-09")
    assert {"D010", "D012"} == set(deals.listed(whole)["deal_id"]) == set(deals.listed(part)["deal_id"])
    assert (total(whole).deals, total(whole).day_unknown) == (2, 0)
    assert (total(part).deals, total(part).day_unknown) == (1, 1)
    assert set(deals.listed(Asked("UZB", "2023-09", "2023-09", firm="ynk"))["deal_id"]) == {"D010"}
    assert "D010" not in set(deals.listed(Asked("UZB", "2023-10", "2024"))["deal_id"])


def test_days_that_follow_each_other_come_to_the_whole():
    chance = random.Random(14)
    for _ in range(8):
        cuts = sorted(date(2018, 1, 1) + timedelta(chance.randrange(3000)) for _ in range(3))
        edges = [date(2017, 1, 1), *cuts, date(2027, 1, 1)]
        iso3 = chance.choice([*countries.C5, None])
        parts = [total(Asked(iso3, str(begin), str(end - timedelta(1)))) for begin, end in pairwise(edges)]
        whole = total(Asked(iso3))
        assert sum(part.known_usd or 0 for part in parts) == pytest.approx(whole.known_usd or 0)
        assert sum(part.up_to_usd or 0 for part in parts) == pytest.approx(whole.up_to_usd or 0)
        assert sum(part.left_out for part in parts) == whole.left_out
        assert sum(part.deals for part in parts) <= whole.deals
        assert sum(part.deals + part.day_unknown for part in parts) >= whole.deals


def test_every_deal_stands_once_in_the_list_and_in_one_count_of_the_ladder():
    for iso3 in (*countries.C5, None):
        rows, whole = deals.listed(Asked(iso3)), total(Asked(iso3))
        assert rows["deal_id"].is_unique
        assert len(rows) == whole.deals + whole.left_out + whole.day_unknown
        assert whole.deals == whole.known_deals + whole.up_to_deals + whole.without_value
    assert set(deals.listed(Asked())["deal_id"]) == set(tables.load("deals")["deal_id"])


def test_sum_of_nothing_is_missing_and_the_five_are_each_their_own():
    rows = deals_ladder.by_partner(Asked(first=SUMMIT, last=SUMMIT))
    pd.testing.assert_frame_equal(
        rows[rows["iso3"] == "TJK"].drop(columns="iso3").reset_index(drop=True),
        deals_ladder.ladder(on_the_day("TJK")),
    )
    of_turkmenistan = rows[rows["iso3"] == "TKM"]
    assert of_turkmenistan[deals_ladder.FIGURES].isna().all().all()
    assert set(of_turkmenistan["status"]) == {"not_reported"}

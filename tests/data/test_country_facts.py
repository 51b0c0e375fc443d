"""Facts of a country and the United States: figures worked by hand from the tables, places, gaps with their reasons."""

import csv
import io
import math
from pathlib import Path

import pandas as pd
import pytest

from data import __main__ as command
from data import indicators
from data.analysis import country_facts, mineral_lens
from data.analysis.country_facts import MEASURES
from data.faults import UnknownId
from data.output import country_frames
from data.package import countries

CURATED = Path(__file__).parents[2] / "data" / "curated"
# Read by eye from the printed tables: us_trade.csv, us_aid.csv, investment.csv, us_uranium_origins.csv, macro.csv.
BY_HAND = {
    ("KAZ", "us_imports"): (2025, 4072944440, "1 of 5"),
    ("KAZ", "us_exports"): (2024, 1076377538, "1 of 5"),
    ("KAZ", "balance"): (2024, 1076377538 - 2348802814, "balance"),
    ("KAZ", "us_stock"): (2021, 35140669745, "alone"),
    ("KAZ", "uranium"): (2024, 24, "1 of 2"),
    ("KAZ", "top_mineral"): (2024, 23270 / 60213 * 100, "1 of 2"),
    ("KAZ", "forums_shared"): (2026, 16, "1 of 5"),
    ("KGZ", "us_imports"): (2025, 31590885, "4 of 5"),
    ("KGZ", "own_exports"): (2023, 7220462, "unlike"),
    ("TKM", "forums_shared"): (2026, 13, "5 of 5"),
}


def cell(iso3: str, measure: str) -> dict:
    rows = country_facts.facts(iso3)
    return rows[rows["measure"] == measure].to_dict("records")[0]


@pytest.mark.parametrize("asked", BY_HAND, ids=" ".join)
def test_figure_is_that_of_the_table(asked):
    found = cell(*asked)
    year, value, place = BY_HAND[asked]
    assert found["year"] == year
    assert found["value"] == pytest.approx(value, rel=1e-12)
    assert (f"{found['rank_of_five']} of {found['ranked']}" if not found["unranked"] else found["unranked"]) == place


def test_aid_of_a_partial_year_gives_way_to_the_year_before():
    assert indicators.values("us_aid_usd", 2025)["status"].eq("provisional").any()
    assert cell("UZB", "aid")["year"] == 2024


@pytest.mark.parametrize("iso3", countries.C5)
def test_every_measure_has_a_row_and_a_gap_its_reason(iso3):
    rows = country_facts.facts(iso3)
    assert list(rows["measure"]) == list(MEASURES)
    gaps = rows[rows["value"].isna()]
    assert (gaps["unranked"] == "gap").all()
    assert set(gaps["status"]) <= {"not_reported", "withheld", "not_covered", "withheld_by_licence"}
    assert rows.loc[rows["value"].notna(), "source_id"].ne("").all()
    assert (rows["rank_of_five"].dropna() <= rows["ranked"].dropna()).all()


def test_gaps_of_turkmenistan_are_rows():
    rows = country_facts.facts("TKM").set_index("measure")
    gaps = rows[rows["value"].isna()]
    assert list(gaps.index) == ["own_exports", "us_stock", "uranium"]
    assert set(gaps["status"]) == {"not_reported"}
    assert gaps["year"].isna().all()


def test_places_are_those_of_a_plain_count():
    for iso3 in countries.C5:
        for row in country_facts.facts(iso3).dropna(subset=["rank_of_five"]).to_dict("records"):
            if row["indicator"]:
                values = indicators.values(row["indicator"], int(row["year"]))
                others = [one.value for one in values.itertuples() if one.iso3 in countries.C5]
                assert row["rank_of_five"] == 1 + sum(one > row["value"] for one in others if not math.isnan(one))


def test_equal_places_are_told_as_such():
    assert [cell(one, "forums_shared")["is_tied"] for one in countries.C5] == [False, True, True, False, True]


def test_series_end_with_the_figure_that_is_told():
    for iso3 in countries.C5:
        rows = country_facts.series(iso3)
        for fact in country_facts.facts(iso3).dropna(subset=["value"]).to_dict("records"):
            own = rows[rows["measure"] == fact["measure"]]
            assert own["year"].is_monotonic_increasing
            assert (own["year"].iloc[-1], own["value"].iloc[-1]) == (fact["year"], fact["value"])


def test_top_mineral_is_the_share_of_the_lens():
    for iso3 in countries.C5:
        cells = mineral_lens.cells()
        assert cell(iso3, "top_mineral")["value"] == pytest.approx(cells.loc[cells["iso3"] == iso3, "share_pct"].max())


def test_united_states_have_the_facts_of_each_of_the_five():
    rows = country_facts.facts("USA")
    assert len(rows) == len(MEASURES) * len(countries.C5)
    for iso3 in countries.C5:
        own = rows[rows["iso3"] == iso3].reset_index(drop=True)
        pd.testing.assert_frame_equal(own, country_facts.facts(iso3))


def test_shared_forums_are_those_where_both_stand_as_members_or_signatories():
    """Counted anew from the rows of the file: the newest standing of each, without an end."""
    with (CURATED / "forum_members.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if not row["to_date"] and row["status"] in ("member", "signatory")]
    seats = {iso3: {row["forum_id"] for row in rows if row["iso3"] == iso3} for iso3 in countries.SIX}
    counted = {iso3: len(seats[iso3] & seats["USA"]) for iso3 in countries.C5}
    assert counted == {iso3: int(cell(iso3, "forums_shared")["value"]) for iso3 in countries.C5}


def test_deals_signed_are_those_of_the_table_that_hold_their_own_money():
    """Counted anew from the rows of the files."""
    with (CURATED / "deal_stages.csv").open(encoding="utf-8", newline="") as file:
        signed = {row["deal_stage"] for row in csv.DictReader(file) if row["rung"] in ("signed", "started")}
    with (CURATED / "deals.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["stage"] in signed and not row["repeats_deal_id"]]
    counted = {iso3: sum(row["iso3"] == iso3 for row in rows) for iso3 in countries.C5}
    assert counted == {iso3: int(cell(iso3, "deals_signed")["value"]) for iso3 in countries.C5}
    until_2024 = sum(row["iso3"] == "KAZ" and row["announced"] < "2025" for row in rows)
    own = country_facts.series("KAZ")
    told = own[(own["measure"] == "deals_signed") & (own["year"] == 2024)]["value"]
    assert told.tolist() == [until_2024]


def test_country_outside_the_six_is_unknown():
    with pytest.raises(UnknownId):
        country_facts.facts("RUS")


@pytest.mark.parametrize(("asked", "made"), [((), country_frames.facts), (("--series",), country_frames.series)])
def test_command_prints_the_frame_of_the_download(capsys, asked, made):
    assert command.main(["country", "tkm", *asked]) == 0
    printed = pd.read_csv(io.StringIO(capsys.readouterr().out), dtype=str, keep_default_na=False)
    pd.testing.assert_frame_equal(printed, made("TKM").frame.astype("str"), check_dtype=False)
